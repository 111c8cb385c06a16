import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { ClockRange } from '../../storage/ports';
import { add, ByClock, type Known } from './letters';

type Place = readonly [client: number, clock: number];

/** Letters that were left standing but are others' since a step. */
interface Swap extends Known<Place> {
  /** A letter that came with that step: a text without it is from before. */
  readonly since: Place;
}

/** Whether a text holds what was written under this clock. */
export type Holds = (client: number, clock: number) => boolean;

/** Letters that were not written where they stand but carried there: which clocks they were first written under. */
export class Carried {
  readonly #links = new ByClock<Place>();
  /** Per client, oldest first. */
  readonly #swaps = new Map<number, Swap[]>();

  /** Notes that the letters of `now` were those of `before`, in order and of the same length. */
  note(now: ClockRange, before: readonly ClockRange[]): void {
    let at = now[1];
    for (const [client, clock, length] of this.first(before)) {
      this.#links.set([now[0], at, length], (offset) => [client, clock + offset]);
      at += length;
    }
  }

  /**
   * Notes that letters left standing are those of `before` (as `first` gives them) since the step that brought the letter `since`: the editor keeps
   * equal letters where it writes other words over them.
   */
  swap(now: ClockRange, before: readonly ClockRange[], since: Place): void {
    let at = now[1];
    const swaps = this.#swaps.get(now[0]) ?? [];
    for (const [client, clock, length] of before) {
      swaps.push({ clock: at, length, is: [client, clock], since });
      at += length;
    }
    this.#swaps.set(now[0], swaps);
  }

  /**
   * Under which clocks these letters were first written, in the same order.
   * @param holds what the text holds in which they stand; left out, it is the newest
   */
  first(letters: readonly ClockRange[], holds: Holds = () => true): ClockRange[] {
    const first: ClockRange[] = [];
    for (const range of letters) {
      const swaps = this.#swaps.get(range[0])?.filter(({ since }) => holds(...since));
      this.#firstOf(range, swaps ?? [], first);
    }
    return first;
  }

  #firstOf([client, clock, length]: ClockRange, swaps: readonly Swap[], into: ClockRange[]): void {
    if (length <= 0) return;
    const end = clock + length;
    const at = swaps.findLastIndex((swap) => swap.clock < end && clock < swap.clock + swap.length);
    const swap = swaps[at];
    if (swap) {
      const [from, to] = [Math.max(clock, swap.clock), Math.min(end, swap.clock + swap.length)];
      const older = swaps.slice(0, at);
      this.#firstOf([client, clock, from - clock], older, into);
      add(into, [swap.is[0], swap.is[1] + from - swap.clock, to - from]);
      this.#firstOf([client, to, end - to], older, into);
    } else
      this.#links.over([client, clock, length], (piece, place, offset) => {
        add(into, place ? [place[0], place[1] + offset, piece[2]] : piece);
      });
  }

  /** Every stretch of letters that was carried, with where its first letter comes from. */
  *[Symbol.iterator](): Generator<{ readonly now: ClockRange; readonly from: ClockRange }> {
    for (const all of [this.#links, this.#swaps])
      for (const [client, runs] of all)
        for (const { clock, length, is } of runs)
          yield { now: [client, clock, length], from: [is[0], is[1], length] };
  }

  write(encoder: encoding.Encoder): void {
    writeRuns(
      encoder,
      [...this.#links].map(([client, runs]) => [client, joinedRuns(runs)]),
    );
    writeRuns(encoder, [...this.#swaps], ({ since }) => {
      encoding.writeVarUint(encoder, since[0]);
      encoding.writeVarUint(encoder, since[1]);
    });
  }

  static read(decoder: decoding.Decoder): Carried {
    const carried = new Carried();
    readRuns(decoder, (client, { clock, length, is }) => {
      carried.#links.set([client, clock, length], (offset) => [is[0], is[1] + offset]);
    });
    readRuns(decoder, (client, run) => {
      const since: Place = [decoding.readVarUint(decoder), decoding.readVarUint(decoder)];
      const swaps = carried.#swaps.get(client) ?? [];
      swaps.push({ ...run, since });
      carried.#swaps.set(client, swaps);
    });
    return carried;
  }
}

function writeRuns<T extends Known<Place>>(
  encoder: encoding.Encoder,
  clients: readonly (readonly [client: number, runs: readonly T[]])[],
  more: (run: T) => void = () => undefined,
): void {
  encoding.writeVarUint(encoder, clients.length);
  for (const [client, runs] of clients) {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, runs.length);
    for (const run of runs) {
      for (const part of [run.clock, run.length, ...run.is]) encoding.writeVarUint(encoder, part);
      more(run);
    }
  }
}

function readRuns(decoder: decoding.Decoder, see: (client: number, run: Known<Place>) => void): void {
  for (let clients = decoding.readVarUint(decoder); clients > 0; clients--) {
    const client = decoding.readVarUint(decoder);
    for (let runs = decoding.readVarUint(decoder); runs > 0; runs--) {
      const clock = decoding.readVarUint(decoder);
      const length = decoding.readVarUint(decoder);
      see(client, { clock, length, is: [decoding.readVarUint(decoder), decoding.readVarUint(decoder)] });
    }
  }
}

function joinedRuns(runs: readonly Known<Place>[]): Known<Place>[] {
  const joined: Known<Place>[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    const goesOn =
      last &&
      last.clock + last.length === run.clock &&
      last.is[0] === run.is[0] &&
      last.is[1] + last.length === run.is[1];
    if (goesOn) joined[joined.length - 1] = { ...last, length: last.length + run.length };
    else joined.push(run);
  }
  return joined;
}
