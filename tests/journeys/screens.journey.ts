import type { Thread } from '@accord/shared/comments/comments';
import { blockAnchor, textAnchor } from '@accord/shared/manuscript/anchoring';
import type { NodeJson } from '@accord/shared/manuscript/document';
import type { Partner, Person } from '@accord/shared/people/people';
import { expect, test } from '@playwright/test';
import { type Demo, startDemo } from '../kit/demo';
import { ask, cookieOf, PersonAtBrowser } from '../kit/people';
import { overflow, seriousFaults, untranslated } from '../kit/screens';

let demo: Demo;
/** Every screen of somebody who is signed in, by name. */
let screens: Record<string, string>;
/** What people wrote: no interface text. */
let data: string[];
test.beforeAll(async () => {
  demo = await startDemo();
  const outputs = await demo.outputs();
  const admin = await cookieOf(demo.server.url, 'admin@demo.example');
  const people = await ask<Person[]>(demo.server.url, admin, '/api/people/accounts');
  const partners = await ask<Partner[]>(demo.server.url, admin, '/api/partners');
  data = [
    ...outputs.flatMap(({ title, chapters }) => [title, ...chapters.map((chapter) => chapter.title)]),
    ...people.flatMap(({ name, email }) => [name, email]),
    ...partners.flatMap(({ name, shortName }) => [name, shortName]),
  ];
  const tool = outputs.find(({ title }) => title === 'Working with schools');
  const discussed = tool?.chapters[1]?.id ?? '';
  data.push(...(await discuss(discussed)));
  screens = {
    desk: '/',
    outputs: '/outputs',
    output: `/outputs/${tool?.id}`,
    'output people': `/outputs/${tool?.id}/people`,
    reading: `/outputs/${tool?.id}/read`,
    chapter: `/chapters/${tool?.chapters[0]?.id}`,
    'chapter with comments': `/chapters/${discussed}`,
    comparison: `/chapters/${discussed}/compare`,
    people: '/people',
    settings: '/settings',
    'no such page': '/nowhere',
  };
});
test.afterAll(() => demo.end());

/** Fills a chapter with comments of every kind; resolves with what was written in them. */
async function discuss(chapterId: string): Promise<string[]> {
  const { url } = demo.server;
  const [author, coordinator] = [
    await cookieOf(url, 'fi.author@demo.example'),
    await cookieOf(url, 'admin@demo.example'),
  ];
  const document = await ask<NodeJson>(url, author, `/api/chapters/${chapterId}/content?format=json`);
  const paragraphs = (document.content ?? []).filter(
    ({ type, content }) => type === 'paragraph' && (content?.[0]?.text?.length ?? 0) > 40,
  );
  const idOf = (block: NodeJson | undefined) => String(block?.attrs?.id);
  const words = (block: NodeJson | undefined) =>
    textAnchor(document, { blockId: idOf(block), offset: 2 }, { blockId: idOf(block), offset: 30 });
  const anchors = [
    { anchor: words(paragraphs[0]), type: 'language' },
    { anchor: words(paragraphs[1]), type: null },
    { anchor: blockAnchor(document, idOf(document.content?.[0])), type: null },
    { anchor: { kind: 'chapter' }, type: 'general' },
    // Of words that are not there any more.
    { anchor: { ...words(paragraphs[0]), quote: 'Zzyzx qwortle.', prefix: '', suffix: '' }, type: null },
  ];
  const threads = `/api/chapters/${chapterId}/threads`;
  const remark = 'Is this the same everywhere?';
  const begun: Thread[] = [];
  for (const about of anchors)
    begun.push(await ask<Thread>(url, author, threads, { method: 'POST', body: { ...about, text: remark } }));
  const [first, second] = begun;
  await ask(url, coordinator, `/api/threads/${first?.id}/comments`, {
    method: 'POST',
    body: { text: remark },
  });
  await ask(url, coordinator, `/api/threads/${first?.id}`, {
    method: 'PATCH',
    body: { decision: 'accepted-with-change', reason: remark },
  });
  await ask(url, coordinator, `/api/threads/${second?.id}`, { method: 'PATCH', body: { resolved: true } });
  return [remark, 'Zzyzx qwortle.'];
}

/** Shows a screen and waits until its content, not its skeleton, is there. */
async function show(person: PersonAtBrowser, path: string, query = ''): Promise<void> {
  await person.page.goto(`${demo.server.url}${path}${query}`);
  await expect(person.page.locator('main h1, main [role=heading], h1').first()).toBeVisible();
  await expect(person.page.locator('[aria-busy=true]')).toHaveCount(0);
  if (/^\/chapters\/[^/]+$/.test(path))
    await expect(person.editor).toHaveAttribute('contenteditable', 'true');
  if (path === screens['chapter with comments']) await showComments(person);
}

/** Opens a comment beside the text; where there is no room for that, the list of them. */
async function showComments({ page }: PersonAtBrowser): Promise<void> {
  const cards = page.locator('article[data-thread]');
  await expect(page.locator('mark.commented').first()).toBeVisible();
  if ((page.viewportSize()?.width ?? 0) < 1056)
    await page.locator('header button[aria-pressed]').last().click();
  await cards.first().click();
  await expect(page.locator('article[data-thread] textarea')).toHaveCount(1);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`no serious accessibility fault on any screen, ${colorScheme}`, async ({ browser }) => {
    const person = await PersonAtBrowser.open(browser, demo.server.url, 'admin@demo.example', {
      colorScheme,
    });
    const faults: string[] = [];
    for (const [name, path] of Object.entries(screens)) {
      await show(person, path);
      faults.push(...(await seriousFaults(person.page)).map((fault) => `${name}: ${fault}`));
    }
    await person.context.clearCookies();
    await person.page.goto(`${demo.server.url}/sign-in`);
    await expect(person.page.getByRole('heading', { level: 1 })).toBeVisible();
    faults.push(...(await seriousFaults(person.page)).map((fault) => `sign-in: ${fault}`));
    expect(faults).toEqual([]);
    expect(person.errors).toEqual([]);
    await person.close();
  });
}

for (const width of [320, 768, 1440]) {
  test(`in the pseudo-locale nothing is untranslated or too wide at ${width} px`, async ({ browser }) => {
    const person = await PersonAtBrowser.open(browser, demo.server.url, 'admin@demo.example', {
      viewport: { width, height: 800 },
    });
    const wrong: string[] = [];
    for (const [name, path] of Object.entries(screens)) {
      await show(person, path, '?lang=en-XA');
      const wider = await overflow(person.page);
      if (wider > 0) wrong.push(`${name}: ${wider} px too wide`);
      wrong.push(...(await untranslated(person.page, data)).map((text) => `${name}: "${text}"`));
    }
    expect(wrong).toEqual([]);
    await person.close();
  });
}

test('a chapter is read and followed on a phone of 320 px', async ({ browser }) => {
  const reader = await PersonAtBrowser.open(browser, demo.server.url, 'reader@demo.example', {
    viewport: { width: 320, height: 640 },
    hasTouch: true,
  });
  await reader.page.goto(`${demo.server.url}${screens.reading}`);
  await expect(reader.page.getByRole('heading', { level: 1 })).toContainText('Working with schools');
  expect(await overflow(reader.page)).toBe(0);
  await reader.page.goto(`${demo.server.url}${screens.chapter}`);
  await expect(reader.editor).toContainText(/\w{4}/);
  await expect(reader.page.getByTestId('saved-state')).toBeVisible();
  await expect(reader.page.getByTestId('saved-state')).toContainText('Read-only');
  expect(await overflow(reader.page)).toBe(0);
  expect(await seriousFaults(reader.page)).toEqual([]);
  await reader.close();
});
