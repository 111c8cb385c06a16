/** What a word is for suggestions: letters, digits and what combines with them. An inline node that is no text is one too. */
const WORD = /[\p{L}\p{N}\p{M}]+|\uFFFC/gu;
const WORD_END = /[\p{L}\p{N}\p{M}]$/u;
const WORD_START = /^[\p{L}\p{N}\p{M}]/u;
const TOKEN =
  /[\p{L}\p{N}\p{M}]+|\s+|[^\p{L}\p{N}\p{M}\s](?:\uFE0F|\p{Emoji_Modifier}|\u200D[^\p{L}\p{N}\p{M}\s])*/gu;

/** A word of a text with where it stands. */
export interface Word {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

const matches = (text: string, pattern: RegExp): Word[] =>
  Array.from(text.matchAll(pattern), (match) => ({
    text: match[0],
    from: match.index,
    to: match.index + match[0].length,
  }));

/** The words of a text, without what stands between them. */
export const wordsOf = (text: string): Word[] => matches(text, WORD);

/** The text cut into words, white space and single other signs (joined pictures are one); nothing is left out. */
export const tokensOf = (text: string): Word[] => matches(text, TOKEN);

/** Whether a text has a word, footnote or line break in it. */
export const hasWord = (text: string): boolean => wordsOf(text).length > 0;

/** Whether the letters left and right of the seam between two texts make one word. */
export const glued = (left: string, right: string): boolean => WORD_END.test(left) && WORD_START.test(right);
