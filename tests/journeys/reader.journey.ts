import type { Person } from '@accord/shared/people/people';
import { expect, test } from '@playwright/test';
import { type Demo, startDemo } from '../kit/demo';
import { ask, cookieOf, PersonAtBrowser } from '../kit/people';

let demo: Demo;
test.beforeAll(async () => {
  demo = await startDemo();
});
test.afterAll(() => demo.end());

test("[P4] a reader's browser can't type, and says why", async ({ browser }) => {
  const { chapterId } = await demo.newChapter('For reading');
  const author = await PersonAtBrowser.open(browser, demo.server.url, 'fr.author@demo.example');
  const reader = await PersonAtBrowser.open(browser, demo.server.url, 'reader@demo.example');
  await author.openChapter(chapterId);
  await author.editor.click();
  await author.page.keyboard.type('Words to read.');
  await reader.page.goto(`${demo.server.url}/chapters/${chapterId}`);
  await expect(reader.editor).toContainText('Words to read.');
  await expect(reader.editor).toHaveAttribute('contenteditable', 'false');
  await expect(reader.page.getByTestId('saved-state')).toContainText('Read-only');
  await reader.editor.click();
  await reader.page.keyboard.type('Not mine to write.');
  await author.typeAfter('Words to read.', ' And more.');
  await expect(reader.editor).toContainText('And more.');
  expect(await demo.text(chapterId)).not.toContain('Not mine');
  expect(reader.errors).toEqual([]);
  await author.close();
  await reader.close();
});

test('[P2] a role lowered while connected is silent within two seconds', async ({ browser }) => {
  const { chapterId } = await demo.newChapter('Lowered');
  const admin = await cookieOf(demo.server.url, 'admin@demo.example');
  const author = await PersonAtBrowser.open(browser, demo.server.url, 'it.author@demo.example');
  await author.openChapter(chapterId);
  await author.editor.click();
  await author.page.keyboard.type('As an author.');
  await author.saved();
  const people = await ask<Person[]>(demo.server.url, admin, '/api/people/accounts');
  const person = people.find(({ email }) => email === 'it.author@demo.example');
  await ask(demo.server.url, admin, `/api/people/${person?.id}`, {
    method: 'PATCH',
    body: { grants: [{ role: 'reader', outputId: null, chapterId: null, language: null }] },
  });
  await expect(author.page.getByTestId('saved-state')).toContainText('Read-only', { timeout: 2_000 });
  await expect(author.editor).toHaveAttribute('contenteditable', 'false');
  expect(await demo.text(chapterId)).toContain('As an author.');
  await author.close();
});
