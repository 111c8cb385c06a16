import { Failure } from '@accord/shared/kernel/failure';
import { Email, type Me } from '@accord/shared/people/people';
import type { TokenGreeting } from '@accord/shared/people/signing-in';
import type { z } from 'zod';
import type { Scope } from '../storage/ports';
import type { Audit } from './audit';
import type { Links } from './links';
import type { Passwords } from './passwords';
import { admit, type NewPerson } from './persons';
import type { PeopleRecords, TokenRecord } from './records';
import type { Sessions } from './sessions';
import { meOf, partnerOf, personIn } from './views';

/** Counts tries under a key. @throws Failure('too-many-requests') when there were too many */
export interface TryLimit {
  count(key: string): Promise<void>;
  /** The try was right: it does not count. */
  giveBack(key: string): Promise<void>;
  forget(key: string): Promise<void>;
}

export interface TryLimits {
  /** Sign-ins per account. */
  readonly account: TryLimit;
  /** Sign-ins per network address. */
  readonly address: TryLimit;
  /** Uses of one-time links per network address. */
  readonly links: TryLimit;
}

interface Parts {
  readonly people: Scope<PeopleRecords>;
  readonly passwords: Passwords;
  readonly sessions: Sessions;
  readonly links: Links;
  readonly audit: Audit;
  readonly limits: TryLimits;
  readonly now: () => string;
}

/** Who asks, as far as the network tells. */
export interface Visitor {
  readonly address: string;
  readonly device: string;
  /** The session the browser came with; it ends when another begins. */
  readonly sessionId: string | null;
}

export interface Redemption {
  readonly token: string;
  readonly password?: string | undefined;
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly language?: Me['language'] | undefined;
}

/** Ways to begin a session: password, and one-time links. A session always begins with a fresh token. */
export function createSignIn({ people, passwords, sessions, links, audit, limits, now }: Parts) {
  async function begin(
    visitor: Visitor,
    change: (draft: PeopleRecords) => { personId: string; ended?: ReturnType<Sessions['takeOut']> },
  ): Promise<{ me: Me; token: string }> {
    const done = await people.commit((draft) => {
      const { personId, ended = [] } = change(draft);
      const replaced = sessions.takeOut(draft, ({ id }) => id === visitor.sessionId);
      const { token, pushedOut } = sessions.begin(draft, personId, visitor.device);
      const person = personIn(draft, personId);
      person.lastSeenAt = now();
      return { personId, token, ended: [...ended, ...replaced, ...pushedOut] };
    });
    sessions.announce(done.ended);
    const records = people.read();
    return { me: meOf(records, personIn(records, done.personId)), token: done.token };
  }

  return {
    /**
     * The same answer and time for a wrong password, an unknown mail and a person without a password.
     * @throws Failure('wrong-credentials' | 'too-many-requests'), and 'account-disabled' to who knows the password
     */
    async withPassword(
      email: string,
      password: string,
      visitor: Visitor,
    ): Promise<{ me: Me; token: string }> {
      const account = email.normalize('NFKC').trim().toLowerCase();
      await limits.address.count(visitor.address);
      await limits.account.count(account);
      const person = people.read().persons.find((candidate) => account !== '' && candidate.email === account);
      const fits = await passwords.fits(person?.passwordHash ?? null, password);
      if (!person || !fits || person.disabled) {
        const reason = person && fits ? 'account-disabled' : 'wrong-credentials';
        const detail = { address: visitor.address, reason };
        await audit.record({
          personId: person?.id ?? null,
          what: 'sign-in-failed',
          subject: person?.id ?? null,
          detail,
        });
        throw new Failure(reason, 'E-mail and password do not fit.');
      }
      await limits.account.forget(account);
      await limits.address.giveBack(visitor.address);
      const begun = await begin(visitor, (draft) => {
        const current = personIn(draft, person.id);
        // Changed while the hash was computed: the old password is worth nothing any more.
        if (current.passwordHash !== person.passwordHash || current.disabled) {
          throw new Failure('wrong-credentials', 'E-mail and password do not fit.');
        }
        return { personId: person.id };
      });
      await audit.record({ personId: person.id, what: 'signed-in', detail: { address: visitor.address } });
      return begun;
    },

    /** What a link stands for; does not use it up. @throws Failure('link-expired' | 'too-many-requests') */
    async greet(secret: string, address: string): Promise<z.input<typeof TokenGreeting>> {
      await limits.links.count(address);
      const records = people.read();
      const token = links.find(records, secret);
      const invitation = records.invitations.find(({ id }) => id === token.invitationId);
      const person = records.persons.find(({ id }) => id === token.personId);
      const target = person ?? invitation;
      return {
        kind: token.kind,
        name: target?.name ?? null,
        email: target?.email || null,
        partner: target ? partnerOf(records, target.partnerId) : null,
        invitedBy: records.persons.find(({ id }) => id === token.createdBy)?.name ?? null,
        expiresAt: token.expiresAt,
      };
    },

    /**
     * Uses a link up and signs its bearer in.
     * @throws Failure('link-expired' | 'invalid-input' | 'email-taken' | 'password-too-short' | 'password-too-common')
     */
    async redeem(input: Redemption, visitor: Visitor): Promise<{ me: Me; token: string }> {
      await limits.links.count(visitor.address);
      const records = people.read();
      const token = links.find(records, input.token);
      const wanted = newcomer(records, token, input);
      if (token.kind !== 'sign-in') passwords.demandGood(input.password ?? '', wanted);
      else if (input.password !== undefined) passwords.demandGood(input.password, wanted);
      const passwordHash = input.password === undefined ? null : await passwords.hash(input.password);
      const begun = await begin(visitor, (draft) => {
        const used = links.use(draft, input.token);
        const personId = settle(draft, used, { ...wanted, passwordHash, createdAt: now() });
        const person = personIn(draft, personId);
        if (passwordHash !== null) person.passwordHash = passwordHash;
        if (input.language) person.language = input.language;
        // A new password: whoever came in with the old one goes.
        const ended =
          used.kind === 'reset' ? sessions.takeOut(draft, (session) => session.personId === personId) : [];
        return { personId, ended };
      });
      await limits.links.giveBack(visitor.address);
      const detail = { kind: token.kind, address: visitor.address };
      await audit.record({ personId: begun.me.id, what: 'link-used', subject: begun.me.id, detail });
      return begun;
    },
  };
}
export type SignIn = ReturnType<typeof createSignIn>;

/** Name and mail of whoever uses the link: what was set for them stands, what was left open they fill in. */
function newcomer(
  records: PeopleRecords,
  token: TokenRecord,
  input: Redemption,
): { name: string; email: string } {
  const person = records.persons.find(({ id }) => id === token.personId);
  if (person)
    return { name: (token.kind === 'invitation' && input.name) || person.name, email: person.email };
  const invitation = records.invitations.find(({ id }) => id === token.invitationId);
  if (!invitation) throw new Failure('link-expired', 'The invitation was taken back.');
  const name = input.name ?? invitation.name;
  const email = invitation.email ?? Email.safeParse(input.email).data;
  const fields = [
    ...(name ? [] : [{ path: 'name', message: 'A name is needed.' }]),
    ...(email ? [] : [{ path: 'email', message: 'An e-mail address is needed.' }]),
  ];
  if (!name || !email) throw new Failure('invalid-input', 'Name and e-mail are needed.', { fields });
  return { name, email };
}

/** The person a used link stands for; an invitation becomes a person. @returns the person's id */
function settle(
  draft: PeopleRecords,
  token: TokenRecord,
  newPerson: Pick<NewPerson, 'name' | 'email'> & { passwordHash: string | null; createdAt: string },
): string {
  if (token.personId !== null) {
    const person = personIn(draft, token.personId);
    person.name = newPerson.name;
    return person.id;
  }
  const invitation = draft.invitations.find(({ id }) => id === token.invitationId);
  if (!invitation) throw new Failure('link-expired', 'The invitation was taken back.');
  draft.invitations = draft.invitations.filter(({ id }) => id !== invitation.id);
  return admit(draft, { ...invitation, ...newPerson }).id;
}
