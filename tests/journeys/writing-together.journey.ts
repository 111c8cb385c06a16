import { expect, test } from '@playwright/test';
import { type Demo, startDemo } from '../kit/demo';
import { PersonAtBrowser } from '../kit/people';

let demo: Demo;
test.beforeAll(async () => {
  demo = await startDemo();
});
test.afterAll(() => demo.end());

/** Every word that stands in `words`, once each. */
const once = (text: string, words: readonly string[]) =>
  words.map((word) => [word, text.split(word).length - 1] as const).filter(([, times]) => times !== 1);

test('[U1] [U3] [U7] three people write in one chapter at once', async ({ browser }) => {
  const { chapterId } = await demo.newChapter('Three voices');
  const people = await Promise.all(
    ['fr.author@demo.example', 'fi.author@demo.example', 'de.author@demo.example'].map((email) =>
      PersonAtBrowser.open(browser, demo.server.url, email),
    ),
  );
  const [marie, aino, klara] = people as [PersonAtBrowser, PersonAtBrowser, PersonAtBrowser];
  for (const person of people) await person.openChapter(chapterId);

  await marie.editor.click();
  await marie.page.keyboard.type('Marie begins.');
  await marie.page.keyboard.press('Enter');
  await marie.page.keyboard.type('Aino goes on.');
  await marie.page.keyboard.press('Enter');
  await marie.page.keyboard.type('Klara ends.');
  await expect(aino.editor).toContainText('Klara ends.');
  await expect(klara.editor).toContainText('Klara ends.');

  await Promise.all([
    marie.typeAfter('Marie begins.', ' Alpha one two three.'),
    aino.typeAfter('Aino goes on.', ' Beta one two three.'),
    klara.typeAfter('Klara ends.', ' Gamma one two three.'),
  ]);
  for (const person of people) await person.saved();
  await expect.poll(() => marie.text()).toContain('Gamma one two three.');
  await expect
    .poll(async () => new Set(await Promise.all(people.map((person) => person.text()))).size)
    .toBe(1);
  expect(
    once(await demo.text(chapterId), ['Alpha one two three.', 'Beta one two three.', 'Gamma one two three.']),
  ).toEqual([]);

  // Each sees the two others' carets, named, with their country.
  for (const person of people) await expect(person.page.locator('[data-widget=caret]')).toHaveCount(2);
  await expect(marie.page.locator('[data-widget=caret][data-label$="· FI"]')).toHaveCount(1);
  await expect(marie.page.locator('[data-widget=caret][data-label$="· DE"]')).toHaveCount(1);

  // Undo takes back only what I wrote.
  await aino.page.keyboard.press('Control+z');
  await expect(aino.editor).not.toContainText('Beta one two three.');
  await expect(marie.editor).not.toContainText('Beta one two three.');
  expect(await aino.text()).toContain('Alpha one two three.');
  expect(await aino.text()).toContain('Gamma one two three.');

  for (const person of people) expect(person.errors).toEqual([]);
  await Promise.all(people.map((person) => person.close()));
});

test('[U3] killed the instant Saved appears, twenty times: no word is missing', async ({ browser }) => {
  const { chapterId } = await demo.newChapter('Killed');
  const author = await PersonAtBrowser.open(browser, demo.server.url, 'uk.author@demo.example');
  await author.openChapter(chapterId);
  await author.editor.click();
  const words: string[] = [];
  for (let round = 1; round <= 20; round++) {
    const word = `round${round}word`;
    words.push(word);
    await author.page.keyboard.type(`${word} `);
    await author.saved();
    await demo.server.kill();
    await demo.server.start();
    expect(once(await demo.text(chapterId), words)).toEqual([]);
  }
  await author.saved();
  await author.close();
});

test('[U4] the server is killed while people type: nothing is lost, nothing doubled', async ({ browser }) => {
  const { chapterId } = await demo.newChapter('Interrupted');
  const it = await PersonAtBrowser.open(browser, demo.server.url, 'it.author@demo.example');
  const fi = await PersonAtBrowser.open(browser, demo.server.url, 'fi.author@demo.example');
  for (const person of [it, fi]) await person.openChapter(chapterId);
  await it.editor.click();
  await it.page.keyboard.type('Before.');
  await it.page.keyboard.press('Enter');
  await it.page.keyboard.type('Second.');
  await expect(fi.editor).toContainText('Second.');
  await it.saved();

  await demo.server.kill();
  await it.typeAfter('Before.', ' Italian words while the server was away.');
  await fi.typeAfter('Second.', ' Finnish words while the server was away.');
  await expect(it.page.getByTestId('saved-state')).toContainText(/Not saved: \d+ change/);

  await demo.server.start();
  await it.saved();
  await fi.saved();
  const words = [
    'Italian words while the server was away.',
    'Finnish words while the server was away.',
    'Before.',
    'Second.',
  ];
  await expect.poll(async () => once(await it.text(), words)).toEqual([]);
  await expect.poll(async () => once(await fi.text(), words)).toEqual([]);
  expect(once(await demo.text(chapterId), words)).toEqual([]);
  await it.close();
  await fi.close();
});

test('[U4] a browser offline for the whole time, reloaded offline, brings its words back', async ({
  browser,
}) => {
  const { chapterId } = await demo.newChapter('On the train');
  const author = await PersonAtBrowser.open(browser, demo.server.url, 'de.author@demo.example');
  await author.openChapter(chapterId);
  await author.editor.click();
  await author.page.keyboard.type('At the station.');
  await author.saved();
  await author.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));

  await author.context.setOffline(true);
  await author.typeAfter('At the station.', ' In the tunnel.');
  // All fifteen keys are counted before the page is left.
  await expect(author.page.getByTestId('saved-state')).toContainText(/Not saved: 1[45] change/);
  author.page.on('dialog', (dialog) => void dialog.accept());
  await author.page.reload();
  await expect(author.editor).toContainText('At the station. In the tunnel.');
  await expect(author.page.getByTestId('saved-state')).toContainText(/Not saved: \d+ change/);
  await author.typeAfter('In the tunnel.', ' Out again.');

  await demo.server.kill();
  await demo.server.start();
  await author.context.setOffline(false);
  await author.saved();
  expect(once(await demo.text(chapterId), ['At the station.', 'In the tunnel.', 'Out again.'])).toEqual([]);
  await author.close();
});
