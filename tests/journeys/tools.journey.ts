import { expect, test } from '@playwright/test';
import { type Demo, startDemo } from '../kit/demo';
import { PersonAtBrowser } from '../kit/people';

let demo: Demo;
test.beforeAll(async () => {
  demo = await startDemo();
});
test.afterAll(() => demo.end());

async function writing(browser: import('@playwright/test').Browser, email: string, chapterId: string) {
  const person = await PersonAtBrowser.open(browser, demo.server.url, email);
  await person.openChapter(chapterId);
  return person;
}

test('every tool can be reached with a mouse at 1280 pixels; find is always in sight', async ({
  browser,
}) => {
  const { chapterId } = await demo.newChapter('Tools');
  const marie = await writing(browser, 'fr.author@demo.example', chapterId);
  const { page } = marie;
  await page.setViewportSize({ width: 1280, height: 800 });
  const bar = page.getByRole('toolbar', { name: 'Formatting' });
  await expect(bar.getByRole('button', { name: /Find/ })).toBeInViewport({ ratio: 1 });
  await page.setViewportSize({ width: 320, height: 800 });
  await expect(bar.getByRole('button', { name: /Find/ })).toBeInViewport({ ratio: 1 });
  const insert = bar.getByRole('button', { name: 'Insert', exact: true });
  await expect(insert).not.toBeInViewport();
  const arrow = bar.locator('span[aria-hidden]:has(svg)').last();
  await expect(async () => {
    await arrow.click({ timeout: 1_000 });
    await expect(insert).toBeInViewport({ ratio: 0.9, timeout: 1_000 });
  }).toPass();
  expect(marie.errors).toEqual([]);
  await marie.close();
});

test('a code block is given a language', async ({ browser }) => {
  const { chapterId } = await demo.newChapter('Code');
  const marie = await writing(browser, 'fr.author@demo.example', chapterId);
  const { page } = marie;
  await marie.editor.click();
  await page.keyboard.type('``` print(1)');
  await page.getByRole('button', { name: /Language of the code/ }).click();
  await page.getByRole('menuitemradio', { name: 'Python' }).click();
  await expect(page.getByRole('button', { name: 'Language of the code: Python' })).toBeVisible();
  await expect(marie.editor).toBeFocused();
  await marie.saved();
  expect(await demo.markdown(chapterId)).toContain('```python');
  expect(marie.errors).toEqual([]);
  await marie.close();
});

test('[C5] a block is dragged by its grip, with its id', async ({ browser }) => {
  const { chapterId } = await demo.newChapter('Dragging');
  const marie = await writing(browser, 'fr.author@demo.example', chapterId);
  const { page } = marie;
  await marie.editor.click();
  for (const words of ['First here.', 'Second here.', 'Third here.']) {
    await page.keyboard.type(words);
    if (words !== 'Third here.') await page.keyboard.press('Enter');
  }
  const block = (words: string) => marie.editor.locator('p', { hasText: words });
  const id = await block('Third').getAttribute('data-id');
  const grip = page.getByTitle('Drag to move');
  await expect(async () => {
    // Fetched when the text stands there: the mouse that moves then finds it.
    await block('First').hover();
    await block('Third').hover();
    await expect(grip).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await grip.dragTo(block('First'), { targetPosition: { x: 20, y: 1 } });
  await expect.poll(() => marie.text()).toMatch(/Third here\.\s+First here\.\s+Second here\./);
  expect(await block('Third').getAttribute('data-id')).toBe(id);
  await expect(marie.editor.locator('p')).toHaveCount(3);
  await marie.saved();
  expect(marie.errors).toEqual([]);
  await marie.close();
});

test('[U4] a paragraph becomes a heading while somebody else writes in it without a connection', async ({
  browser,
}) => {
  const { chapterId } = await demo.newChapter('Retyped');
  const marie = await writing(browser, 'fr.author@demo.example', chapterId);
  const aino = await writing(browser, 'fi.author@demo.example', chapterId);
  await marie.editor.click();
  await marie.page.keyboard.type('Common words.');
  await expect(aino.editor).toContainText('Common words.');
  // The very beginning of the text is a place where a caret can stand, too.
  await aino.editor.locator('p', { hasText: 'Common words.' }).click();
  await aino.page.keyboard.press('Home');
  await expect(marie.page.locator('[data-widget=caret]')).toHaveCount(1);
  // A moment after the text, a page fetches what it needs when it is cut off.
  await aino.page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => name.includes('/keep-overtaken')),
  );
  await aino.page.context().setOffline(true);
  await aino.typeAfter('Common words.', ' Typed by Aino.');
  await marie.editor.click();
  await marie.page.keyboard.press('Control+Alt+2');
  await marie.saved();
  await aino.page.context().setOffline(false);
  for (const { editor } of [marie, aino])
    await expect(editor.locator('h2')).toHaveText('Common words. Typed by Aino.');
  await aino.saved();
  expect(await demo.text(chapterId)).toContain('Common words. Typed by Aino.');
  expect([...marie.errors, ...aino.errors]).toEqual([]);
  for (const person of [marie, aino]) await person.close();
});
