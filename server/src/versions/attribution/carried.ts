import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { ClockRange } from '../../storage/ports';
import { add, ByClock } from './letters';

type Place = readonly [client: number, clock: number];

/** Letters that were not written where they stand but carried there: which clocks they were first written under. */
export class Carried {
  readonly #links = new ByClock<Place>();

  /** Notes that the letters of `now` were those of `before`, in order and of the same length. */
  note(now: ClockRange, before: readonly ClockRange[]): void {
    let at = now[1];
    for (const [client, clock, length] of this.first(before)) {
      this.#links.set([now[0], at, length], (offset) => [client, clock + offset]);
      at += length;
    }
  }

  /** Under which clocks these letters were first written, in the same order. */
  first(letters: readonly ClockRange[]): ClockRange[] {
    const first: ClockRange[] = [];
    for (const range of letters)
      this.#links.over(range, (piece, place, offset) => {
        add(first, place ? [place[0], place[1] + offset, piece[2]] : piece);
      });
    return first;
  }

  /** Every stretch of letters that was carried, with where its first letter comes from. */
  *[Symbol.iterator](): Generator<{ readonly now: ClockRange; readonly from: ClockRange }> {
    for (const [client, runs] of this.#links)
      for (const { clock, length, is } of runs)
        yield { now: [client, clock, length], from: [is[0], is[1], length] };
  }

  write(encoder: encoding.Encoder): void {
    const clients = [...this.#links];
    encoding.writeVarUint(encoder, clients.length);
    for (const [client, runs] of clients) {
      const joined = joinedRuns(runs);
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, joined.length);
      let at = 0;
      for (const { clock, length, is } of joined) {
        encoding.writeVarUint(encoder, clock - at);
        encoding.writeVarUint(encoder, length);
        encoding.writeVarUint(encoder, is[0]);
        encoding.writeVarUint(encoder, is[1]);
        at = clock + length;
      }
    }
  }

  static read(decoder: decoding.Decoder): Carried {
    const carried = new Carried();
    for (let clients = decoding.readVarUint(decoder); clients > 0; clients--) {
      const client = decoding.readVarUint(decoder);
      let at = 0;
      for (let runs = decoding.readVarUint(decoder); runs > 0; runs--) {
        const clock = at + decoding.readVarUint(decoder);
        const length = decoding.readVarUint(decoder);
        const from: Place = [decoding.readVarUint(decoder), decoding.readVarUint(decoder)];
        carried.#links.set([client, clock, length], () => from);
        at = clock + length;
      }
    }
    return carried;
  }
}

interface Link {
  readonly clock: number;
  readonly length: number;
  readonly is: Place;
}

function joinedRuns(runs: readonly Link[]): Link[] {
  const joined: Link[] = [];
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
