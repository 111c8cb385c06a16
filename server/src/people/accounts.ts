import { writeGrants } from '@accord/shared/access/grant-text';
import type { Grant, Language } from '@accord/shared/access/role';
import { ROLES } from '@accord/shared/access/role';
import { Failure } from '@accord/shared/kernel/failure';
import type { OutputRoles } from '@accord/shared/people/administration';
import type { Me, Person } from '@accord/shared/people/people';
import type { OneTimeLink } from '@accord/shared/people/signing-in';
import type { Bus, Scope } from '../storage/ports';
import type { Audit } from './audit';
import type { Links } from './links';
import type { Passwords } from './passwords';
import { demandAdministrator, demandFreeEmail, demandSoundGrants, type Existing } from './persons';
import type { PeopleRecords, PersonRecord } from './records';
import type { Sessions } from './sessions';
import { accountOf, meOf, personIn } from './views';

interface Parts {
  readonly people: Scope<PeopleRecords>;
  readonly passwords: Passwords;
  readonly sessions: Sessions;
  readonly links: Links;
  readonly audit: Audit;
  readonly bus: Bus;
  readonly existing: Existing;
}

/** What an administrator may change of a person; `undefined` leaves it. */
export interface PersonChanges {
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly partnerId?: string | undefined;
  readonly administrator?: boolean | undefined;
  readonly grants?: readonly Grant[] | undefined;
  readonly disabled?: boolean | undefined;
}

/** People who have an account: what they and their administrators may change of it. */
export function createAccounts({ people, passwords, sessions, links, audit, bus, existing }: Parts) {
  return {
    /** @throws Failure('not-found' | 'email-taken' | 'last-administrator' | 'invalid-input') */
    async edit(personId: string, changes: PersonChanges, by: string): Promise<Person> {
      if (changes.grants) demandSoundGrants(changes.grants, existing);
      const done = await people.commit((draft) => {
        const before = structuredClone(draft);
        const person = personIn(draft, personId);
        if (changes.email !== undefined) demandFreeEmail(draft, changes.email, personId);
        if (changes.partnerId !== undefined) demandPartner(draft, changes.partnerId);
        apply(person, changes);
        demandAdministrator(before, draft);
        if (person.disabled) draft.tokens = draft.tokens.filter((token) => token.personId !== personId);
        const ended = person.disabled
          ? sessions.takeOut(draft, (session) => session.personId === personId)
          : [];
        return { ended, before: personIn(before, personId) };
      });
      sessions.announce(done.ended);
      bus.publish('person-changed', { personId });
      const records = people.read();
      await audit.record({
        personId: by,
        what: 'person-changed',
        subject: personId,
        detail: differences(done.before, changes),
      });
      return accountOf(records, personIn(records, personId));
    },

    async editOwn(
      personId: string,
      changes: { name?: string | undefined; language?: Language | undefined },
    ): Promise<Me> {
      await people.commit((draft) => {
        const person = personIn(draft, personId);
        if (changes.name !== undefined) person.name = changes.name;
        if (changes.language !== undefined) person.language = changes.language;
      });
      bus.publish('person-changed', { personId });
      const records = people.read();
      return meOf(records, personIn(records, personId));
    },

    /** @throws Failure('wrong-credentials' | 'password-too-short' | 'password-too-common') */
    async changePassword(personId: string, current: string, next: string, sessionId: string): Promise<void> {
      const person = personIn(people.read(), personId);
      if (person.passwordHash !== null && !(await passwords.fits(person.passwordHash, current))) {
        await audit.record({
          personId,
          what: 'sign-in-failed',
          subject: personId,
          detail: { reason: 'password-change' },
        });
        throw new Failure('wrong-credentials', 'The present password does not fit.');
      }
      passwords.demandGood(next, person);
      const passwordHash = await passwords.hash(next);
      const ended = await people.commit((draft) => {
        const fresh = personIn(draft, personId);
        if (fresh.passwordHash !== person.passwordHash)
          throw new Failure('conflict', 'The password was changed meanwhile.');
        fresh.passwordHash = passwordHash;
        draft.tokens = draft.tokens.filter((token) => token.personId !== personId);
        return sessions.takeOut(
          draft,
          (session) => session.personId === personId && session.id !== sessionId,
        );
      });
      sessions.announce(ended);
      await audit.record({ personId, what: 'password-changed', subject: personId });
    },

    /** A link to a first or a new password. @throws Failure('not-found' | 'account-disabled') */
    async resetLink(personId: string, by: string): Promise<OneTimeLink> {
      const link = await people.commit((draft) => {
        const person = personIn(draft, personId);
        if (person.disabled) throw new Failure('account-disabled', 'The account is disabled.');
        const kind = person.passwordHash === null ? 'invitation' : 'reset';
        return links.issue(draft, { kind, personId, createdBy: by });
      });
      await audit.record({ personId: by, what: 'link-made', subject: personId });
      return link;
    },

    async endSessions(personId: string, by: string): Promise<void> {
      personIn(people.read(), personId);
      const ended = await sessions.end((session) => session.personId === personId);
      await audit.record({
        personId: by,
        what: 'sessions-ended',
        subject: personId,
        detail: { sessions: ended },
      });
    },

    rolesOn(outputId: string): OutputRoles[] {
      return people.read().persons.flatMap((person) => {
        if (person.disabled) return [];
        const roles = rolesOn(person, outputId);
        return roles.grants.length > 0 || roles.everywhere ? [roles] : [];
      });
    },

    /** @throws Failure('not-found' | 'invalid-input') */
    async setRolesOn(
      outputId: string,
      personId: string,
      grants: OutputRoles['grants'],
      by: string,
    ): Promise<OutputRoles> {
      const wanted = grants.map((grant) => ({ ...grant, outputId }));
      demandSoundGrants(wanted, existing);
      await people.commit((draft) => {
        const person = personIn(draft, personId);
        person.grants = [...person.grants.filter((grant) => grant.outputId !== outputId), ...wanted];
      });
      bus.publish('person-changed', { personId });
      const detail = { output: outputId, grants: writeGrants(wanted) };
      await audit.record({ personId: by, what: 'grants-changed', subject: personId, detail });
      return rolesOn(personIn(people.read(), personId), outputId);
    },
  };
}
export type Accounts = ReturnType<typeof createAccounts>;

function rolesOn(person: PersonRecord, outputId: string): OutputRoles {
  const everywhere = person.grants
    .filter((grant) => grant.outputId === null)
    .map(({ role }) => ROLES.indexOf(role));
  return {
    personId: person.id,
    grants: person.grants
      .filter((grant) => grant.outputId === outputId)
      .map(({ role, chapterId, language }) => ({ role, chapterId, language })),
    everywhere: ROLES[Math.max(-1, ...everywhere)] ?? null,
  };
}

function demandPartner(records: PeopleRecords, partnerId: string): void {
  if (records.partners.some(({ id }) => id === partnerId)) return;
  const fields = [{ path: 'partnerId', message: 'There is no such partner.' }];
  throw new Failure('invalid-input', 'There is no such partner.', { fields });
}

function apply(person: PersonRecord, changes: PersonChanges): void {
  if (changes.name !== undefined) person.name = changes.name;
  if (changes.email !== undefined) person.email = changes.email;
  if (changes.partnerId !== undefined) person.partnerId = changes.partnerId;
  if (changes.administrator !== undefined) person.administrator = changes.administrator;
  if (changes.grants !== undefined) person.grants = [...changes.grants];
  if (changes.disabled !== undefined) person.disabled = changes.disabled;
}

/** What changed, for the audit log: roles in full, of the rest only that it changed. */
function differences(before: PersonRecord, changes: PersonChanges): Record<string, string | boolean> {
  const detail: Record<string, string | boolean> = {};
  if (changes.grants)
    Object.assign(detail, { grantsBefore: writeGrants(before.grants), grants: writeGrants(changes.grants) });
  if (changes.administrator !== undefined) detail.administrator = changes.administrator;
  if (changes.disabled !== undefined) detail.disabled = changes.disabled;
  const others = (['name', 'email', 'partnerId'] as const).filter((key) => changes[key] !== undefined);
  if (others.length > 0) detail.changed = others.join(' ');
  return detail;
}
