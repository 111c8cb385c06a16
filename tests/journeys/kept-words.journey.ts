import type { Person } from '@accord/shared/people/people';
import { expect, type Page, test } from '@playwright/test';
import { type Demo, startDemo } from '../kit/demo';
import { ask, cookieOf, PersonAtBrowser } from '../kit/people';
import { overflow, seriousFaults } from '../kit/screens';

let demo: Demo;
test.beforeAll(async () => {
  demo = await startDemo();
});
test.afterAll(() => demo.end());

const keptWords = (page: Page) => page.getByRole('region', { name: 'Words of yours that were not taken' });

/** Opens a chapter that holds one saved sentence. */
async function begun(person: PersonAtBrowser, chapterId: string): Promise<void> {
  await person.openChapter(chapterId);
  await person.editor.click();
  await person.page.keyboard.type('Begun together.');
  await person.saved();
}

async function become(email: string, role: 'reader' | 'author'): Promise<void> {
  const admin = await cookieOf(demo.server.url, 'admin@demo.example');
  const people = await ask<Person[]>(demo.server.url, admin, '/api/people/accounts');
  const person = people.find((one) => one.email === email);
  await ask(demo.server.url, admin, `/api/people/${person?.id}`, {
    method: 'PATCH',
    body: { grants: [{ role, outputId: null, chapterId: null, language: null }] },
  });
}

test('[P2] [U4] a role lowered while offline: the words are kept, shown and can be copied; nothing is lost', async ({
  browser,
}) => {
  const email = 'fr.author@demo.example';
  const { chapterId } = await demo.newChapter('Under a tunnel');
  const author = await PersonAtBrowser.open(browser, demo.server.url, email, {
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const { page } = author;
  await begun(author, chapterId);

  await author.context.setOffline(true);
  await author.typeAfter('Begun together.', ' Written in the tunnel.');
  await page.keyboard.press('Enter');
  await page.keyboard.type('A paragraph of my own.', { delay: 30 });
  await expect(page.getByTestId('saved-state')).toContainText(/Not saved: \d+ change/);
  await become(email, 'reader');
  await author.context.setOffline(false);

  await expect(page.getByTestId('saved-state')).toHaveText('Read-only: your role here is to read');
  await expect(author.editor).toHaveAttribute('contenteditable', 'false');
  await expect(author.editor).toHaveText('Begun together.');
  const kept = keptWords(page);
  await expect(kept).toContainText('you may not write here any more');
  await expect(kept.locator('mark')).toHaveText([' Written in the tunnel.', 'A paragraph of my own.']);
  expect(await demo.text(chapterId)).not.toContain('tunnel');
  expect(await seriousFaults(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 640 });
  await expect.poll(() => overflow(page)).toBe(0);

  await kept.getByRole('button', { name: 'Copy these words' }).click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toBe('Begun together. Written in the tunnel.\n\nA paragraph of my own.');

  // Still there after a reload, and only gone when their author says so twice.
  await page.reload();
  await expect(kept.locator('mark')).toHaveCount(2);
  await kept.getByRole('button', { name: 'Remove from here' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }).click();
  await expect(kept.locator('mark')).toHaveCount(2);
  await kept.getByRole('button', { name: 'Remove from here' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove from here' }).click();
  await expect(kept).toHaveCount(0);
  await page.reload();
  await expect(author.editor).toHaveText('Begun together.');
  await expect(kept).toHaveCount(0);
  await become(email, 'author');
  await author.close();
});

test('[P3] a chapter archived while somebody writes in it offline: closed with the reason, the words are kept', async ({
  browser,
}) => {
  const { chapterId } = await demo.newChapter('To the archive');
  const author = await PersonAtBrowser.open(browser, demo.server.url, 'uk.author@demo.example');
  await begun(author, chapterId);
  await author.context.setOffline(true);
  await author.typeAfter('Begun together.', ' Too late.');
  const admin = await cookieOf(demo.server.url, 'admin@demo.example');
  await ask(demo.server.url, admin, `/api/chapters/${chapterId}`, {
    method: 'PATCH',
    body: { archived: true },
  });
  await author.context.setOffline(false);
  await expect(author.page.getByTestId('saved-state')).toHaveText('Read-only: the chapter is archived');
  await expect(author.page.getByText('This chapter is archived. It can be read, not changed.')).toBeVisible();
  await expect(keptWords(author.page).locator('mark')).toHaveText([' Too late.']);
  await expect(author.editor).toHaveText('Begun together.');
  expect(await seriousFaults(author.page)).toEqual([]);
  await author.close();
});

test('[P5] somebody else signs in in the same browser: the words of the first are not sent in the second’s name', async ({
  browser,
}) => {
  const { chapterId } = await demo.newChapter('One browser, two people');
  const { url } = demo.server;
  const author = await PersonAtBrowser.open(browser, url, 'fi.author@demo.example');
  const { context, page } = author;
  const signIn = async (email: string) => {
    const [name = '', value = ''] = (await cookieOf(url, email)).split('=');
    await context.addCookies([{ name, value, url, httpOnly: true, sameSite: 'Lax' }]);
  };
  await begun(author, chapterId);
  await context.setOffline(true);
  await author.typeAfter('Begun together.', ' In my own name.');
  await signIn('de.author@demo.example');
  await context.setOffline(false);
  await expect(page.getByText('Somebody else has signed in in this browser.')).toBeVisible();
  await expect(page.getByTestId('saved-state')).toContainText('Not saved');
  expect(await demo.text(chapterId)).not.toContain('In my own name.');

  page.on('dialog', (dialog) => void dialog.accept());
  await page.getByRole('button', { name: 'Reload the page' }).click();
  await expect(author.editor).toHaveText('Begun together.');
  await author.saved();
  await signIn('fi.author@demo.example');
  await page.reload();
  await expect(author.editor).toContainText('In my own name.');
  await author.saved();
  expect((await demo.text(chapterId)).split('In my own name.')).toHaveLength(2);
  await author.close();
});

test('[U5] a page whose live line does not come through shows the last saved text to read', async ({
  browser,
}) => {
  const { chapterId } = await demo.newChapter('Behind a strict proxy');
  const author = await PersonAtBrowser.open(browser, demo.server.url, 'it.author@demo.example');
  await begun(author, chapterId);
  await author.close();

  const later = await PersonAtBrowser.open(browser, demo.server.url, 'it.author@demo.example');
  const { page } = later;
  let blocked = true;
  await page.routeWebSocket(/\/sync\//, (socket) => {
    if (blocked) void socket.close({ code: 1011 });
    else socket.connectToServer();
  });
  await page.goto(`${demo.server.url}/chapters/${chapterId}`);
  await expect(page.getByText('The live text can’t be opened here.')).toBeVisible();
  await expect(page.locator('article', { hasText: 'Begun together.' })).toBeVisible();
  await expect(later.editor).toHaveCount(0);
  await expect(page.getByRole('tab', { name: 'Versions' })).toBeVisible();
  expect(await seriousFaults(page)).toEqual([]);
  blocked = false;
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(later.editor).toHaveAttribute('contenteditable', 'true');
  await later.close();
});

test('[U4] what is typed in the last breath before an offline reload is there afterwards', async ({
  browser,
}) => {
  const { chapterId } = await demo.newChapter('Last breath');
  const author = await PersonAtBrowser.open(browser, demo.server.url, 'de.author@demo.example');
  const { page } = author;
  await begun(author, chapterId);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await author.context.setOffline(true);
  page.on('dialog', (dialog) => void dialog.accept());
  await author.typeAfter('Begun together.', ' Offline.');
  const words = [' Offline.'];
  for (let round = 1; round <= 5; round++) {
    const word = ` Breath ${round}.`;
    words.push(word);
    await author.editor.locator('p').last().click();
    await page.keyboard.press('End', { delay: 100 });
    // The letters and the leaving in one task: nothing has time to be answered in between.
    await page.evaluate((text) => {
      document.execCommand('insertText', false, text);
      location.reload();
    }, word);
    await page.waitForURL(/\/chapters\//);
    await expect(author.editor).toHaveText(`Begun together.${words.join('')}`);
  }
  await author.context.setOffline(false);
  await author.saved();
  expect(await demo.text(chapterId)).toContain(`Begun together.${words.join('')}`);
  await author.close();
});
