import { textAnchor } from '@accord/shared/manuscript/anchoring';
import { applyEdits } from '@accord/shared/manuscript/apply-edits';
import { heading, paragraph } from '@accord/shared/manuscript/build';
import type { NodeJson } from '@accord/shared/manuscript/document';
import { blocksToYjs } from '@accord/shared/manuscript/yjs';
import { suggestionsBetween } from '@accord/shared/suggestions/difference';
import { chromium, type Page } from '@playwright/test';
import { browserPath } from '../kit/browser-path.mjs';
import type { Demo } from '../kit/demo';
import { ask, cookieOf, PersonAtBrowser } from '../kit/people';
import { RawClient } from '../sync/raw-client';
import { change } from '../sync/writing';

const WORDS =
  'teachers learn together when schools give them time and trust to try what they have read'.split(' ');
const sentence = (block: number) =>
  Array.from({ length: 40 }, (_, index) => WORDS[(block * 7 + index * 3) % WORDS.length]).join(' ');

/** Fills a chapter with blocks of forty words, threads and suggestions spread over them. */
export async function fillReviewed(
  demo: Demo,
  chapterId: string,
  counts: { readonly blocks: number; readonly threads: number; readonly suggestions: number },
): Promise<void> {
  const { url } = demo.server;
  const [author, reviewer] = [
    await cookieOf(url, 'fr.author@demo.example'),
    await cookieOf(url, 'de.reviewer@demo.example'),
  ];
  const blocks = Array.from({ length: counts.blocks }, (_, index): NodeJson => {
    const block = index % 15 === 0 ? heading(2, `Section ${index / 15 + 1}`) : paragraph(sentence(index));
    return { ...block, attrs: { ...block.attrs, id: `block-${index}` } };
  });
  const client = await RawClient.connect({
    url: `${url.replace('http', 'ws')}/sync/${chapterId}`,
    origin: url,
    cookie: author,
    hello: {},
  });
  await client.sync();
  client.update(
    change(client.doc, (text) => {
      text.delete(0, text.length);
      text.insert(0, blocksToYjs(blocks));
    }),
  );
  await client.durable(1);
  client.close();

  const document: NodeJson = { type: 'doc', content: blocks };
  const paragraphs = blocks.flatMap(({ type, attrs }) => (type === 'paragraph' ? String(attrs?.id) : []));
  const placeOf = (index: number, count: number, shift: number) => {
    const blockId = paragraphs[Math.floor((index * paragraphs.length) / count)] ?? '';
    return [
      { blockId, offset: 10 + shift },
      { blockId, offset: 30 + shift },
    ] as const;
  };
  for (let index = 0; index < counts.threads; index++) {
    const anchor = textAnchor(document, ...placeOf(index, counts.threads, 0));
    const body = { anchor, text: `Remark ${index}: is this so in every country?` };
    await ask(url, author, `/api/chapters/${chapterId}/threads`, { method: 'POST', body });
  }
  for (let index = 0; index < counts.suggestions; index++) {
    const [{ blockId, offset }] = placeOf(index, counts.suggestions, 60);
    const content = [{ type: 'text', text: `proposal ${index}` }];
    const edit = { kind: 'replace-text', blockId, from: offset, to: offset + 8, content } as const;
    const { suggestions } = suggestionsBetween(document, applyEdits(document, [edit]), []);
    const body = { operations: suggestions.flatMap(({ operations }) => operations) };
    await ask(url, reviewer, `/api/chapters/${chapterId}/suggestions`, { method: 'POST', body });
  }
}

export interface Typing {
  /** Milliseconds the page's thread was busy with each key, from the key to the end of all it set off at once. */
  readonly handled: number[];
  /** Milliseconds from each key to the end of the frame that shows it. */
  readonly shown: number[];
  /** Milliseconds between frames while the margin scrolls from top to bottom. */
  readonly frames: number[];
}

/** Types in the middle of a chapter, then scrolls through it. */
export async function measureTyping(url: string, chapterId: string, keys: number): Promise<Typing> {
  const executablePath = browserPath();
  if (!executablePath) throw new Error('no Chromium found');
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    const author = await PersonAtBrowser.open(browser, url, 'fr.author@demo.example', {
      viewport: { width: 1440, height: 900 },
    });
    const { page } = author;
    // The runner names functions by a helper of its own, which pages do not have.
    await page.addInitScript('globalThis.__name = (named) => named;');
    await author.openChapter(chapterId);
    const middle = author.editor
      .locator(':scope > p')
      .nth(Math.floor((await author.editor.locator(':scope > p').count()) / 2));
    await middle.scrollIntoViewIfNeeded();
    // Cards stand beside the text when all that comes later has come.
    await page.getByText(/open suggestion/).waitFor();
    await middle.click();
    await page.keyboard.press('End');
    await note(page);
    for (let key = 0; key < keys; key++) await page.keyboard.type(key % 6 === 5 ? ' ' : 'e', { delay: 60 });
    const { handled, shown } = await noted(page);
    return { handled, shown, frames: await scroll(page) };
  } finally {
    await browser.close();
  }
}

/** Notes in the page itself how long each key takes. */
async function note(page: Page): Promise<void> {
  await page.evaluate(() => {
    const times: { handled: number[]; shown: number[] } = { handled: [], shown: [] };
    Object.assign(window, { accordTimes: times });
    window.addEventListener(
      'keydown',
      () => {
        const start = performance.now();
        const after = (then: () => void) => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = then;
          port2.postMessage(null);
        };
        after(() => times.handled.push(performance.now() - start));
        requestAnimationFrame(() => after(() => times.shown.push(performance.now() - start)));
      },
      { capture: true },
    );
  });
}

const noted = (page: Page): Promise<Pick<Typing, 'handled' | 'shown'>> =>
  page.evaluate(() => (window as unknown as { accordTimes: Pick<Typing, 'handled' | 'shown'> }).accordTimes);

/** Scrolls the page from top to bottom in steps of a wheel, one a frame. */
const scroll = (page: Page): Promise<number[]> =>
  page.evaluate(async () => {
    const frames: number[] = [];
    const frame = () => new Promise<number>((next) => requestAnimationFrame(next));
    window.scrollTo(0, 0);
    let last = await frame();
    for (let step = 0; step < 150; step++) {
      window.scrollBy(0, document.documentElement.scrollHeight / 150);
      const now = await frame();
      frames.push(now - last);
      last = now;
    }
    return frames;
  });
