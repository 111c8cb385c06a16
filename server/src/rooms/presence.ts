import { encodeAwareness, readAwareness } from './awareness-update';
import { type Frame, frame } from './framing';
import type { RoomLimits } from './limits';
import { presenceState } from './presence-state';
import type { Session } from './session';

interface Present {
  readonly session: Session;
  readonly json: string;
  /** As the client counts. */
  readonly clock: number;
  /** As the others are told: never lower than what they heard before, also across reconnections of the same client. */
  readonly told: number;
}

/** Who is here and where: one awareness client per connection, named by the server, passed on at most every 40 ms. */
export class Presence {
  private readonly present = new Map<number, Present>();
  private readonly idOf = new Map<Session, number>();
  /** Last clock the others heard of each client. */
  private readonly told = new Map<number, number>();
  private readonly changed = new Set<number>();
  /** The newest state of clients that change it too often; looked at again at the next flush. */
  private readonly late = new Map<Session, { clock: number; json: Uint8Array }>();
  private timer: NodeJS.Timeout | null = null;
  private flushedAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly sessions: ReadonlySet<Session>,
    private readonly owners: () => ReadonlyMap<number, string>,
    private readonly limits: RoomLimits,
  ) {}

  /** Takes a client's awareness update. Entries of other clients, which stock clients send along, count for nothing. */
  receive(session: Session, update: Uint8Array): void {
    let entries: ReturnType<typeof readAwareness>;
    try {
      entries = readAwareness(update);
    } catch {
      // Bytes that are no awareness update: counted, not answered.
      session.odd();
      return;
    }
    for (const { client, clock, json } of entries) {
      if (!this.owns(session, client)) continue;
      if (json.length > this.limits.presence) session.odd();
      else if (session.presence.take(performance.now())) this.set(session, client, clock, json);
      else this.late.set(session, { clock, json });
    }
    if (this.changed.size > 0 || this.late.size > 0) this.schedule();
  }

  /** Everybody's state, for somebody who has just come; null when nobody is here. */
  all(): Frame | null {
    if (this.present.size === 0) return null;
    return frame(
      encodeAwareness([...this.present].map(([client, { told, json }]) => ({ client, clock: told, json }))),
    );
  }

  /** The others stop seeing this connection. */
  leave(session: Session): void {
    this.late.delete(session);
    const client = this.idOf.get(session);
    this.idOf.delete(session);
    if (client === undefined || this.present.get(client)?.session !== session) return;
    this.present.delete(client);
    this.changed.add(client);
    this.schedule();
  }

  close(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
  }

  /** The first client id that a connection names for itself is its own, unless somebody else's. */
  private owns(session: Session, client: number): boolean {
    const own = this.idOf.get(session);
    if (own !== undefined) return own === client;
    const holder = this.present.get(client)?.session;
    const owner = holder?.personId ?? this.owners().get(client);
    if (owner !== undefined && owner !== session.personId) return false;
    // The same person again: a new connection takes over from one that has not been noticed to be dead.
    if (holder) this.idOf.delete(holder);
    this.idOf.set(session, client);
    return true;
  }

  private set(session: Session, client: number, clock: number, bytes: Uint8Array): void {
    const json = presenceState(bytes, session.connecting);
    if (json === undefined) {
      session.odd();
      return;
    }
    const before = this.present.get(client);
    if (before?.session === session && clock < before.clock) return;
    this.changed.add(client);
    if (json === null) {
      this.present.delete(client);
      return;
    }
    const heard = this.told.get(client) ?? -1;
    const told = clock > heard ? clock : heard + 1;
    this.told.set(client, told);
    this.present.set(client, { session, json, clock, told });
  }

  private schedule(): void {
    if (this.timer) return;
    const wait = Math.max(0, this.flushedAt + this.limits.presenceEvery - performance.now());
    this.timer = setTimeout(() => this.flush(), wait);
  }

  private flush(): void {
    this.timer = null;
    this.flushedAt = performance.now();
    for (const [session, { clock, json }] of this.late) {
      const client = this.idOf.get(session);
      if (client !== undefined && !session.presence.take(this.flushedAt)) continue;
      this.late.delete(session);
      if (client !== undefined) this.set(session, client, clock, json);
    }
    if (this.late.size > 0) this.schedule();
    if (this.changed.size > 0) this.tell();
  }

  private tell(): void {
    const entries = [...this.changed].map((client) => {
      const present = this.present.get(client);
      return {
        client,
        clock: present?.told ?? this.told.get(client) ?? 0,
        json: present?.json ?? 'null',
        present,
      };
    });
    this.changed.clear();
    const shared = frame(encodeAwareness(entries));
    const own = new Map(entries.map((entry) => [entry.present?.session, entry]));
    for (const session of this.sessions) {
      if (session.kind === 'unknown' || session.peer.backlog() > this.limits.presenceBacklog) continue;
      const mine = own.get(session);
      if (mine && entries.length === 1) continue;
      // A client ignores its own state under its own clock; under another it would take the server's for newer.
      const shift = mine !== undefined && mine.clock !== mine.present?.clock;
      session.peer.queue(shift ? frame(encodeAwareness(entries.filter((entry) => entry !== mine))) : shared);
      session.peer.flush();
    }
  }
}
