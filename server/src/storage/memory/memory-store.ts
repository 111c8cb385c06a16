import type { Operation, OrderedStore, Row } from '../ordered-store';

/** An ordered store that lives as long as the process; for tests and for a workspace that may be forgotten. */
export function createMemoryStore(): OrderedStore {
  const values = new Map<string, Uint8Array>();
  let keys: string[] = [];
  let sorted = true;

  const inOrder = (): string[] => {
    if (!sorted) keys = [...values.keys()].sort();
    sorted = true;
    return keys;
  };

  /** Index of the first key that is not below `key`. */
  const lowerBound = (key: string): number => {
    const all = inOrder();
    let low = 0;
    let high = all.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((all[middle] as string) < key) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  const apply = (operation: Operation): void => {
    if (operation.type === 'put') {
      if (!values.has(operation.key)) sorted = false;
      values.set(operation.key, operation.value.slice());
    } else if (values.delete(operation.key)) sorted = false;
  };

  return {
    get: async (key) => values.get(key)?.slice(),
    range: async (from, to, { reverse = false, limit = Number.POSITIVE_INFINITY } = {}) => {
      const found = inOrder().slice(lowerBound(from), lowerBound(to));
      if (reverse) found.reverse();
      return found.slice(0, limit).map((key): Row => [key, (values.get(key) as Uint8Array).slice()]);
    },
    write: async (operations) => operations.forEach(apply),
    close: async () => undefined,
  };
}
