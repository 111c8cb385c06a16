import { expect, test } from '@playwright/test';
import { seriousFaults } from '../kit/screens';
import { dataFolder, ServerProcess } from '../kit/server-process';

test('[P6] first start, invitation, first edit', async ({ browser }) => {
  const folder = await dataFolder();
  const server = await ServerProcess.start({ data: folder.path });
  try {
    await expect.poll(() => server.lines.find((line) => line.includes('/welcome#token='))).toBeTruthy();
    const link =
      /http\S+/.exec(server.lines.find((line) => line.includes('/welcome#token=')) ?? '')?.[0] ?? '';

    // The administrator's link leads to the Desk, with the partnership's outputs on it.
    const admin = await (await browser.newContext()).newPage();
    await admin.goto(link);
    await expect(admin).toHaveURL(`${server.url}/`);
    await expect(admin.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(admin.getByText('Working with schools').first()).toBeVisible();
    expect(await seriousFaults(admin)).toEqual([]);

    // It worked once.
    const other = await (await browser.newContext()).newPage();
    await other.goto(link);
    await expect(other.getByText('This link does not work any more')).toBeVisible();

    await admin.getByRole('link', { name: 'People' }).click();
    await admin
      .getByRole('button', { name: /^Invite/ })
      .first()
      .click();
    const dialog = admin.getByRole('dialog');
    await dialog.getByLabel('Name').fill('Saara Lehtonen');
    expect(await seriousFaults(admin)).toEqual([]);
    await dialog.locator('button[type=submit]').click();
    const invitation = dialog.getByRole('textbox').first();
    await expect(invitation).toHaveValue(/\/welcome#token=/);
    const invited = await invitation.inputValue();

    const guest = await (await browser.newContext({ locale: 'en-GB' })).newPage();
    await guest.goto(invited);
    await expect(guest.getByLabel('Your name')).toHaveValue('Saara Lehtonen');
    await guest.getByLabel('Your e-mail address').fill('saara@example.org');
    await guest.getByLabel('Choose a password').fill('short');
    await guest.getByRole('button', { name: 'Come in' }).click();
    await expect(guest.getByText(/at least 12 characters/i).first()).toBeVisible();
    await guest.getByLabel('Choose a password').fill('pebble orbit lantern 42');
    expect(await seriousFaults(guest)).toEqual([]);
    await guest.getByRole('button', { name: 'Come in' }).click();
    await expect(guest).toHaveURL(`${server.url}/`);

    // To a chapter by the links of the page, and the first words.
    await guest.getByRole('link', { name: 'Outputs' }).click();
    await guest.getByRole('link', { name: 'Working with schools' }).first().click();
    await guest.locator('main a[href^="/chapters/"]').first().click();
    await expect(guest.locator('.ProseMirror')).toHaveAttribute('contenteditable', 'true');
    await guest.locator('.ProseMirror p').last().click();
    await guest.keyboard.press('End');
    await guest.keyboard.type(' My first words.');
    await expect(guest.getByTestId('saved-state')).toHaveText('Saved');
    await guest.reload();
    await expect(guest.locator('.ProseMirror')).toContainText('My first words.');
  } finally {
    await server.stop();
    await folder.remove();
  }
});
