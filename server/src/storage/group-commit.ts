import { Failure } from '@accord/shared/kernel/failure';
import type { Operation, OrderedStore } from './ordered-store';

/** What a call wants written, worked out when its batch is put together. */
export interface Contribution<R> {
  readonly operations: readonly Operation[];
  readonly result: R;
  /** Called before later calls of the same batch are worked out: they must already count on this one. */
  readonly stage?: () => void;
}

/** A call that waits for its batch. */
interface Waiting {
  /** Works out what to write; false when the call turned out to be impossible and was already refused. */
  prepare(batch: Operation[]): Promise<boolean>;
  done(): void;
  fail(failure: unknown): void;
}

/**
 * One durable write at a time. An idle store writes a call at once; whatever is asked while a write is under way becomes
 * the next one, so that the number of disk flushes follows the disk and not the number of people. Calls are worked out in the
 * order in which they were made, each knowing the effect of those before.
 */
export class GroupCommit {
  readonly #store: OrderedStore;
  #waiting: Waiting[] = [];
  #running: Promise<void> | null = null;
  #closed = false;
  #refused: Failure | null = null;

  constructor(store: OrderedStore) {
    this.#store = store;
  }

  /** True for good once a write has failed: what is on disk is then in doubt, and another flush would prove nothing. */
  get readOnly(): boolean {
    return this.#refused !== null;
  }

  /**
   * @returns the contribution's result, once it is on disk
   * @throws Failure('read-only-storage') when the write failed or an earlier one has; whatever `prepare` threw
   */
  submit<R>(prepare: () => Contribution<R> | Promise<Contribution<R>>): Promise<R> {
    if (this.#refused) return Promise.reject(this.#refused);
    if (this.#closed) return Promise.reject(new Failure('unavailable', 'The storage is closed'));
    return new Promise<R>((resolve, reject) => {
      let contribution: Contribution<R>;
      this.#waiting.push({
        async prepare(batch) {
          try {
            contribution = await prepare();
          } catch (error) {
            reject(error);
            return false;
          }
          contribution.stage?.();
          for (const operation of contribution.operations) batch.push(operation);
          return true;
        },
        done: () => resolve(contribution.result),
        fail: reject,
      });
      this.#running ??= this.#run();
    });
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0 && !this.#refused) {
      const calls = this.#waiting;
      this.#waiting = [];
      const operations: Operation[] = [];
      const prepared: Waiting[] = [];
      for (const call of calls) if (await call.prepare(operations)) prepared.push(call);
      if (operations.length > 0) {
        try {
          await this.#store.write(operations);
        } catch (cause) {
          this.#refused = new Failure('read-only-storage', 'The update log could not be written', { cause });
          for (const call of [...prepared, ...this.#waiting]) call.fail(this.#refused);
          this.#waiting = [];
          break;
        }
      }
      for (const call of prepared) call.done();
    }
    this.#running = null;
  }

  /** Takes no more calls and waits for those under way. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#running;
  }
}
