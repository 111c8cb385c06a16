import type { Actor } from '@accord/shared/access/decide';
import type { Grant, Language } from '@accord/shared/access/role';
import type { Partner, PersonCard } from '@accord/shared/people/people';
import type { Clock } from '../clock';
import type { BoundEndpoint, Caller } from '../http/bind';
import type { Bus, Records, UpdateLog } from '../storage/ports';
import { createAccounts } from './accounts';
import { createAudit } from './audit';
import { seedPeople } from './first-workspace';
import { createImport } from './import';
import { createInvitations } from './invitations';
import { createLinks } from './links';
import { createPartners } from './partners';
import { createPasswords, type HashingCost } from './passwords';
import { peopleEndpoints } from './people-endpoints';
import { admit, type Existing } from './persons';
import { PEOPLE } from './records';
import { createSessions } from './sessions';
import { createSignIn, type TryLimit, type TryLimits } from './sign-in';
import { actorOf, cardOf, partnerOf } from './views';

export interface PeopleParts {
  readonly records: Records;
  readonly log: UpdateLog;
  readonly bus: Bus;
  readonly clock: Clock;
  /** Address of the workspace, for links; asked when a link is made. */
  readonly baseUrl: () => string;
  readonly limits: TryLimits & { readonly password: TryLimit };
  /** What grants may name. */
  readonly existing: Existing;
  readonly hashing?: HashingCost | undefined;
  /** Whether a new workspace gets an administrator who comes in by a link; false when its people are about to be added. */
  readonly firstAdministrator?: boolean;
  readonly warn: (error: unknown) => void;
}

/** Somebody with an account from the start: demo and test people. */
export interface PersonWithPassword {
  readonly name: string;
  readonly email: string;
  readonly partnerId: string;
  readonly grants: readonly Grant[];
  readonly administrator?: boolean;
  readonly language?: Language;
  readonly password: string;
}

/**
 * People, partners, sign-in, invitations and the audit log, in the records scope `people`. A workspace without anybody is
 * given its partners and, unless told otherwise, an administrator.
 */
export async function createPeople(parts: PeopleParts) {
  const { records, log, bus, clock, existing } = parts;
  const people = await records.open(PEOPLE);
  const now = () => new Date(clock.now()).toISOString();
  const audit = createAudit({ log, clock });
  const passwords = createPasswords(parts.hashing);
  const sessions = createSessions({ people, clock, bus, warn: parts.warn });
  const links = createLinks({ clock, base: parts.baseUrl });
  const accounts = createAccounts({ people, passwords, sessions, links, audit, bus, existing });
  const endpoints: BoundEndpoint[] = peopleEndpoints({
    people,
    sessions,
    accounts,
    audit,
    signIn: createSignIn({ people, passwords, sessions, links, audit, limits: parts.limits, now }),
    invitations: createInvitations({ people, links, audit, existing, now }),
    partners: createPartners({ people, audit, bus }),
    importPeople: createImport({ people, links, audit, now }),
    passwordLimit: parts.limits.password,
  });
  if (people.read().partners.length === 0)
    await people.commit((draft) => seedPeople(draft, now(), parts.firstAdministrator ?? true));

  return {
    endpoints,
    audit,
    /** The person of a session token, as routes know them; null when the session does not stand. */
    caller(token: string | null): Caller | null {
      const found = sessions.find(token);
      return (
        found && { personId: found.person.id, sessionId: found.session.id, actor: actorOf(found.person) }
      );
    },
    /** What the person of a session may be judged by now; null once the session or the account is no more. */
    actorOfSession(sessionId: string): Actor | null {
      const person = sessions.stands(sessionId);
      return person && actorOf(person);
    },
    /** What a person may be judged by now; null when there is no such person. */
    actor(personId: string): Actor | null {
      const person = people.read().persons.find(({ id }) => id === personId);
      return person ? actorOf(person) : null;
    },
    card(personId: string): PersonCard | null {
      const all = people.read();
      const person = all.persons.find(({ id }) => id === personId);
      return person ? cardOf(all, person) : null;
    },
    partner(partnerId: string): Partner | null {
      const all = people.read();
      return all.partners.some(({ id }) => id === partnerId) ? partnerOf(all, partnerId) : null;
    },
    partners: (): Partner[] => [...people.read().partners],
    cards(): PersonCard[] {
      const all = people.read();
      return all.persons.map((person) => cardOf(all, person));
    },
    /** A sign-in link while no administrator can sign in (first start, or its link was lost); else null. */
    async firstLink(): Promise<string | null> {
      const waiting = people.read().persons.find((person) => person.administrator && !person.disabled);
      const able = people
        .read()
        .persons.some((person) => person.administrator && !person.disabled && person.passwordHash !== null);
      if (!waiting || able) return null;
      return people.commit(
        (draft) => links.issue(draft, { kind: 'sign-in', personId: waiting.id, createdBy: null }).url,
      );
    },
    /** Adds people who can sign in at once. @returns their ids, in order. @throws Failure('email-taken') */
    async add(wanted: readonly PersonWithPassword[]): Promise<string[]> {
      const hashes = await Promise.all(wanted.map(({ password }) => passwords.hash(password)));
      return people.commit((draft) =>
        wanted.map(
          ({ password: _, ...person }, index) =>
            admit(draft, { ...person, passwordHash: hashes[index] ?? null, createdAt: now() }).id,
        ),
      );
    },
    /** Writes what is only in memory (when sessions were last seen). */
    flush: () => sessions.flush(),
  };
}
export type People = Awaited<ReturnType<typeof createPeople>>;
