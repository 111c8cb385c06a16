import { Failure } from '@accord/shared/kernel/failure';
import { Id } from '@accord/shared/kernel/id';
import type { Adapter } from 'lowdb';
import { Low } from 'lowdb';
import type { Records, Scope, ScopeKind } from './ports';
import { StorageUnusable } from './ports';

/** Where scopes are kept: one lowdb adapter for each. */
export interface ScopeKeeper {
  /** @param name `people`, or `output/<id>` */
  adapter(name: string): Adapter<unknown>;
  /** Names of all scopes ever committed. */
  names(): readonly string[];
}

const KIND = /^[a-z][a-z-]*$/;

/** Records over any keeper; `close` waits for commits under way and takes no more. */
export function createRecords(keeper: ScopeKeeper): Records & { close(): Promise<void> } {
  const scopes = new Map<string, Promise<OpenScope<unknown>>>();
  let closed = false;

  const open = async <T>(kind: ScopeKind<T>, name: string): Promise<OpenScope<T>> => {
    const stored = new Low<unknown>(keeper.adapter(name), null);
    await stored.read();
    if (stored.data === null) return new OpenScope(name, kind, stored, freeze(kind.empty()), () => closed);
    const checked = kind.schema.safeParse(stored.data);
    if (!checked.success) {
      const where = checked.error.issues[0];
      throw new StorageUnusable(
        `The records "${name}" do not have the shape this Accord knows: ${where?.path.join('.')}: ${where?.message}.`,
      );
    }
    return new OpenScope(name, kind, stored, freeze(checked.data), () => closed);
  };

  return {
    open<T>(kind: ScopeKind<T>, id?: string): Promise<Scope<T>> {
      const name = nameOf(kind.name, id);
      let scope = scopes.get(name) as Promise<OpenScope<T>> | undefined;
      if (!scope) {
        scope = open(kind, name);
        scopes.set(name, scope as Promise<OpenScope<unknown>>);
        scope.catch(() => scopes.delete(name));
      }
      return scope;
    },
    async list(kind) {
      const prefix = `${nameOf(kind.name)}/`;
      return keeper
        .names()
        .filter((name) => name.startsWith(prefix))
        .map((name) => name.slice(prefix.length))
        .sort();
    },
    async close() {
      closed = true;
      const opened = await Promise.allSettled(scopes.values());
      await Promise.all(opened.map((scope) => scope.status === 'fulfilled' && scope.value.settled()));
    },
  };
}

function nameOf(kind: string, id?: string): string {
  if (!KIND.test(kind)) throw new RangeError(`Not a kind of records: ${JSON.stringify(kind)}`);
  if (id === undefined) return kind;
  if (!Id.safeParse(id).success) throw new RangeError(`Not an id: ${JSON.stringify(id)}`);
  return `${kind}/${id}`;
}

class OpenScope<T> implements Scope<T> {
  readonly #name: string;
  readonly #kind: ScopeKind<T>;
  readonly #stored: Low<unknown>;
  readonly #closed: () => boolean;
  #committed: T;
  #last: Promise<unknown> = Promise.resolve();

  constructor(name: string, kind: ScopeKind<T>, stored: Low<unknown>, committed: T, closed: () => boolean) {
    this.#name = name;
    this.#kind = kind;
    this.#stored = stored;
    this.#committed = committed;
    this.#closed = closed;
  }

  read(): T {
    return this.#committed;
  }

  commit<R>(change: (draft: T) => R): Promise<R> {
    if (this.#closed()) return Promise.reject(new Failure('unavailable', 'The storage is closed'));
    const turn = this.#last.then(() => this.#commit(change));
    // The next commit waits for this one, whatever becomes of it; its caller alone hears of a failure.
    this.#last = turn.then(
      () => undefined,
      () => undefined,
    );
    return turn;
  }

  async #commit<R>(change: (draft: T) => R): Promise<R> {
    const draft = structuredClone(this.#committed);
    const result = change(draft);
    if (result instanceof Promise) {
      result.catch(() => undefined); // answered by the error below
      throw new TypeError(`A change of the records "${this.#name}" must not wait for anything`);
    }
    const checked = this.#kind.schema.safeParse(draft);
    if (!checked.success) {
      const detail = `The records "${this.#name}" would not be readable again: ${checked.error.message}`;
      throw new Failure('internal', detail);
    }
    const before = this.#stored.data;
    this.#stored.data = checked.data;
    try {
      await this.#stored.write();
    } catch (cause) {
      this.#stored.data = before;
      throw new Failure('read-only-storage', `The records "${this.#name}" could not be written`, { cause });
    }
    this.#committed = freeze(checked.data);
    return result;
  }

  /** Resolves when no commit is under way. */
  async settled(): Promise<void> {
    await this.#last;
  }
}

/** Makes records unchangeable all the way down: who changes what `read` gave gets an error, not a change nobody stored. */
function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) freeze(part);
  }
  return value;
}
