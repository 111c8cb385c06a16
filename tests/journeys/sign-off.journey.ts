import type { Review } from '@accord/shared/review/review';
import { type Browser, expect, test } from '@playwright/test';
import { type Demo, startDemo } from '../kit/demo';
import { ask, cookieOf, PersonAtBrowser } from '../kit/people';
import { seriousFaults } from '../kit/screens';

let demo: Demo;
test.beforeAll(async () => {
  demo = await startDemo();
});
test.afterAll(() => demo.end());

/** The coordinator of the first output, and the five signatories. */
const PREFIX = { FI: 'fi', FR: 'fr', DE: 'de', IT: 'it', GB: 'uk' } as const;
type Country = keyof typeof PREFIX;
const NAMES = { FI: 'Finland', FR: 'France', DE: 'Germany', IT: 'Italy', GB: 'United Kingdom' } as const;

async function open(browser: Browser, who: string, chapterId: string): Promise<PersonAtBrowser> {
  const person = await PersonAtBrowser.open(browser, demo.server.url, `${who}@demo.example`, {
    viewport: { width: 1440, height: 900 },
  });
  await person.openChapter(chapterId);
  await person.page.getByRole('button', { name: /Show the review/ }).click();
  await expect(sheet(person)).toBeVisible();
  return person;
}
const sheet = ({ page }: PersonAtBrowser) => page.getByRole('tabpanel', { name: 'Review' });

async function sign(person: PersonAtBrowser, choice: string, comment?: string): Promise<void> {
  // By keyboard: what is seen of a choice is drawn beside its own control.
  const radio = sheet(person).getByRole('radio', { name: choice, exact: true });
  await expect(radio).toBeEnabled();
  await radio.focus();
  await person.page.keyboard.press('Space');
  await expect(radio).toBeChecked();
  if (comment)
    await sheet(person)
      .getByRole('textbox', { name: /Comment|Reason/ })
      .fill(comment);
  await sheet(person).getByRole('button', { name: 'Sign', exact: true }).click();
}
const slot = (person: PersonAtBrowser, country: Country) =>
  sheet(person)
    .getByRole('region', { name: 'Signatures' })
    .getByRole('listitem')
    .filter({ hasText: NAMES[country] });

test('[R2] [R4] [R5] five countries sign an exact text in five browsers: a change is declared, one objects, is answered, all agree', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const { chapterId, outputId } = await demo.newChapter('To be signed');
  const output = (await demo.outputs()).find(({ id }) => id === outputId);
  const lead = output?.coordinatorCountry ?? 'FR';
  const author = await PersonAtBrowser.open(browser, demo.server.url, 'it.author@demo.example');
  await author.openChapter(chapterId);
  await author.editor.click();
  await author.page.keyboard.type('Herons wait in the reeds.');
  await author.saved();
  await author.page.getByRole('button', { name: /Show the review/ }).click();
  await author.page.getByRole('button', { name: 'Ask for review' }).click();
  await author.page.getByRole('dialog').getByRole('button', { name: 'Ask for review' }).click();
  await expect(author.page.getByRole('banner').first()).toBeVisible();

  const people = new Map<Country, PersonAtBrowser>();
  for (const country of Object.keys(PREFIX) as Country[])
    people.set(country, await open(browser, `${PREFIX[country]}.lead`, chapterId));
  const of = (country: Country) => people.get(country) as PersonAtBrowser;
  const coordinator = of(lead);
  await coordinator.page.getByRole('button', { name: 'Ask for signatures' }).click();
  const dialog = coordinator.page.getByRole('dialog');
  await dialog.getByRole('textbox').first().fill('Please sign by Friday.');
  await dialog.getByRole('button', { name: 'Ask for signatures' }).click();
  await expect(dialog).toBeHidden();

  // Locked at once for whoever was writing; the others see the sheet.
  await expect(author.page.getByText('The text is locked: Sign-off.')).toBeVisible();
  await expect(author.editor).toHaveAttribute('contenteditable', 'false');
  const others = (Object.keys(PREFIX) as Country[]).filter((country) => country !== lead);
  const [first, second, third, objector] = others as [Country, Country, Country, Country];
  for (const country of [first, second, third]) await sign(of(country), 'I agree');
  for (const country of [first, second, third])
    await expect(slot(coordinator, country)).toContainText('agrees');
  expect(await seriousFaults(of(first).page)).toEqual([]);

  // The author proposes a better word; the coordinator declares it.
  await author.page.getByRole('button', { name: 'Suggest an editorial change' }).click();
  await author.editor.getByText('Herons wait').click();
  await author.page.keyboard.press('End');
  await author.page.keyboard.type(' Quietly.');
  const change = sheet(coordinator).getByRole('checkbox', { name: /Quietly/ });
  await expect(change).toBeVisible({ timeout: 20_000 });
  await change.check({ force: true });
  await sheet(coordinator)
    .getByRole('textbox', { name: /What changes/ })
    .fill('A word for the mood.');
  await sheet(coordinator).getByRole('button', { name: 'Apply and declare' }).click();
  await expect(sheet(of(first))).toContainText('Editorial change');
  await expect.poll(() => demo.text(chapterId)).toContain('Quietly.');

  // Who had the older text open looks at the new one first, then objects.
  await expect(sheet(of(objector))).toContainText('The text has changed since you opened it');
  await sheet(of(objector)).getByRole('button', { name: 'I have seen the new text' }).click();
  await sign(of(objector), 'I object', 'Herons are never quiet.');
  await expect(slot(coordinator, objector)).toContainText('objects');
  await slot(coordinator, objector).getByRole('textbox').fill('They are, at dawn.');
  await slot(coordinator, objector).getByRole('button', { name: 'Answer' }).click();
  await expect(slot(of(objector), objector)).toContainText('They are, at dawn.');

  // All sign the text as it is now.
  for (const country of Object.keys(PREFIX) as Country[]) {
    await expect(sheet(of(country))).toContainText('Editorial change');
    if (country !== objector)
      await sheet(of(country)).getByRole('button', { name: 'I have seen the new text' }).click();
    await sign(of(country), 'I agree');
    await expect(slot(of(country), country)).toContainText('agrees');
  }
  await coordinator.page.getByRole('button', { name: 'Record the approval' }).click();
  await coordinator.page.getByRole('dialog').getByRole('button', { name: 'Record the approval' }).click();
  await expect(coordinator.page.getByRole('button', { name: /Approved.*Show the review/ })).toBeVisible();

  const cookie = await cookieOf(demo.server.url, 'reader@demo.example');
  const review = await ask<Review>(demo.server.url, cookie, `/api/chapters/${chapterId}/review`);
  expect(review.history.map(({ to }) => to)).toEqual(['in-review', 'sign-off', 'approved']);
  expect(review.signOff?.changes).toHaveLength(1);
  expect(review.signOff?.answers).toHaveLength(1);
  expect(review.signOff?.signatures).toHaveLength(9);
  expect(review.signOff?.met).toBe(true);
  for (const person of [author, ...people.values()]) {
    expect(person.errors).toEqual([]);
    await person.close();
  }
});
