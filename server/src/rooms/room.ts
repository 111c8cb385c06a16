import { Failure } from '@accord/shared/kernel/failure';
import { SCHEMA_VERSION } from '@accord/shared/manuscript/document';
import { readMessage } from '@accord/shared/sync/message';
import { type CloseReason, PROTOCOL_VERSION, SYNC } from '@accord/shared/sync/wire';
import type { Clock } from '../clock';
import type { LogEntry, UpdateLog } from '../storage/ports';
import { fanOut } from './fan-out';
import { syncFrame } from './framing';
import type { RoomLimits } from './limits';
import type { Access } from './live-chapters';
import type { RoomsLogger } from './logger';
import { Presence } from './presence';
import { type Author, BrokenTurn, condemn, type Pending, type Proved, prove, type Turn } from './proof';
import { RoomDocument } from './room-document';
import type { Session, Surroundings } from './session';
import type { Turns, TurnTaker } from './turns';

/** An update that waits for its turn, with the connection it came over. */
export interface TextFrame extends Pending<Session> {
  /** Its number among the connection's update-carrying frames. */
  readonly n: number;
  /** Whether it is a sync step 2. */
  readonly answer: boolean;
}

/** Something the server itself writes, in the name of a person. */
export interface Command extends Pending<Author> {
  readonly onlyIfEmpty: boolean;
  resolve(): void;
  reject(error: unknown): void;
}

type Waiting = TextFrame | Command;
/** A peer with a full backlog may take as long as its bytes need at this rate, and `limits.drain` on top. */
const DRAIN_BYTES_PER_MS = 128;

const isFrame = (waiting: Waiting): waiting is TextFrame => 'n' in waiting;

/** What became of a refused frame, for the audit log. */
export interface RefusedFrame {
  readonly chapterId: string;
  readonly personId: string;
  readonly reason: CloseReason;
}

export interface RoomTools {
  readonly log: UpdateLog;
  readonly clock: Clock;
  readonly turns: Turns;
  readonly limits: RoomLimits;
  readonly logger: RoomsLogger;
  /** Called at the first refusal of a connection, not at each. */
  refused(notice: RefusedFrame): void;
  committed(notice: { chapterId: string; seq: number; entries: readonly LogEntry[] }): void;
}

/**
 * One open chapter: its document, its connections, and what waits for the next turn. Takes bytes, gives bytes; it knows no
 * sockets and no clock but the injected one.
 */
export class Room implements TurnTaker, Surroundings {
  readonly sessions = new Set<Session>();
  readonly presence: Presence;
  locked = false;
  notBefore = 0;
  private waiting: Waiting[] = [];
  private questions: { session: Session; stateVector: Uint8Array }[] = [];
  private turn: Turn<Waiting> | null = null;
  /** While the document is being rebuilt, nothing is judged. */
  private rebuilding: Promise<void> | null = null;
  private announced: Surroundings['storage'] = 'writable';
  /** How many of the coming turns take a single update, to find one that only breaks together with others. */
  private single = 0;

  constructor(
    readonly id: string,
    public document: RoomDocument,
    private readonly tools: RoomTools,
  ) {
    this.presence = new Presence(this.sessions, () => this.document.owners, tools.limits);
  }

  get generation(): number {
    return this.document.generation;
  }

  get storage(): 'writable' | 'read-only' {
    return this.tools.log.readOnly ? 'read-only' : 'writable';
  }

  /** Nothing waits and nobody is here. */
  get idle(): boolean {
    return this.sessions.size === 0 && this.waiting.length === 0 && !this.turn && !this.rebuilding;
  }

  join(session: Session): void {
    this.sessions.add(session);
    session.hello();
    session.peer.flush();
  }

  leave(session: Session): void {
    if (!this.sessions.delete(session)) return;
    this.presence.leave(session);
  }

  /** One message of a client. */
  receive(session: Session, bytes: Uint8Array): void {
    if (session.expelled) return;
    const message = readMessage(bytes);
    if (session.kind === 'unknown') this.introduce(session, message.kind === 'hello' ? message : null);
    if (session.expelled) return;
    switch (message.kind) {
      case 'update':
        if (message.answer) session.synced = true;
        this.enqueue(session, message.update, message.answer);
        break;
      case 'state-vector':
        this.question(session, message.stateVector);
        break;
      case 'awareness':
        this.presence.receive(session, message.states);
        break;
      case 'query-awareness':
        this.showPresence(session);
        break;
      case 'malformed':
        if (message.carriesUpdate) session.refuse(session.number(), 'malformed');
        else session.odd();
        session.peer.flush();
        break;
      case 'unknown':
        session.odd();
        break;
    }
  }

  /**
   * Writes in the name of a person, as part of the next turn.
   * @param onlyIfEmpty the document must not hold anything when the turn begins
   * @throws Failure('conflict' | 'chapter-locked' | 'read-only-storage')
   */
  command(author: Author, update: Uint8Array, { onlyIfEmpty = false } = {}): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ author, update, onlyIfEmpty, resolve, reject });
      this.tools.turns.request(this);
    });
  }

  /** Access of a connection was judged anew. */
  admit(session: Session, access: Access): void {
    session.suspended = false;
    const changed = session.access !== access;
    session.access = access;
    if (access === 'none') session.expel('not-allowed');
    else if (changed) {
      session.hello();
      session.peer.flush();
    }
    this.tools.turns.request(this);
  }

  /** Tells everybody where they stand, e.g. after a lock or a failed disk. */
  announce(): void {
    this.announced = this.storage;
    for (const session of this.sessions) {
      session.hello();
      session.peer.flush();
    }
  }

  prove(): readonly LogEntry[] {
    if (this.rebuilding) return [];
    this.answerQuestions();
    const taken = this.take();
    if (taken.length === 0) return [];
    this.notBefore = performance.now() + this.sessions.size * this.tools.limits.turnPerPeer;
    try {
      this.turn = prove(this.document, taken, this.tools.clock.now(), this.tools.limits);
    } catch (error) {
      this.rebuild(taken, error);
      return [];
    }
    return this.turn.proved.flatMap(({ entry }) => entry ?? []);
  }

  publish(seq: number | null): void {
    const { turn } = this;
    this.turn = null;
    if (!turn) return;
    const entries = turn.proved.flatMap(({ entry }) => entry ?? []);
    if (seq !== null) {
      this.document.committed(entries, seq);
      this.tools.committed({ chapterId: this.id, seq, entries });
    }
    fanOut(this.sessions, turn);
    for (const one of turn.proved) this.settle(one);
    for (const session of this.touched(turn)) session.acknowledge();
    for (const session of this.sessions) {
      session.peer.flush();
      this.noticeBacklog(session);
    }
    if (this.waiting.some((waiting) => !isFrame(waiting) || !waiting.author.suspended))
      this.tools.turns.request(this);
  }

  failed(error: unknown): void {
    const { turn } = this;
    this.turn = null;
    this.tools.logger.error({ err: error, chapterId: this.id }, 'text could not be stored');
    for (const { pending } of turn?.proved ?? []) {
      if (isFrame(pending)) pending.author.withhold(pending.n);
      else pending.reject(error);
    }
    // The document has run ahead of the disk: nobody may be shown that.
    this.reload(async () => undefined);
  }

  /** Called a few times a second: asks again where an answer is overdue, catches up or gives up on slow readers. */
  tend(now: number): void {
    // The disk may have refused somebody else's write.
    if (this.announced !== this.storage) this.announce();
    for (const session of this.sessions) {
      if (session.lagging) this.catchUp(session, session.lagging, now);
      if (
        session.expelled ||
        !session.withholding ||
        session.askedAt === null ||
        this.storage === 'read-only'
      )
        continue;
      if (now - session.askedAt < this.tools.limits.resync) continue;
      session.ask(this.document.stateVector(), now);
      session.peer.flush();
    }
  }

  /** Resolves when the document is not being rebuilt. */
  async ready(): Promise<void> {
    while (this.rebuilding) await this.rebuilding;
  }

  close(): void {
    this.presence.close();
    this.document.destroy();
  }

  private introduce(
    session: Session,
    hello: { protocol: number; schema: number; generation: number } | null,
  ): void {
    session.kind = hello ? 'own' : 'stock';
    if (hello) {
      const { protocol, schema, generation } = hello;
      const older = generation !== 0 && generation !== this.generation;
      if (protocol !== PROTOCOL_VERSION || schema !== SCHEMA_VERSION) session.expel('older-schema');
      else if (older) session.expel('older-generation');
      if (session.expelled) return;
    }
    this.showPresence(session);
  }

  private showPresence(session: Session): void {
    const present = this.presence.all();
    if (!present) return;
    session.peer.queue(present);
    session.peer.flush();
  }

  private enqueue(session: Session, update: Uint8Array, answer: boolean): void {
    const n = session.number();
    // A copy: a view would keep the whole chunk it was received in.
    this.waiting.push({ author: session, update: update.slice(), n, answer });
    session.waiting += update.length;
    if (session.waiting > this.tools.limits.inbox) session.peer.hold(true);
    this.tools.turns.request(this);
  }

  /** A peer that takes nothing is sent nothing more, until it has taken what is on its way. */
  private noticeBacklog(session: Session): void {
    const backlog = session.peer.backlog();
    if (session.lagging || backlog <= this.tools.limits.backlog) return;
    const deadline = performance.now() + this.tools.limits.drain + backlog / DRAIN_BYTES_PER_MS;
    session.lagging = { since: this.document.stateVector(), deadline };
  }

  private catchUp(session: Session, lagging: NonNullable<Session['lagging']>, now: number): void {
    if (session.peer.backlog() > this.tools.limits.backlog / 2) {
      if (now > lagging.deadline && !session.expelled) {
        this.tools.logger.warn({ chapterId: this.id, personId: session.personId }, 'a reader takes nothing');
        session.turnAway('slow-reader');
      }
      return;
    }
    // Between turns only: the document must not run ahead of the disk.
    if (this.turn || this.rebuilding) return;
    session.lagging = null;
    if (this.questions.length > 0) this.tools.turns.request(this);
    session.peer.queue(syncFrame(SYNC.update, this.document.since(lagging.since)));
    session.peer.flush();
    this.noticeBacklog(session);
  }

  /** Everything whose author is not being judged just now, in order. */
  private take(): Waiting[] {
    const taken: Waiting[] = [];
    const left: Waiting[] = [];
    for (const waiting of this.waiting) {
      if (isFrame(waiting) ? waiting.author.expelled : this.tooLate(waiting)) continue;
      const alone = this.single > 0 || (!isFrame(waiting) && waiting.onlyIfEmpty);
      const later = (isFrame(waiting) && waiting.author.suspended) || (alone && taken.length > 0);
      (later ? left : taken).push(waiting);
    }
    if (this.single > 0) this.single--;
    this.waiting = left;
    for (const waiting of taken) {
      if (!isFrame(waiting)) continue;
      const { author } = waiting;
      author.waiting -= waiting.update.length;
      if (author.waiting <= this.tools.limits.inbox) author.peer.hold(false);
    }
    return taken;
  }

  private question(session: Session, stateVector: Uint8Array): void {
    if (!session.syncs.take(performance.now())) {
      session.expel('too-many-requests');
      return;
    }
    this.questions.push({ session, stateVector: stateVector.slice() });
    this.tools.turns.request(this);
  }

  private tooLate(command: Command): boolean {
    const late = command.onlyIfEmpty && this.document.seq > 0;
    if (late) command.reject(new Failure('conflict', 'The chapter has text already.'));
    return late;
  }

  private answerQuestions(): void {
    const { questions } = this;
    this.questions = [];
    for (const { session, stateVector } of questions) {
      if (session.expelled || !this.sessions.has(session)) continue;
      if (session.suspended || session.lagging) {
        this.questions.push({ session, stateVector });
        continue;
      }
      // The question first: a client that has all of the text has then also said what the server lacks.
      const asked = session.synced || session.askedAt !== null;
      if (!asked) session.ask(this.document.stateVector(), performance.now());
      try {
        session.peer.queue(syncFrame(SYNC.step2, this.document.since(stateVector)));
      } catch (error) {
        session.expel(error instanceof Failure ? 'document-unreadable' : 'malformed');
      }
      session.peer.flush();
    }
  }

  private settle({ pending, verdict }: Proved<Waiting>): void {
    if (!isFrame(pending)) {
      if (verdict.is === 'apply' || verdict.is === 'ignore') pending.resolve();
      else pending.reject(new Failure(verdict.is === 'hold' ? 'read-only-storage' : 'chapter-locked'));
      return;
    }
    const { author: session, n, answer } = pending;
    if (verdict.is === 'refuse') {
      if (session.offended === 0) {
        this.tools.refused({ chapterId: this.id, personId: session.personId, reason: verdict.reason });
      }
      session.refuse(n, verdict.reason);
    } else if (verdict.is === 'hold') {
      session.withhold(n);
      if (this.announced !== this.storage) this.announce();
      // A stock client shows no reason: it comes back until the disk takes words again.
      if (session.kind === 'stock') session.turnAway('slow-reader');
    } else if (verdict.is === 'resync') {
      session.withhold(n);
      const now = performance.now();
      if (session.askedAt === null || answer) session.ask(this.document.stateVector(), now);
    } else {
      session.settle(n);
      if (answer) session.release();
    }
  }

  private touched(turn: Turn<Waiting>): Set<Session> {
    const touched = new Set<Session>();
    for (const { pending } of turn.proved) if (isFrame(pending)) touched.add(pending.author);
    return touched;
  }

  /** A turn broke the document: finds the culprits on a copy, then takes the turn again without them. */
  private rebuild(taken: readonly Waiting[], error: unknown): void {
    const accepted = error instanceof BrokenTurn ? (error.accepted as readonly Waiting[]) : [];
    this.tools.logger.warn({ err: error, chapterId: this.id }, 'an update could not be applied');
    this.waiting = [...taken, ...this.waiting];
    for (const waiting of taken) if (isFrame(waiting)) waiting.author.waiting += waiting.update.length;
    this.reload(async () => {
      const found = condemn(await this.tools.log.load(this.id), accepted, this.tools.limits);
      if (found) return;
      const [only, ...others] = accepted;
      if (only && others.length === 0) only.condemned = 'malformed';
      else this.single = taken.length;
    });
  }

  private reload(before: () => Promise<void>): void {
    const rebuilt = async () => {
      await before();
      const { document } = this;
      this.document = await RoomDocument.load(this.tools.log, this.id);
      document.destroy();
    };
    this.rebuilding = rebuilt()
      .catch((error: unknown) => {
        this.tools.logger.error({ err: error, chapterId: this.id }, 'a chapter can not be read');
        for (const session of this.sessions) session.expel('document-unreadable');
        for (const waiting of this.waiting) if (!isFrame(waiting)) waiting.reject(error);
        this.waiting = [];
      })
      .then(() => {
        this.rebuilding = null;
        if (this.storage === 'read-only') this.announce();
        this.tools.turns.request(this);
      });
  }
}
