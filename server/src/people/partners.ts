import { Failure } from '@accord/shared/kernel/failure';
import { newId } from '@accord/shared/kernel/id';
import type { Partner } from '@accord/shared/people/people';
import type { Bus, Scope } from '../storage/ports';
import type { Audit } from './audit';
import type { PeopleRecords } from './records';

interface Parts {
  readonly people: Scope<PeopleRecords>;
  readonly audit: Audit;
  readonly bus: Bus;
}

export type PartnerChanges = { readonly [Key in keyof Omit<Partner, 'id'>]?: Partner[Key] | undefined };

/** The institutions of the partnership. */
export function createPartners({ people, audit, bus }: Parts) {
  return {
    list: (): Partner[] => [...people.read().partners],

    async create(wanted: Omit<Partner, 'id'>, by: string): Promise<Partner> {
      const partner = await people.commit((draft) => {
        demandFreeShortName(draft, wanted.shortName, null);
        const made: Partner = { id: newId(), ...wanted };
        draft.partners.push(made);
        return made;
      });
      await audit.record({
        personId: by,
        what: 'partner-created',
        subject: partner.id,
        detail: { name: partner.name },
      });
      return partner;
    },

    /** @throws Failure('not-found') */
    async edit(partnerId: string, changes: PartnerChanges, by: string): Promise<Partner> {
      const done = await people.commit((draft) => {
        const partner = draft.partners.find(({ id }) => id === partnerId);
        if (!partner) throw new Failure('not-found', 'There is no such partner.');
        if (changes.shortName !== undefined) demandFreeShortName(draft, changes.shortName, partnerId);
        if (changes.name !== undefined) partner.name = changes.name;
        if (changes.shortName !== undefined) partner.shortName = changes.shortName;
        if (changes.country !== undefined) partner.country = changes.country;
        return {
          partner: { ...partner },
          staff: draft.persons.filter((person) => person.partnerId === partnerId),
        };
      });
      // Carets show the country: open connections of its people learn it.
      for (const { id } of done.staff) bus.publish('person-changed', { personId: id });
      await audit.record({
        personId: by,
        what: 'partner-changed',
        subject: partnerId,
        detail: { name: done.partner.name },
      });
      return done.partner;
    },
  };
}
export type Partners = ReturnType<typeof createPartners>;

/** Imports name partners by their short name: it must mean one. @throws Failure('conflict') */
function demandFreeShortName(records: PeopleRecords, shortName: string, except: string | null): void {
  const same = (partner: Partner) =>
    partner.shortName.toLowerCase() === shortName.toLowerCase() && partner.id !== except;
  if (records.partners.some(same)) throw new Failure('conflict', 'Another partner has this short name.');
}
