/** One value that changes over time, in the shape `useSyncExternalStore` asks for. */
export interface Fact<T> {
  get(): T;
  /** @returns a function that ends the subscription */
  subscribe(listener: () => void): () => void;
}

export interface WritableFact<T> extends Fact<T> {
  /** Tells the listeners only when `same` says that the value is another one. */
  set(value: T): void;
}

/** Makes a fact. @param same when two values need no new render; `Object.is` unless given */
export function createFact<T>(initial: T, same: (a: T, b: T) => boolean = Object.is): WritableFact<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set(next) {
      if (same(value, next)) return;
      value = next;
      for (const listener of [...listeners]) listener();
    },
  };
}
