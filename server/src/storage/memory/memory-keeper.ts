import type { Adapter } from 'lowdb';
import type { ScopeKeeper } from '../records';

/** Keeps scopes in memory, as JSON: what comes back is what a file would give. */
export function createMemoryKeeper(): ScopeKeeper {
  const texts = new Map<string, string>();
  return {
    adapter: (name): Adapter<unknown> => ({
      read: async () => JSON.parse(texts.get(name) ?? 'null') as unknown,
      write: async (data) => {
        texts.set(name, JSON.stringify(data));
      },
    }),
    names: () => [...texts.keys()],
  };
}
