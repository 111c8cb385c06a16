/**
 * Serves the page itself when the server can't: a chapter reloaded offline comes up with its words (U4). It keeps the
 * built files and nothing else; what people wrote and read is kept by the device store, per person.
 */
import { outdatedCaches, routeOf } from './routes';

/** The parts of a service worker's scope used here; TypeScript's library for workers excludes the one for pages. */
interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Lasting {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}
interface Scope {
  readonly location: Location;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void;
}
const scope = globalThis as unknown as Scope;

/** Written by the build: a name that changes with any file, and the files. */
const shell: { readonly version: string; readonly files: readonly string[] } = JSON.parse('__SHELL__');

const PREFIX = 'accord-shell-';
const PAGE = '/';
/** A line so slow that the kept page is the better answer, in milliseconds. */
const PATIENCE = 4_000;

scope.addEventListener('install', (event) => event.waitUntil(install()));
scope.addEventListener('activate', (event) => event.waitUntil(activate()));
scope.addEventListener('fetch', (event) => {
  const route = routeOf(event.request, scope.location.origin);
  if (route === 'page') event.respondWith(page(event.request));
  if (route === 'asset') event.respondWith(asset(event.request));
});

async function install(): Promise<void> {
  const cache = await caches.open(PREFIX + shell.version);
  await cache.addAll([PAGE, ...shell.files]);
  // File names carry their hash and pages come from the server first: two versions never mix in one tab.
  await scope.skipWaiting();
}

async function activate(): Promise<void> {
  for (const name of outdatedCaches(await caches.keys(), PREFIX)) await caches.delete(name);
  await scope.clients.claim();
}

/** The server's page while there is a server, so that a new version is there at the next load; else the kept one. */
async function page(request: Request): Promise<Response> {
  const kept = async () => (await caches.open(PREFIX + shell.version)).match(PAGE);
  try {
    const fresh = await fetch(request, { signal: AbortSignal.timeout(PATIENCE) });
    if (fresh.status < 500) return fresh;
    return (await kept()) ?? fresh;
  } catch (error) {
    const response = await kept();
    if (response) return response;
    throw error;
  }
}

async function asset(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request);
}
