import type { LogEntry, UpdateLog } from '../storage/ports';

/** A room as the turns see it. */
export interface TurnTaker {
  readonly id: string;
  /** Earliest moment of its next turn, in milliseconds of `performance.now`. */
  readonly notBefore: number;
  /** Judges and applies what has arrived. @returns what must be stored before anybody hears of it */
  prove(): readonly LogEntry[];
  /** All of the last `prove` is on disk. @param seq of the last entry; null when there was none */
  publish(seq: number | null): void;
  /** Nothing of the last `prove` was stored. */
  failed(error: unknown): void;
}

/**
 * The server's heartbeat. What arrives while one turn is being written to disk is the next turn, so an idle server answers
 * at once and a busy one gathers. One write for all rooms, one turn at a time: between turns every document equals the log.
 */
export class Turns {
  private readonly due = new Set<TurnTaker>();
  private running: Promise<void> | null = null;
  private scheduled = false;
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly log: Pick<UpdateLog, 'append'>) {}

  /** A turn is under way: documents may run ahead of the log. */
  get busy(): boolean {
    return this.running !== null;
  }

  /** Something has arrived for `room`. */
  request(room: TurnTaker): void {
    this.due.add(room);
    this.schedule();
  }

  /** Resolves between turns: every document then equals the log. */
  async settled(): Promise<void> {
    while (this.running) await this.running;
  }

  /** Resolves when nothing waits any more. */
  async drained(): Promise<void> {
    while (this.running || this.scheduled || this.due.size > 0) {
      await (this.running ?? new Promise((next) => setImmediate(next)));
    }
  }

  private schedule(): void {
    if (this.scheduled || this.running || this.due.size === 0) return;
    const wait = this.wait();
    if (wait > 0) {
      this.timer ??= setTimeout(() => {
        this.timer = null;
        this.schedule();
      }, wait);
      return;
    }
    this.scheduled = true;
    // After the poll phase: whatever the other sockets have brought in by now belongs to the same turn.
    setImmediate(() => {
      this.scheduled = false;
      this.running = this.turn().finally(() => {
        this.running = null;
        this.schedule();
      });
    });
  }

  private wait(): number {
    let earliest = Number.POSITIVE_INFINITY;
    for (const room of this.due) earliest = Math.min(earliest, room.notBefore);
    return earliest - performance.now();
  }

  private async turn(): Promise<void> {
    const now = performance.now();
    const rooms = [...this.due].filter((room) => room.notBefore <= now);
    const batch = new Map<string, readonly LogEntry[]>();
    for (const room of rooms) {
      this.due.delete(room);
      const entries = room.prove();
      if (entries.length > 0) batch.set(room.id, entries);
      else this.publish(room, null);
    }
    if (batch.size === 0) return;
    const stored = rooms.filter((room) => batch.has(room.id));
    let seqs: ReadonlyMap<string, number>;
    try {
      seqs = await this.log.append(batch);
    } catch (error) {
      for (const room of stored) room.failed(error);
      return;
    }
    for (const room of stored) this.publish(room, seqs.get(room.id) ?? null);
  }

  /** One room's fault must not keep the others from theirs. */
  private publish(room: TurnTaker, seq: number | null): void {
    try {
      room.publish(seq);
    } catch (error) {
      room.failed(error);
    }
  }
}
