import type { Actor } from '@accord/shared/access/decide';
import { Failure } from '@accord/shared/kernel/failure';
import type { Invitation } from '@accord/shared/people/administration';
import type { Me, Partner, Person, PersonCard } from '@accord/shared/people/people';
import type { InvitationRecord, PeopleRecords, PersonRecord } from './records';

export const actorOf = (person: PersonRecord): Actor => ({
  personId: person.id,
  active: !person.disabled,
  administrator: person.administrator,
  grants: person.grants,
});

export function partnerOf(records: PeopleRecords, partnerId: string): Partner {
  const partner = records.partners.find(({ id }) => id === partnerId);
  if (!partner) throw new Failure('internal', `Partner ${partnerId} is missing.`);
  return partner;
}

/** @throws Failure('not-found') */
export function personIn(records: PeopleRecords, personId: string): PersonRecord {
  const person = records.persons.find(({ id }) => id === personId);
  if (!person) throw new Failure('not-found', 'There is no such person.');
  return person;
}

export const cardOf = (records: PeopleRecords, person: PersonRecord): PersonCard => ({
  id: person.id,
  name: person.name,
  partnerId: person.partnerId,
  country: partnerOf(records, person.partnerId).country,
  active: !person.disabled,
});

export const accountOf = (records: PeopleRecords, person: PersonRecord): Person => ({
  ...cardOf(records, person),
  email: person.email,
  administrator: person.administrator,
  grants: person.grants,
  language: person.language,
  createdAt: person.createdAt,
  lastSeenAt: person.lastSeenAt,
  status: person.disabled ? 'disabled' : person.passwordHash === null ? 'invited' : 'active',
});

export const meOf = (records: PeopleRecords, person: PersonRecord): Me => ({
  ...accountOf(records, person),
  partner: partnerOf(records, person.partnerId),
});

export const invitationView = (invitation: InvitationRecord, expiresAt: string): Invitation => ({
  ...invitation,
  expiresAt,
});
