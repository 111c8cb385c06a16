import type { Country } from '@accord/shared/access/role';
import type { Contribution } from '@accord/shared/versions/versions';
import type { Attribution } from '../storage/ports';
import { deletedBetween, heldBy, insertedBetween, NOTHING_HELD, sum } from './held-clocks';

/** The stretch of a document's log that a version adds to the one before it. */
export interface Stretch {
  readonly afterSeq: number;
  readonly uptoSeq: number;
  /** The state at `afterSeq`; null when there is none, or it can't be read. */
  readonly before: () => Promise<Uint8Array | null>;
  /** The state at `uptoSeq`. */
  readonly state: Uint8Array;
}

/**
 * What each person inserted and deleted, by the server's own record of who sent what (V2), most first. Lengths count what
 * Yjs counts: each character is one (one above U+FFFF two), each block and each change of formatting one.
 *
 * A compaction joins a person's steps of ten seconds into one row, also across the step of a version: of such a row only
 * those clocks count that are in the one state and not in the other. A clock is inserted once and deleted once, so the
 * amounts of successive versions add up to what was done, however often the log was compacted.
 * @param attribution rows after `afterSeq`
 * @param countryOf null for whom no country is known: the workspace itself, when it wrote a template
 */
export async function contributorsOf(
  attribution: readonly Attribution[],
  { afterSeq, uptoSeq, before, state }: Stretch,
  countryOf: (personId: string) => Country | null,
): Promise<Contribution[]> {
  const rows = attribution.filter(({ fromSeq }) => fromSeq <= uptoSeq);
  const reachesOut = ({ fromSeq, seq }: Attribution) => fromSeq <= afterSeq || seq > uptoSeq;
  const [from, to] = rows.some(reachesOut)
    ? [heldBy((await before()) ?? undefined), heldBy(state)]
    : [NOTHING_HELD, NOTHING_HELD];
  const people = new Map<string, Contribution>();
  for (const row of rows) {
    const { personId, inserted, deleted } = row;
    const country = countryOf(personId);
    if (!country) continue;
    const sofar = people.get(personId) ?? { personId, country, inserted: 0, deleted: 0 };
    const cut = reachesOut(row);
    sofar.inserted += cut ? insertedBetween(inserted, from, to) : sum(inserted);
    sofar.deleted += cut ? deletedBetween(deleted, from, to) : sum(deleted);
    people.set(personId, sofar);
  }
  return mostFirst([...people.values()]);
}

/** What each person did in all of these stretches together, most first. */
export function addedUp(stretches: readonly (readonly Contribution[])[]): Contribution[] {
  const people = new Map<string, Contribution>();
  for (const part of stretches.flat()) {
    const sofar = people.get(part.personId);
    people.set(part.personId, {
      ...part,
      inserted: part.inserted + (sofar?.inserted ?? 0),
      deleted: part.deleted + (sofar?.deleted ?? 0),
    });
  }
  return mostFirst([...people.values()]);
}

const mostFirst = (contributions: readonly Contribution[]): Contribution[] =>
  contributions
    .filter(({ inserted, deleted }) => inserted + deleted > 0)
    .sort((one, other) => other.inserted + other.deleted - one.inserted - one.deleted);
