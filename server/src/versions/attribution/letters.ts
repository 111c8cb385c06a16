import type { ClockRange } from '../../storage/ports';

/** Text and, letter by letter, the clocks it was written under: their lengths add up to the text's (UTF-16 units). */
export interface Passage {
  readonly text: string;
  readonly letters: readonly ClockRange[];
}

/** The clocks of the letters from one offset to another. */
export function lettersBetween(letters: readonly ClockRange[], from: number, to: number): ClockRange[] {
  const found: ClockRange[] = [];
  let at = 0;
  for (const [client, clock, length] of letters) {
    const [start, end] = [Math.max(from - at, 0), Math.min(to - at, length)];
    if (end > start) add(found, [client, clock + start, end - start]);
    at += length;
    if (at >= to) break;
  }
  return found;
}

/** Puts a range behind others; where it goes on from the last one they become one. */
export function add(ranges: ClockRange[], range: ClockRange): void {
  const last = ranges.at(-1);
  if (last && last[0] === range[0] && last[1] + last[2] === range[1])
    ranges[ranges.length - 1] = [last[0], last[1], last[2] + range[2]];
  else ranges.push(range);
}

/** Something known of a run of one client's clocks. */
export interface Known<T> {
  readonly clock: number;
  readonly length: number;
  readonly is: T;
}

/** What is known of clocks: runs that never overlap, in order per client, mostly added at the end. */
export class ByClock<T> {
  readonly #clients = new Map<number, Known<T>[]>();

  /** Sets what holds for a range; what is known already of parts of it stays. */
  set([client, clock, length]: ClockRange, is: (offset: number) => T): void {
    let at = clock;
    for (const gap of this.#gaps(client, clock, clock + length)) {
      at = gap.clock;
      this.#insert(client, { ...gap, is: is(at - clock) });
    }
  }

  /** What is known of a range, piece by piece in order; null where nothing is. `offset`: where the piece begins within its run. */
  over(range: ClockRange, see: (piece: ClockRange, is: T | null, offset: number) => void): void {
    const [client, clock, length] = range;
    const end = clock + length;
    const runs = this.#clients.get(client) ?? [];
    let at = clock;
    for (let index = firstEndingAfter(runs, clock); at < end; index++) {
      const run = runs[index];
      if (!run || run.clock >= end) {
        see([client, at, end - at], null, 0);
        return;
      }
      if (run.clock > at) see([client, at, run.clock - at], null, 0);
      const from = Math.max(at, run.clock);
      const to = Math.min(end, run.clock + run.length);
      see([client, from, to - from], run.is, from - run.clock);
      at = to;
    }
  }

  *[Symbol.iterator](): Generator<[client: number, runs: readonly Known<T>[]]> {
    for (const [client, runs] of this.#clients) yield [client, runs];
  }

  #gaps(client: number, clock: number, end: number): { clock: number; length: number }[] {
    const gaps: { clock: number; length: number }[] = [];
    this.over([client, clock, end - clock], (piece, is) => {
      if (is === null) gaps.push({ clock: piece[1], length: piece[2] });
    });
    return gaps;
  }

  #insert(client: number, run: Known<T>): void {
    const runs = this.#clients.get(client);
    if (!runs) this.#clients.set(client, [run]);
    else if ((runs.at(-1)?.clock ?? -1) < run.clock) runs.push(run);
    else runs.splice(firstEndingAfter(runs, run.clock), 0, run);
  }
}

function firstEndingAfter(runs: readonly { clock: number; length: number }[], clock: number): number {
  let [low, high] = [0, runs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const run = runs[middle];
    if (run && run.clock + run.length <= clock) low = middle + 1;
    else high = middle;
  }
  return low;
}
