import { CONTEXT, type TextAnchor } from '../anchor';
import type { ChapterText } from './chapter-text';

/** A stretch of a text. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** What is looked for: words with what stood before and after them in their blocks. Line feeds between blocks are left out. */
export interface Wanted {
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
  /** Whether the prefix goes back to where its block began, and the suffix on to where its block ended. */
  readonly fromEdge: boolean;
  readonly toEdge: boolean;
}

export function wantedOf({ start, end, quote, prefix, suffix }: TextAnchor): Wanted {
  return {
    quote: start.blockId === end.blockId ? quote : quote.replaceAll('\n', ''),
    prefix,
    suffix,
    fromEdge: start.offset === prefix.length,
    toEdge: suffix.length < CONTEXT - 1,
  };
}

/** Where the words are in prefix, quote and suffix together. */
export const quoteOf = ({ prefix, quote }: Wanted): Stretch => ({
  from: prefix.length,
  to: prefix.length + quote.length,
});

/** So many equal characters right beside a place say that it is the place. */
const FIRM = 8;
/** What an edge of a block counts, in characters. */
const EDGE = 8;

/** How far the text beside a stretch is what stood beside the words. */
export interface Context {
  /** Equal characters on each side. */
  readonly before: number;
  readonly after: number;
  readonly firmBefore: boolean;
  readonly firmAfter: boolean;
  /** Equal characters on both sides, an edge of a block where there was one counted too. */
  readonly weight: number;
}

export function contextAt(chapter: ChapterText, wanted: Wanted, from: number, to: number): Context {
  const { text } = chapter;
  const { prefix, suffix } = wanted;
  let before = 0;
  while (
    before < Math.min(prefix.length, from) &&
    text.charCodeAt(from - 1 - before) === prefix.charCodeAt(prefix.length - 1 - before)
  )
    before += 1;
  let after = 0;
  while (
    after < Math.min(suffix.length, text.length - to) &&
    text.charCodeAt(to + after) === suffix.charCodeAt(after)
  )
    after += 1;
  const edgeBefore = wanted.fromEdge && before === prefix.length && chapter.isEdge(from - before);
  const edgeAfter = wanted.toEdge && after === suffix.length && chapter.isEdge(to + after);
  return {
    before,
    after,
    firmBefore: before >= FIRM || edgeBefore,
    firmAfter: after >= FIRM || edgeAfter,
    weight: before + after + (edgeBefore ? EDGE : 0) + (edgeAfter ? EDGE : 0),
  };
}

const WORD_CHARACTER = /[\p{L}\p{N}]/u;

/** Whether a word goes on over this place. */
export function cutsWord(text: string, at: number): boolean {
  return at > 0 && at < text.length && isWordAt(text, at - 1) && isWordAt(text, at);
}

function isWordAt(text: string, at: number): boolean {
  const code = text.codePointAt(at) ?? 0;
  // The second half of a pair tells nothing alone; pairs are letters of rare scripts or pictures: either way one thing.
  return (code >= 0xdc00 && code <= 0xdfff) || WORD_CHARACTER.test(String.fromCodePoint(code));
}

/** Whether words are long enough not to stand in two places by chance. */
export function isTelling(quote: string): boolean {
  return quote.length >= 20 && (quote.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) >= 3;
}
