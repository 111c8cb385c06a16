import { newId } from '@accord/shared/kernel/id';
import type { SessionCard } from '@accord/shared/people/signing-in';
import type { Clock } from '../clock';
import type { Bus, Scope } from '../storage/ports';
import type { PeopleRecords, PersonRecord, SessionRecord } from './records';
import { hashSecret, newSecret } from './secret';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** A session ends this long after it was last used, and this long after it began, whichever is first. */
export const IDLE_MS = 14 * DAY;
export const LIFETIME_MS = 90 * DAY;
/** When a session was last seen is written at most this often: a request must not cost a disk commit. */
const SEEN_EVERY_MS = 10 * MINUTE;
const MOST_PER_PERSON = 40;

interface Parts {
  readonly people: Scope<PeopleRecords>;
  readonly clock: Clock;
  readonly bus: Bus;
  /** Told when writing "last seen" failed; the session goes on. */
  readonly warn: (error: unknown) => void;
}

/** Opaque sessions: the browser holds a secret, the records its hash. */
export function createSessions({ people, clock, bus, warn }: Parts) {
  const seen = new Map<string, number>();
  let writing: Promise<void> | null = null;

  const iso = (ms: number) => new Date(ms).toISOString();
  const lastSeen = (session: SessionRecord) => seen.get(session.id) ?? Date.parse(session.lastSeenAt);

  // A clock that jumped back makes ages negative: such a session is young, not broken.
  const alive = (session: SessionRecord, now = clock.now()) =>
    now - Date.parse(session.createdAt) < LIFETIME_MS && now - lastSeen(session) < IDLE_MS;

  function touch(session: SessionRecord): void {
    const now = clock.now();
    seen.set(session.id, now);
    if (Math.abs(now - Date.parse(session.lastSeenAt)) < SEEN_EVERY_MS || writing) return;
    writing = writeSeen()
      .catch(warn)
      .finally(() => {
        writing = null;
      });
  }

  async function writeSeen(): Promise<void> {
    const now = new Map(seen);
    await people.commit((draft) => {
      for (const session of draft.sessions) {
        const at = now.get(session.id);
        if (at === undefined) continue;
        session.lastSeenAt = iso(at);
        const person = draft.persons.find(({ id }) => id === session.personId);
        if (person) person.lastSeenAt = iso(at);
      }
    });
    for (const [id, at] of now) if (seen.get(id) === at) seen.delete(id);
  }

  const announce = (ended: readonly SessionRecord[]) => {
    for (const { id, personId } of ended) {
      seen.delete(id);
      bus.publish('session-ended', { sessionId: id, personId });
    }
  };

  return {
    /** The living session of a token with its enabled person, or null. Also notes that it was seen. */
    find(token: string | null): { session: SessionRecord; person: PersonRecord } | null {
      if (!token) return null;
      const records = people.read();
      const hash = hashSecret(token);
      const session = records.sessions.find((candidate) => candidate.hash === hash);
      if (!session || !alive(session)) return null;
      const person = records.persons.find(({ id, disabled }) => id === session.personId && !disabled);
      if (!person) return null;
      touch(session);
      return { session, person };
    },

    /** Whether this session still stands, for connections opened with it. */
    stands(sessionId: string): PersonRecord | null {
      const records = people.read();
      const session = records.sessions.find(({ id }) => id === sessionId);
      if (!session || !alive(session)) return null;
      return records.persons.find(({ id, disabled }) => id === session.personId && !disabled) ?? null;
    },

    /**
     * Adds a new session to the draft; dead ones of everybody go, and the person's oldest where they have too many.
     * @returns the token for the browser, and the sessions that had to go, to be announced once the draft is stored
     */
    begin(draft: PeopleRecords, personId: string, device: string) {
      const now = clock.now();
      const token = newSecret();
      draft.sessions = draft.sessions.filter((session) => alive(session, now));
      const own = draft.sessions.filter((session) => session.personId === personId);
      const surplus = new Set(
        own.slice(0, Math.max(0, own.length - MOST_PER_PERSON + 1)).map(({ id }) => id),
      );
      const pushedOut = takeOut(draft, ({ id }) => surplus.has(id));
      const at = iso(now);
      draft.sessions.push({
        id: newId(),
        hash: hashSecret(token),
        personId,
        createdAt: at,
        lastSeenAt: at,
        device,
      });
      return { token, pushedOut };
    },

    /** Ends the sessions that `which` names. @returns how many ended */
    async end(which: (session: SessionRecord) => boolean): Promise<number> {
      if (!people.read().sessions.some(which)) return 0;
      const ended = await people.commit((draft) => takeOut(draft, which));
      announce(ended);
      return ended.length;
    },

    /** For a commit that ends sessions together with something else: take out in the draft, announce after the commit. */
    takeOut,
    announce,

    /** The living sessions of a person, newest first. */
    of(personId: string, currentId: string): SessionCard[] {
      return people
        .read()
        .sessions.filter((session) => session.personId === personId && alive(session))
        .map((session) => ({
          id: session.id,
          createdAt: session.createdAt,
          lastSeenAt: iso(lastSeen(session)),
          device: session.device,
          current: session.id === currentId,
        }))
        .reverse();
    },

    /** Writes what is only in memory. */
    async flush(): Promise<void> {
      await writing;
      if (seen.size > 0) await writeSeen();
    },
  };
}
export type Sessions = ReturnType<typeof createSessions>;

function takeOut(draft: PeopleRecords, which: (session: SessionRecord) => boolean): SessionRecord[] {
  const ended = draft.sessions.filter(which);
  draft.sessions = draft.sessions.filter((session) => !which(session));
  return ended;
}
