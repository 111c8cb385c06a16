import type { ClockRange } from '../../storage/ports';
import type { HeldClocks } from '../held-clocks';
import type { ChapterActs, Whose } from './attribution';
import { ByClock } from './letters';

type Key = `${number}:${number}`;
const keyOf = (client: number, clock: number): Key => `${client}:${clock}`;

/**
 * Tells of letters of an earlier text who deleted them on the way to a later one. A letter that stands there under other
 * clocks was carried, not deleted; one that was carried and deleted there was deleted by whoever did that.
 * @param from letters of the earlier text
 * @param to letters of the later text
 * @param held which clocks the later state holds
 */
export function deletionsBetween(
  from: readonly ClockRange[],
  to: readonly ClockRange[],
  held: HeldClocks,
  { carried, deleted }: ChapterActs,
): Whose {
  const alive = new ByClock<true>();
  for (const range of to) alive.set(range, () => true);
  const copies = copiesBeyond(from, to, alive, carried);
  const later = laterPlaces(carried);

  return (range, see) => {
    alive.over(range, (piece, stays) => {
      if (stays) {
        see(piece[2], undefined);
        return;
      }
      let clock = piece[1];
      for (const [client, from, length] of carried.first([piece])) {
        const near = later(client, from, length);
        for (let first = from; first < from + length; first++, clock++) {
          const key = keyOf(client, first);
          const left = copies.get(key) ?? 0;
          if ((held.next.get(piece[0]) ?? 0) <= clock) see(1, undefined);
          else if (left > 0) {
            copies.set(key, left - 1);
            see(1, undefined);
          } else
            see(
              1,
              lastDeleter([[piece[0], clock], [client, first], ...placesOf(first, near)], held, deleted),
            );
        }
      }
    });
  };
}

/** Per first letter, how often it stands in the later text under clocks that did not stand in the earlier one. */
function copiesBeyond(
  from: readonly ClockRange[],
  to: readonly ClockRange[],
  alive: ByClock<true>,
  carried: ChapterActs['carried'],
): Map<Key, number> {
  const there = new ByClock<true>();
  for (const range of from) there.set(range, () => true);
  /** First letters of what is gone: only these are asked for. */
  const gone = new ByClock<true>();
  for (const range of from)
    alive.over(range, (piece, stays) => {
      if (!stays) for (const first of carried.first([piece])) gone.set(first, () => true);
    });
  const copies = new Map<Key, number>();
  for (const range of to)
    there.over(range, (piece, stood) => {
      if (stood) return;
      for (const first of carried.first([piece]))
        gone.over(first, ([client, clock, length], asked) => {
          for (let at = 0; asked && at < length; at++) {
            const key = keyOf(client, clock + at);
            copies.set(key, (copies.get(key) ?? 0) + 1);
          }
        });
    });
  return copies;
}

/** A stretch of letters that was carried, by the clock it was first written under. */
interface Place {
  readonly clock: number;
  readonly length: number;
  readonly now: ClockRange;
}

/** Finds all stretches that were carried from a stretch. */
function laterPlaces(carried: ChapterActs['carried']) {
  const places = new Map<number, Place[]>();
  for (const { now, from } of carried) {
    const list = places.get(from[0]);
    const place = { clock: from[1], length: from[2], now };
    if (list) list.push(place);
    else places.set(from[0], [place]);
  }
  return (client: number, clock: number, length: number): Place[] =>
    (places.get(client) ?? []).filter(
      (place) => place.clock < clock + length && clock < place.clock + place.length,
    );
}

/** The clocks under which one letter was carried. */
const placesOf = (clock: number, near: readonly Place[]): (readonly [number, number])[] =>
  near.flatMap(({ clock: start, length, now }): (readonly [number, number])[] =>
    start <= clock && clock < start + length ? [[now[0], now[1] + clock - start]] : [],
  );

/** Who deleted last of these, up to the state asked about. */
function lastDeleter(
  places: readonly (readonly [client: number, clock: number])[],
  { next }: HeldClocks,
  deleted: ChapterActs['deleted'],
): string | null {
  let last: { seq: number; personId: string | null } | null = null;
  for (const [client, clock] of places) {
    if ((next.get(client) ?? 0) <= clock) continue;
    deleted.over([client, clock, 1], (_, act) => {
      if (act && (!last || act.seq > last.seq)) last = act;
    });
  }
  return (last as { personId: string | null } | null)?.personId ?? null;
}
