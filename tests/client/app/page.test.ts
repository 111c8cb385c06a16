// @vitest-environment jsdom
import { startPage } from '@accord/client/app/start-page';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const me = {
  id: 'person-me',
  name: 'Aino Virtanen',
  partnerId: 'partner-1',
  country: 'FI',
  active: true,
  email: 'aino@example.org',
  administrator: false,
  grants: [],
  language: 'en',
  createdAt: '2026-01-01T00:00:00.000Z',
  lastSeenAt: null,
  status: 'active',
  partner: { id: 'partner-1', name: 'Partner', shortName: 'P', country: 'FI' },
};
const problem = (status: number, code: string) => ({
  status,
  body: { type: 'about:blank', title: code, status, code },
});

type Answer = { status: number; body: unknown };

/** What the server says at each path; anything else is not found. */
function serverSays(answers: Record<string, Answer>): void {
  vi.stubGlobal('fetch', async (address: string) => {
    const { status, body } = answers[address.split('?')[0] ?? ''] ?? problem(404, 'not-found');
    return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
  });
}

let leave: () => void = () => undefined;
/** Opens the page at an address, as a browser does. */
async function open(address: string): Promise<void> {
  window.history.replaceState(null, '', address);
  leave();
  const root = document.createElement('div');
  document.body.replaceChildren(root);
  leave = await startPage(root);
}
const heading = () => document.querySelector('h1')?.textContent;

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  vi.stubGlobal('scrollTo', () => undefined);
});
afterEach(() => {
  leave();
  leave = () => undefined;
  vi.unstubAllGlobals();
});

describe('opening the page', () => {
  it('leads somebody who is not signed in to sign-in, and knows the way back', async () => {
    serverSays({ '/api/session': problem(401, 'not-signed-in') });
    await open('/chapters/chapter-1?x=1');
    await vi.waitFor(() => expect(heading()).toBe('Sign in'));
    expect(location.pathname).toBe('/sign-in');
    expect(new URLSearchParams(location.search).get('back')).toBe('/chapters/chapter-1?x=1');
  });

  it('shows the desk to somebody who is signed in, and says so when there is nothing on it', async () => {
    serverSays({ '/api/session': { status: 200, body: me }, '/api/outputs': { status: 200, body: [] } });
    await open('/');
    await vi.waitFor(() =>
      expect(document.querySelector('h2')?.textContent).toBe('There are no outputs yet'),
    );
    expect(heading()).toBe('Desk');
    expect(document.title).toBe('Desk · Accord');
  });

  it('shows the page in the language of the person', async () => {
    serverSays({
      '/api/session': { status: 200, body: { ...me, language: 'fi' } },
      '/api/outputs': { status: 200, body: [] },
    });
    await open('/');
    await vi.waitFor(() => expect(heading()).toBe('Työpöytä'));
    expect(document.documentElement.lang).toBe('fi');
  });

  it('does not take a refusal for a sign-out: it says what is the matter', async () => {
    serverSays({ '/api/session': problem(403, 'account-disabled') });
    await open('/');
    await vi.waitFor(() => expect(document.body.textContent).toContain('This account is switched off.'));
    expect(location.pathname).toBe('/');
  });

  it('leads to the desk where there is no page', async () => {
    serverSays({ '/api/session': { status: 200, body: me } });
    await open('/nowhere/at/all');
    await vi.waitFor(() => expect(heading()).toBe('There is no page here'));
    expect(document.querySelector('main a')?.getAttribute('href')).toBe('/');
  });

  it('goes on without the server with what the device has kept', async () => {
    serverSays({ '/api/session': { status: 200, body: me }, '/api/outputs': { status: 200, body: [] } });
    await open('/');
    await vi.waitFor(() => expect(document.querySelector('h2')).not.toBeNull());
    vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('Failed to fetch')));
    await open('/');
    await vi.waitFor(() => expect(heading()).toBe('Desk'));
  });
});

describe('moving about', () => {
  it('opens the next screen without loading the page anew, and back is back', async () => {
    serverSays({ '/api/session': { status: 200, body: me }, '/api/outputs': { status: 200, body: [] } });
    await open('/');
    await vi.waitFor(() => expect(heading()).toBe('Desk'));
    const settings = [...document.querySelectorAll('nav a')].find(
      (link) => link.getAttribute('href') === '/outputs',
    );
    (settings as HTMLElement).click();
    await vi.waitFor(() => expect(heading()).toBe('Outputs'));
    expect(location.pathname).toBe('/outputs');
    // The focus goes there once the new screen is drawn.
    await vi.waitFor(() => expect(document.activeElement?.id).toBe('content'));
    expect(document.querySelector('nav [aria-current="page"]')?.getAttribute('href')).toBe('/outputs');
    history.back();
    await vi.waitFor(() => expect(heading()).toBe('Desk'));
  });

  it('leaves a press with Ctrl to the browser, which opens another tab', async () => {
    serverSays({ '/api/session': { status: 200, body: me }, '/api/outputs': { status: 200, body: [] } });
    await open('/');
    await vi.waitFor(() => expect(heading()).toBe('Desk'));
    const link = document.querySelector('nav a[href="/outputs"]');
    const press = new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: true });
    link?.addEventListener('click', (event) => event.preventDefault());
    link?.dispatchEvent(press);
    expect(location.pathname).toBe('/');
  });
});
