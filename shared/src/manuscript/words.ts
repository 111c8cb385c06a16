import type { NodeJson } from './document';

/** A word: letters and digits, joined inside by apostrophe, hyphen or point (`well-being`, `l’école`, `3.5`). */
const WORD = /[\p{L}\p{N}]+(?:['’\-‑.][\p{L}\p{N}]+)*/gu;

/** Counts the words of a text. */
export const wordsIn = (text: string): number => text.match(WORD)?.length ?? 0;

/** Counts the words of a document or block: all text people wrote, captions and footnotes included. */
export function countWords(node: NodeJson): number {
  let words = 0;
  let run = '';
  // Marks cut a word into several text nodes, so neighbours are joined before counting.
  for (const child of node.content ?? []) {
    if (child.type === 'text') run += child.text ?? '';
    else {
      words += wordsIn(run) + countWords(child);
      run = '';
    }
  }
  return words + wordsIn(run);
}
