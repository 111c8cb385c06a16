import { Failure } from '@accord/shared/kernel/failure';
import { readMessage } from '@accord/shared/sync/message';
import { encodeNotice, type NoticeTopic } from '@accord/shared/sync/wire';
import type { LogEntry } from '../storage/ports';
import { catchUp, drained, noticeBacklog } from './backlog';
import { fanOut } from './fan-out';
import { frame } from './framing';
import type { Verdict } from './gate';
import { type Introduction, objection } from './handshake';
import { type Command, type CommandPart, Inbox, isFrame, type TextFrame, type Waiting } from './inbox';
import type { Access } from './live-chapters';
import { Presence } from './presence';
import { BrokenTurn, condemn, prove, type Turn } from './proof';
import { Questions } from './questions';
import { RoomDocument } from './room-document';
import type { RoomTools } from './room-tools';
import type { Session, Surroundings } from './session';
import type { TurnTaker } from './turns';

const NOTHING = new Uint8Array();

/**
 * One open chapter: its document, its connections, and what waits for the next turn. Takes bytes, gives bytes; it knows no
 * sockets and no clock but the injected one.
 */
export class Room implements TurnTaker, Surroundings {
  readonly sessions = new Set<Session>();
  readonly presence: Presence;
  locked = false;
  notBefore = 0;
  private readonly inbox: Inbox;
  private readonly questions = new Questions();
  private turn: Turn<TextFrame | CommandPart> | null = null;
  /** Connections whose new access is told when the turn under way has ended. */
  private readonly owed = new Set<Session>();
  /** While the document is being rebuilt, nothing is judged. */
  private rebuilding: Promise<void> | null = null;
  /** Why this room is of no use any more: its document ran ahead of the log and could not be read again. */
  private broken: Failure | null = null;
  private announced: Surroundings['storage'] = 'writable';

  constructor(
    readonly id: string,
    public document: RoomDocument,
    private readonly tools: RoomTools,
  ) {
    this.inbox = new Inbox(tools.limits.inbox);
    this.presence = new Presence(this.sessions, () => this.document.owners, tools.limits);
  }

  get generation(): number {
    return this.document.generation;
  }

  get storage(): 'writable' | 'read-only' {
    return this.tools.log.readOnly ? 'read-only' : 'writable';
  }

  /** Its document is not what the log holds: nothing may be read from it or written through it. */
  get dead(): boolean {
    return this.broken !== null;
  }

  /** Nothing waits and nobody is here. */
  get idle(): boolean {
    return this.sessions.size === 0 && this.inbox.empty && !this.turn && !this.rebuilding;
  }

  join(session: Session): void {
    this.sessions.add(session);
    if (this.broken) session.expel('document-unreadable');
    else session.hello();
    session.peer.flush();
  }

  leave(session: Session): void {
    if (!this.sessions.delete(session)) return;
    this.owed.delete(session);
    session.gone = true;
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
        this.inbox.frame(session, message.update, message.answer);
        this.tools.turns.request(this);
        break;
      case 'state-vector':
        if (this.questions.add(session, message.stateVector)) this.tools.turns.request(this);
        else session.expel('too-many-requests');
        break;
      case 'awareness':
        this.presence.receive(session, message.states);
        break;
      case 'query-awareness':
        this.showPresence(session);
        break;
      case 'malformed':
        if (message.carriesUpdate) {
          this.inbox.frame(session, NOTHING, false, 'malformed');
          this.tools.turns.request(this);
        } else session.odd();
        break;
      case 'unknown':
        session.odd();
        break;
    }
  }

  /**
   * Writes as part of the next turn; resolves when it is on disk.
   * @throws what `prepare` throws; Failure('chapter-locked' | 'too-large' | 'read-only-storage' | 'document-unreadable')
   */
  command(prepare: Command['prepare']): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.broken) return reject(this.broken);
      this.inbox.command({ prepare, resolve, reject });
      this.tools.turns.request(this);
    });
  }

  /** Access of a connection was judged anew. */
  admit(session: Session, access: Access): void {
    session.suspended = false;
    const changed = session.access !== access;
    session.access = access;
    if (access === 'none') session.expel('not-allowed');
    else if (changed && this.turn) this.owed.add(session);
    else if (changed) {
      session.hello();
      session.peer.flush();
    }
    this.tools.turns.request(this);
  }

  /** Says what was held back until a turn had ended: words on their way to the disk must not look refused. */
  private payHellos(): void {
    for (const session of this.owed) if (!session.expelled) session.hello();
    this.owed.clear();
  }

  /** Tells everybody that something about the chapter has changed. */
  notify(topic: NoticeTopic): void {
    const notice = frame(encodeNotice(topic));
    for (const session of this.sessions) {
      if (session.expelled || session.kind === 'unknown') continue;
      session.peer.queue(notice);
      session.peer.flush();
    }
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
    if (this.rebuilding || this.broken) return [];
    this.questions.answer(this.document);
    const taken = this.inbox.take();
    if (taken.length === 0) return [];
    this.notBefore = performance.now() + this.sessions.size * this.tools.limits.turnPerPeer;
    try {
      const pending = taken.flatMap<TextFrame | CommandPart>((waiting) =>
        isFrame(waiting) ? [waiting] : this.prepare(waiting),
      );
      this.turn = prove(this.document, pending, this.tools.clock.now(), this.tools.limits);
    } catch (error) {
      this.rebuild(taken, error);
      return [];
    }
    return this.turn.proved.flatMap(({ entry }) => entry ?? []);
  }

  publish(seq: number | null): void {
    const { turn } = this;
    if (!turn) return;
    const entries = turn.proved.flatMap(({ entry }) => entry ?? []);
    if (seq !== null) {
      this.document.committed(entries, seq);
      this.tools.committed({ chapterId: this.id, seq, entries });
    }
    fanOut(this.sessions, turn);
    const authors = new Set<Session>();
    const commands = new Set<Command>();
    for (const { pending, verdict } of turn.proved) {
      if (isFrame(pending)) {
        this.settle(pending, verdict);
        authors.add(pending.author);
      } else {
        commands.add(pending.command);
        const refusal = refusalOf(verdict);
        if (refusal) pending.command.reject(refusal);
      }
    }
    // For one that was rejected already this is nothing.
    for (const command of commands) command.resolve();
    for (const author of authors) author.acknowledge();
    // Until here a fault of ours must find whoever waits for an answer.
    this.turn = null;
    this.payHellos();
    for (const session of this.sessions) {
      session.peer.flush();
      noticeBacklog(session, this.document, this.tools.limits);
    }
    if (this.inbox.ready) this.tools.turns.request(this);
  }

  failed(error: unknown): void {
    const { turn } = this;
    this.turn = null;
    this.tools.logger.error({ err: error, chapterId: this.id }, 'text could not be stored');
    for (const { pending } of turn?.proved ?? []) {
      if (!isFrame(pending)) pending.command.reject(error);
      else if (this.storage === 'read-only') pending.author.withhold(pending.n);
      // No full disk but a fault of ours: they come back and send it again.
      else pending.author.turnAway('server-error');
    }
    this.payHellos();
    for (const session of this.sessions) session.peer.flush();
    // The document has run ahead of the disk: nobody may be shown that.
    this.reload();
  }

  /** Called a few times a second: asks again where an answer is overdue, catches up or gives up on slow readers. */
  tend(now: number): void {
    // The disk may have refused somebody else's write.
    if (this.announced !== this.storage) this.announce();
    for (const session of this.sessions) {
      if (session.expelled) continue;
      if (session.lagging) this.help(session, now);
      this.remind(session, now);
    }
  }

  /** Resolves when the document is not being rebuilt. @throws Failure('document-unreadable') when it could not be */
  async ready(): Promise<void> {
    while (this.rebuilding) await this.rebuilding;
    if (this.broken) throw this.broken;
  }

  close(): void {
    this.presence.close();
    this.document.destroy();
  }

  private introduce(session: Session, hello: Introduction | null): void {
    session.kind = hello ? 'own' : 'stock';
    const reason = hello && objection(hello, this.generation, session.personId);
    if (reason) session.expel(reason);
    else this.showPresence(session);
  }

  private showPresence(session: Session): void {
    const present = this.presence.all();
    if (!present) return;
    session.peer.queue(present);
    session.peer.flush();
  }

  private help(session: Session, now: number): void {
    const { limits, logger, turns } = this.tools;
    const state = drained(session, now, limits);
    if (state === 'given up') {
      logger.warn({ chapterId: this.id, personId: session.personId }, 'a reader takes nothing');
      session.turnAway('slow-reader');
    }
    // Only between turns: the document must not run ahead of the disk.
    if (state !== 'yes' || this.turn || this.rebuilding) return;
    catchUp(session, this.document, limits);
    if (this.questions.any) turns.request(this);
  }

  /** Asks again where an answer is overdue. */
  private remind(session: Session, now: number): void {
    if (!session.withholding || session.askedAt === null || this.storage === 'read-only') return;
    if (now - session.askedAt < this.tools.limits.resync) return;
    session.ask(this.document.stateVector(), now);
    session.peer.flush();
  }

  private settle({ author: session, n, answer }: TextFrame, verdict: Verdict): void {
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

  /** Lets a command say what it writes. */
  private prepare(command: Command): CommandPart[] {
    try {
      const parts = command.prepare(this.document);
      const bytes = parts.reduce((total, { update }) => total + update.length, this.document.bytes);
      if (bytes > this.tools.limits.document)
        throw new Failure('too-large', 'The chapter would be too long.');
      if (parts.length === 0) command.resolve();
      return parts.map((part) => ({ ...part, command }));
    } catch (error) {
      command.reject(error);
      return [];
    }
  }

  /** A turn broke the document: finds the culprits on a copy, then takes the turn again without them. */
  private rebuild(taken: readonly Waiting[], error: unknown): void {
    const accepted =
      error instanceof BrokenTurn ? (error.accepted as readonly (TextFrame | CommandPart)[]) : [];
    this.tools.logger.warn({ err: error, chapterId: this.id }, 'an update could not be applied');
    this.reload(taken, async () => {
      const found = condemn(await this.tools.log.load(this.id), accepted, this.tools.limits);
      const [only, ...others] = accepted;
      // Not to be found one by one: it breaks only together with others, or is all there is.
      if (!found && only && others.length === 0) only.condemned = 'malformed';
      // What a command writes would be the same again.
      const failed = new Set<Waiting>();
      for (const part of accepted) {
        if (isFrame(part) || !part.condemned) continue;
        failed.add(part.command);
        part.command.reject(
          new Failure('internal', 'What was to be written breaks the text.', { cause: error }),
        );
      }
      const again = taken.filter((waiting) => !failed.has(waiting));
      this.inbox.putBack(again, { oneByOne: !found });
    });
  }

  /**
   * Reads the document again from the log, after `before`. Where that fails the room is dead: a document that says what no
   * disk holds must be shown to nobody, and whoever opens the chapter next tries to load it afresh.
   * @param taken what is out of the inbox until `before` has put it back
   */
  private reload(taken: readonly Waiting[] = [], before: () => Promise<void> = async () => undefined): void {
    const rebuilt = async () => {
      await before();
      const { document } = this;
      this.document = await RoomDocument.load(this.tools.log, this.id);
      document.destroy();
    };
    this.rebuilding = rebuilt()
      .catch((error: unknown) => this.die(taken, error))
      .then(() => {
        this.rebuilding = null;
        if (this.broken) return;
        if (this.storage === 'read-only') this.announce();
        this.tools.turns.request(this);
      });
  }

  private die(taken: readonly Waiting[], error: unknown): void {
    this.tools.logger.error({ err: error, chapterId: this.id }, 'a chapter can not be read');
    const broken = new Failure('document-unreadable', 'The stored text could not be read again.', {
      cause: error,
    });
    this.broken = broken;
    // What was put back is in the inbox as well; a second rejection of a promise is none.
    for (const waiting of taken) if (!isFrame(waiting)) waiting.reject(broken);
    this.inbox.abandon(broken);
    for (const session of this.sessions) session.expel('document-unreadable');
  }
}

/** What a command is told whose update was not applied; null when it was, or was no news. */
function refusalOf(verdict: Verdict): Failure | null {
  if (verdict.is === 'apply' || verdict.is === 'ignore') return null;
  if (verdict.is === 'hold') return new Failure('read-only-storage');
  if (verdict.is === 'refuse' && verdict.reason === 'chapter-locked') return new Failure('chapter-locked');
  if (verdict.is === 'refuse' && verdict.reason === 'too-large') return new Failure('too-large');
  return new Failure('internal', `The server's own writing was not taken: ${verdict.is}.`);
}
