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
  screens = {
    desk: '/',
    outputs: '/outputs',
    output: `/outputs/${tool?.id}`,
    'output people': `/outputs/${tool?.id}/people`,
    reading: `/outputs/${tool?.id}/read`,
    chapter: `/chapters/${tool?.chapters[0]?.id}`,
    people: '/people',
    settings: '/settings',
    'no such page': '/nowhere',
  };
});
test.afterAll(() => demo.end());

/** Shows a screen and waits until its content, not its skeleton, is there. */
async function show(person: PersonAtBrowser, path: string, query = ''): Promise<void> {
  await person.page.goto(`${demo.server.url}${path}${query}`);
  await expect(person.page.locator('main h1, main [role=heading], h1').first()).toBeVisible();
  await expect(person.page.locator('[aria-busy=true]')).toHaveCount(0);
  if (path.startsWith('/chapters/')) await expect(person.editor).toHaveAttribute('contenteditable', 'true');
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
