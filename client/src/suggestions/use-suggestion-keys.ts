import type { Editor } from '@tiptap/core';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { isAppleKeyboard, useKeyText } from '../editor/keys/key-text';
import type { ActiveCard } from '../margin/active-card';
import type { MarginItem } from '../margin/margin';
import { neighbour } from '../margin/neighbour';
import { type KeySection, useKeySections } from '../ui/key-list';
import { useVoice } from '../ui/notices';
import { SUGGESTION_KEYS, suggestionKeyOf } from './suggestion-keys';
import { useSuggestions } from './suggestions';

/** The keys of suggestions, wherever on the page the focus is: the next and the previous, accept, reject, write or suggest. */
export function useSuggestionKeys(props: {
  items: readonly MarginItem[];
  /** All cards, those of comments too: from where one is, the next suggestion is sought. */
  all: readonly MarginItem[];
  active: ActiveCard | null;
  goTo: (id: string) => void;
  editor: Editor | null;
}): void {
  const { t } = useTranslation();
  const { announce } = useVoice();
  const suggestions = useSuggestions();
  const now = useRef({ ...props, suggestions, announce, t });
  useEffect(() => {
    now.current = { ...props, suggestions, announce, t };
  });
  useEffect(() => {
    const apple = isAppleKeyboard();
    const onKey = (event: KeyboardEvent) => {
      const { items, all: cards, active, goTo, editor, suggestions: all } = now.current;
      if (undoesOutside(event, apple, editor)) {
        event.preventDefault();
        editor?.commands.undo();
        return;
      }
      const key = suggestionKeyOf(event, apple);
      if (!key) return;
      event.preventDefault();
      event.stopPropagation();
      if (key === 'mode') {
        const { mode, mayChoose } = all.choice;
        if (!mayChoose) return;
        const other = mode === 'writing' ? 'suggesting' : 'writing';
        all.layer.choose(other);
        now.current.announce(
          now.current.t(($) => $.suggestions.modeIs, {
            mode: now.current.t(($) => $.suggestions.modes[other]),
          }),
        );
        return;
      }
      const beside = (direction: 'next' | 'previous'): string | null => {
        const card = cards.find(({ id }) => id === active?.id);
        const from = card?.from ?? editor?.state.selection.head ?? 0;
        return neighbour(items, active?.id ?? null, from, direction);
      };
      if (key === 'next' || key === 'previous') {
        const id = beside(key);
        if (id !== null) goTo(id);
        return;
      }
      const id = items.find((item) => item.id === active?.id)?.id;
      if (id === undefined || !all.mayDecide) return;
      // On to the next at once, not when the server has answered: who strikes one key after the other
      // decides about one suggestion after the other. What could not be decided is come back to.
      const next = items.length > 1 ? beside('next') : null;
      const decided = all.decide([id], key);
      if (next !== null) goTo(next);
      void decided.then((done) => {
        if (!done && now.current.items.some((item) => item.id === id)) now.current.goTo(id);
      });
    };
    // Before the editor: there the same keys may mean something else.
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, []);
  useKeyLines();
}

/** Undo struck on a card: there is no text to be undone there, so it is the chapter's turn. */
function undoesOutside(event: KeyboardEvent, apple: boolean, editor: Editor | null): boolean {
  if (!editor || editor.isDestroyed || event.key.toLowerCase() !== 'z' || event.shiftKey || event.altKey)
    return false;
  if (apple ? !event.metaKey : !event.ctrlKey) return false;
  const { target } = event;
  if (!(target instanceof HTMLElement) || !target.closest('[data-suggestion-card]')) return false;
  return !target.matches('input, textarea, [contenteditable="true"]');
}

/** Puts the keys into the list that `?` opens. */
function useKeyLines(): void {
  const { t } = useTranslation();
  const keyText = useKeyText();
  const sections = useMemo<KeySection[]>(
    () => [
      {
        title: t(($) => $.suggestions.keys.title),
        lines: (['next', 'previous', 'accept', 'reject', 'mode'] as const).map((key) => ({
          keys: [keyText(SUGGESTION_KEYS[key])],
          does: t(($) => $.suggestions.keys[key]),
        })),
      },
    ],
    [t],
  );
  useKeySections(sections);
}
