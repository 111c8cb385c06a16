import { expect, test } from '@playwright/test';
import { type Demo, startDemo } from '../kit/demo';
import { ask, cookieOf, PersonAtBrowser } from '../kit/people';
import { overflow, seriousFaults } from '../kit/screens';

let demo: Demo;
test.beforeAll(async () => {
  demo = await startDemo();
});
test.afterAll(() => demo.end());

test('[V3] two people compare what they wrote with the version before: words with their authors, by keyboard, on a phone', async ({
  browser,
}) => {
  const { chapterId } = await demo.newChapter('Compared');
  const fi = await PersonAtBrowser.open(browser, demo.server.url, 'fi.author@demo.example');
  const fr = await PersonAtBrowser.open(browser, demo.server.url, 'fr.author@demo.example');
  await fi.openChapter(chapterId);
  await fi.editor.click();
  await fi.page.keyboard.type('Teachers plan the year together.');
  await fi.page.keyboard.press('Enter');
  await fi.page.keyboard.type('Families are asked early.');
  await fi.saved();
  await ask(
    demo.server.url,
    await cookieOf(demo.server.url, 'fi.author@demo.example'),
    `/api/chapters/${chapterId}/versions`,
    {
      method: 'POST',
      body: { name: 'First words' },
    },
  );
  await fi.typeAfter('Families are', ' Nobody is left out.');
  await fi.saved();
  await fr.openChapter(chapterId);
  await fr.typeAfter('Teachers plan', ' Pupils join them.');
  await fr.editor.locator('p', { hasText: 'Families' }).dblclick({ position: { x: 20, y: 10 } });
  await fr.page.keyboard.type('Parents');
  await fr.saved();

  const { page } = fr;
  await page.getByRole('tab', { name: 'Versions' }).click();
  await page
    .getByRole('listitem')
    .filter({ hasText: 'First words' })
    .getByRole('link', { name: 'Compare with now' })
    .click();
  await expect(page.getByText('2 paragraphs changed.')).toBeVisible();
  const inserted = page.locator('ins');
  const deleted = page.locator('del');
  await expect(inserted.filter({ hasText: 'Pupils join them.' })).toHaveAttribute(
    'data-who',
    'Julien Roche (FR)',
  );
  await expect(inserted.filter({ hasText: 'Nobody is left out.' })).toHaveAttribute(
    'data-who',
    'Mikko Laine (FI)',
  );
  await expect(inserted.filter({ hasText: 'Parents' })).toHaveAttribute('data-who', 'Julien Roche (FR)');
  await expect(deleted.filter({ hasText: 'Families' })).toHaveAttribute('data-who', 'Julien Roche (FR)');
  await expect(page.getByRole('region', { name: 'Whose words' })).toContainText('Mikko Laine');

  // From change to change, and round again; each says what it is.
  const changes = page.getByRole('article').getByRole('group');
  await page.keyboard.press('Control+Alt+j');
  await expect(changes.first()).toBeFocused();
  await expect(changes.first()).toHaveAccessibleName('Inserted “Pupils join them.”');
  await expect(page.getByRole('status').filter({ hasText: 'Change 1 of 2' })).toBeAttached();
  await page.keyboard.press('Control+Alt+j');
  await expect(changes.nth(1)).toBeFocused();
  await page.getByRole('button', { name: 'Next change' }).click();
  await expect(changes.first()).toBeFocused();
  expect(await seriousFaults(page)).toEqual([]);

  await page.getByText('Side by side').click();
  await expect(page).toHaveURL(/view=side/);
  const second = changes.nth(1);
  await expect(second.getByText('Before', { exact: true })).toBeVisible();
  await expect(second.locator('del')).toHaveCount(1);
  expect(await seriousFaults(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await overflow(page)).toBe(0);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await seriousFaults(page)).toEqual([]);
  expect([...fi.errors, ...fr.errors]).toEqual([]);
  await fi.close();
  await fr.close();
});
