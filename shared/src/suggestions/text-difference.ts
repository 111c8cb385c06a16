import type { NodeJson } from '../manuscript/document';
import { inlineText, joinInline } from '../manuscript/inline-text';
import { Pairs, type Piece } from './pairs';
import { marksKey, sameInline } from './sameness';
import { glued, hasWord, tokensOf, type Word, wordsOf } from './words';

/** A stretch of a block's text that became another: offsets in the old text and in the new one. */
export interface Hunk {
  readonly from: number;
  readonly to: number;
  readonly newFrom: number;
  readonly newTo: number;
}

/** A text block as it is compared: its letters, and for each the marks it has (or the node it stands for). */
interface Side {
  readonly text: string;
  readonly looks: readonly string[];
}

/**
 * What became of a block's inline content: words are the units, and changes with nothing but spaces and punctuation
 * between them are one (S3). Letters that stay at the edges of a change are not part of it.
 * @param together stretches of the old text in which all changes are one, since they were before
 */
export function textDifference(before: NodeJson, after: NodeJson, together: readonly Stretch[] = []): Hunk[] {
  if (sameInline(before.content ?? [], after.content ?? [])) return [];
  const [old, now] = [sideOf(before), sideOf(after)];
  const hunks = tokenHunks(old, now);
  return merge(hunks, old, now, together)
    .map((hunk) => trim(hunk, old, now))
    .filter(({ from, to, newFrom, newTo }) => from < to || newFrom < newTo);
}

function sideOf(block: NodeJson): Side {
  const looks: string[] = [];
  for (const node of joinInline(block.content ?? [])) {
    const look = node.type === 'text' ? marksKey(node.marks) : JSON.stringify([node.type, node.attrs ?? {}]);
    for (let at = node.type === 'text' ? (node.text ?? '').length : 1; at > 0; at--) looks.push(look);
  }
  return { text: inlineText(block), looks };
}

function pieceOf(side: Side, token: Word): Piece {
  const looks = side.looks.slice(token.from, token.to);
  const one = looks.every((look) => look === looks[0]);
  return { key: `${token.text}\n${one ? looks[0] : looks.join('\t')}`, word: hasWord(token.text) };
}

function tokenHunks(old: Side, now: Side): Hunk[] {
  const [oldTokens, newTokens] = [tokensOf(old.text), tokensOf(now.text)];
  const oldPieces = oldTokens.map((token) => pieceOf(old, token));
  const newPieces = newTokens.map((token) => pieceOf(now, token));
  const most = Math.min(oldPieces.length, newPieces.length);
  let head = 0;
  while (head < most && oldPieces[head]?.key === newPieces[head]?.key) head++;
  let tail = 0;
  while (tail < most - head && oldPieces.at(-1 - tail)?.key === newPieces.at(-1 - tail)?.key) tail++;
  const inner = Pairs.of(
    oldPieces.slice(head, oldPieces.length - tail),
    newPieces.slice(head, newPieces.length - tail),
  );
  const start = (tokens: readonly Word[], index: number, text: string) => tokens[index]?.from ?? text.length;
  const hunks: Hunk[] = [];
  let [at, newAt] = [head, head];
  const close = (until: number, newUntil: number) => {
    if (at < until || newAt < newUntil)
      hunks.push({
        from: start(oldTokens, at, old.text),
        to: start(oldTokens, until, old.text),
        newFrom: start(newTokens, newAt, now.text),
        newTo: start(newTokens, newUntil, now.text),
      });
    [at, newAt] = [until + 1, newUntil + 1];
  };
  inner?.one().forEach((place, index) => {
    if (place >= 0) close(head + index, head + place);
  });
  close(oldTokens.length - tail, newTokens.length - tail);
  return hunks;
}

const joinHunks = (first: Hunk, second: Hunk): Hunk => ({
  from: first.from,
  newFrom: first.newFrom,
  to: second.to,
  newTo: second.newTo,
});

/** A stretch of the old text in which all changes are one. */
type Stretch = { readonly from: number; readonly to: number };

function merge(hunks: readonly Hunk[], old: Side, now: Side, together: readonly Stretch[]): Hunk[] {
  const formats = (hunk: Hunk) => onlyLooks(hunk, old, now);
  const between = (first: Hunk, second: Hunk) => wordsOf(old.text.slice(first.to, second.from)).length;
  const within = (first: Hunk, second: Hunk) =>
    together.some(({ from, to }) => from <= first.from && second.to <= to);
  const beside = (first: Hunk, second: Hunk) =>
    between(first, second) === 0 && formats(first) === formats(second);
  // A sentence written anew that kept an "of" is one replacement, not three.
  const anew = (first: Hunk, second: Hunk) =>
    [first, second].every(
      (hunk) => !formats(hunk) && replacedWords(hunk, old, now) > 2 * between(first, second),
    );
  return mergeIf(mergeIf(mergeIf(hunks, within), beside), anew);
}

function mergeIf(hunks: readonly Hunk[], test: (first: Hunk, second: Hunk) => boolean): Hunk[] {
  const result: Hunk[] = [];
  for (const hunk of hunks) {
    const last = result.at(-1);
    if (last && test(last, hunk)) result[result.length - 1] = joinHunks(last, hunk);
    else result.push(hunk);
  }
  return result;
}

const onlyLooks = (hunk: Hunk, old: Side, now: Side) =>
  old.text.slice(hunk.from, hunk.to) === now.text.slice(hunk.newFrom, hunk.newTo);

/** Number of words that go and come where words are replaced by others, else 0. */
function replacedWords(hunk: Hunk, old: Side, now: Side): number {
  const gone = wordsOf(old.text.slice(hunk.from, hunk.to)).length;
  const come = wordsOf(now.text.slice(hunk.newFrom, hunk.newTo)).length;
  return gone > 0 && come > 0 ? gone + come : 0;
}

function trim(hunk: Hunk, old: Side, now: Side): Hunk {
  let { from, to, newFrom, newTo } = hunk;
  const same = (at: number, newAt: number) =>
    old.text[at] === now.text[newAt] && old.looks[at] === now.looks[newAt];
  while (from < to && newFrom < newTo && same(from, newFrom)) {
    from++;
    newFrom++;
  }
  while (from < to && newFrom < newTo && same(to - 1, newTo - 1)) {
    to--;
    newTo--;
  }
  while (from > hunk.from && (cuts(old.text, from) || cuts(now.text, newFrom))) {
    from--;
    newFrom--;
  }
  while (to < hunk.to && (cuts(old.text, to) || cuts(now.text, newTo))) {
    to++;
    newTo++;
  }
  const trimmed = { from, to, newFrom, newTo };
  return onlyLooks(trimmed, old, now) ? trimmed : wholeWords(trimmed, hunk, old, now);
}

/** A word that becomes another is shown whole; letters added to or taken from one are shown alone. */
function wholeWords(trimmed: Hunk, hunk: Hunk, old: Side, now: Side): Hunk {
  let { from, to, newFrom, newTo } = trimmed;
  const gone = old.text.slice(from, to);
  const come = now.text.slice(newFrom, newTo);
  if (!hasWord(gone) || !hasWord(come)) return trimmed;
  const inWord = (left: string) => glued(left, gone) || glued(left, come);
  const outWord = (right: string) => glued(gone, right) || glued(come, right);
  if (inWord(old.text.slice(0, from)))
    while (from > hunk.from && glued(old.text.slice(0, from), old.text.slice(from - 1, from))) {
      from--;
      newFrom--;
    }
  if (outWord(old.text.slice(to)))
    while (to < hunk.to && glued(old.text.slice(to, to + 1), old.text.slice(to))) {
      to++;
      newTo++;
    }
  return { from, to, newFrom, newTo };
}

/** Zero-width joiner, and the sign that asks for a picture. */
const JOINER = '\u200D';
const PICTURE = '\uFE0F';

/** Whether an offset lies within what is one sign to a reader: a surrogate pair, a letter and its accent, a joined emoji. */
function cuts(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return false;
  if (/[\uD800-\uDBFF]/.test(text[at - 1] ?? '') && /[\uDC00-\uDFFF]/.test(text[at] ?? '')) return true;
  const next = text[at] ?? '';
  return (
    next === JOINER || next === PICTURE || text[at - 1] === JOINER || /^\p{M}/u.test(text.slice(at, at + 2))
  );
}
