import { COUNTRIES, type Country } from '@accord/shared/access/role';
import type { PresenceUser } from '@accord/shared/sync/wire';
import { Extension } from '@tiptap/core';
import { yCursorPlugin } from '@tiptap/y-tiptap';
import type { Awareness } from 'y-protocols/awareness';
import css from './carets.module.css';

/** How long a caret shows its name after it moved, in milliseconds; hovering shows it any time. */
const NAMED_FOR = 2_500;

export interface CaretsOptions {
  readonly awareness: Awareness | null;
  /** Whose editor this is: one's own other tabs are not drawn. */
  readonly personId: string;
  /** "Caret of Aino (FI)", in the language of the page. */
  readonly describe: (user: PresenceUser) => string;
}

/**
 * The carets and selections of the others (U7). Everything shown comes from the presence the server vouches for, as
 * text and as a class from the fixed palette of countries: nothing remote reaches a style or is read as markup.
 */
export const Carets = Extension.create<CaretsOptions>({
  name: 'carets',
  // Before the manuscript's own plugins, as the binding's selection is read in the order of plugins.
  priority: 999,
  addOptions: () => ({ awareness: null, personId: '', describe: (user) => `${user.name} (${user.country})` }),

  addProseMirrorPlugins() {
    const { awareness, personId, describe } = this.options;
    if (!awareness) return [];
    return [
      yCursorPlugin(awareness, {
        awarenessStateFilter: (_own: number, client: number) => isDrawn(awareness, client, personId),
        cursorBuilder: (user: unknown) => caretOf(presenceUser(user), describe),
        selectionBuilder: (user: unknown) => ({
          class: `${css.selection} ${paletteClass(presenceUser(user))}`,
        }),
      }),
    ];
  },
});

/** One caret a person (U8): of several tabs, the one that moved last. */
export function isDrawn(awareness: Awareness, client: number, personId: string): boolean {
  if (client === awareness.clientID) return false;
  const { id } = presenceUser(awareness.getStates().get(client)?.user);
  if (id === personId) return false;
  const movedAt = (each: number) => awareness.meta.get(each)?.lastUpdated ?? 0;
  for (const [other, state] of awareness.getStates()) {
    if (other === client || other === awareness.clientID || !state.cursor) continue;
    if (presenceUser(state.user).id !== id) continue;
    if (movedAt(other) > movedAt(client) || (movedAt(other) === movedAt(client) && other > client))
      return false;
  }
  return true;
}

/** Presence as it may come from anywhere, made harmless. */
function presenceUser(user: unknown): PresenceUser {
  const { id, name, country } = (user ?? {}) as Record<string, unknown>;
  const word = (value: unknown) => (typeof value === 'string' ? value : '');
  return { id: word(id), name: word(name), country: word(country) };
}

function paletteClass({ country }: PresenceUser): string {
  const known = COUNTRIES.find((each): each is Country => each === country);
  return (known && css[known.toLowerCase()]) ?? css.elsewhere ?? '';
}

function caretOf(user: PresenceUser, describe: (user: PresenceUser) => string): HTMLElement {
  const caret = document.createElement('span');
  caret.className = `${css.caret} ${paletteClass(user)} ${css.named}`;
  caret.dataset.widget = 'caret';
  // One named picture instead of words in the middle of the sentence.
  caret.setAttribute('role', 'img');
  caret.setAttribute('aria-label', describe(user));
  // The style sheet writes the name. Were it text, a click at the end of the line would put the browser's own caret into
  // it, where it takes no keys: what somebody types right after would be lost.
  caret.dataset.label = `${user.name} · ${user.country}`;
  setTimeout(() => caret.classList.remove(css.named ?? ''), NAMED_FOR);
  return caret;
}
