import type { Thread } from '@accord/shared/comments/comments';
import type { Version } from '@accord/shared/versions/versions';
import { type Browser, expect, test } from '@playwright/test';
import { cardOf, comment, commentedWords, commentOn, expectOn, selectWords } from '../kit/commenting';
import { type Demo, startDemo } from '../kit/demo';
import { ask, cookieOf, PersonAtBrowser } from '../kit/people';

let demo: Demo;
test.beforeAll(async () => {
  demo = await startDemo();
});
test.afterAll(() => demo.end());

const TEXT = [
  'Teachers come back from a course with new ideas.',
  'The school asks for something else on Monday morning.',
  'Nobody counts the hours that a visit takes.',
];

/** A chapter with three paragraphs, open at each of these people. */
async function together(
  browser: Browser,
  title: string,
  emails: readonly string[],
): Promise<PersonAtBrowser[]> {
  const { chapterId } = await demo.newChapter(title);
  const people = await Promise.all(
    emails.map((email) => PersonAtBrowser.open(browser, demo.server.url, email)),
  );
  const [first] = people as [PersonAtBrowser];
  await first.openChapter(chapterId);
  await first.editor.click();
  for (const [index, paragraph] of TEXT.entries()) {
    if (index > 0) await first.page.keyboard.press('Enter');
    await first.page.keyboard.type(paragraph);
  }
  await first.saved();
  for (const person of people.slice(1)) {
    await person.page.goto(`${demo.server.url}/chapters/${chapterId}`);
    await expect(person.editor).toContainText(TEXT[2] ?? '');
  }
  for (const person of people)
    await expect(person.page.getByRole('tab', { name: /^Comments/ })).toBeVisible();
  return people;
}
const chapterOf = ({ page }: PersonAtBrowser) => new URL(page.url()).pathname.split('/')[2] ?? '';
async function leave(people: readonly PersonAtBrowser[]): Promise<void> {
  for (const person of people) expect(person.errors).toEqual([]);
  await Promise.all(people.map((person) => person.close()));
}

test('[C2] [C3] a deleted and restored paragraph has its comment back, for all three, also after a reload', async ({
  browser,
}) => {
  const people = await together(browser, 'Deleted and undone', [
    'fr.author@demo.example',
    'fi.author@demo.example',
    'de.reviewer@demo.example',
  ]);
  const [marie, aino, klara] = people as [PersonAtBrowser, PersonAtBrowser, PersonAtBrowser];
  const id = await commentOn(klara, 'something else on Monday', 'What else?');
  for (const person of people) {
    await expect(cardOf(person, id)).toContainText('What else?');
    await expectOn(person, id, 'something else on Monday');
  }

  // The whole paragraph at once: from the end of the one before to its own.
  await marie.editor.locator('p').first().click();
  for (const key of ['End', 'Shift+ArrowDown', 'Shift+End', 'Backspace'])
    await marie.page.keyboard.press(key);
  await expect(marie.editor.locator('p')).toHaveCount(2);
  await aino.typeAfter('Nobody counts', ' Not even the head.');
  for (const person of people) {
    await expectOn(person, id, '');
    await expect(person.page.getByRole('tab', { name: 'Comments (1)' })).toBeVisible();
    await expect(person.page.getByRole('button', { name: '1 on deleted text' })).toBeVisible();
  }

  await marie.page.keyboard.press('Control+z');
  await Promise.all(people.map((person) => expectOn(person, id, 'something else on Monday', 1_000)));
  expect(await marie.text()).toContain('Not even the head.');
  for (const person of people)
    await expect(person.page.getByRole('button', { name: /on deleted text/ })).toHaveCount(0);

  await marie.saved();
  await Promise.all(people.map(({ page }) => page.reload()));
  await Promise.all(people.map((person) => expectOn(person, id, 'something else on Monday')));
  await leave(people);
});

test('[C4] a comment shrinks with what is deleted and grows with what is typed inside, not at its edges', async ({
  browser,
}) => {
  const people = await together(browser, 'Shrinks and grows', [
    'fr.author@demo.example',
    'fi.author@demo.example',
  ]);
  const [marie, aino] = people as [PersonAtBrowser, PersonAtBrowser];
  const id = await commentOn(marie, 'with new ideas', 'Which?');
  await expectOn(aino, id, 'with new ideas');

  await selectWords(aino, ' new');
  await aino.page.keyboard.press('Delete');
  for (const person of people) await expectOn(person, id, 'with ideas');

  await selectWords(aino, 'with ');
  await aino.page.keyboard.press('ArrowRight');
  await aino.page.keyboard.type('many good ');
  for (const person of people) await expectOn(person, id, 'with many good ideas');

  await selectWords(aino, 'ideas');
  await aino.page.keyboard.press('ArrowRight');
  await aino.page.keyboard.type(' of others');
  await selectWords(aino, 'with many');
  await aino.page.keyboard.press('ArrowLeft');
  await aino.page.keyboard.type('and ');
  await expect(marie.editor).toContainText('and with many good ideas of others');
  for (const person of people) await expectOn(person, id, 'with many good ideas');

  await marie.page.reload();
  await expectOn(marie, id, 'with many good ideas');
  await leave(people);
});

test('[C5] a comment goes with its words through a split, a move and a cut, and is not doubled by a copy', async ({
  browser,
}) => {
  const people = await together(browser, 'Split and moved', [
    'fr.author@demo.example',
    'fi.author@demo.example',
  ]);
  const [marie, aino] = people as [PersonAtBrowser, PersonAtBrowser];
  const id = await commentOn(marie, 'for something else on Monday', 'Hm');

  await selectWords(marie, 'else');
  await marie.page.keyboard.press('ArrowRight');
  await marie.page.keyboard.press('Enter');
  for (const person of people) {
    await expect
      .poll(async () => (await commentedWords(person, id)).replace(/\s+/g, ' '))
      .toBe('for something else on Monday');
    await expect(person.page.locator('article[data-thread]')).toHaveCount(1);
  }
  await marie.page.keyboard.press('Backspace');
  for (const person of people) await expectOn(person, id, 'for something else on Monday');

  // Moved by key, then cut and pasted.
  await marie.page.keyboard.press('Alt+Shift+ArrowUp');
  for (const person of people) {
    await expect.poll(async () => (await person.text()).startsWith('The school')).toBe(true);
    await expectOn(person, id, 'for something else on Monday');
  }
  await selectWords(marie, TEXT[1] ?? '');
  await marie.page.keyboard.press('Control+x');
  await selectWords(marie, 'takes.');
  await marie.page.keyboard.press('ArrowRight');
  await marie.page.keyboard.press('Enter');
  await marie.page.keyboard.press('Control+v');
  await expect.poll(async () => (await marie.text()).trimEnd().endsWith(TEXT[1] ?? '')).toBe(true);
  for (const person of people) await expectOn(person, id, 'for something else on Monday');

  await selectWords(aino, TEXT[1] ?? '');
  await aino.page.keyboard.press('Control+c');
  await aino.page.keyboard.press('ArrowRight');
  await aino.page.keyboard.press('Enter');
  await aino.page.keyboard.press('Control+v');
  await expect.poll(async () => (await marie.text()).split('something else on Monday').length).toBe(3);
  for (const person of people) await expectOn(person, id, 'for something else on Monday');
  await leave(people);
});

test('[C6] comments that overlap are each opened from the text, after a reload and for others', async ({
  browser,
}) => {
  const people = await together(browser, 'Overlapping', [
    'fr.author@demo.example',
    'de.reviewer@demo.example',
  ]);
  const [marie, klara] = people as [PersonAtBrowser, PersonAtBrowser];
  const long = await commentOn(marie, 'come back from a course', 'The long one');
  const short = await commentOn(klara, 'from a course', 'The short one');
  const crossing = await commentOn(klara, 'a course with new', 'The crossing one');
  await marie.page.reload();
  for (const person of people) {
    for (const [id, words] of [
      [long, 'come back from a course'],
      [short, 'from a course'],
      [crossing, 'a course with new'],
    ] as const)
      await expectOn(person, id, words);
    // Each press on the words all three share opens another one.
    const shared = person.editor.locator('mark', { hasText: /^a course$/ }).last();
    const opened: (string | null)[] = [];
    const active = person.page.locator('article[data-thread]:has(textarea)');
    await person.editor.locator('p').last().click();
    await expect(active).toHaveCount(0);
    for (let press = 0; press < 3; press += 1) {
      await shared.click({ position: { x: 6 + 20 * press, y: 8 } });
      await expect.poll(async () => opened.includes(await active.getAttribute('data-thread'))).toBe(false);
      opened.push(await active.getAttribute('data-thread'));
    }
    expect(opened.sort()).toEqual([long, short, crossing].sort());
    // A caret among the words would part them for the other.
    await person.editor.locator('p').last().click();
  }
  await leave(people);
});

test('[C7] [C13] undo takes back text only; comments make no version and leave the text alone', async ({
  browser,
}) => {
  const people = await together(browser, 'Undo', ['fr.author@demo.example']);
  const [marie] = people as [PersonAtBrowser];
  const chapterId = chapterOf(marie);
  const cookie = await cookieOf(demo.server.url, 'fr.author@demo.example');
  const threads = () => ask<Thread[]>(demo.server.url, cookie, `/api/chapters/${chapterId}/threads`);
  const versions = () => ask<Version[]>(demo.server.url, cookie, `/api/chapters/${chapterId}/versions`);
  const before = { text: await demo.text(chapterId), versions: (await versions()).length };

  const first = await commentOn(marie, 'Teachers', 'Who?');
  const second = await commentOn(marie, 'hours', 'How many?');
  await cardOf(marie, first).getByRole('button', { name: 'Resolve' }).click();
  await expect.poll(async () => (await threads()).filter(({ resolved }) => resolved).length).toBe(1);
  expect(await demo.text(chapterId)).toBe(before.text);
  expect((await versions()).length).toBe(before.versions);

  await marie.typeAfter('Nobody counts', ' Typed last.');
  await marie.page.keyboard.press('Control+z');
  await expect(marie.editor).not.toContainText('Typed last.');
  for (let key = 0; key < 5; key += 1) await marie.page.keyboard.press('Control+z');
  await marie.saved();
  const after = await threads();
  expect(after.map(({ id }) => id).sort()).toEqual([first, second].sort());
  expect(after.find(({ id }) => id === first)?.resolved).not.toBeNull();
  for (let key = 0; key < 6; key += 1) await marie.page.keyboard.press('Control+y');
  await expectOn(marie, second, 'hours');
  expect((await threads()).filter(({ resolved }) => resolved).map(({ id }) => id)).toEqual([first]);
  await leave(people);
});

test('[C12] a draft survives a reload, and so does a comment sent without a connection', async ({
  browser,
}) => {
  const people = await together(browser, 'Drafts', ['fi.author@demo.example']);
  const [aino] = people as [PersonAtBrowser];
  await selectWords(aino, 'a visit');
  await aino.page.keyboard.press('Control+Alt+m');
  await expect(aino.page.getByRole('textbox', { name: 'Your comment' })).toBeFocused();
  await aino.page.keyboard.type('Half a thought');
  await aino.page.reload();
  const field = aino.page.getByRole('textbox', { name: 'Your comment' });
  await expect(field).toHaveValue('Half a thought');
  await expect(aino.editor.locator('mark.draft')).toHaveText('a visit');

  await demo.server.kill();
  await field.click();
  await aino.page.keyboard.press('End');
  await aino.page.keyboard.type(', finished in the train');
  await aino.page.keyboard.press('Control+Enter');
  const card = aino.page.locator('article[data-thread]');
  await expect(card).toContainText('Half a thought, finished in the train');
  await expect(card).toContainText('Not sent yet: kept on this device');

  await demo.server.start();
  await card.getByRole('button', { name: 'Try again' }).click();
  await expect(card).not.toContainText('Not sent yet');
  await aino.page.reload();
  await expect(card).toHaveCount(1);
  await expect(card).toContainText('finished in the train');
  await expect(aino.editor.locator('mark.commented.open')).toHaveText('a visit');
  await leave(people);
});

test('[C14] all by keyboard: comment, next, reply with a mention, resolve, back to the text; a screen reader hears it', async ({
  browser,
}) => {
  const people = await together(browser, 'By keyboard', ['fr.author@demo.example', 'fi.author@demo.example']);
  const [marie, aino] = people as [PersonAtBrowser, PersonAtBrowser];
  const one = await commentOn(aino, 'new ideas', 'One');
  const two = await commentOn(aino, 'Monday', 'Two');
  for (const id of [one, two]) await expect(cardOf(marie, id)).toBeVisible();
  const { page } = marie;

  await marie.editor.focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+Alt+n');
  await expect(cardOf(marie, one)).toBeFocused();
  await expect(cardOf(marie, one)).toHaveAttribute(
    'aria-label',
    /on “new ideas”: commented text, 0 replies, open$/,
  );
  await page.keyboard.press('Control+Alt+n');
  await expect(cardOf(marie, two)).toBeFocused();
  await page.keyboard.press('Control+Alt+p');
  await expect(cardOf(marie, one)).toBeFocused();

  await cardOf(marie, one).getByRole('textbox').focus();
  await page.keyboard.type('As @Aino');
  await expect(page.getByRole('option').first()).toContainText('Aino');
  await page.keyboard.press('Enter');
  await page.keyboard.type('says.');
  await page.keyboard.press('Control+Enter');
  await expect(cardOf(aino, one)).toContainText('1 reply');

  await page.keyboard.press('Escape');
  await expect(marie.editor).toBeFocused();
  // The caret came into commented text: that is said.
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('status').filter({ hasText: 'commented text, 1 reply, open' })).toHaveCount(1);

  await cardOf(marie, one).getByRole('button', { name: 'Resolve' }).focus();
  await page.keyboard.press('Enter');
  await expectOn(aino, one, '');
  await expect(cardOf(aino, one)).toHaveCount(0);
  await expect(aino.page.getByRole('tab', { name: 'Comments (1)' })).toBeVisible();

  // In the list of resolved ones, with who and when, and by its link.
  await aino.page.getByRole('button', { name: 'Filter' }).click();
  await aino.page.getByRole('button', { name: /State$/ }).click();
  await aino.page.getByRole('option', { name: 'Resolved', exact: true }).click();
  await aino.page.keyboard.press('Escape');
  await expect(aino.page.getByText('Filter: Resolved')).toBeVisible();
  await expect(cardOf(aino, one)).toContainText('Resolved by');
  await expect(cardOf(aino, two)).toHaveCount(0);
  await aino.page.goto(`${aino.page.url()}?thread=${one}`);
  await expect(cardOf(aino, one)).toBeFocused();
  await expectOn(aino, one, 'new ideas');
  await leave(people);
});

test('[C1] pictures apart: a heading, a cell and the whole chapter take comments, also from those who only read along', async ({
  browser,
}) => {
  const people = await together(browser, 'Places', ['fr.author@demo.example', 'de.reviewer@demo.example']);
  const [marie, klara] = people as [PersonAtBrowser, PersonAtBrowser];
  await marie.editor.locator('p').first().click();
  await marie.page.keyboard.press('Control+Alt+2');
  await expect(klara.editor.locator('h2')).toHaveCount(1);
  const heading = await comment(marie, 'A better heading?');
  await expect(klara.editor.locator(`h2[data-comment="${heading}"]`)).toHaveCount(1);

  await klara.page.getByRole('button', { name: 'Comment on the whole chapter' }).click();
  await expect(klara.page.getByRole('textbox', { name: 'Your comment' })).toBeFocused();
  await klara.page.keyboard.type('Reads well.');
  await klara.page.keyboard.press('Control+Enter');
  await expect(marie.page.getByRole('button', { name: '1 on the whole chapter' })).toBeVisible();
  await marie.page.getByRole('button', { name: '1 on the whole chapter' }).click();
  await expect(marie.page.locator('article', { hasText: 'Reads well.' })).toContainText(
    'On the whole chapter',
  );
  await leave(people);
});
