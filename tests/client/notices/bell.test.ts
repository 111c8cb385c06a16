// @vitest-environment jsdom
import { startPage } from '@accord/client/app/start-page';
import { tellNews } from '@accord/client/notices/news';
import type { ShownNotice } from '@accord/shared/notices/notices';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const card = {
  id: 'person-marie',
  name: 'Marie Dupont',
  partnerId: 'partner-2',
  country: 'FR',
  active: true,
};
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
const output = {
  id: 'output-1',
  kind: 'study',
  title: 'Study',
  issue: null,
  language: 'en',
  coordinatorCountry: 'FI',
  coordinatorId: null,
  partnerIds: [],
  archived: false,
  chapters: [],
  abilities: ['output.read'],
  role: 'reader',
};

let made = 0;
function notice(parts: Partial<ShownNotice> = {}): ShownNotice {
  made += 1;
  return {
    id: `notice-${made}`,
    kind: 'mentioned',
    at: '2026-11-24T09:00:00.000Z',
    byId: card.id,
    outputId: 'output-1',
    chapterId: 'chapter-1',
    threadId: 'thread-1',
    commentId: 'comment-1',
    suggestionId: null,
    count: 1,
    excerpt: 'Is this the right word?',
    readAt: null,
    chapterTitle: 'Why this matters',
    chapterLanguage: 'en',
    ...parts,
  };
}

/** A server with these notices, and what it was asked to mark as read. */
function serverHas(notices: ShownNotice[]) {
  const server = { notices, marked: [] as unknown[], works: true };
  vi.stubGlobal('fetch', async (address: string, { body }: { body?: string } = {}) => {
    const path = address.split('?')[0];
    const reply = (status: number, value: unknown) =>
      new Response(JSON.stringify(value), { status, headers: { 'content-type': 'application/json' } });
    if (path === '/api/session') return reply(200, me);
    if (path === '/api/outputs') return reply(200, [output]);
    if (path === '/api/people') return reply(200, [card]);
    const problem = { type: 'about:blank', title: 'no', status: 404, code: 'not-found' };
    const unread = server.notices.filter(({ readAt }) => readAt === null);
    if (path === '/api/notices/unread')
      return reply(200, { unread: unread.length, newestId: unread[0]?.id ?? null });
    if (path === '/api/notices/read' && !server.works) {
      server.marked.push('refused');
      return reply(503, { ...problem, status: 503, code: 'read-only-storage' });
    }
    if (path === '/api/notices/read') {
      const { ids } = JSON.parse(body ?? '{}') as { ids?: string[] };
      server.marked.push(ids ?? 'all');
      server.notices = server.notices.map((each) =>
        (ids?.includes(each.id) ?? true) ? { ...each, readAt: '2026-11-24T10:00:00.000Z' } : each,
      );
      return reply(200, server.notices);
    }
    return path === '/api/notices' ? reply(200, server.notices) : reply(404, problem);
  });
  return server;
}

let leave: () => void = () => undefined;
async function open(address = '/settings'): Promise<void> {
  window.history.replaceState(null, '', address);
  const root = document.createElement('div');
  document.body.replaceChildren(root);
  leave = await startPage(root);
}
const bell = () =>
  document.querySelector<HTMLElement>('header button[aria-haspopup], header button[aria-label^="Notices"]');
const dialog = () => document.querySelector<HTMLElement>('[role="dialog"]');
const linksIn = (part: Element | null | undefined) => [...(part?.querySelectorAll('a') ?? [])];
const buttonIn = (part: Element | null | undefined, words: string) =>
  [...(part?.querySelectorAll('button') ?? [])].find((button) => button.textContent === words);

/** Opens the page and the bell's list. */
async function openBell(address?: string): Promise<HTMLElement> {
  await open(address);
  await vi.waitFor(() => expect(bell()?.getAttribute('aria-label')).toMatch(/^Notices/), { timeout: 5000 });
  bell()?.click();
  return vi.waitFor(
    () => {
      const found = dialog();
      if (!found?.querySelector('li, p')) throw new Error('the list is not there');
      return found;
    },
    { timeout: 5000 },
  );
}

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  vi.stubGlobal('scrollTo', () => undefined);
  // Asked for by the component library; not in jsdom.
  vi.stubGlobal('CSS', { escape: (text: string) => text });
});
afterEach(() => {
  leave();
  leave = () => undefined;
  vi.unstubAllGlobals();
});

describe('[C11] [N4] the bell', () => {
  it('says how many notices are unread, in its number and in its name', async () => {
    serverHas([notice(), notice({ readAt: '2026-11-24T09:30:00.000Z' }), notice()]);
    await open();
    await vi.waitFor(() => expect(bell()?.getAttribute('aria-label')).toBe('Notices: 2 unread'), {
      timeout: 5000,
    });
    expect(bell()?.textContent).toBe('2');
  });

  it('shows no number where nothing is unread', async () => {
    serverHas([]);
    const list = await openBell();
    expect(bell()?.textContent).toBe('');
    expect(list.textContent).toContain('Nothing yet.');
  });

  it('lists who did what, where, as links to the exact place', async () => {
    serverHas([
      notice(),
      notice({ kind: 'suggestion-accepted', threadId: null, suggestionId: 'suggestion-1', count: 3 }),
      notice({ kind: 'replied', byId: 'person-gone', readAt: '2026-11-24T09:30:00.000Z' }),
    ]);
    const list = await openBell();
    expect(list.getAttribute('aria-label')).toBe('Notices');
    await vi.waitFor(() => expect(list.textContent).toContain('Marie Dupont'));
    const links = linksIn(list);
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      '/chapters/chapter-1?thread=thread-1',
      '/chapters/chapter-1?suggestion=suggestion-1',
      '/chapters/chapter-1?thread=thread-1',
    ]);
    expect(links[0]?.textContent).toContain('Unread: Marie Dupont (FR) mentioned you');
    expect(links[0]?.textContent).toContain('Is this the right word?');
    expect(links[0]?.textContent).toContain('Why this matters');
    expect(links[1]?.textContent).toContain('Marie Dupont (FR) accepted 3 of your suggestions');
    expect(links[2]?.textContent).toMatch(/^Somebody replied/);
  });

  it('goes to the place without a reload, closes, and what was followed is read', async () => {
    const server = serverHas([notice(), notice()]);
    const list = await openBell();
    linksIn(list)[0]?.click();
    await vi.waitFor(() => expect(location.href).toContain('/chapters/chapter-1?thread=thread-1'));
    await vi.waitFor(() => expect(dialog()).toBeNull());
    await vi.waitFor(() => expect(bell()?.getAttribute('aria-label')).toBe('Notices: 1 unread'), {
      timeout: 5000,
    });
    expect(server.marked).toEqual([[server.notices[0]?.id]]);
  });

  it('marks all as read at once', async () => {
    const server = serverHas([notice(), notice()]);
    const list = await openBell();
    buttonIn(list, 'Mark all as read')?.click();
    await vi.waitFor(() => expect(server.marked).toEqual(['all']));
    await vi.waitFor(() => expect(bell()?.getAttribute('aria-label')).toBe('Notices'));
    expect(buttonIn(list, 'Mark all as read')).toBeUndefined();
    expect(linksIn(list).map((link) => link.textContent?.includes('Unread:'))).toEqual([false, false]);
  });

  it('takes back what the server could not keep', async () => {
    const server = serverHas([notice()]);
    const list = await openBell();
    server.works = false;
    buttonIn(list, 'Mark all as read')?.click();
    await vi.waitFor(() => expect(server.marked).toEqual(['refused']));
    await vi.waitFor(() => expect(bell()?.getAttribute('aria-label')).toBe('Notices: 1 unread'));
    await vi.waitFor(() => expect(linksIn(list)[0]?.textContent).toContain('Unread:'));
  });

  it('is walked through with the arrow keys, Home and End', async () => {
    serverHas([notice(), notice(), notice()]);
    const list = await openBell();
    const links = linksIn(list);
    links[0]?.focus();
    const press = (key: string) => {
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      return links.findIndex((link) => link.matches(':focus'));
    };
    expect(['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'Home', 'End'].map(press)).toEqual([
      1, 2, 2, 1, 0, 2,
    ]);
  });

  it('shows at once what the open chapter says has happened, also in the open list, and tells screen readers', async () => {
    const server = serverHas([]);
    const list = await openBell();
    server.notices = [notice()];
    tellNews();
    await vi.waitFor(() => expect(bell()?.textContent).toBe('1'));
    await vi.waitFor(() => expect(linksIn(list)).toHaveLength(1));
    expect(document.querySelector('[role="status"]')?.textContent).toBe('Notices: 1 unread');
  });

  it('shows the first of many, and more on request', async () => {
    serverHas(Array.from({ length: 64 }, () => notice()));
    const list = await openBell();
    expect(linksIn(list)).toHaveLength(30);
    buttonIn(list, 'Show 34 more')?.click();
    await vi.waitFor(() => expect(linksIn(list)).toHaveLength(60));
  });
});

describe('[C11] [N5] what concerns me, on the Desk', () => {
  const section = () => document.querySelector('section[aria-labelledby="concerns"]');

  it('shows what is unread, each leading to its place', async () => {
    serverHas([notice(), notice({ readAt: '2026-11-24T09:30:00.000Z' })]);
    await open('/');
    await vi.waitFor(() => expect(section()?.textContent).toContain('Marie Dupont (FR) mentioned you'), {
      timeout: 5000,
    });
    expect(section()?.querySelector('h2')?.textContent).toBe('What concerns you');
    expect(linksIn(section()).map((link) => link.getAttribute('href'))).toEqual([
      '/chapters/chapter-1?thread=thread-1',
    ]);
  });

  it('says so when nothing is new', async () => {
    serverHas([notice({ readAt: '2026-11-24T09:30:00.000Z' })]);
    await open('/');
    await vi.waitFor(() => expect(section()?.textContent).toContain('Nothing new.'), { timeout: 5000 });
  });
});
