import { Failure } from '@accord/shared/kernel/failure';
import { type CommandPart, type Inbox, isFrame, type TextFrame, type Waiting } from './inbox';
import { BrokenTurn, condemn } from './proof';
import { RoomDocument } from './room-document';
import type { RoomTools } from './room-tools';
import type { Session } from './session';

/** What of a room is mended. */
export interface Mended {
  readonly id: string;
  readonly sessions: ReadonlySet<Session>;
  document: RoomDocument;
  /** The document is what the log holds, again. */
  recovered(): void;
}

/** Brings a room's document back to what the log holds, when a turn broke it or the disk did not take what it says. */
export class Recovery {
  /** While the document is being rebuilt, nothing is judged. */
  private rebuilding: Promise<void> | null = null;
  /** Why the room is of no use any more: its document ran ahead of the log and could not be read again. */
  broken: Failure | null = null;

  constructor(
    private readonly room: Mended,
    private readonly inbox: Inbox,
    private readonly tools: RoomTools,
  ) {}

  get running(): boolean {
    return this.rebuilding !== null;
  }

  /** Resolves when the document is not being rebuilt. @throws Failure('document-unreadable') when it could not be */
  async done(): Promise<void> {
    while (this.rebuilding) await this.rebuilding;
    if (this.broken) throw this.broken;
  }

  /** A turn broke the document: finds the culprits on a copy, then takes the turn again without them. */
  rebuild(taken: readonly Waiting[], error: unknown): void {
    const accepted =
      error instanceof BrokenTurn ? (error.accepted as readonly (TextFrame | CommandPart)[]) : [];
    this.tools.logger.warn({ err: error, chapterId: this.room.id }, 'an update could not be applied');
    this.reload(taken, async () => {
      const found = condemn(await this.tools.log.load(this.room.id), accepted, this.tools.limits);
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
  reload(taken: readonly Waiting[] = [], before: () => Promise<void> = async () => undefined): void {
    const rebuilt = async () => {
      await before();
      const { document } = this.room;
      this.room.document = await RoomDocument.load(this.tools.log, this.room.id);
      document.destroy();
    };
    this.rebuilding = rebuilt()
      .catch((error: unknown) => this.die(taken, error))
      .then(() => {
        this.rebuilding = null;
        if (!this.broken) this.room.recovered();
      });
  }

  private die(taken: readonly Waiting[], error: unknown): void {
    this.tools.logger.error({ err: error, chapterId: this.room.id }, 'a chapter can not be read');
    const broken = new Failure('document-unreadable', 'The stored text could not be read again.', {
      cause: error,
    });
    this.broken = broken;
    // What was put back is in the inbox as well; a second rejection of a promise is none.
    for (const waiting of taken) if (!isFrame(waiting)) waiting.reject(broken);
    this.inbox.abandon(broken);
    for (const session of this.room.sessions) session.expel('document-unreadable');
  }
}
