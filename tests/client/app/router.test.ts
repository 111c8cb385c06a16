// @vitest-environment jsdom
import { createAppRouter } from '@accord/client/app/router';
import { wayBack } from '@accord/client/app/way-back';
import { createQueryClient } from '@accord/client/services/query-client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

const me = {
  id: 'person-me',
  name: 'Aino Virtanen',
  partnerId: 'partner-1',
  country: 'FI',
  active: true,
  email: 'aino@example.org',
  administrator: false,
  grants: [],
  language: 'fi',
  createdAt: '2026-01-01T00:00:00.000Z',
  lastSeenAt: null,
  status: 'active',
  partner: { id: 'partner-1', name: 'Partner', shortName: 'P', country: 'FI' },
};

function serverSays(status: number, body: unknown): void {
  vi.stubGlobal(
    'fetch',
    async () =>
      new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } }),
  );
}

const problem = (status: number, code: string) => ({ type: 'about:blank', title: code, status, code });

async function open(address: string) {
  window.history.replaceState(null, '', address);
  const router = createAppRouter(createQueryClient(() => undefined));
  await router.load();
  return router;
}

beforeEach(() => {
  vi.stubGlobal('scrollTo', () => undefined);
});
afterEach(() => vi.unstubAllGlobals());

it('leads somebody who is not signed in to sign-in, and knows the way back', async () => {
  serverSays(401, problem(401, 'not-signed-in'));
  const router = await open('/chapters/chapter-1?x=1');
  expect(router.state.location.pathname).toBe('/sign-in');
  expect(router.state.location.search).toEqual({ back: '/chapters/chapter-1?x=1' });
});

it('shows the desk to somebody who is signed in', async () => {
  serverSays(200, me);
  const router = await open('/');
  expect(router.state.location.pathname).toBe('/');
});

it('does not take a server that is away for a sign-out', async () => {
  serverSays(500, problem(500, 'account-disabled'));
  const router = await open('/');
  expect(router.state.location.pathname).toBe('/');
});

it.each([
  '//evil.example',
  'https://evil.example',
  '/\\evil.example',
  'javascript:alert(1)',
  '',
  7,
  undefined,
])('never leads to another site after sign-in: %s', (back) => {
  expect(wayBack({ back })).toBe('/');
});

it('leads back to where the person wanted to go', () => {
  expect(wayBack({ back: '/chapters/chapter-1?x=1#end' })).toBe('/chapters/chapter-1?x=1#end');
});

it('an answer that nobody is signed in is reported once the page is running', async () => {
  const signedOut = vi.fn();
  const queries = createQueryClient(signedOut);
  serverSays(401, problem(401, 'not-signed-in'));
  const { sessionQuery } = await import('@accord/client/services/session');
  await queries.fetchQuery(sessionQuery).catch(() => undefined);
  expect(signedOut).toHaveBeenCalledOnce();
});
