import { MAX_EXCERPT } from './notices';

/** Where a cut may move back to, to end with a whole word. */
const LONGEST_LAST_WORD = 30;

/**
 * The beginning of plain text in one line, at most `MAX_EXCERPT` UTF-16 units: cut after a whole word where one ends
 * near, and never within a character; an ellipsis says that there is more.
 */
export function excerptOf(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (line.length <= MAX_EXCERPT) return line;
  let end = MAX_EXCERPT - 1;
  // Not between the two units of a character beyond the basic plane.
  if (/[\uD800-\uDBFF]/.test(line.charAt(end - 1))) end -= 1;
  const space = line.lastIndexOf(' ', end);
  const cut = space > end - LONGEST_LAST_WORD ? space : end;
  return `${line.slice(0, cut).trimEnd()}…`;
}
