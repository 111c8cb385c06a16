import { type Range, skimUpdate } from '@accord/shared/sync/skim';

/** Which clocks a Yjs state holds: per client all below `next`, and which of them are deleted. */
export interface HeldClocks {
  readonly next: ReadonlyMap<number, number>;
  readonly deleted: ReadonlyMap<number, readonly Range[]>;
}

export const NOTHING_HELD: HeldClocks = { next: new Map(), deleted: new Map() };

/** @param state a full Yjs state (V1 update); none holds nothing. @throws MalformedUpdate */
export function heldBy(state: Uint8Array | undefined): HeldClocks {
  if (!state) return NOTHING_HELD;
  const { structs, deletes } = skimUpdate(state);
  const next = new Map<number, number>();
  for (const [client, clock, length] of structs) {
    next.set(client, Math.max(next.get(client) ?? 0, clock + length));
  }
  const deleted = new Map<number, Range[]>();
  for (const range of deletes) {
    const ranges = deleted.get(range[0]);
    if (ranges) ranges.push(range);
    else deleted.set(range[0], [range]);
  }
  return { next, deleted };
}

export const sum = (ranges: readonly Range[]): number =>
  ranges.reduce((total, [, , length]) => total + length, 0);

/** How many of the inserted clocks `to` holds and `from` does not. */
export const insertedBetween = (inserted: readonly Range[], from: HeldClocks, to: HeldClocks): number =>
  inserted.reduce((total, [client, clock, length]) => {
    const start = Math.max(clock, from.next.get(client) ?? 0);
    const end = Math.min(clock + length, to.next.get(client) ?? 0);
    return total + Math.max(0, end - start);
  }, 0);

/** How many of the deleted clocks are deleted in `to` and not in `from`, which came before it. */
export const deletedBetween = (deleted: readonly Range[], from: HeldClocks, to: HeldClocks): number =>
  deleted.reduce((total, range) => total + within(range, to) - within(range, from), 0);

/** How many clocks of `range` are deleted. */
const within = ([client, clock, length]: Range, { deleted }: HeldClocks): number =>
  (deleted.get(client) ?? []).reduce(
    (total, [, from, run]) =>
      total + Math.max(0, Math.min(clock + length, from + run) - Math.max(clock, from)),
    0,
  );
