import { commonRuns, endOf, lettersOf, moved, type Run } from '../common-runs';
import type { ChapterText } from './chapter-text';
import { runsIn } from './passage-runs';
import { cutsWord, quoteOf, type Stretch, type Wanted } from './quote-context';

/** What has become of the words in a passage that was edited. */
export type Outcome =
  | ({
      readonly fate: 'kept';
      /** Whether text right beside them is untouched on one side at least. */
      readonly pinned: boolean;
      /** Which part of the words and their context together was found. */
      readonly share: number;
      /** Parts of the quote (offsets in it) that are missing where a block ends or begins: they may have moved with another. */
      readonly missing: readonly Stretch[];
    } & Stretch)
  /** What stood before and after them is there, they are not. */
  | { readonly fate: 'deleted' }
  | { readonly fate: 'unknown' };

/** Letters that stand together in this number, and are this part of the words, hold whatever stands beside them. */
const HOLDS = { letters: 12, part: 0.1 };
/** So much of a context right beside the words pins them down on that side. */
const PIN = 8;

/** A stretch to look through; `isHome`: it is the words' own blocks, from edge to edge. */
export interface Passage extends Stretch {
  readonly isHome: boolean;
}

/**
 * Compares words and their context with the passage they stood in, letter by letter. What is left of the words, from the
 * first to the last letter kept, is what the anchor means now: deleting a part shrinks it, typing inside extends it, typing
 * at an edge does not (C4). Letters count as kept when they are most of the words, or of what stands in their place, or
 * whole words beside an untouched context: not when a few letters of other words happen to be the same.
 */
export function survivorsIn(
  chapter: ChapterText,
  wanted: Wanted,
  passage: Passage,
  expected: number,
): Outcome {
  const { prefix, quote, suffix } = wanted;
  const runs = runsIn(chapter, wanted, passage, expected);
  const { from: begins, to: ends } = quoteOf(wanted);
  const left = pinBefore(chapter, wanted, runs) ?? edgeBefore(chapter, wanted, runs, passage);
  const right = pinAfter(chapter, wanted, runs) ?? edgeAfter(chapter, wanted, runs, passage);
  let pieces = runs.flatMap((run) => {
    const [from, to] = [Math.max(run.a, begins), Math.min(run.a + run.length, ends)];
    return to > from ? [{ a: from - begins, b: run.b + from - run.a, length: to - from }] : [];
  });
  const first = pieces[0];
  const last = pieces.at(-1);
  const pinned =
    left !== null &&
    right !== null &&
    left <= right &&
    (!first || first.b >= left) &&
    (!last || endOf(last) <= right);
  if (pinned && quote.length * (right - left) <= 250_000)
    pieces = betweenPins(quote, chapter.text.slice(left, right)).map(moved(0, left));
  const room = pinned ? { from: left, to: right } : null;
  const found = kept(chapter, quote, pieces, { room, left, right });
  if (!found) return pinned ? { fate: 'deleted' } : { fate: 'unknown' };
  return { fate: 'kept', ...found, share: lettersOf(runs) / (prefix.length + quote.length + suffix.length) };
}

/** What the words and the text now in their place have in common: at both ends first, where the untouched text holds them. */
function betweenPins(quote: string, text: string): Run[] {
  const most = Math.min(quote.length, text.length);
  let head = 0;
  while (head < most && quote.charCodeAt(head) === text.charCodeAt(head)) head += 1;
  let tail = 0;
  while (
    tail < most - head &&
    quote.charCodeAt(quote.length - 1 - tail) === text.charCodeAt(text.length - 1 - tail)
  )
    tail += 1;
  // Where nothing else stands, all of it is left of the words.
  if (head + tail < text.length)
    [head, tail] = [wholeHead(quote, text, head, tail), wholeTail(quote, text, head, tail)];
  // Typed at both edges; a short word may also be there by chance, within what was typed between its first and last letter.
  const whole = text.indexOf(quote);
  if (whole >= 0 && (quote.length >= 6 || head + tail < quote.length))
    return [{ a: 0, b: whole, length: quote.length }];
  const middle = commonRuns(quote.slice(head, quote.length - tail), text.slice(head, text.length - tail));
  return [
    { a: 0, b: 0, length: head },
    ...middle.map(moved(head, head)),
    { a: quote.length - tail, b: text.length - tail, length: tail },
  ].filter(({ length }) => length > 0);
}

/**
 * Letters in the middle of a word of the quote are there by chance, far from the other end that was kept, or when that word still
 * stands elsewhere in the text: the "s" of "others", typed behind "ideas". Where both ends meet in one word that is gone, that
 * word was typed into or replaced, and they stay.
 */
function wholeHead(quote: string, text: string, head: number, tail: number): number {
  const { from, to } = wordAround(quote, head);
  const isGone = !text.slice(head).includes(quote.slice(from, to));
  return from === to || (quote.length - tail <= to && isGone) ? head : from;
}

function wholeTail(quote: string, text: string, head: number, tail: number): number {
  const { from, to } = wordAround(quote, quote.length - tail);
  const isGone = !text.slice(0, text.length - tail).includes(quote.slice(from, to));
  return from === to || (head >= from && isGone) ? tail : quote.length - to;
}

/** The word that goes on over this place; empty where none does. */
function wordAround(text: string, at: number): Stretch {
  let [from, to] = [at, at];
  while (cutsWord(text, from)) from -= 1;
  while (cutsWord(text, to)) to += 1;
  return { from, to };
}

/** Where the untouched text before the words ends, or null where it is not untouched. */
function pinBefore(
  { isEdge }: ChapterText,
  { prefix, fromEdge }: Wanted,
  runs: readonly Run[],
): number | null {
  const first = runs[0];
  // Nothing stood before them but the edge of the block.
  if (prefix.length === 0) return fromEdge && first ? nearestEdge(isEdge, first.b, -1) : null;
  // A space beside deleted words is often deleted with them.
  const bare = prefix.trimEnd().length;
  const need = Math.min(PIN, bare);
  const run = runs.find(({ a, length }) => a <= bare - need && a + length >= bare && a < prefix.length);
  if (!run) return null;
  const firm = need === PIN || (fromEdge && run.a === 0 && isEdge(run.b));
  return firm ? Math.min(run.b + prefix.length - run.a, endOf(run)) : null;
}

function pinAfter({ isEdge }: ChapterText, wanted: Wanted, runs: readonly Run[]): number | null {
  const { suffix, toEdge } = wanted;
  const last = runs.at(-1);
  if (suffix.length === 0) return toEdge && last ? nearestEdge(isEdge, endOf(last), 1) : null;
  const begins = quoteOf(wanted).to;
  const ends = begins + suffix.length;
  const bare = ends - suffix.trimStart().length;
  const need = Math.min(PIN, ends - bare);
  const run = runs.find(({ a, length }) => a <= bare && a + length >= bare + need && a + length > begins);
  if (!run) return null;
  const firm = need === PIN || (toEdge && run.a + run.length === ends && isEdge(endOf(run)));
  return firm ? Math.max(run.b + begins - run.a, run.b) : null;
}

/** A context too short to be found as a run (a full stop) holds at the edge of the block it reached to. */
function edgeBefore(
  { text }: ChapterText,
  { prefix, fromEdge }: Wanted,
  runs: readonly Run[],
  { from, isHome }: Passage,
) {
  const at = from + prefix.length;
  const isThere = isHome && fromEdge && prefix.length < PIN && text.startsWith(prefix, from);
  return isThere && runs.every(({ b }) => b >= at) ? at : null;
}

function edgeAfter(
  { text }: ChapterText,
  { suffix, toEdge }: Wanted,
  runs: readonly Run[],
  { to, isHome }: Passage,
) {
  const at = to - suffix.length;
  const isThere = isHome && toEdge && suffix.length < PIN && at >= 0 && text.startsWith(suffix, at);
  return isThere && runs.every((run) => endOf(run) <= at) ? at : null;
}

/** The chapter's text begins and ends with an edge. */
function nearestEdge(isEdge: ChapterText['isEdge'], from: number, step: 1 | -1): number {
  let at = from;
  while (!isEdge(at)) at += step;
  return at;
}

interface Pins {
  readonly room: Stretch | null;
  readonly left: number | null;
  readonly right: number | null;
}

/** The stretch from the first to the last kept letter, when enough is kept. */
function kept(
  chapter: ChapterText,
  quote: string,
  all: readonly Run[],
  pins: Pins,
): (Stretch & { pinned: boolean; missing: Stretch[] }) | null {
  const { text } = chapter;
  const { room, left, right } = pins;
  const pieces = withoutCrumbs(text, quote, all, pins);
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (!first || !last) return null;
  const measure = room ? Math.min(quote.length, room.to - room.from) : quote.length;
  const letters = lettersOf(pieces);
  // Only typed into, or only deleted from; else by what stands together: more where nothing holds it in its place.
  const together = room ? 3 : 6;
  const solid = letters === measure ? letters : lettersOf(pieces.filter(({ length }) => length >= together));
  const enough = solid * 2 >= measure && (room !== null || solid >= 6);
  const holds = pieces.some(
    (piece) =>
      piece.length >= Math.max(HOLDS.letters, HOLDS.part * quote.length) ||
      ((piece.b === left || endOf(piece) === right) && wholeWords(quote, text, piece) >= 3),
  );
  if (!enough && !holds) return null;
  const pinned = room !== null || first.b === left || endOf(last) === right;
  return {
    pinned,
    missing: missingAtEdges(chapter, quote, pieces),
    ...trimmed(text, quote, first.b, endOf(last)),
  };
}

function missingAtEdges({ isEdge }: ChapterText, quote: string, pieces: readonly Run[]): Stretch[] {
  const missing: Stretch[] = [];
  let from = 0;
  let edge: number | null = null;
  for (const piece of pieces) {
    if (piece.a > from && (isEdge(piece.b) || (edge !== null && isEdge(edge))))
      missing.push({ from, to: piece.a });
    from = piece.a + piece.length;
    edge = endOf(piece);
  }
  if (from < quote.length && edge !== null && isEdge(edge)) missing.push({ from, to: quote.length });
  return missing;
}

/** How far one run is behind another, in the text in which it is farther. */
const gap = (one: Run, other: Run): number => Math.max(other.a - one.a - one.length, other.b - endOf(one));

/** Without letters at either end that may be there by chance: few, of other words, and beside nothing untouched. */
function withoutCrumbs(text: string, quote: string, all: readonly Run[], { left, right }: Pins): Run[] {
  const pieces = [...all];
  if (lettersOf(all) >= 0.9 * quote.length) return pieces;
  const isCrumb = (piece: Run, next: Run | undefined) => {
    if (piece.length >= 4 || piece.b === left || endOf(piece) === right) return false;
    const apart = next ? Math.max(gap(piece, next), gap(next, piece)) : 0;
    return apart > 2 && wholeWords(quote, text, piece) < 2;
  };
  for (let first = pieces[0]; first && isCrumb(first, pieces[1]); first = pieces[0]) pieces.shift();
  for (let last = pieces.at(-1); last && isCrumb(last, pieces.at(-2)); last = pieces.at(-1)) pieces.pop();
  return pieces;
}

/** Without the spaces left beside a deleted word, which the words did not begin or end with. */
function trimmed(text: string, quote: string, from: number, to: number): Stretch {
  const stretch = text.slice(from, to);
  const before = /^\s/.test(quote) ? 0 : stretch.length - stretch.trimStart().length;
  const after = /\s$/.test(quote) ? 0 : stretch.length - stretch.trimEnd().length;
  return before + after < stretch.length ? { from: from + before, to: to - after } : { from, to };
}

/** Letters of words that are whole both in the quote and in the text. */
function wholeWords(quote: string, text: string, { a, b, length }: Run): number {
  let letters = 0;
  for (const match of quote.slice(a, a + length).matchAll(/[\p{L}\p{N}]+/gu)) {
    const [from, to] = [match.index, match.index + match[0].length];
    const isCut =
      cutsWord(quote, a + from) ||
      cutsWord(quote, a + to) ||
      cutsWord(text, b + from) ||
      cutsWord(text, b + to);
    if (!isCut) letters += match[0].length;
  }
  return letters;
}
