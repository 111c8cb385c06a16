import { expect, type Locator } from '@playwright/test';
import type { PersonAtBrowser } from './people';

/** Selects `words`, the first time they stand in the text, across marks and other people's carets. */
export async function selectWords({ editor }: PersonAtBrowser, words: string): Promise<void> {
  // Whoever only suggests gets an editor of their own a moment after the text is there.
  await expect(async () => {
    await select(editor, words);
    expect(await editor.evaluate(() => getSelection()?.toString().trim())).toBe(words.trim());
  }).toPass();
}

async function select(editor: Locator, words: string): Promise<void> {
  await editor.evaluate((root: HTMLElement, wanted) => {
    const nodes: Text[] = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) nodes.push(node as Text);
    const all = nodes.map(({ data }) => data).join('');
    const start = all.indexOf(wanted);
    if (start < 0) throw new Error(`the text has no "${wanted}"`);
    const at = (offset: number, atEnd: boolean): [Text, number] => {
      let rest = offset;
      for (const node of nodes) {
        if (rest < node.length || (atEnd && rest === node.length)) return [node, rest];
        rest -= node.length;
      }
      throw new Error('beyond the text');
    };
    root.focus();
    getSelection()?.setBaseAndExtent(...at(start, false), ...at(start + wanted.length, true));
  }, words);
}

/** Comments on `words` by keyboard alone; resolves with the thread's id once the server has it. */
export async function commentOn(person: PersonAtBrowser, words: string, remark: string): Promise<string> {
  await selectWords(person, words);
  return comment(person, remark);
}

/** Comments on what is selected, or where the caret is. */
export async function comment(person: PersonAtBrowser, remark: string): Promise<string> {
  const { page } = person;
  await page.keyboard.press('Control+Alt+m');
  const field = page.getByRole('textbox', { name: 'Your comment' });
  await expect(field).toBeFocused();
  await page.keyboard.type(remark);
  const sent = page.waitForResponse(
    (reply) => reply.url().endsWith('/threads') && reply.request().method() === 'POST',
  );
  await page.keyboard.press('Control+Enter');
  const reply = await sent;
  expect(reply.status(), await reply.text()).toBeLessThan(300);
  return ((await reply.json()) as { id: string }).id;
}

/** The card of a thread. */
export const cardOf = ({ page }: PersonAtBrowser, threadId: string): Locator =>
  page.locator(`article[data-thread="${threadId}"]`);

/** The words drawn as commented by a thread, over all its parts. */
export const commentedWords = ({ editor }: PersonAtBrowser, threadId: string): Promise<string> =>
  editor.evaluate(
    (root, id) =>
      [...root.querySelectorAll(`mark[data-comment="${id}"]`)].map((mark) => mark.textContent ?? '').join(''),
    threadId,
  );

/** Waits until a thread is drawn over exactly these words. */
export async function expectOn(
  person: PersonAtBrowser,
  threadId: string,
  words: string,
  within = 10_000,
): Promise<void> {
  await expect
    .poll(() => commentedWords(person, threadId), {
      timeout: within,
      intervals: [50],
      message: `on "${words}"`,
    })
    .toBe(words);
}
