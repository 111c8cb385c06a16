/** Words of a text with how often each comes. */
export type Words = ReadonlyMap<string, number>;

const WORD = /[\p{L}\p{N}]+/gu;

/** The words of a text, in small letters. */
export function wordsOf(text: string): Words {
  const words = new Map<string, number>();
  for (const [word] of text.toLowerCase().matchAll(WORD)) words.set(word, (words.get(word) ?? 0) + 1);
  return words;
}

export const countOf = (words: Words): number => {
  let count = 0;
  for (const times of words.values()) count += times;
  return count;
};

/** How many words two texts have in common. */
export function common(one: Words, other: Words): number {
  let count = 0;
  for (const [word, times] of one) count += Math.min(times, other.get(word) ?? 0);
  return count;
}

/** 0 (no word in common) to 1 (the same words): Dice's coefficient over words; two texts without words are alike. */
export function similarity(one: Words, other: Words): number {
  const total = countOf(one) + countOf(other);
  return total === 0 ? 1 : (2 * common(one, other)) / total;
}

/** Words of several texts together. */
export function together(all: readonly Words[]): Words {
  const words = new Map<string, number>();
  for (const one of all) for (const [word, times] of one) words.set(word, (words.get(word) ?? 0) + times);
  return words;
}
