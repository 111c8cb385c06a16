import { compact } from './compaction';
import { Room } from './room';
import { RoomDocument } from './room-document';
import type { RoomTools } from './room-tools';

export type RegistryHooks = Pick<RoomTools, 'refused' | 'committed'>;

/** The open chapters: loads each once, keeps it while somebody needs it and a while longer, keeps its log short. */
export class Registry {
  readonly loaded = new Map<string, Room>();
  private readonly loading = new Map<string, Promise<Room>>();
  private readonly users = new Map<string, number>();
  private readonly timers = new Map<string, NodeJS.Timeout>();
  private readonly locked = new Set<string>();
  private readonly queued = new Set<string>();
  private compacting: Promise<void> = Promise.resolve();
  private readonly tools: RoomTools;

  constructor(tools: Omit<RoomTools, 'refused' | 'committed'>, hooks: RegistryHooks) {
    this.tools = {
      ...tools,
      refused: (notice) => hooks.refused(notice),
      committed: (notice) => {
        hooks.committed(notice);
        this.keepShort(notice.chapterId);
      },
    };
  }

  /** Opens a chapter and keeps it open until `release`. @throws Failure('document-unreadable') */
  async hold(chapterId: string): Promise<Room> {
    this.users.set(chapterId, (this.users.get(chapterId) ?? 0) + 1);
    clearTimeout(this.timers.get(chapterId));
    this.timers.delete(chapterId);
    try {
      return await this.open(chapterId);
    } catch (error) {
      this.release(chapterId);
      throw error;
    }
  }

  release(chapterId: string): void {
    const users = (this.users.get(chapterId) ?? 1) - 1;
    if (users > 0) {
      this.users.set(chapterId, users);
      return;
    }
    this.users.delete(chapterId);
    const { idle } = this.tools.limits;
    const timer = setTimeout(() => this.unload(chapterId), idle);
    timer.unref();
    this.timers.set(chapterId, timer);
  }

  /** Locks or unlocks a chapter's text, open or not; takes effect before the next turn. */
  setLocked(chapterId: string, locked: boolean): void {
    if (locked) this.locked.add(chapterId);
    else this.locked.delete(chapterId);
    const room = this.loaded.get(chapterId);
    if (!room || room.locked === locked) return;
    room.locked = locked;
    room.announce();
  }

  /** Ends timers and compactions and forgets everything. */
  async close(): Promise<void> {
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.queued.clear();
    await this.compacting;
    for (const room of this.loaded.values()) room.close();
    this.loaded.clear();
  }

  private open(chapterId: string): Promise<Room> {
    const room = this.loaded.get(chapterId);
    if (room && !room.dead) return Promise.resolve(room);
    let loading = this.loading.get(chapterId);
    if (!loading) {
      loading = this.load(chapterId).finally(() => this.loading.delete(chapterId));
      this.loading.set(chapterId, loading);
    }
    return loading;
  }

  private async load(chapterId: string): Promise<Room> {
    const document = await RoomDocument.load(this.tools.log, chapterId);
    const room = new Room(chapterId, document, this.tools);
    room.locked = this.locked.has(chapterId);
    // A dead one, whose clients have been sent away.
    this.loaded.get(chapterId)?.close();
    this.loaded.set(chapterId, room);
    this.keepShort(chapterId);
    return room;
  }

  private unload(chapterId: string): void {
    this.timers.delete(chapterId);
    const room = this.loaded.get(chapterId);
    if (!room || this.users.has(chapterId)) return;
    if (!room.idle) {
      this.users.set(chapterId, 1);
      this.release(chapterId);
      return;
    }
    this.loaded.delete(chapterId);
    room.close();
    if (room.document.tailEntries > WORTH_COMPACTING) this.shorten(chapterId);
  }

  private keepShort(chapterId: string): void {
    const { tailEntries, tailBytes } = this.tools.limits;
    const document = this.loaded.get(chapterId)?.document;
    if (!document || (document.tailEntries <= tailEntries && document.tailBytes <= tailBytes)) return;
    this.shorten(chapterId);
  }

  /** Compacts one chapter after the other, never two at once. */
  private shorten(chapterId: string): void {
    if (this.queued.has(chapterId) || this.tools.log.readOnly) return;
    this.queued.add(chapterId);
    this.compacting = this.compacting.then(async () => {
      if (!this.queued.has(chapterId)) return;
      try {
        const done = await compact(this.tools.log, chapterId, this.tools.limits.slice, this.tools.watch);
        if (done) this.loaded.get(chapterId)?.document.compacted(done.uptoSeq, done.baseBytes);
        this.queued.delete(chapterId);
        // It may have grown again meanwhile.
        if (done) this.keepShort(chapterId);
      } catch (error) {
        this.queued.delete(chapterId);
        this.tools.logger.error({ err: error, chapterId }, 'a chapter could not be compacted');
      }
    });
  }
}

/** A chapter left with fewer entries than this is not worth the work. */
const WORTH_COMPACTING = 20;
