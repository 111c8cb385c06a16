import type { CloseReason } from '@accord/shared/sync/wire';
import type { Author, Pending } from './proof';
import type { RoomDocument } from './room-document';
import type { Session } from './session';

/** An update that waits for its turn, with the connection it came over. */
export interface TextFrame extends Pending<Session> {
  /** Its number among the connection's update-carrying frames. */
  readonly n: number;
  /** Whether it is a sync step 2. */
  readonly answer: boolean;
}

/** Something the server itself writes. Made at the beginning of its turn, when the document equals the log. */
export interface Command {
  /** @returns what to write, all of it or nothing; empty when there is nothing to do. @throws what `reject` is told */
  prepare(document: RoomDocument): readonly Pending<Author>[];
  resolve(): void;
  reject(error: unknown): void;
}

export type Waiting = TextFrame | Command;

/** One update of a prepared command. */
export interface CommandPart extends Pending<Author> {
  readonly command: Command;
}

export const isFrame = (waiting: Waiting | CommandPart): waiting is TextFrame => 'n' in waiting;

/** What has arrived for a room and waits for its turn, in order. */
export class Inbox {
  private waiting: Waiting[] = [];
  /** How many of the coming turns take a single update, to find one that only breaks together with others. */
  private single = 0;
  /** While the text stands still, nothing is taken. */
  still = false;

  /** @param limit bytes of one connection's waiting updates above which its socket is not read */
  constructor(private readonly limit: number) {}

  get empty(): boolean {
    return this.waiting.length === 0;
  }

  /** Whether a turn would take anything. */
  get ready(): boolean {
    if (this.still) return false;
    return this.waiting.some((waiting) => !isFrame(waiting) || !waiting.author.suspended);
  }

  /** Takes in a connection's next update-carrying frame. @param condemned it can't even be read */
  frame(session: Session, update: Uint8Array, answer: boolean, condemned?: CloseReason): void {
    // A copy: a view would keep the whole chunk it was received in.
    const frame: TextFrame = { author: session, update: update.slice(), n: session.number(), answer };
    if (condemned) frame.condemned = condemned;
    this.waiting.push(frame);
    session.waiting += update.length;
    if (session.waiting > this.limit) session.hold(true);
  }

  command(command: Command): void {
    this.waiting.push(command);
  }

  /** Before all that waits. */
  commandFirst(command: Command): void {
    this.waiting.unshift(command);
  }

  /** Everything whose author is not being judged just now, in order; a command only as the first. */
  take(): Waiting[] {
    if (this.still) return [];
    const taken: Waiting[] = [];
    const left: Waiting[] = [];
    for (const waiting of this.waiting) {
      if (isFrame(waiting) && waiting.author.expelled) continue;
      const alone = this.single > 0 || !isFrame(waiting);
      const later = (isFrame(waiting) && waiting.author.suspended) || (alone && taken.length > 0);
      (later ? left : taken).push(waiting);
    }
    if (this.single > 0) this.single--;
    this.waiting = left;
    this.account(taken, -1);
    return taken;
  }

  /** Puts a turn back to where it was taken from. */
  putBack(taken: readonly Waiting[], { oneByOne = false } = {}): void {
    this.waiting = [...taken, ...this.waiting];
    this.account(taken, 1);
    if (oneByOne) this.single = taken.length;
  }

  /** Gives up on everything. */
  abandon(error: unknown): void {
    const { waiting } = this;
    this.waiting = [];
    this.account(waiting, -1);
    for (const one of waiting) if (!isFrame(one)) one.reject(error);
  }

  private account(moved: readonly Waiting[], sign: 1 | -1): void {
    for (const one of moved) {
      if (!isFrame(one)) continue;
      one.author.waiting += sign * one.update.length;
      if (one.author.waiting <= this.limit) one.author.hold(false);
    }
  }
}
