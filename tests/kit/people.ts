import { type Browser, type BrowserContext, expect, type Locator, type Page } from '@playwright/test';

/** Everybody in the demo signs in with this. */
export const DEMO_PASSWORD = 'accord-demo-2026';

/** The session cookie of a demo person, as a Cookie header's value. */
export async function cookieOf(url: string, email: string): Promise<string> {
  const reply = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email, password: DEMO_PASSWORD }),
  });
  if (!reply.ok) throw new Error(`${email} could not sign in: ${reply.status} ${await reply.text()}`);
  return (reply.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
}

/** JSON over HTTP in the name of whoever holds `cookie`. */
export async function ask<T>(
  url: string,
  cookie: string,
  path: string,
  init: { method?: string; body?: unknown } = {},
): Promise<T> {
  const reply = await fetch(`${url}${path}`, {
    method: init.method ?? 'GET',
    headers: {
      cookie,
      origin: url,
      ...(init.body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(init.body === undefined ? {} : { body: JSON.stringify(init.body) }),
  });
  const text = await reply.text();
  if (!reply.ok) throw new Error(`${init.method ?? 'GET'} ${path}: ${reply.status} ${text}`);
  return (
    text === '' ? undefined : reply.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text
  ) as T;
}

/** A person at their own browser: an own context, so own cookies and own device store. */
export class PersonAtBrowser {
  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    readonly url: string,
    /** Console errors and uncaught exceptions so far. */
    readonly errors: string[],
  ) {}

  static async open(
    browser: Browser,
    url: string,
    email: string,
    options: Parameters<Browser['newContext']>[0] = {},
  ): Promise<PersonAtBrowser> {
    const context = await browser.newContext(options);
    const cookie = await cookieOf(url, email);
    const [name, value] = cookie.split('=');
    await context.addCookies([
      { name: name ?? '', value: value ?? '', url, httpOnly: true, sameSite: 'Lax' },
    ]);
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (message) => {
      // The browser itself reports a refused connection, also to a newer service worker; the page says it in words.
      if (
        message.type() === 'error' &&
        !/WebSocket connection|ERR_CONNECTION_REFUSED|ERR_INTERNET_DISCONNECTED|Failed to load resource|fetching the script/.test(
          message.text(),
        )
      ) {
        errors.push(message.text());
      }
    });
    return new PersonAtBrowser(context, page, url, errors);
  }

  /** The manuscript's editable text. */
  get editor(): Locator {
    return this.page.locator('.ProseMirror');
  }

  async openChapter(chapterId: string): Promise<void> {
    await this.page.goto(`${this.url}/chapters/${chapterId}`);
    await expect(this.editor).toHaveAttribute('contenteditable', 'true');
  }

  /** The words of the editor, block by block, without caret labels or other widgets. */
  async text(): Promise<string> {
    return this.editor.evaluate((element) => {
      const copy = element.cloneNode(true) as HTMLElement;
      for (const widget of copy.querySelectorAll(
        '.ProseMirror-widget, [data-widget], .collaboration-carets__caret',
      ))
        widget.remove();
      return [...copy.querySelectorAll('p, h1, h2, h3, h4, figcaption, pre')]
        .map((block) => block.textContent ?? '')
        .join('\n');
    });
  }

  /** Puts the caret at the end of the paragraph that contains `words` and types. */
  async typeAfter(words: string, text: string): Promise<void> {
    const block = this.editor.locator('p', { hasText: words }).first();
    await block.click();
    await this.page.keyboard.press('End');
    await this.page.keyboard.type(text);
  }

  /** Waits until the header says Saved. */
  async saved(): Promise<void> {
    await expect(this.page.getByTestId('saved-state')).toHaveText(/^Saved$/);
  }

  async close(): Promise<void> {
    await this.context.close();
  }
}
