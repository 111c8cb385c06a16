import type { Clock } from '../clock';

/** Automatic versions come after this long without an edit, in milliseconds … */
export const PAUSE_MS = 60_000;
/** … or after this long with edits all the time; and never closer together (V1). */
export const EVERY_MS = 10 * 60_000;

/** A chapter that changed since its last version. */
interface Pending {
  readonly firstAt: number;
  lastAt: number;
  timer: NodeJS.Timeout;
}

/** Knows which chapters changed since their last version, and says when an automatic one is due. */
export class Schedule {
  readonly #clock: Clock;
  readonly #due: (chapterId: string) => void;
  readonly #pending = new Map<string, Pending>();
  readonly #lastAutomatic = new Map<string, number>();
  #stopped = false;

  constructor(clock: Clock, due: (chapterId: string) => void) {
    this.#clock = clock;
    this.#due = due;
  }

  /** Notes an edit. While a chapter is being written in, this is one field. */
  edited(chapterId: string, at: number): void {
    if (this.#stopped) return;
    const pending = this.#pending.get(chapterId);
    if (pending) pending.lastAt = at;
    else this.#arm(chapterId, { firstAt: at, lastAt: at });
  }

  /** Notes that a version holds every edit up to now. */
  covered(chapterId: string): void {
    clearTimeout(this.#pending.get(chapterId)?.timer);
    this.#pending.delete(chapterId);
  }

  /** Notes when the last automatic version of a chapter was made. */
  automatic(chapterId: string, at: number): void {
    this.#lastAutomatic.set(chapterId, at);
  }

  /** Ends all timers. @returns the chapters whose last edits no version holds yet */
  stop(): string[] {
    this.#stopped = true;
    for (const { timer } of this.#pending.values()) clearTimeout(timer);
    const left = [...this.#pending.keys()];
    this.#pending.clear();
    return left;
  }

  #arm(chapterId: string, { firstAt, lastAt }: { firstAt: number; lastAt: number }): void {
    const wait = this.#wait(chapterId, firstAt, lastAt);
    const timer = setTimeout(() => this.#woken(chapterId), wait);
    timer.unref();
    this.#pending.set(chapterId, { firstAt, lastAt, timer });
  }

  #woken(chapterId: string): void {
    const pending = this.#pending.get(chapterId);
    if (!pending) return;
    if (this.#wait(chapterId, pending.firstAt, pending.lastAt) > 0) this.#arm(chapterId, pending);
    else {
      this.#pending.delete(chapterId);
      this.#due(chapterId);
    }
  }

  #wait(chapterId: string, firstAt: number, lastAt: number): number {
    const written = Math.min(this.#left(lastAt, PAUSE_MS), this.#left(firstAt, EVERY_MS));
    return Math.max(written, this.#left(this.#lastAutomatic.get(chapterId), EVERY_MS));
  }

  /** Milliseconds until `span` has passed since `since`; none when `since` lies ahead, since then the clock was set back. */
  #left(since: number | undefined, span: number): number {
    const now = this.#clock.now();
    return since === undefined || since > now ? 0 : Math.max(0, since + span - now);
  }
}
