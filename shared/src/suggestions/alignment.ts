import { Pairs } from './pairs';
import { type Word, wordsOf } from './words';

/** Unchanged words kept on each side of what changed, in which a change could as well be seen. */
const MARGIN = 40;
/** Which words of an old text are in a new one, and where. */
export interface Alignment {
  readonly old: readonly Word[];
  readonly now: readonly Word[];
  /** Number, in the new text, of word number `index` of the old: only if it is in every best alignment, and in one place. */
  readonly sure: (index: number) => number | undefined;
}

/**
 * Aligns two texts word by word: the most words in common, of these alignments those with the fewest breaks. A word that one
 * best alignment keeps and another drops or puts elsewhere is not sure: "the cat" left of "the cat saw the cat" may be either.
 */
export function align(oldText: string, newText: string): Alignment {
  const [old, now] = [wordsOf(oldText), wordsOf(newText)];
  const most = Math.min(old.length, now.length);
  const same = (a: number, b: number) => old[a]?.text === now[b]?.text;
  let head = 0;
  while (head < most && same(head, head)) head++;
  let tail = 0;
  while (tail < most - head && same(old.length - 1 - tail, now.length - 1 - tail)) tail++;
  head = Math.max(0, head - MARGIN);
  tail = Math.max(0, tail - MARGIN);
  const piece = ({ text }: Word) => ({ key: text, word: true });
  const inner =
    Pairs.of(
      old.slice(head, old.length - tail).map(piece),
      now.slice(head, now.length - tail).map(piece),
    )?.sure() ?? [];
  const sure = (index: number) => {
    if (index < 0 || index >= old.length) return undefined;
    if (index < head) return index;
    if (index >= old.length - tail) return now.length - old.length + index;
    const place = inner[index - head] ?? -1;
    return place < 0 ? undefined : place + head;
  };
  return { old, now, sure };
}
