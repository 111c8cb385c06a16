import type { Country } from '@accord/shared/access/role';
import type { Contribution } from '@accord/shared/versions/versions';
import type { Attribution, ClockRange } from '../storage/ports';

/**
 * What each person inserted and deleted, by the server's own record of who sent what (V2), most first. Lengths count what
 * Yjs counts: each character is one (one above U+FFFF two), each block and each change of formatting one.
 * @param countryOf null for whom no country is known: the workspace itself, when it wrote a template
 */
export function contributorsOf(
  attribution: readonly Attribution[],
  uptoSeq: number,
  countryOf: (personId: string) => Country | null,
): Contribution[] {
  const people = new Map<string, Contribution>();
  for (const { personId, fromSeq, inserted, deleted } of attribution) {
    const country = fromSeq <= uptoSeq ? countryOf(personId) : null;
    if (!country) continue;
    const sofar = people.get(personId) ?? { personId, country, inserted: 0, deleted: 0 };
    sofar.inserted += lengthOf(inserted);
    sofar.deleted += lengthOf(deleted);
    people.set(personId, sofar);
  }
  return [...people.values()]
    .filter(({ inserted, deleted }) => inserted + deleted > 0)
    .sort((one, other) => other.inserted + other.deleted - one.inserted - one.deleted);
}

const lengthOf = (ranges: readonly ClockRange[]): number =>
  ranges.reduce((sum, [, , length]) => sum + length, 0);
