import { commonRuns, endOf, lettersOf, moved, type Run } from '../common-runs';
import type { ChapterText } from './chapter-text';
import { quoteOf, type Stretch, type Wanted } from './quote-context';

/** How much may have been typed before a run of this length, for it to belong to the one before. */
const TYPED_BESIDE = [
  { length: 12, most: Number.POSITIVE_INFINITY },
  { length: 6, most: 400 },
  { length: 0, most: 24 },
] as const;
/** What goes on in the next block begins no farther from its edge. */
const NEAR = 8;
/** A run of this length is no chance. */
const TELLING = 8;

/**
 * What a passage has in common with wanted words and their context, in order: `a` counts in prefix, quote and suffix
 * together, `b` in the chapter.
 *
 * @param expected where the words would begin if nothing had changed
 */
export function runsIn(
  chapter: ChapterText,
  wanted: Wanted,
  passage: Stretch,
  expected: number,
): readonly Run[] {
  const whole = wholeOf(wanted);
  const shift = expected - wanted.prefix.length - passage.from;
  const text = chapter.text.slice(passage.from, passage.to);
  let runs: readonly Run[] = chained(commonRuns(whole, text, 3, shift)).map(moved(0, passage.from));
  runs = withTail(chapter, wanted, runs, passage.to);
  runs = withHead(chapter, wanted, runs, passage.from);
  return toContext(chapter.text, whole, quoteOf(wanted), runs);
}

const wholeOf = ({ prefix, quote, suffix }: Wanted): string => prefix + quote + suffix;

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
function withTail(
  { text, isEdge }: ChapterText,
  wanted: Wanted,
  runs: readonly Run[],
  edge: number,
): readonly Run[] {
  const whole = wholeOf(wanted);
  const last = runs.at(-1);
  const done = last ? last.a + last.length : whole.length;
  if (!last || done === whole.length || edge - endOf(last) > NEAR) return runs;
  const rest = whole.slice(done);
  const following = text.slice(edge, edge + 2 * rest.length + 64);
  const found = chained(commonRuns(rest, following, 3));
  const first = found[0];
  if (!first || Math.max(first.a, first.b) > NEAR || skipsBlock(isEdge, edge, edge + first.b)) return runs;
  return goesOn(found, rest, quoteOf(wanted).to - done, first.a + first.b)
    ? [...runs, ...found.map(moved(done, edge))]
    : runs;
}

function withHead(
  { text, isEdge }: ChapterText,
  wanted: Wanted,
  runs: readonly Run[],
  edge: number,
): readonly Run[] {
  const whole = wholeOf(wanted);
  const first = runs[0];
  if (!first || first.a === 0 || first.b - edge > NEAR) return runs;
  const rest = whole.slice(0, first.a);
  const start = Math.max(0, edge - 2 * rest.length - 64);
  const before = text.slice(start, edge);
  const found = chained(commonRuns(rest, before, 3, before.length - rest.length));
  const last = found.at(-1);
  if (!last) return runs;
  const missing = [rest.length - last.a - last.length, before.length - endOf(last)];
  if (Math.max(...missing) > NEAR || skipsBlock(isEdge, start + endOf(last), edge)) return runs;
  return goesOn(found, rest, first.a - quoteOf(wanted).from, Math.max(...missing))
    ? [...found.map(moved(0, start)), ...runs]
    : runs;
}

/** Whether a whole block stands between two places at edges of others. */
const skipsBlock = (isEdge: ChapterText['isEdge'], from: number, to: number): boolean =>
  from < to && isEdge(from) && isEdge(to);

/** Whether runs are what was to go on: a good part of it, or, when it is short, all of it right at the edge. */
function goesOn(found: readonly Run[], rest: string, ofQuote: number, missing: number): boolean {
  const longest = Math.max(...found.map(({ length }) => length));
  return (
    (longest >= TELLING && lettersOf(found) * 3 >= ofQuote) || (missing === 0 && longest === rest.length)
  );
}

/**
 * Where a letter may have been of the words or of the text beside them (a deleted word had a space before and one after it,
 * and one is left), it counts to the text beside them.
 */
function toContext(text: string, whole: string, quote: Stretch, runs: readonly Run[]): Run[] {
  const slid = [...runs];
  for (let index = 0; index + 1 < slid.length; index += 1) {
    let [one, other] = [slid[index], slid[index + 1]];
    if (!one || !other || endOf(one) !== other.b) continue;
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
      whole[other.a - 1] === text[endOf(one) - 1]
    ) {
      other = { a: other.a - 1, b: other.b - 1, length: other.length + 1 };
      one = { ...one, length: one.length - 1 };
    }
    slid[index] = one;
    slid[index + 1] = other;
  }
  return slid;
}
