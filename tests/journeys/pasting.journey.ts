import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { type Demo, startDemo } from '../kit/demo';
import { PersonAtBrowser } from '../kit/people';

let demo: Demo;
test.beforeAll(async () => {
  demo = await startDemo();
});
test.afterAll(() => demo.end());

const clipboard = (name: string) =>
  readFileSync(join(import.meta.dirname, `../fixtures/paste/${name}.html`), 'utf8');

/** Pastes HTML as a program put it on the clipboard; only a keyboard in the real program could do it otherwise. */
async function paste(page: Page, html: string): Promise<void> {
  await page.locator('.ProseMirror').evaluate((text, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', pasted);
    text.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, html);
}

/** The smallest PNG: one pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

test('[A7] a page from Word and one from Google Docs come out clean, and the missing picture is added', async ({
  browser,
}) => {
  const { chapterId } = await demo.newChapter('Pasted');
  const marie = await PersonAtBrowser.open(browser, demo.server.url, 'fr.author@demo.example');
  await marie.openChapter(chapterId);
  await marie.editor.click();
  await paste(marie.page, clipboard('word-desktop'));

  await expect(marie.page.getByText('Pasted, with these exceptions')).toBeVisible();
  await expect(marie.page.getByText('1 picture could not be taken along', { exact: false })).toBeVisible();
  await expect(marie.editor.locator('ul ul ul > li')).toHaveText(['group work', 'reading aloud']);
  await expect(marie.editor.locator('ol[start="3"] > li > ol > li > ul > li')).toHaveText([
    'in simple words',
  ]);
  await expect(marie.editor.locator('th[colspan="2"]')).toHaveText('Support');
  await expect(marie.editor.locator('.note-mark')).toHaveCount(2);
  await expect(marie.editor).not.toContainText('once a year');
  expect(await marie.editor.innerHTML()).not.toMatch(/mso-|MsoNormal|file:/);
  await marie.page.getByRole('button', { name: 'Close' }).first().click();

  const chooser = marie.page.waitForEvent('filechooser');
  await marie.page.getByRole('button', { name: 'Add the file…' }).click();
  await (await chooser).setFiles({ name: 'tiers.png', mimeType: 'image/png', buffer: PIXEL });
  await expect(marie.editor.locator('figure img')).toHaveAttribute('src', /^\/api\/images\//);
  await expect(marie.editor.locator('figure img')).toHaveAttribute('alt', /pyramid/);

  await marie.page.getByText('Ask the ministry').click();
  await marie.page.keyboard.press('End');
  await marie.page.keyboard.press('Enter');
  await paste(marie.page, clipboard('google-docs'));
  await expect(marie.editor.locator('li', { hasText: 'Book the room' })).toBeVisible();
  await marie.saved();

  const text = await demo.text(chapterId);
  for (const words of [
    'at home if they wish',
    'See the Basic Education Act',
    'Working with families',
    'class teacher',
  ])
    expect(text).toContain(words);
  expect(marie.errors).toEqual([]);
  await marie.close();
});

test('[A7] what is searched is found and replaced at once, and undone at once', async ({ browser }) => {
  const { chapterId } = await demo.newChapter('Searched');
  const marie = await PersonAtBrowser.open(browser, demo.server.url, 'fr.author@demo.example');
  await marie.openChapter(chapterId);
  await marie.editor.click();
  await marie.page.keyboard.type('The pupil helps a pupil.');
  await marie.page.keyboard.press('Control+h');
  await marie.page.getByRole('textbox', { name: 'Find' }).fill('pupil');
  await expect(marie.editor.locator('.found')).toHaveCount(2);
  await marie.page.getByRole('textbox', { name: 'Replace with' }).fill('learner');
  await marie.page.getByRole('button', { name: 'Replace all' }).click();
  await expect(marie.editor).toContainText('The learner helps a learner.');
  await marie.page.keyboard.press('Escape');
  await marie.page.keyboard.press('Control+z');
  await expect(marie.editor).toContainText('The pupil helps a pupil.');
  expect(marie.errors).toEqual([]);
  await marie.close();
});
