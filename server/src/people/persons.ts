import type { Country, Grant, Language } from '@accord/shared/access/role';
import { Failure } from '@accord/shared/kernel/failure';
import { newId } from '@accord/shared/kernel/id';
import type { PeopleRecords, PersonRecord } from './records';
import { partnerOf } from './views';

/** A person to be; what is left out is filled with what the partner's country suggests. */
export interface NewPerson {
  readonly name: string;
  readonly email: string;
  readonly partnerId: string;
  readonly grants: readonly Grant[];
  readonly administrator?: boolean;
  readonly language?: Language;
  readonly passwordHash?: string | null;
  readonly createdAt: string;
}

const LANGUAGE_OF: Record<Country, Language> = { FI: 'fi', FR: 'fr', DE: 'de', IT: 'it', GB: 'en' };

/** Adds a person to the draft. @throws Failure('email-taken') */
export function admit(draft: PeopleRecords, wanted: NewPerson): PersonRecord {
  demandFreeEmail(draft, wanted.email, null);
  const person: PersonRecord = {
    id: newId(),
    name: wanted.name,
    email: wanted.email,
    partnerId: wanted.partnerId,
    administrator: wanted.administrator ?? false,
    grants: [...wanted.grants],
    language: wanted.language ?? LANGUAGE_OF[partnerOf(draft, wanted.partnerId).country],
    createdAt: wanted.createdAt,
    lastSeenAt: null,
    passwordHash: wanted.passwordHash ?? null,
    disabled: false,
  };
  draft.persons.push(person);
  return person;
}

/** @param except the person who may keep it. @throws Failure('email-taken') */
export function demandFreeEmail(records: PeopleRecords, email: string, except: string | null): void {
  if (records.persons.some((person) => person.email === email && person.id !== except)) {
    throw new Failure('email-taken', 'Somebody has this e-mail address already.');
  }
}

/**
 * A workspace without an administrator who can sign in could never be put right from inside.
 * @param before the records as they were. @throws Failure('last-administrator')
 */
export function demandAdministrator(before: PeopleRecords, after: PeopleRecords): void {
  const count = (records: PeopleRecords) =>
    records.persons.filter(({ administrator, disabled }) => administrator && !disabled).length;
  const able = (records: PeopleRecords) =>
    records.persons.filter(
      (person) => person.administrator && !person.disabled && person.passwordHash !== null,
    ).length;
  if (count(after) === 0 || (able(before) > 0 && able(after) === 0)) {
    throw new Failure('last-administrator', 'The last administrator can’t be taken away.');
  }
}

/** What a grant may name: existing objects, and a language for translators. */
export interface Existing {
  readonly output: (outputId: string) => boolean;
  /** The output of a chapter, or null. */
  readonly outputOfChapter: (chapterId: string) => string | null;
}

/** @throws Failure('invalid-input') for a grant that means nothing */
export function demandSoundGrants(grants: readonly Grant[], existing: Existing): void {
  grants.forEach((grant, index) => {
    const wrong = (field: keyof Grant, message: string) => {
      const fields = [{ path: `grants.${index}.${field}`, message }];
      throw new Failure('invalid-input', 'A role does not fit.', { fields });
    };
    if (grant.role === 'translator' && grant.language === null)
      wrong('language', 'A translator has a language.');
    if (grant.outputId !== null && !existing.output(grant.outputId))
      wrong('outputId', 'There is no such output.');
    if (
      grant.chapterId !== null &&
      (grant.outputId === null || existing.outputOfChapter(grant.chapterId) !== grant.outputId)
    ) {
      wrong('chapterId', 'There is no such chapter in the output.');
    }
  });
}
