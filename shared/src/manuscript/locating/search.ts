import type { TextAnchor, TextPoint } from '../anchor';
import { type ChapterText, partsOf } from './chapter-text';
import type { Context, Stretch } from './quote-context';

/** Where Yjs says the ends of an anchor are now (`pointsOfHint`): decides among equal candidates, never alone. */
export type PlaceHint = { readonly start: TextPoint; readonly end: TextPoint } | null;

/** One anchor looked for in one chapter. */
export interface Search {
  readonly chapter: ChapterText;
  readonly anchor: TextAnchor;
  /** The blocks that the anchor names, as far as they are there. */
  readonly home: Home | null;
  readonly hint: Stretch | null;
}

export interface Home extends Stretch {
  /** Where the words begin if nothing has changed. */
  readonly expected: number;
}

/** More text than so many times the quote, and this, is not looked through letter by letter. */
const WIDE = { times: 4, more: 4000 };

/** From the block the anchor begins in to the one it ends in; of blocks with the same id the one with the words. */
export function homeOf(chapter: ChapterText, { start, end, quote }: TextAnchor): Home | null {
  const named = chapter.spansOf(start.blockId);
  const first = named.find(({ from, to }) => chapter.text.slice(from, to).includes(quote)) ?? named[0];
  const last = start.blockId === end.blockId ? first : chapter.spansOf(end.blockId)[0];
  if (!first) return last ? { from: last.from, to: last.to, expected: last.from } : null;
  const most = first.from + Math.max(first.to - first.from, WIDE.times * quote.length + WIDE.more);
  const to = last && last.from >= first.from ? Math.min(last.to, most) : first.to;
  return { from: first.from, to, expected: Math.min(first.from + start.offset, first.to) };
}

export function placeOfHint(chapter: ChapterText, hint: PlaceHint): Stretch | null {
  const start = hint && chapter.spansOf(hint.start.blockId)[0];
  const end = hint && chapter.spansOf(hint.end.blockId)[0];
  if (!hint || !start || !end) return null;
  const from = Math.min(start.from + hint.start.offset, start.to);
  const to = Math.min(end.from + hint.end.offset, end.to);
  return from <= to ? { from, to } : null;
}

/** So many equal characters beside words are something to go by. */
export const SOME = 4;

/** Where the words stand, letter by letter. */
export interface Candidate extends Stretch {
  readonly context: Context;
}

/** How far a place is from where the hint says; 0 where there is none. */
export const distance = (candidate: Stretch, hint: Stretch | null): number =>
  hint ? Math.abs(candidate.from - hint.from) + Math.abs(candidate.to - hint.to) : 0;

/** Whether a place is in a block that held the same words when the anchor was made. */
export function isTwin({ chapter, anchor }: Search, { from, to }: Stretch): boolean {
  const [part] = anchor.twins ? partsOf(chapter, from, to) : [];
  return part !== undefined && (anchor.twins?.includes(part.blockId) ?? false);
}
