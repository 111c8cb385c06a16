import { Failure } from '@accord/shared/kernel/failure';
import { readMessage } from '@accord/shared/sync/message';
import { encodeNotice, type NoticeTopic } from '@accord/shared/sync/wire';
import type { LogEntry } from '../storage/ports';
import { catchUp, drained, noticeBacklog } from './backlog';
import { fanOut } from './fan-out';
import { frame } from './framing';
import { type Introduction, objection } from './handshake';
import { type Command, type CommandPart, Inbox, isFrame, type TextFrame } from './inbox';
import type { Access } from './live-chapters';
import { Presence } from './presence';
import { prove, type Turn } from './proof';
import { Questions } from './questions';
import { Recovery } from './recovery';
import type { RoomDocument } from './room-document';
import type { RoomTools } from './room-tools';
import type { Session, Surroundings } from './session';
import { type Consequences, refusalOf, settleFrame } from './settle';
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
  private lastStill: Promise<void> = Promise.resolve();
  private turn: Turn<TextFrame | CommandPart> | null = null;
  /** Connections whose new access is told when the turn under way has ended. */
  private readonly owed = new Set<Session>();
  private readonly recovery: Recovery;
  private announced: Surroundings['storage'] = 'writable';
  private readonly consequences: Consequences = {
    refused: (personId, reason) => this.tools.refused({ chapterId: this.id, personId, reason }),
    held: () => {
      if (this.announced !== this.storage) this.announce();
    },
  };

  constructor(
    readonly id: string,
    public document: RoomDocument,
    private readonly tools: RoomTools,
  ) {
    this.inbox = new Inbox(tools.limits.inbox);
    this.recovery = new Recovery(this, this.inbox, tools);
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
    return this.recovery.broken !== null;
  }

  /** Nothing waits and nobody is here. */
  get idle(): boolean {
    return this.sessions.size === 0 && this.inbox.empty && !this.turn && !this.recovery.running;
  }

  join(session: Session): void {
    this.sessions.add(session);
    if (this.dead) session.expel('document-unreadable');
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
    return this.queue((command) => this.inbox.command(command), prepare);
  }

  /**
   * As `command`, once `before` is done; from its beginning until the command's turn the text stands still. What arrives
   * meanwhile waits.
   * @throws also what `before` throws; then nothing is written
   */
  commandAfter(before: () => Promise<void>, prepare: Command['prepare']): Promise<void> {
    const one = this.lastStill.then(async () => {
      this.inbox.still = true;
      let written: Promise<void> | undefined;
      try {
        await before();
        written = this.queue((command) => this.inbox.commandFirst(command), prepare);
      } finally {
        this.inbox.still = false;
        this.tools.turns.request(this);
      }
      await written;
    });
    // The next one waits for this one, however it ends; its own caller hears of that.
    this.lastStill = one.catch(() => undefined);
    return one;
  }

  private queue(into: (command: Command) => void, prepare: Command['prepare']): Promise<void> {
    return new Promise((resolve, reject) => {
      const { broken } = this.recovery;
      if (broken) return reject(broken);
      into({ prepare, resolve, reject });
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
    if (this.recovery.running || this.dead) return [];
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
      this.recovery.rebuild(taken, error);
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
        settleFrame(pending, verdict, this.document, this.consequences);
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
    this.recovery.reload();
  }

  /** The document is what the log holds, again. */
  recovered(): void {
    if (this.storage === 'read-only') this.announce();
    this.tools.turns.request(this);
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
  ready(): Promise<void> {
    return this.recovery.done();
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
    if (state !== 'yes' || this.turn || this.recovery.running) return;
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

  /** Lets a command say what it writes. */
  private prepare(command: Command): CommandPart[] {
    try {
      const parts = command.prepare(this.document);
      const bytes = parts.reduce((total, { update }) => total + update.length, this.document.bytes);
      if (parts.length > 0 && bytes > this.tools.limits.document)
        throw new Failure('too-large', 'The chapter would be too long.');
      if (parts.length === 0) command.resolve();
      return parts.map((part) => ({ ...part, command }));
    } catch (error) {
      command.reject(error);
      return [];
    }
  }
}
