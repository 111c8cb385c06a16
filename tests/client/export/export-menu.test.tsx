// @vitest-environment jsdom
import { chapterExports, outputExports, versionExports } from '@accord/client/export/addresses';
import { ExportMenu } from '@accord/client/export/export-menu';
import { laterWords, startI18n } from '@accord/client/i18n/i18n';
import { NoticeProvider } from '@accord/client/ui/notices';
import { LANGUAGES } from '@accord/shared/access/role';
import { createRoot } from 'react-dom/client';
import { afterEach, expect, it, onTestFinished, vi } from 'vitest';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** The menu on a page, before a server that answers so. */
async function shown(answer: () => Promise<Response>, language: (typeof LANGUAGES)[number] = 'en') {
  // What jsdom lacks; ids on this page need no escaping.
  vi.stubGlobal('CSS', { escape: (text: string) => text });
  const asked: string[] = [];
  vi.stubGlobal('fetch', (address: string) => {
    asked.push(address);
    return answer();
  });
  const saved: { name: string; content: string }[] = [];
  const blobs: Blob[] = [];
  vi.stubGlobal(
    'URL',
    Object.assign(URL, {
      createObjectURL: (blob: Blob) => {
        blobs.push(blob);
        return `blob:${blobs.length}`;
      },
      revokeObjectURL: () => undefined,
    }),
  );
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push({ name: this.download, content: this.href });
  });
  const i18n = await startI18n(language);
  await laterWords(i18n, language);
  const host = document.body.appendChild(document.createElement('div'));
  const root = createRoot(host);
  onTestFinished(() => {
    root.unmount();
    host.remove();
  });
  root.render(
    <NoticeProvider>
      <ExportMenu addresses={chapterExports('chapter-1')} />
    </NoticeProvider>,
  );
  const button = await vi.waitFor(() => {
    const found = host.querySelector('button');
    if (!found) throw new Error('no button yet');
    return found;
  });
  const key = (target: Element | null, name: string) => {
    for (const type of ['keydown', 'keyup'])
      target?.dispatchEvent(new KeyboardEvent(type, { key: name, bubbles: true, cancelable: true }));
  };
  const items = () => [...document.querySelectorAll('[role=menuitem]')];
  /** Chooses the item at this place, by keyboard alone. */
  const choose = async (place: number) => {
    await vi.waitFor(() => expect(button.getAttribute('aria-disabled')).not.toBe('true'));
    button.focus();
    key(button, 'ArrowDown');
    for (let step = 0; step <= place; step += 1) {
      await vi.waitFor(() => expect(document.activeElement).toBe(items()[step]));
      key(document.activeElement, step < place ? 'ArrowDown' : 'Enter');
    }
    await vi.waitFor(() => expect(items()).toEqual([]));
  };
  return { asked, saved, button, key, choose, items, text: () => document.body.textContent ?? '' };
}

const file = async () =>
  new Response('content', {
    headers: {
      'content-disposition': `attachment; filename="Mita.docx"; filename*=UTF-8''Mit%C3%A4%3F.docx`,
    },
  });

it('saves the chosen format under the name the server gives, by keyboard alone', async () => {
  const { asked, saved, choose } = await shown(file);
  await choose(0);
  await vi.waitFor(() => expect(saved).toEqual([{ name: 'Mitä?.docx', content: 'blob:1' }]));
  expect(asked).toEqual(['/api/chapters/chapter-1/export?format=docx']);
});

it('knows where versions and whole outputs are exported', () => {
  expect(versionExports('chapter-1', 'version-2').html).toBe(
    '/api/chapters/chapter-1/versions/version-2/export?format=html',
  );
  expect(outputExports('output-3').docx).toBe('/api/outputs/output-3/export?format=docx');
});

it('asks for the other formats too', async () => {
  const { asked, choose, saved } = await shown(file);
  await choose(2);
  await vi.waitFor(() => expect(saved).toHaveLength(1));
  expect(asked).toEqual(['/api/chapters/chapter-1/export?format=markdown']);
});

it('[D4] says in a sentence why there is no file, and saves none', async () => {
  const problem = { type: 'about:blank', title: 'x', status: 503, code: 'document-unreadable' };
  const { choose, saved, text } = await shown(
    async () =>
      new Response(JSON.stringify(problem), {
        status: 503,
        headers: { 'content-type': 'application/problem+json' },
      }),
  );
  await choose(1);
  await vi.waitFor(() => expect(text()).toContain('The export did not work.'));
  expect(text()).not.toContain('document-unreadable');
  expect(saved).toEqual([]);
});

it('says so when the server can’t be reached, and can be tried again', async () => {
  let away = true;
  const { choose, saved, text } = await shown(async () => {
    if (away) throw new TypeError('Failed to fetch');
    return file();
  });
  await choose(0);
  await vi.waitFor(() => expect(text()).toContain('The export did not work.'));
  away = false;
  await choose(0);
  await vi.waitFor(() => expect(saved).toHaveLength(1));
});

it.each(LANGUAGES)('offers three formats in words (%s)', async (language) => {
  const { button, key, items } = await shown(file, language);
  button.focus();
  key(button, 'ArrowDown');
  await vi.waitFor(() => expect(items()).toHaveLength(3));
  expect(items()[0]?.textContent).toContain('Word');
});
