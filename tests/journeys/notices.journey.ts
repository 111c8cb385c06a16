import type { Thread } from '@accord/shared/comments/comments';
import type { PersonCard } from '@accord/shared/people/people';
import { expect, test } from '@playwright/test';
import { cardOf } from '../kit/commenting';
import { type Demo, startDemo } from '../kit/demo';
import { ask, cookieOf, PersonAtBrowser } from '../kit/people';

let demo: Demo;
test.beforeAll(async () => {
  demo = await startDemo();
});
test.afterAll(() => demo.end());

const AUTHOR = 'fr.author@demo.example';
const CONCERNED = 'fi.author@demo.example';
const idOf = (people: readonly PersonCard[], name: string) =>
  people.find((person) => person.name === name)?.id ?? '';

/** Somebody comments on the whole chapter, over HTTP. */
async function say(chapterId: string, text: string): Promise<string> {
  const { url } = demo.server;
  const thread = await ask<Thread>(url, await cookieOf(url, AUTHOR), `/api/chapters/${chapterId}/threads`, {
    method: 'POST',
    body: { anchor: { kind: 'chapter' }, text },
  });
  return thread.id;
}

test.beforeEach(async () => {
  // The demo has told them of its own review.
  const { url } = demo.server;
  await ask(url, await cookieOf(url, CONCERNED), '/api/notices/read', { method: 'POST', body: {} });
});

test('[C11] [N4] [N5] a mention rings the bell of the other, stands on their Desk, and leads to the exact thread', async ({
  browser,
}) => {
  const { chapterId } = await demo.newChapter('Rung for');
  const { url } = demo.server;
  const people = await ask<PersonCard[]>(url, await cookieOf(url, AUTHOR), '/api/people');
  const mikko = await PersonAtBrowser.open(browser, url, CONCERNED);
  await mikko.page.goto(`${url}/`);
  const bell = mikko.page.getByRole('banner').getByRole('button', { name: /^Notices/ });
  await expect(bell).toHaveAccessibleName('Notices');
  const desk = mikko.page.getByRole('region', { name: 'What concerns you' });
  await expect(desk).toContainText('Nothing new.');

  const other = await say(chapterId, 'Nobody in particular is meant.');
  const meant = await say(chapterId, `@[Mikko Laine](person:${idOf(people, 'Mikko Laine')}) is this so?`);

  // Asked for every 15 seconds while the page is seen.
  await expect(bell).toHaveAccessibleName('Notices: 1 unread', { timeout: 20_000 });
  await expect(desk).toContainText('Julien Roche (FR) mentioned you');
  await expect(desk.getByRole('link')).toHaveAttribute('href', `/chapters/${chapterId}?thread=${meant}`);

  // By keyboard alone: open the list, go to the notice, follow it.
  await bell.focus();
  await mikko.page.keyboard.press('Enter');
  const list = mikko.page.getByRole('dialog', { name: 'Notices' });
  const link = list.getByRole('link', { name: /Unread: Julien Roche \(FR\) mentioned you/ });
  await expect(link).toContainText('@Mikko Laine is this so?');
  await link.focus();
  await mikko.page.keyboard.press('Enter');
  await expect(list).toBeHidden();
  await expect(mikko.page).toHaveURL(new RegExp(`/chapters/${chapterId}\\?thread=${meant}$`));
  await expect(cardOf(mikko, meant)).toBeInViewport();
  // The one that is open can be replied to.
  await expect(cardOf(mikko, meant).getByRole('textbox')).toBeVisible();
  await expect(cardOf(mikko, other).getByRole('textbox')).toHaveCount(0);
  await expect(bell).toHaveAccessibleName('Notices');
  expect(mikko.errors).toEqual([]);
  await mikko.close();
});

test('[C11] [N6] in the open chapter the bell knows at once', async ({ browser }) => {
  const { chapterId } = await demo.newChapter('Known at once');
  const { url } = demo.server;
  const mikko = await PersonAtBrowser.open(browser, url, CONCERNED);
  // Without the bell's own pace of asking: what it shows, the socket has told it of.
  await mikko.page.addInitScript((pace) => {
    const start = window.setTimeout.bind(window);
    window.setTimeout = ((work: () => void, after?: number, ...rest: unknown[]) =>
      after === pace ? 0 : start(work, after, ...rest)) as typeof window.setTimeout;
  }, 15_000);
  const asked = mikko.page.waitForResponse((reply) => reply.url().endsWith('/api/notices/unread'));
  await mikko.openChapter(chapterId);
  await asked;
  const bell = mikko.page.getByRole('banner').getByRole('button', { name: /^Notices/ });
  await expect(bell).toHaveAccessibleName('Notices');
  await say(chapterId, '@[Finland](country:FI) how many lessons a week?');
  await expect(bell).toHaveAccessibleName('Notices: 1 unread');
  await mikko.close();
});
