import type { Output } from '@accord/shared/outputs/outputs';
import { expect, test } from '@playwright/test';
import { type Demo, startDemo } from '../kit/demo';
import { ask, cookieOf, PersonAtBrowser } from '../kit/people';

let demo: Demo;
let tool: Output;
test.beforeAll(async () => {
  demo = await startDemo();
  tool = (await demo.outputs()).find(({ title }) => title === 'Working with schools') as Output;
});
test.afterAll(() => demo.end());

/** Titles of the chapters as the server has them; archived ones in brackets. */
async function chapters(): Promise<string[]> {
  const admin = await cookieOf(demo.server.url, 'admin@demo.example');
  const output = await ask<Output>(demo.server.url, admin, `/api/outputs/${tool.id}`);
  return output.chapters.map(({ title, archived }) => (archived ? `[${title}]` : title));
}

test('a coordinator orders chapters by keyboard, puts one away and brings it back, adds one', async ({
  browser,
}) => {
  const lead = await PersonAtBrowser.open(browser, demo.server.url, 'fi.lead@demo.example');
  const { page } = lead;
  await page.goto(`${demo.server.url}/outputs/${tool.id}`);
  const before = await chapters();

  await page.getByRole('row', { name: 'Who it is for' }).focus();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Move Who it is for' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Insert between Who it is for/ })).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('button', { name: /^Insert between Why this matters/ })).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('button', { name: 'Insert before Why this matters' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(chapters).toEqual([before[1], before[0], ...before.slice(2)]);

  const actions = page.getByRole('button', { name: 'Actions for Pitfalls' });
  await actions.click();
  await page.getByRole('menuitem', { name: 'Archive' }).click();
  await page.getByRole('button', { name: 'Archive', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Archived chapters' })).toBeVisible();
  expect(await chapters()).toContain('[Pitfalls]');
  await page.getByRole('button', { name: 'Bring back Pitfalls' }).click();
  await expect(actions).toBeVisible();
  expect(await chapters()).toContain('Pitfalls');

  await page.getByRole('button', { name: 'Add a chapter' }).click();
  await page.getByLabel('Title').fill('Letters to schools');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByRole('link', { name: 'Letters to schools' })).toBeVisible();
  expect((await chapters()).at(-1)).toBe('Letters to schools');
  expect(lead.errors).toEqual([]);
  await lead.close();
});

test('[P1] who may not organise an output is not offered to', async ({ browser }) => {
  const reader = await PersonAtBrowser.open(browser, demo.server.url, 'reader@demo.example');
  await reader.page.goto(`${demo.server.url}/outputs/${tool.id}`);
  await expect(reader.page.getByRole('link', { name: 'Pitfalls' })).toBeVisible();
  // What may be read may be taken along.
  await expect(reader.page.getByRole('main').getByRole('button')).toHaveText(['Export']);
  await reader.close();
});

test('a whole output reads and prints: contents lead to places, notes lead back, the figure is there', async ({
  browser,
}) => {
  const reader = await PersonAtBrowser.open(browser, demo.server.url, 'reader@demo.example');
  const { page } = reader;
  await page.goto(`${demo.server.url}/outputs/${tool.id}/read`);
  await page.getByRole('navigation', { name: 'Contents' }).getByRole('link', { name: 'Early signs' }).click();
  await expect(page.getByRole('heading', { name: 'Early signs' })).toBeInViewport();
  await page.locator('article .note-mark a').first().click();
  await expect(page.locator('.footnotes li').first()).toBeInViewport();
  await page.locator('.note-back').first().click();
  await expect(page.locator('article .note-mark a').first()).toBeInViewport();
  const picture = page.getByRole('img', { name: 'Four circles' });
  await picture.scrollIntoViewIfNeeded();
  await expect
    .poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth))
    .toBeGreaterThan(100);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('banner')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
  expect(reader.errors).toEqual([]);
  await reader.close();
});
