import { gzipSync } from 'node:zlib';
import { chromium, type Response } from '@playwright/test';
import { browserPath } from '../kit/browser-path.mjs';
import { PersonAtBrowser } from '../kit/people';

/** Gzipped bytes of JavaScript that arrive before the Desk is shown, and before a chapter can be typed in. */
export async function measureDownloads(
  url: string,
  chapterId: string,
): Promise<{ what: string; bytes: number }[]> {
  const executablePath = browserPath();
  if (!executablePath) throw new Error('no Chromium found');
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    const found = [];
    for (const [what, path, ready] of [
      ['Desk', '/', 'main h1'],
      ['a chapter that can be written in', `/chapters/${chapterId}`, '.ProseMirror[contenteditable="true"]'],
    ] as const) {
      // What the service worker fetches ahead of need is not waited for and does not count.
      const person = await PersonAtBrowser.open(browser, url, 'fr.author@demo.example', {
        serviceWorkers: 'block',
      });
      const scripts: Response[] = [];
      person.page.on('response', (response) => {
        if (response.request().resourceType() === 'script') scripts.push(response);
      });
      // Noted in the page itself, the moment it is there: what arrives while we look does not count.
      await person.page.addInitScript((selector) => {
        const look = new MutationObserver(() => {
          if (document.querySelector(selector) === null) return;
          document.documentElement.dataset.readyAt = String(performance.now());
          look.disconnect();
        });
        look.observe(document, { subtree: true, childList: true, attributes: true });
      }, ready);
      await person.page.goto(`${url}${path}`);
      await person.page.locator(ready).first().waitFor();
      const before = await person.page.evaluate(() => {
        const readyAt = Number(document.documentElement.dataset.readyAt);
        return performance
          .getEntriesByType('resource')
          .filter((entry) => (entry as PerformanceResourceTiming).responseEnd <= readyAt)
          .map(({ name }) => name);
      });
      const counted = scripts.filter((response) => before.includes(response.url()));
      const bodies = await Promise.all(counted.map((response) => response.body()));
      found.push({ what, bytes: bodies.reduce((sum, body) => sum + gzipSync(body, { level: 9 }).length, 0) });
      await person.close();
    }
    return found;
  } finally {
    await browser.close();
  }
}
