import { newId } from '@accord/shared/kernel/id';
import type { CloseReason } from '@accord/shared/sync/wire';
import * as Y from 'yjs';
import { type KeptBlock, type KeptWords, wordsIn } from './kept-words';
import { nameOf, type UnsavedUpdate } from './unsaved-update';

/** The occasion on which words are set aside. */
export interface Occasion {
  readonly chapterId: string;
  readonly title: string;
  readonly reason: CloseReason;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** Words to keep, from changes of `doc`; null when there are none. Never throws: what can't be read is kept unread. */
export function setAside(
  occasion: Occasion,
  doc: Y.Doc,
  updates: readonly UnsavedUpdate[],
): KeptWords | null {
  if (updates.length === 0) return null;
  return { id: newId(), ...occasion, changes: updates.length, blocks: readable(doc, updates), updates };
}

function readable(doc: Y.Doc, updates: readonly UnsavedUpdate[]): KeptBlock[] {
  try {
    return wordsIn(
      doc,
      updates.map(({ update }) => update),
    );
  } catch {
    // Damaged bytes hold no words for a page to show; losing the others with them would be worse.
    return [];
  }
}

/**
 * What a copy that is dropped still holds beyond the words its tab sets aside: unsaved changes of other tabs, open or
 * closed. An open tab may yet bring its words to the server, so each tab's are kept apart and can be forgotten apart.
 * @param updates all that makes the copy's text
 * @param unsaved its unsaved changes
 * @param own those of the tab that drops it
 */
export function leftBehind(
  occasion: Occasion,
  updates: readonly Uint8Array[],
  unsaved: readonly UnsavedUpdate[],
  own: readonly UnsavedUpdate[],
): KeptWords[] {
  const mine = new Set(own.map(nameOf));
  const byTab = new Map<string, UnsavedUpdate[]>();
  for (const change of unsaved) {
    if (!mine.has(nameOf(change))) byTab.set(change.tab, [...(byTab.get(change.tab) ?? []), change]);
  }
  if (byTab.size === 0) return [];
  const doc = new Y.Doc();
  for (const update of [...updates, ...unsaved.map((change) => change.update)]) applyIfSound(doc, update);
  const words = [...byTab.values()].flatMap((changes) => setAside(occasion, doc, changes) ?? []);
  doc.destroy();
  return words;
}

function applyIfSound(doc: Y.Doc, update: Uint8Array): void {
  try {
    Y.applyUpdate(doc, update);
  } catch {
    // As above: the sound ones still tell where the words stood.
  }
}

/** Whether `words` hold nothing beyond `changes`. */
export function coveredBy(words: KeptWords, changes: readonly UnsavedUpdate[]): boolean {
  const names = new Set(changes.map(nameOf));
  return words.updates.length > 0 && words.updates.every((change) => names.has(nameOf(change)));
}

/** Whether all of `words` has reached the server after all, by the marks of the tabs that made them. */
export const savedSince = (words: KeptWords, marks: ReadonlyMap<string, number>): boolean =>
  words.updates.length > 0 && words.updates.every(({ tab, seq }) => (marks.get(tab) ?? 0) >= seq);
