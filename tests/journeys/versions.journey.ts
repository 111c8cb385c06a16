import { expect, test } from '@playwright/test';
import { type Demo, startDemo } from '../kit/demo';
import { PersonAtBrowser } from '../kit/people';

let demo: Demo;
test.beforeAll(async () => {
  demo = await startDemo();
});
test.afterAll(() => demo.end());

test('[V1] [V2] what two people typed is an automatic version in the pane, with their names and countries', async ({
  browser,
}) => {
  const { chapterId } = await demo.newChapter('Kept by itself');
  const fi = await PersonAtBrowser.open(browser, demo.server.url, 'fi.author@demo.example');
  const fr = await PersonAtBrowser.open(browser, demo.server.url, 'fr.author@demo.example');
  await fi.openChapter(chapterId);
  await fi.editor.click();
  await fi.page.keyboard.type('From Finland.');
  await fi.saved();
  await fr.openChapter(chapterId);
  await fr.typeAfter('From Finland.', ' And from France, a little more.');
  await fr.saved();

  // Nobody waits here for a minute's pause: the server's end stores what waits for it, too.
  expect(await demo.server.stop()).toBe(0);
  await demo.server.start();

  const { page } = fi;
  await fi.page.reload();
  await expect(fi.editor).toContainText('From Finland. And from France, a little more.');
  await page.getByRole('tab', { name: 'Versions' }).click();
  const newest = page.getByRole('tabpanel').getByRole('listitem').first();
  await expect(newest).toContainText('Stored by itself');
  await expect(newest).toContainText('8 words');
  await expect(newest).toContainText('Julien Roche (FR)');
  await expect(newest).toContainText('Mikko Laine (FI)');
  expect(fi.errors).toEqual([]);
  await fi.close();
  await fr.close();
});

test('[V3] select words, and the toolbar tells who wrote them, also after a split; by keyboard as well', async ({
  browser,
}) => {
  const { chapterId } = await demo.newChapter('Whose words');
  const fi = await PersonAtBrowser.open(browser, demo.server.url, 'fi.author@demo.example');
  const fr = await PersonAtBrowser.open(browser, demo.server.url, 'fr.author@demo.example');
  await fi.openChapter(chapterId);
  await fi.editor.click();
  await fi.page.keyboard.type('From Finland.');
  await fi.saved();
  await fr.openChapter(chapterId);
  await fr.typeAfter('From Finland.', ' And from France.');
  await fr.saved();
  const { page } = fi;
  await expect(fi.editor).toContainText('And from France.');
  // A paragraph is split by one who wrote none of the second half.
  await page.keyboard.press('End');
  for (let times = 0; times < ' from France.'.length; times++) await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await fi.saved();
  await page.keyboard.press('ControlOrMeta+a');
  const tool = page.getByRole('button', { name: 'Who wrote this' });
  await tool.focus();
  await page.keyboard.press('Enter');
  const told = page.getByRole('dialog', { name: 'Who wrote this' }).getByRole('listitem');
  await expect(told).toHaveText([
    /Mikko Laine \(FI\).*From Finland\./,
    /Julien Roche \(FR\).*And/,
    /Julien Roche \(FR\).*from France\./,
  ]);
  await page.keyboard.press('Escape');
  await expect(told).toHaveCount(0);
  await expect(tool).toBeFocused();
  expect([...fi.errors, ...fr.errors]).toEqual([]);
  await fi.close();
  await fr.close();
});

test('[V5] a version is restored while another writes on: nobody is disconnected, what stood there is kept', async ({
  browser,
}) => {
  const { chapterId } = await demo.newChapter('Brought back');
  const fi = await PersonAtBrowser.open(browser, demo.server.url, 'fi.author@demo.example');
  const fr = await PersonAtBrowser.open(browser, demo.server.url, 'fr.author@demo.example');
  await fi.openChapter(chapterId);
  await fi.editor.click();
  await fi.page.keyboard.type('Yesterday it was good.');
  await fi.page.keyboard.press('Enter');
  await fi.page.keyboard.type('Below stands another.');
  await fi.saved();
  const { page } = fi;
  await page.getByRole('tab', { name: 'Versions' }).click();
  await page.getByRole('button', { name: 'Name this version' }).click();
  await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('Good');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await fr.openChapter(chapterId);
  await fr.typeAfter('Yesterday it was good.', ' Today it is worse.');
  await fr.saved();
  await expect(fi.editor).toContainText('worse');

  const versions = page.getByRole('tabpanel').getByRole('listitem');
  await versions.filter({ hasText: 'Good' }).getByRole('button', { name: 'Restore…' }).click();
  // The other goes on, below, while it happens.
  const writing = fr.typeAfter('Below stands another.', ' One more word.');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Restore' }).click();
  await writing;
  await fr.saved();
  // What came before the restore stands in the version before it, the rest in the text.
  await expect.poll(() => fi.text()).toMatch(/^Yesterday it was good\.\nBelow stands another\./);
  await expect.poll(() => fr.text()).not.toContain('worse');
  expect(' One more word.').toContain((await fr.text()).split('another.')[1] ?? '?');
  await expect.poll(() => fi.text()).toBe(await fr.text());
  await expect(versions.filter({ hasText: 'Before a restore' })).toHaveCount(1);
  // Taken back as it was made.
  await versions.filter({ hasText: 'Before a restore' }).getByRole('button', { name: 'Restore…' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Restore' }).click();
  await expect(fr.editor).toContainText('Today it is worse.');
  for (const person of [fi, fr]) {
    expect(person.errors).toEqual([]);
    await person.close();
  }
});
