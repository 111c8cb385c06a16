import type { ChapterText } from './chapter-text';
import { commonRuns, type Run } from './common-runs';
import { cutsWord, type Wanted } from './quote-context';

/** A stretch of the chapter's text. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** What has become of the words in a passage that was edited. */
export type Outcome =
  | ({
      readonly fate: 'kept';
      /** Whether text right beside them is untouched on one side at least. */
      readonly pinned: boolean;
      /** Which part of the words and their context together was found. */
      readonly share: number;
    } & Stretch)
  /** What stood before and after them is there, they are not. */
  | { readonly fate: 'deleted' }
  | { readonly fate: 'unknown' };

/** A run of this length holds by itself, however much was typed beside it; a shorter one when it was not too much. */
const HOLDS = 12;
const TYPED_BESIDE = [
  { length: HOLDS, most: Number.POSITIVE_INFINITY },
  { length: 6, most: 400 },
  { length: 0, most: 24 },
] as const;
/** So much of a context right beside the words pins them down on that side. */
const PIN = 8;

/**
 * Compares words and their context with the passage they stood in, letter by letter. What is left of the words, from the
 * first to the last letter kept, is what the anchor means now: deleting a part shrinks it, typing inside extends it, typing
 * at an edge does not (C4). Letters count as kept when they are most of the words, or of what stands in their place, or
 * whole words beside an untouched context: not when a few letters of other words happen to be the same.
 */
export function survivorsIn(
  chapter: ChapterText,
  wanted: Wanted,
  passage: Stretch,
  expected: number,
): Outcome {
  const { prefix, quote, suffix } = wanted;
  const whole = prefix + quote + suffix;
  const shift = expected - prefix.length - passage.from;
  const text = chapter.text.slice(passage.from, passage.to);
  let runs: readonly Run[] = chained(commonRuns(whole, text, 3, shift)).map(moved(0, passage.from));
  runs = withTail(chapter, whole, runs, passage.to);
  runs = withHead(chapter, whole, runs, passage.from);
  runs = toContext(chapter.text, whole, quoteOf(wanted), runs);

  const { from: begins, to: ends } = quoteOf(wanted);
  const left = pinBefore(chapter, wanted, runs);
  const right = pinAfter(chapter, wanted, runs);
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
    (!last || end(last) <= right);
  if (pinned && quote.length * (right - left) <= 250_000)
    pieces = betweenPins(quote, chapter.text.slice(left, right)).map(moved(0, left));
  const room = pinned ? { from: left, to: right } : null;
  const found = kept(chapter, quote, pieces, { room, left, right });
  if (!found) return pinned ? { fate: 'deleted' } : { fate: 'unknown' };
  return { fate: 'kept', ...found, share: lettersOf(runs) / whole.length };
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

const quoteOf = ({ prefix, quote }: Wanted): Stretch => ({
  from: prefix.length,
  to: prefix.length + quote.length,
});

const end = (run: Run): number => run.b + run.length;
const moved =
  (a: number, b: number) =>
  (run: Run): Run => ({ a: run.a + a, b: run.b + b, length: run.length });

/** Leaves out short runs that stand far from where they belong: letters that are there by chance. */
function chained(runs: readonly Run[]): Run[] {
  const longest = runs.reduce<Run | null>(
    (best, run) => (best && best.length >= run.length ? best : run),
    null,
  );
  if (!longest) return [];
  const chain = [longest];
  const start = runs.indexOf(longest);
  const fits = (one: Run, other: Run, run: Run) => {
    const missing = other.a - one.a - one.length;
    const typed = other.b - one.b - one.length;
    const most = TYPED_BESIDE.find(({ length }) => run.length >= length)?.most ?? 0;
    return typed <= 3 * missing + most;
  };
  for (const run of runs.slice(start + 1)) {
    const last = chain.at(-1) ?? longest;
    if (fits(last, run, run)) chain.push(run);
  }
  for (const run of runs.slice(0, start).reverse()) {
    const first = chain[0] ?? longest;
    if (fits(run, first, run)) chain.unshift(run);
  }
  return chain;
}

/** When the passage breaks off before all was found, it may go on in what follows: the block was split there. */
function withTail({ text }: ChapterText, whole: string, runs: readonly Run[], edge: number): readonly Run[] {
  const last = runs.at(-1);
  const done = last ? last.a + last.length : whole.length;
  if (!last || done === whole.length || edge - end(last) > PIN) return runs;
  const rest = whole.slice(done);
  const following = text.slice(edge, edge + 2 * rest.length + 64);
  const found = chained(commonRuns(rest, following, 3));
  const first = found[0];
  if (!first || Math.max(first.a, first.b) > PIN) return runs;
  const goesOn = longestOf(found) >= PIN || (first.a + first.b === 0 && first.length === rest.length);
  return goesOn ? [...runs, ...found.map(moved(done, edge))] : runs;
}

function withHead({ text }: ChapterText, whole: string, runs: readonly Run[], edge: number): readonly Run[] {
  const first = runs[0];
  if (!first || first.a === 0 || first.b - edge > PIN) return runs;
  const rest = whole.slice(0, first.a);
  const start = Math.max(0, edge - 2 * rest.length - 64);
  const before = text.slice(start, edge);
  const found = chained(commonRuns(rest, before, 3, before.length - rest.length));
  const last = found.at(-1);
  if (!last) return runs;
  const missing = [rest.length - last.a - last.length, before.length - end(last)];
  if (Math.max(...missing) > PIN) return runs;
  const goesOn = longestOf(found) >= PIN || (Math.max(...missing) === 0 && last.length === rest.length);
  return goesOn ? [...found.map(moved(0, start)), ...runs] : runs;
}

const longestOf = (runs: readonly Run[]): number => Math.max(...runs.map(({ length }) => length));

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
  return firm ? Math.min(run.b + prefix.length - run.a, end(run)) : null;
}

function pinAfter({ isEdge }: ChapterText, wanted: Wanted, runs: readonly Run[]): number | null {
  const { suffix, toEdge } = wanted;
  const last = runs.at(-1);
  if (suffix.length === 0) return toEdge && last ? nearestEdge(isEdge, end(last), 1) : null;
  const begins = quoteOf(wanted).to;
  const ends = begins + suffix.length;
  const bare = ends - suffix.trimStart().length;
  const need = Math.min(PIN, ends - bare);
  const run = runs.find(({ a, length }) => a <= bare && a + length >= bare + need && a + length > begins);
  if (!run) return null;
  const firm = need === PIN || (toEdge && run.a + run.length === ends && isEdge(end(run)));
  return firm ? Math.max(run.b + begins - run.a, run.b) : null;
}

/** The chapter's text begins and ends with an edge. */
function nearestEdge(isEdge: ChapterText['isEdge'], from: number, step: 1 | -1): number {
  let at = from;
  while (!isEdge(at)) at += step;
  return at;
}

/**
 * Where a letter may have been of the words or of the text beside them (a deleted word had a space before and one after it,
 * and one is left), it counts to the text beside them.
 */
function toContext(text: string, whole: string, quote: Stretch, runs: readonly Run[]): Run[] {
  const slid = [...runs];
  for (let index = 0; index + 1 < slid.length; index += 1) {
    let [one, other] = [slid[index], slid[index + 1]];
    if (!one || !other || end(one) !== other.b) continue;
    while (
      one.a + one.length < quote.from &&
      other.a >= quote.from &&
      other.length > 1 &&
      whole[one.a + one.length] === text[other.b]
    ) {
      one = { ...one, length: one.length + 1 };
      other = { a: other.a + 1, b: other.b + 1, length: other.length - 1 };
    }
    while (
      other.a > quote.to &&
      one.a + one.length <= quote.to &&
      one.length > 1 &&
      whole[other.a - 1] === text[end(one) - 1]
    ) {
      other = { a: other.a - 1, b: other.b - 1, length: other.length + 1 };
      one = { ...one, length: one.length - 1 };
    }
    slid[index] = one;
    slid[index + 1] = other;
  }
  return slid;
}

interface Pins {
  readonly room: Stretch | null;
  readonly left: number | null;
  readonly right: number | null;
}

/** The stretch from the first to the last kept letter, when enough is kept. */
function kept(
  { text }: ChapterText,
  quote: string,
  all: readonly Run[],
  pins: Pins,
): (Stretch & { pinned: boolean }) | null {
  const { room, left, right } = pins;
  const pieces = withoutCrumbs(text, quote, all, pins);
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (!first || !last) return null;
  const measure = room ? Math.min(quote.length, room.to - room.from) : quote.length;
  const letters = lettersOf(pieces);
  // Only typed into, or only deleted from; else by what stands together.
  const solid = letters === measure ? letters : lettersOf(pieces.filter(({ length }) => length >= 3));
  const enough = solid * 2 >= measure && (room !== null || solid >= 6);
  const holds = pieces.some(
    (piece) =>
      piece.length >= HOLDS ||
      ((piece.b === left || end(piece) === right) && wholeWords(quote, text, piece) >= 3),
  );
  if (!enough && !holds) return null;
  const pinned = room !== null || first.b === left || end(last) === right;
  return { pinned, ...trimmed(text, quote, first.b, end(last)) };
}

const lettersOf = (runs: readonly Run[]): number => runs.reduce((sum, { length }) => sum + length, 0);

/** Without letters at either end that may be there by chance: few, of other words, and beside nothing untouched. */
function withoutCrumbs(text: string, quote: string, all: readonly Run[], { left, right }: Pins): Run[] {
  const pieces = [...all];
  if (lettersOf(all) >= 0.9 * quote.length) return pieces;
  const isCrumb = (piece: Run, next: Run | undefined) => {
    if (piece.length >= 4 || piece.b === left || end(piece) === right) return false;
    const apart = next ? Math.max(next.b - end(piece), piece.b - end(next)) : 0;
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
