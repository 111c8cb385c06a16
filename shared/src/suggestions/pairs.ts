/** Weight of a pair of words, of a pair of other signs, and of a pair that stands beside another pair in both lists. */
const WORD = 10_000;
const SIGN = 30;
const BESIDE = 10;
/** Most pairs that are weighed. */
const MAX_PAIRS = 4_000_000;

/** A thing that stands in two lists, with what makes it the same. */
export interface Piece {
  readonly key: string;
  readonly word: boolean;
}

/** Weights of the best alignments of what comes before, or from, each pair of places in two lists. */
interface Weights {
  readonly best: Int32Array;
  /** Of those alignments that have this very pair next; -1 where the two are not the same. */
  readonly pair: Int32Array;
}

/**
 * All best alignments of two short lists: the most words in common, then the fewest breaks, then the most other signs. (The
 * longest common subsequence by dynamic programming, with a weight for staying together; both ends of the lists count as pairs.)
 * Null when the lists are too long to try.
 */
export class Pairs {
  private readonly behind: Weights;

  private constructor(
    private readonly old: readonly Piece[],
    private readonly now: readonly Piece[],
  ) {
    this.behind = weigh(old.toReversed(), now.toReversed());
  }

  static of(old: readonly Piece[], now: readonly Piece[]): Pairs | null {
    return (old.length + 1) * (now.length + 1) > MAX_PAIRS ? null : new Pairs(old, now);
  }

  /** One best alignment: for each of the old things its number in the new list, or -1. */
  one(): number[] {
    const places = this.old.map(() => -1);
    let [i, j, beside] = [0, 0, true];
    while (i < this.old.length && j < this.now.length) {
      const best = this.from(i, j);
      const pair = this.startingAt(i, j);
      if (pair >= 0 && pair + (beside ? BESIDE : 0) >= best) {
        places[i] = j;
        i++;
        j++;
        beside = true;
        continue;
      }
      beside = false;
      if (this.from(i + 1, j) === best) i++;
      else j++;
    }
    return places;
  }

  /** For each of the old things its number in the new list if it is there in all best alignments, and in one place; or -1. */
  sure(): number[] {
    const { old, now } = this;
    const ahead = weigh(old, now);
    const width = now.length + 1;
    const total = Math.max(this.from(0, 0), this.startingAt(0, 0) < 0 ? 0 : this.startingAt(0, 0) + BESIDE);
    return old.map(({ key, word }, i) => {
      let place = -1;
      for (let j = 0; j < width; j++) {
        // As good an alignment leaves it out.
        if ((ahead.best[i * width + j] as number) + this.from(i + 1, j) >= total) return -1;
        if (now[j]?.key !== key) continue;
        const own = word ? WORD : SIGN;
        const weight = (ahead.pair[(i + 1) * width + j + 1] as number) + this.startingAt(i, j) - own;
        if (weight < total) continue;
        if (place >= 0) return -1;
        place = j;
      }
      return place;
    });
  }

  private at(i: number, j: number): number {
    return (this.old.length - i) * (this.now.length + 1) + this.now.length - j;
  }
  private from(i: number, j: number): number {
    return this.behind.best[this.at(i, j)] as number;
  }
  private startingAt(i: number, j: number): number {
    return this.behind.pair[this.at(i, j)] as number;
  }
}

function weigh(old: readonly Piece[], now: readonly Piece[]): Weights {
  const width = now.length + 1;
  const best = new Int32Array((old.length + 1) * width);
  const pair = new Int32Array((old.length + 1) * width).fill(-1);
  const numbers = new Map<string, number>();
  const numberOf = ({ key }: Piece) => {
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  };
  const [oldNumbers, nowNumbers] = [old.map(numberOf), now.map(numberOf)];
  pair[0] = 0;
  for (let i = 1; i <= old.length; i++) {
    const own = old[i - 1]?.word ? WORD : SIGN;
    for (let j = 1; j < width; j++) {
      const at = i * width + j;
      let most = Math.max(best[at - width] as number, best[at - 1] as number);
      if (oldNumbers[i - 1] === nowNumbers[j - 1]) {
        const before = at - width - 1;
        const beside = pair[before] as number;
        const weight = own + Math.max(best[before] as number, beside < 0 ? 0 : beside + BESIDE);
        pair[at] = weight;
        most = Math.max(most, weight);
      }
      best[at] = most;
    }
  }
  return { best, pair };
}
