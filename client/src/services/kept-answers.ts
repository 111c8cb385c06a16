import type { QueryClient } from '@tanstack/react-query';
import { z } from 'zod';

/**
 * What has to be at hand when the page is opened without a connection: who I am, and what the chapters are called.
 * The text itself is kept by the synchronisation, not here.
 */
const SESSION = '/api/session';
const KEPT_PATHS = new Set([
  SESSION,
  '/api/outputs',
  '/api/outputs/:outputId',
  '/api/chapters/:chapterId',
  '/api/people',
  '/api/partners',
]);

const STORE = 'accord.answers';
const MOST = 60;

const Kept = z.array(z.object({ key: z.tuple([z.string(), z.string()]), data: z.unknown() }));
type Kept = z.infer<typeof Kept>;

/** Fills `client` with the answers kept on the device; they count as old and are asked again at once. */
export function restoreAnswers(client: QueryClient, store: Storage): void {
  // However young: somebody else may have signed in in this browser since.
  for (const { key, data } of readKept(store)) client.setQueryData(key, data, { updatedAt: 0 });
}

/** Keeps new answers of `client` on the device from now on; another person's go when somebody signs in. @returns how to stop. */
export function keepAnswers(client: QueryClient, store: Storage): () => void {
  return client.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.action.type !== 'success') return;
    const [path, address] = event.query.queryKey;
    if (typeof path !== 'string' || typeof address !== 'string' || !KEPT_PATHS.has(path)) return;
    const { data } = event.query.state;
    const before = readKept(store);
    const others = before.filter(({ key }) => key[1] !== address);
    const entry = { key: [path, address] as [string, string], data };
    if (path === SESSION && before.some(({ key, data: was }) => key[0] === path && idOf(was) !== idOf(data)))
      return writeKept(store, [entry]);
    writeKept(store, [entry, ...others].slice(0, MOST));
  });
}

/** Takes the kept answers off the device: at sign-out. */
export function forgetAnswers(store: Storage): void {
  store.removeItem(STORE);
}

const idOf = (person: unknown): unknown =>
  typeof person === 'object' && person !== null && 'id' in person ? person.id : null;

function readKept(store: Storage): Kept {
  try {
    return Kept.parse(JSON.parse(store.getItem(STORE) ?? '[]'));
  } catch {
    // Written by another version, or damaged: only a convenience is lost, the server has it all.
    return [];
  }
}

function writeKept(store: Storage, kept: Kept): void {
  try {
    store.setItem(STORE, JSON.stringify(kept));
  } catch {
    // No room on the device: without this copy the page still works while there is a connection.
    store.removeItem(STORE);
  }
}
