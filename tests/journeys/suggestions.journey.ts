import type { Suggestion } from '@accord/shared/suggestions/suggestions';
import { type Browser, expect, type Locator, type Page, test } from '@playwright/test';
import { selectWords } from '../kit/commenting';
import { type Demo, startDemo } from '../kit/demo';
import { ask, cookieOf, PersonAtBrowser } from '../kit/people';
import { seriousFaults } from '../kit/screens';

let demo: Demo;
test.beforeAll(async () => {
  demo = await startDemo();
});
test.afterAll(() => demo.end());

const AUTHOR = 'fr.author@demo.example';
const OTHER_AUTHOR = 'de.author@demo.example';
const REVIEWER = 'fi.reviewer@demo.example';

const TEXT = [
  'Teachers come back from a course with new ideas.',
  'The school asks for something else on Monday morning.',
  'Nobody counts the hours that a visit takes.',
];

interface Chapter {
  readonly chapterId: string;
  readonly author: PersonAtBrowser;
  readonly reviewer: PersonAtBrowser;
}

/** A chapter written by an author and open at a reviewer. */
async function together(browser: Browser, title: string, text: readonly string[] = TEXT): Promise<Chapter> {
  const { chapterId } = await demo.newChapter(title);
  const author = await PersonAtBrowser.open(browser, demo.server.url, AUTHOR);
  await author.openChapter(chapterId);
  await author.editor.click();
  for (const [index, paragraph] of text.entries()) {
    if (index > 0) await author.page.keyboard.press('Enter');
    await author.page.keyboard.type(paragraph);
  }
  await author.saved();
  const reviewer = await openAt(browser, REVIEWER, chapterId);
  await expect(reviewer.editor).toContainText(text.at(-1) ?? '');
  return { chapterId, author, reviewer };
}

async function openAt(browser: Browser, email: string, chapterId: string): Promise<PersonAtBrowser> {
  const person = await PersonAtBrowser.open(browser, demo.server.url, email);
  await person.openChapter(chapterId);
  return person;
}

async function leave(...people: PersonAtBrowser[]): Promise<void> {
  for (const person of people) expect(person.errors).toEqual([]);
  await Promise.all(people.map((person) => person.close()));
}

const cards = ({ page }: PersonAtBrowser): Locator => page.locator('[data-suggestion-card]');

async function replaceWords(person: PersonAtBrowser, words: string, by: string): Promise<void> {
  await selectWords(person, words);
  await person.page.keyboard.type(by);
}

async function listed(chapterId: string): Promise<Suggestion[]> {
  const cookie = await cookieOf(demo.server.url, AUTHOR);
  return ask<Suggestion[]>(demo.server.url, cookie, `/api/chapters/${chapterId}/suggestions`);
}

async function show(page: Page, view: string): Promise<void> {
  await page.getByRole('button', { name: /^Mode: / }).click();
  await page.getByRole('menuitemradio', { name: view }).click();
}

/** Decides about several at once, as the dialog counts them. */
async function decideAll(
  { page }: PersonAtBrowser,
  verdict: 'Accept' | 'Reject',
  which?: RegExp,
): Promise<void> {
  await page.getByRole('button', { name: 'Decide several…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Decide several suggestions' });
  if (which) {
    await dialog.getByRole('button', { name: /Which ones/ }).click();
    await page.getByRole('option', { name: which }).click();
  }
  await dialog.getByRole('button', { name: new RegExp(`^${verdict} \\d`) }).click();
  await expect(dialog).toBeHidden();
}

test('[S1] [S3] [S13] what a reviewer types is a suggestion for everybody, struck and inserted, and the text stays as it is', async ({
  browser,
}) => {
  const { chapterId, author, reviewer } = await together(browser, 'A word replaced');
  await expect(reviewer.page.getByText('You are suggesting')).toBeVisible();
  const before = await demo.text(chapterId);
  await replaceWords(reviewer, 'new ideas', 'good intentions');
  for (const { editor } of [author, reviewer]) {
    await expect(editor.getByRole('deletion')).toHaveText('new ideas');
    await expect(editor.getByRole('insertion')).toHaveText('good intentions');
  }
  await expect(author.editor.getByRole('insertion')).toHaveAttribute(
    'aria-description',
    /Suggestion by Sanna Nieminen \(FI\): Replace: “new ideas” → “good intentions”/,
  );
  await expect(cards(author)).toHaveCount(1);
  await expect(cards(author)).toContainText('Replace');
  await expect(reviewer.page.getByTestId('saved-state')).toHaveText('Saved');
  expect(await demo.text(chapterId)).toBe(before);
  expect(await seriousFaults(author.page)).toEqual([]);
  expect(await seriousFaults(reviewer.page)).toEqual([]);

  await reviewer.page.reload();
  await expect(reviewer.editor.getByRole('insertion')).toHaveText('good intentions');
  await leave(author, reviewer);
});

test('[S11] the text is looked at with suggestions, as if all were accepted, and without', async ({
  browser,
}) => {
  const { author, reviewer } = await together(browser, 'Three views');
  await replaceWords(reviewer, 'something else', 'a report');
  await expect(cards(author)).toHaveCount(1);
  await show(author.page, 'As if all were accepted');
  await expect(author.editor).toContainText('The school asks for a report on Monday morning.');
  await expect(author.editor).toHaveAttribute('contenteditable', 'false');
  await expect(author.editor.getByRole('deletion')).toHaveCount(0);
  // It follows what is still being suggested.
  await replaceWords(reviewer, 'Nobody', 'Everybody');
  await expect(author.editor).toContainText('Everybody counts the hours');
  await author.page.getByRole('button', { name: 'Back to the suggestions' }).click();
  await show(author.page, 'Without suggestions');
  await expect(author.editor).toContainText('The school asks for something else on Monday morning.');
  await expect(author.editor).not.toContainText('a report');
  await author.page.getByRole('button', { name: 'Back to the suggestions' }).click();
  await expect(author.editor.getByRole('insertion')).toHaveCount(2);
  await leave(author, reviewer);
});

test('[S5] what no longer fits says so, lands nowhere by itself, and goes where the author puts it', async ({
  browser,
}) => {
  const { chapterId, author, reviewer } = await together(browser, 'A conflict');
  await replaceWords(reviewer, 'something else', 'a report');
  await expect(cards(author)).toHaveCount(1);
  await author.editor.locator('p').nth(1).click();
  await author.page.keyboard.press('Home');
  await author.page.keyboard.press('Shift+End');
  await author.page.keyboard.type('The school wants reports.');
  for (const person of [author, reviewer])
    await expect(cards(person)).toContainText('Conflicts with the current text');
  await expect(reviewer.editor).toContainText('The school wants reports.');
  await expect(reviewer.editor).not.toContainText('a report on');
  await author.saved();
  await selectWords(author, 'reports');
  await cards(author).getByRole('button', { name: 'Apply here' }).click();
  await expect.poll(() => demo.text(chapterId)).toContain('The school wants a report.');
  await expect(cards(author)).toHaveCount(0);
  await expect(cards(reviewer)).toHaveCount(0);
  await leave(author, reviewer);
});

test('[S6] undo reaches one’s own decision in its turn, among one’s own words', async ({ browser }) => {
  const { chapterId, author, reviewer } = await together(browser, 'Decided and undone');
  await replaceWords(reviewer, 'new ideas', 'good intentions');
  await author.typeAfter('Nobody counts', ' Before.');
  await cards(author).getByRole('button', { name: 'Accept' }).click();
  await expect(author.editor).toContainText('with good intentions.');
  await expect(reviewer.editor).toContainText('with good intentions.');
  await author.typeAfter('Nobody counts', ' After.');
  await author.saved();
  await author.page.keyboard.press('Control+z');
  await expect(author.editor).not.toContainText('After.');
  await expect(author.editor).toContainText('with good intentions.');
  await author.page.keyboard.press('Control+z');
  await expect(cards(author)).toHaveCount(1);
  await expect.poll(() => demo.text(chapterId)).toContain('with new ideas.');
  await expect(author.editor).toContainText('Before.');
  await expect(reviewer.editor.getByRole('insertion')).toHaveText('good intentions');
  await author.page.keyboard.press('Control+z');
  await expect(author.editor).not.toContainText('Before.');
  await leave(author, reviewer);
});

test('[S8] of two who decide at once the second hears who was first', async ({ browser }) => {
  const { chapterId, author, reviewer } = await together(browser, 'Two decide');
  const other = await openAt(browser, OTHER_AUTHOR, chapterId);
  await replaceWords(reviewer, 'new ideas', 'good intentions');
  await expect(cards(other)).toHaveCount(1);
  await expect(cards(author)).toHaveCount(1);
  // The second has not heard of it when pressing.
  await other.page.route('**/suggestions?state=open', (route) => route.abort());
  await cards(author).getByRole('button', { name: 'Accept' }).click();
  await expect(cards(author)).toHaveCount(0);
  await cards(other)
    .getByRole('button', { name: /^(Reject|Discard)$/ })
    .click();
  await expect(other.page.getByText('Julien Roche (FR) has accepted this suggestion already.')).toBeVisible();
  await expect(cards(other)).toHaveCount(0);
  const text = await demo.text(chapterId);
  expect(text.split('good intentions')).toHaveLength(2);
  expect(text).not.toContain('new ideas');
  await leave(author, reviewer, other);
});

test('[S10] an author suggests too, and decides about all of one person at once', async ({ browser }) => {
  const { chapterId, author, reviewer } = await together(browser, 'Many at once');
  await author.page.keyboard.press('Control+Alt+s');
  await expect(author.page.getByRole('button', { name: 'Mode: Suggesting' })).toBeVisible();
  await replaceWords(author, 'Monday morning', 'Friday');
  await replaceWords(reviewer, 'new ideas', 'good intentions');
  await replaceWords(reviewer, 'Nobody', 'Everybody');
  await expect(cards(author)).toHaveCount(3);
  await author.page.keyboard.press('Control+Alt+s');
  await decideAll(author, 'Accept', /All by Sanna/);
  await expect(cards(author)).toHaveCount(1);
  await expect
    .poll(() => demo.text(chapterId))
    .toBe(
      'Teachers come back from a course with good intentions.\n\nThe school asks for something else on Monday morning.\n\nEverybody counts the hours that a visit takes.',
    );
  await author.editor.locator('p').first().click();
  await author.page.keyboard.press('Control+z');
  await expect(cards(author)).toHaveCount(3);
  await leave(author, reviewer);
});

test('[S6] a suggestion is gone to by link and by key, accepted and rejected by key', async ({ browser }) => {
  const { chapterId, author, reviewer } = await together(browser, 'By keyboard');
  await replaceWords(reviewer, 'new ideas', 'good intentions');
  await replaceWords(reviewer, 'Nobody', 'Everybody');
  await expect.poll(async () => (await listed(chapterId)).length).toBe(2);
  const [, second] = await listed(chapterId);
  await author.page.goto(`${demo.server.url}/chapters/${chapterId}?suggestion=${second?.id}`);
  await expect(author.page.locator(`[data-suggestion-card="${second?.id}"]`)).toBeFocused();
  // One key right after the other: the second is about the next suggestion, whatever the line takes.
  await author.page.keyboard.press('Control+Alt+y');
  await author.page.keyboard.press('Control+Alt+x');
  await expect(cards(author)).toHaveCount(0);
  await expect.poll(() => demo.text(chapterId)).toContain('Everybody counts');
  expect(await demo.text(chapterId)).toContain('new ideas');
  await leave(author, reviewer);
});

test('[U3] [U4] what is suggested without a connection is kept, said to be, and sent later', async ({
  browser,
}) => {
  const { chapterId, author, reviewer } = await together(browser, 'Without a connection');
  await reviewer.context.setOffline(true);
  await replaceWords(reviewer, 'new ideas', 'good intentions');
  await expect(reviewer.page.getByTestId('saved-state')).toHaveText(
    'Not saved: 1 change kept on this device',
  );
  expect(await listed(chapterId)).toEqual([]);
  await reviewer.context.setOffline(false);
  await expect(cards(author)).toHaveCount(1);
  await expect(reviewer.page.getByTestId('saved-state')).toHaveText('Saved');
  await leave(author, reviewer);
});

/** Long enough to be edited all over; every paragraph can be told from the others. */
const LONG = Array.from(
  { length: 40 },
  (_, index) => `Passage ${index + 1} tells of a visit to school ${index + 1}.`,
);

/** Where, then what is struck: the name of a key, or `=` and words to type. */
const EDITS: readonly (readonly [where: number | string, ...strokes: string[]])[] = [
  [1, 'End', '= And more.'],
  [2, 'Home', '=First: '],
  ['school 3.', '=town 3.'],
  ['visit to school 4', 'Delete'],
  ['Passage 5', 'Control+b'],
  ['Passage 6', 'Control+i'],
  ['Passage 7', 'Control+u'],
  [8, 'Control+Alt+2'],
  [9, 'Control+Alt+3'],
  [10, 'Control+Shift+8'],
  [12, 'Control+Shift+7'],
  [14, 'Control+Shift+9'],
  [16, 'Control+Shift+b'],
  [18, 'Control+Alt+c'],
  [20, 'End', 'Enter', '=Added.'],
  [' tells of a visit to school 21', 'ArrowLeft', 'Enter'],
  [23, 'Home', 'Backspace'],
  [25, 'Alt+Shift+ArrowDown'],
  [28, 'Home', 'Shift+End', 'Delete', 'Backspace'],
  ['school 29', 'Control+k', '=https://example.org/', 'Enter'],
  [30, 'End', 'Shift+Enter', '=Below.'],
  [31, 'End', 'Control+Alt+f', '=A note.'],
  [32, 'End', 'Enter', '=---'],
  ['Passage 33', 'Control+.'],
  ['Passage 34', 'Control+Shift+s'],
  ['Passage 35 tells', '=This tells'],
  ['visit to school 36', '=day at school 36'],
  ['of a visit to school 37', '=about school 37'],
  [38, 'Home', 'Control+Delete', '=Part '],
  ['school 39.', '=school 39, at last.'],
  [40, 'End', '= The end.'],
];

const passage = ({ editor }: PersonAtBrowser, number: number): Locator =>
  editor.getByText(`Passage ${number} tells`, { exact: false }).first();

const strike = ({ page }: PersonAtBrowser, stroke: string): Promise<void> =>
  stroke.startsWith('=') ? page.keyboard.type(stroke.slice(1)) : page.keyboard.press(stroke);

test('[S2] [G3] thirty edits of all kinds while an author writes: all rejected is the author’s text, all accepted the reviewer’s', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const { chapterId, author, reviewer } = await together(browser, 'A chapter rewritten', LONG);
  for (const [index, [where, ...strokes]] of EDITS.entries()) {
    if (typeof where === 'number') await passage(reviewer, where).click();
    else await selectWords(reviewer, where);
    for (const stroke of strokes) await strike(reviewer, stroke);
    // Meanwhile the author writes: beside the reviewer's words, and once over the very same.
    if (index % 5 === 0) await author.typeAfter(`Passage ${11 + index / 5} tells`, ` Author ${index}.`);
    if (index !== 3) continue;
    await passage(author, 3).click();
    for (const stroke of ['Home', 'Shift+End', '=The third is about a village.'])
      await strike(author, stroke);
  }
  await author.saved();
  await expect(reviewer.page.getByTestId('saved-state')).toHaveText('Saved');
  await expect(cards(author).filter({ hasText: 'Conflicts with the current text' })).toHaveCount(1);
  const untouched = await demo.text(chapterId);
  for (const word of ['And more', 'First:', 'town 3', 'Added', 'The end'])
    expect(untouched).not.toContain(word);
  expect(untouched).toContain('about a village.');
  const open = await listed(chapterId);
  // All that was proposed has reached the author's page: what is decided there is what is seen there.
  await expect(author.page.getByText(`${open.length} open suggestions`)).toBeVisible();
  // How many they are depends on which neighbouring edits were sent together; that all kinds are there does not.
  const kinds = new Set(open.flatMap(({ operations }) => operations.map(({ kind }) => kind)));
  expect(kinds).toEqual(new Set(['change', 'retype', 'move', 'blocks']));
  const proposed = await reviewer.text();
  for (const words of ['And more', 'First:', 'Added', 'school 30.Below.', 'The end'])
    expect(proposed).toContain(words);

  await decideAll(author, 'Reject');
  await expect(cards(author)).toHaveCount(0);
  expect(await demo.text(chapterId)).toBe(untouched);
  await expect.poll(() => reviewer.text()).toBe(await author.text());
  await author.editor.locator('p').first().click();
  await author.page.keyboard.press('Control+z');
  await expect.poll(async () => (await listed(chapterId)).length).toBe(open.length);
  await expect.poll(() => reviewer.text()).toBe(proposed);

  await decideAll(author, 'Accept');
  await expect.poll(async () => (await listed(chapterId)).length).toBe(1);
  await expect.poll(() => author.text()).toBe(proposed);
  expect(await demo.text(chapterId)).toContain('about a village.');
  await leave(author, reviewer);
});
