import type { Passage } from './letters';

/** A stretch of a text that stands in a passage word for word. */
export interface Match {
  /** Offsets in the text asked about. */
  readonly from: number;
  readonly to: number;
  readonly passage: Passage;
  /** Where in the passage it begins. */
  readonly offset: number;
}

/** Places looked at for one gram; where more are alike, others will tell them apart. */
const CANDIDATES = 24;

/** Passages, to be searched for long stretches of another text: by grams, as rsync does. */
export class Seen {
  readonly #grams = new Map<string, { passage: Passage; offset: number }[]>();
  readonly #gram: number;
  readonly #stride: number;
  size = 0;

  /** Finds every stretch of `gram + stride - 1` units or more. */
  constructor(gram: number, stride: number) {
    this.#gram = gram;
    this.#stride = stride;
  }

  add(passage: Passage): void {
    const { text } = passage;
    this.size += text.length;
    for (let offset = 0; offset + this.#gram <= text.length; offset += this.#stride) {
      const gram = text.slice(offset, offset + this.#gram);
      const places = this.#grams.get(gram);
      if (!places) this.#grams.set(gram, [{ passage, offset }]);
      else {
        if (places.length === CANDIDATES) places.shift();
        places.push({ passage, offset });
      }
    }
  }

  /** What of a stretch of a text stands in the passages, from left to right the longest first found that will do. */
  matches(text: string, from: number, to: number, fits: (match: Match) => Match | null): Match[] {
    const found: Match[] = [];
    let left = from;
    for (let at = from; at + this.#gram <= to; ) {
      const match = this.#longestAt(text, at, left, to);
      const good = match && fits(match);
      if (good) {
        found.push(good);
        left = good.to;
        at = Math.max(good.to, at + 1);
      } else at += 1;
    }
    return found;
  }

  /** The longest stretch around a gram; of equal ones the newest. */
  #longestAt(text: string, at: number, left: number, right: number): Match | null {
    let longest: Match | null = null;
    for (const { passage, offset } of this.#grams.get(text.slice(at, at + this.#gram)) ?? []) {
      const there = passage.text;
      let before = 0;
      while (at - before > left && offset > before && text[at - before - 1] === there[offset - before - 1])
        before++;
      let after = this.#gram;
      while (at + after < right && text[at + after] === there[offset + after]) after++;
      const length = before + after;
      if (!longest || length >= longest.to - longest.from)
        longest = { from: at - before, to: at + after, passage, offset: offset - before };
    }
    return longest;
  }
}

const WORD = /[\p{L}\p{N}]+/gu;

/** Long enough to be no chance: 20 units with three words (A6). */
export function isCopy(match: Match): Match | null {
  const length = match.to - match.from;
  if (length < 20) return null;
  const words = match.passage.text.slice(match.offset, match.offset + length).match(WORD);
  return words && words.length >= 3 ? match : null;
}

/** Whether an offset parts a word. */
export const inWord = (text: string, offset: number): boolean =>
  offset > 0 && offset < text.length && /^[\p{L}\p{N}]{2}$/u.test(text.slice(offset - 1, offset + 1));

/** What of a match are whole words, in the text and where they came from; null when that is not even one of three letters. */
export const wholeWords =
  (text: string) =>
  (match: Match): Match | null => {
    let { from, to, offset } = match;
    if (to - from >= 12) return match;
    const there = match.passage.text;
    while (from < to && (inWord(text, from) || inWord(there, offset))) {
      from++;
      offset++;
    }
    while (to > from && (inWord(text, to) || inWord(there, offset + to - from))) to--;
    return /[\p{L}\p{N}]{3}/u.test(text.slice(from, to)) ? { ...match, from, to, offset } : null;
  };
