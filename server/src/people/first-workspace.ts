import type { Partner } from '@accord/shared/people/people';
import { admit } from './persons';
import type { PeopleRecords } from './records';

/**
 * The nine institutions in five countries. Only the coordinator is on record; the others are evident samples, which the
 * administrator renames.
 */
const PARTNERS: readonly Partner[] = [
  { id: 'partner-lamap', name: 'Fondation La main à la pâte', shortName: 'LAMAP', country: 'FR' },
  { id: 'partner-fr-2', name: 'Sample teacher academy, France', shortName: 'FR-2', country: 'FR' },
  { id: 'partner-fi-1', name: 'Sample science education centre, Finland', shortName: 'FI-1', country: 'FI' },
  { id: 'partner-fi-2', name: 'Sample university, Finland', shortName: 'FI-2', country: 'FI' },
  {
    id: 'partner-de-1',
    name: 'Sample foundation for science teaching, Germany',
    shortName: 'DE-1',
    country: 'DE',
  },
  { id: 'partner-de-2', name: 'Sample university, Germany', shortName: 'DE-2', country: 'DE' },
  { id: 'partner-it-1', name: 'Sample academy, Italy', shortName: 'IT-1', country: 'IT' },
  { id: 'partner-gb-1', name: 'Sample learning centre, United Kingdom', shortName: 'UK-1', country: 'GB' },
  {
    id: 'partner-gb-2',
    name: 'Sample science education association, United Kingdom',
    shortName: 'UK-2',
    country: 'GB',
  },
];

/**
 * Fills an empty workspace: the partners, and an administrator who comes in by a one-time link, unless somebody else is
 * going to be one.
 */
export function seedPeople(draft: PeopleRecords, createdAt: string, administrator: boolean): void {
  if (draft.partners.length > 0 || draft.persons.length > 0) return;
  draft.partners.push(...PARTNERS.map((partner) => ({ ...partner })));
  if (!administrator) return;
  admit(draft, {
    name: 'Administrator',
    // Set by the administrator, with a password, once signed in.
    email: '',
    partnerId: 'partner-lamap',
    administrator: true,
    grants: [],
    language: 'en',
    createdAt,
  });
}
