/** A stretch that stands in both texts: `length` UTF-16 units from `a` in the one and from `b` in the other. */
export interface Run {
  readonly a: number;
  readonly b: number;
  readonly length: number;
}

/** Units by which places of equal text are looked up; shorter runs are looked for only in small gaps. */
const SEED = 4;
/** A seed that stands in more places tells nothing; only the first so many are looked at. */
const MOST_PLACES = 400;
/** Largest gap (product of both lengths) in which runs shorter than `SEED` are looked for. */
const SMALL_GAP = 20_000;

/**
 * What two texts have in common, in order: their longest common stretch, then the same to the left and right of it
 * (Ratcliff and Obershelp, "Gestalt pattern matching", 1988). Unlike a shortest edit script it prefers whole passages to
 * scattered letters. Among equally long stretches the one that displaces text least from `shift` (place in `other` minus
 * place in `one`) is taken. Runs shorter than `minimum` don't count.
 */
export function commonRuns(one: string, other: string, minimum = 1, shift = 0): Run[] {
  const places = seedsOf(other);
  const runs: Run[] = [];
  const waiting: [number, number, number, number][] = [[0, one.length, 0, other.length]];
  for (let gap = waiting.pop(); gap; gap = waiting.pop()) {
    const [fromA, toA, fromB, toB] = gap;
    const best = longest(one, other, gap, places, shift) ?? shortLongest(one, other, gap, shift);
    if (!best || best.length < minimum) continue;
    runs.push(best);
    if (best.a > fromA && best.b > fromB) waiting.push([fromA, best.a, fromB, best.b]);
    const [endA, endB] = [best.a + best.length, best.b + best.length];
    if (endA < toA && endB < toB) waiting.push([endA, toA, endB, toB]);
  }
  return runs.sort((left, right) => left.a - right.a);
}

type Gap = readonly [fromA: number, toA: number, fromB: number, toB: number];

function seedsOf(text: string): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (let at = 0; at + SEED <= text.length; at += 1) {
    const seed = text.slice(at, at + SEED);
    const found = places.get(seed);
    if (!found) places.set(seed, [at]);
    else if (found.length < MOST_PLACES) found.push(at);
  }
  return places;
}

/** The longest common stretch of at least `SEED` units within a gap. */
function longest(
  one: string,
  other: string,
  [fromA, toA, fromB, toB]: Gap,
  places: ReadonlyMap<string, readonly number[]>,
  shift: number,
): Run | null {
  let best: Run | null = null;
  for (let a = fromA; a + SEED <= toA; a += 1) {
    for (const b of places.get(one.slice(a, a + SEED)) ?? []) {
      if (b < fromB) continue;
      if (b + SEED > toB) break;
      // Counted already, from where it begins.
      if (a > fromA && b > fromB && one.charCodeAt(a - 1) === other.charCodeAt(b - 1)) continue;
      let length = SEED;
      while (
        a + length < toA &&
        b + length < toB &&
        one.charCodeAt(a + length) === other.charCodeAt(b + length)
      )
        length += 1;
      best = better(best, { a, b, length }, shift);
    }
  }
  return best;
}

/** As `longest`, of any length, by comparing every pair of places: for small gaps only. */
function shortLongest(one: string, other: string, [fromA, toA, fromB, toB]: Gap, shift: number): Run | null {
  if ((toA - fromA) * (toB - fromB) > SMALL_GAP) return null;
  let best: Run | null = null;
  for (let a = fromA; a < toA; a += 1) {
    for (let b = fromB; b < toB; b += 1) {
      let length = 0;
      while (
        a + length < toA &&
        b + length < toB &&
        one.charCodeAt(a + length) === other.charCodeAt(b + length)
      )
        length += 1;
      if (length > 0) best = better(best, { a, b, length }, shift);
    }
  }
  return best;
}

function better(best: Run | null, run: Run, shift: number): Run {
  if (!best || run.length > best.length) return run;
  if (run.length < best.length) return best;
  return Math.abs(run.b - run.a - shift) < Math.abs(best.b - best.a - shift) ? run : best;
}

/** Where a run ends in the other text. */
export const endOf = ({ b, length }: Run): number => b + length;

export const lettersOf = (runs: readonly Run[]): number => runs.reduce((sum, { length }) => sum + length, 0);

/** Runs of parts of two texts as runs of the texts themselves. */
export const moved =
  (a: number, b: number) =>
  (run: Run): Run => ({ a: run.a + a, b: run.b + b, length: run.length });
