/** How the service worker treats a request; `network`: as if it were not there. */
export type Route = 'page' | 'asset' | 'network';

/** What lives on the server and must never be answered from the device. */
const SERVER_ONLY = /^\/(?:api|sync|live|ready|metrics)(?:\/|$)/;

/** Pure. @param origin this site's own */
export function routeOf(request: { method: string; mode: string; url: string }, origin: string): Route {
  const { origin: from, pathname } = new URL(request.url);
  if (request.method !== 'GET' || from !== origin || SERVER_ONLY.test(pathname)) return 'network';
  if (request.mode === 'navigate') return 'page';
  return pathname.startsWith('/assets/') || pathname === '/favicon.svg' ? 'asset' : 'network';
}

/** Caches to delete: all of ours but the two newest, so that a tab of the last version still finds its files. */
export const outdatedCaches = (names: readonly string[], prefix: string): string[] =>
  names.filter((name) => name.startsWith(prefix)).slice(0, -2);
