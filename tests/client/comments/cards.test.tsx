// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import 'fake-indexeddb/auto';
import { openKeptComments } from '@accord/client/comments/kept-comments';
import { select, serverDoc } from '../editor/open-editor';
import { FakeServer, type OpenPage, openPage } from './page';
import { comment, thread } from './threads';

const text = () =>
  serverDoc({
    type: 'paragraph',
    attrs: { id: 'block-1' },
    content: [{ type: 'text', text: 'The quick brown fox jumps.' }],
  });

let page: OpenPage | null = null;
afterEach(async () => {
  page?.close();
  page = null;
  vi.unstubAllGlobals();
  await (await openKeptComments('person-me')).wipe();
});

async function open(...args: Parameters<typeof openPage>): Promise<OpenPage> {
  page = await openPage(...args);
  return page;
}
const serverWith = (...threads: ReturnType<typeof thread>[]) => {
  const server = new FakeServer();
  for (const each of threads) server.threads.set(each.id, each);
  return server;
};
const cards = () => [...document.querySelectorAll<HTMLElement>('article')];
async function card(index = 0): Promise<HTMLElement> {
  return vi.waitFor(() => {
    const found = cards()[index];
    if (!found) throw new Error('no card yet');
    return found;
  });
}
/** Makes a card the active one, as a press on it does. */
async function openCard(index = 0): Promise<HTMLElement> {
  (await card(index)).click();
  return vi.waitFor(async () => {
    const found = await card(index);
    if (!found.querySelector('textarea')) throw new Error('not open yet');
    return found;
  });
}
const field = (within: HTMLElement): HTMLTextAreaElement => {
  const found = within.querySelector('textarea');
  if (!found) throw new Error('no field');
  return found;
};
/** Writes as a person does: React hears of it, the caret stands behind it. */
function write(target: HTMLTextAreaElement, words: string): void {
  target.focus();
  Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(target, words);
  target.setSelectionRange(words.length, words.length);
  target.dispatchEvent(new Event('input', { bubbles: true }));
}
const strike = (target: HTMLElement, key: string, more: KeyboardEventInit = {}) =>
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
const button = (within: ParentNode, name: string): HTMLElement => {
  const found = [...within.querySelectorAll<HTMLElement>('button')].find(
    (each) => (each.getAttribute('aria-label') ?? each.textContent) === name,
  );
  if (!found) throw new Error(`no button "${name}"`);
  return found;
};

describe('a card', () => {
  it('[C14] says to a screen reader who commented on what, how many replies there are, and that it is open', async () => {
    await open(text(), {
      server: serverWith(
        thread('thread-1', {
          comments: [
            comment('comment-1', 'person-marie', 'Is it?'),
            comment('comment-2', 'person-klara', 'It is.'),
          ],
        }),
      ),
    });
    await vi.waitFor(async () =>
      expect((await card()).getAttribute('aria-label')).toBe(
        'Comment by Marie Dupont (FR) on “quick”: commented text, 1 reply, open',
      ),
    );
    await vi.waitFor(() =>
      expect(document.querySelector('mark')?.getAttribute('aria-description')).toBe(
        'commented text, 1 reply, open',
      ),
    );
  });

  it('[C10] changes an own comment, and marks it', async () => {
    const { server } = await open(text(), {
      server: serverWith(thread('thread-1', { comments: [comment('c-mine', 'person-me', 'Frist')] })),
    });
    const shown = await openCard();
    button(shown, 'More about this comment').click();
    const edit = await vi.waitFor(() => {
      const item = [...document.querySelectorAll<HTMLElement>('[role=menuitem]')].find(
        (each) => each.textContent === 'Edit',
      );
      if (!item) throw new Error('no menu yet');
      return item;
    });
    edit.click();
    const editing = await vi.waitFor(() => {
      const found = document.querySelector<HTMLTextAreaElement>('textarea[aria-label="Change your comment"]');
      if (!found) throw new Error('no field yet');
      return found;
    });
    expect(editing.value).toBe('Frist');
    write(editing, 'First');
    strike(editing, 'Enter', { ctrlKey: true });
    await vi.waitFor(() => expect(server.threads.get('thread-1')?.comments[0]?.text).toBe('First'));
    await vi.waitFor(async () => expect((await card()).textContent).toContain('edited'));
  });

  it('[C10] of others offers no change, and leaves a stub where one was deleted', async () => {
    await open(text(), {
      server: serverWith(
        thread('thread-1', {
          comments: [
            {
              ...comment('comment-1', 'person-marie', ''),
              deleted: { personId: 'person-marie', at: '2026-11-20T12:00:00.000Z' },
            },
            comment('comment-2', 'person-klara', 'A reply that stays.'),
          ],
        }),
      ),
    });
    const shown = await openCard();
    expect(shown.textContent).toContain('Deleted by Marie Dupont (FR)');
    expect(shown.textContent).toContain('A reply that stays.');
    expect(shown.querySelector('button[aria-haspopup]')).toBeNull();
  });

  it('[C8] resolves at once, says who and when on looking closer, and takes it back when the server refuses', async () => {
    const { server } = await open(text(), { server: serverWith(thread('thread-1'), thread('thread-2')) });
    await card(1);
    expect(document.querySelector('output')?.textContent).toBe('2');
    button(await card(), 'Resolve').click();
    await vi.waitFor(() => expect(document.querySelector('output')?.textContent).toBe('1'));
    await vi.waitFor(() => expect(server.threads.get('thread-1')?.resolved?.personId).toBe('person-me'));

    server.refuses = { status: 423, code: 'archived' };
    const rest = cards().at(-1);
    button(rest ?? document.body, 'Resolve').click();
    await vi.waitFor(() => expect(document.body.textContent).toContain('archived'));
    expect(document.querySelector('output')?.textContent).toBe('1');
  });

  it('[C15] shows type, decision and reason', async () => {
    await open(text(), {
      server: serverWith(
        thread('thread-1', {
          type: 'legal',
          decision: 'accepted-with-change',
          reason: 'Shorter, as agreed in Turku.',
        }),
      ),
    });
    const shown = await card();
    for (const words of ['Legal or country-specific', 'Accepted with change', 'Shorter, as agreed in Turku.'])
      expect(shown.textContent).toContain(words);
  });

  it('whose text is gone says so, with its quote (C2)', async () => {
    const other = serverDoc({
      type: 'paragraph',
      attrs: { id: 'block-7' },
      content: [{ type: 'text', text: 'Nothing.' }],
    });
    await open(other, { server: serverWith(thread('thread-1')) });
    await vi.waitFor(async () => expect((await card()).textContent).toContain('On deleted text'));
    expect((await card()).querySelector('blockquote')?.textContent).toBe('quick');
    expect(document.querySelector('output')?.textContent).toBe('1');
  });

  it('[C1] offers nothing to change to those who may only read', async () => {
    await open(text(), { server: serverWith(thread('thread-1')), abilities: ['chapter.read'] });
    const shown = await card();
    shown.click();
    await vi.waitFor(async () => expect((await card()).querySelector('[aria-haspopup]')).not.toBeNull());
    expect((await card()).querySelector('textarea')).toBeNull();
    expect(() => button(shown, 'Resolve')).toThrow();
  });

  it('that somebody else changes is shown as soon as the server says so, and said', async () => {
    const { server, notice } = await open(text(), { server: serverWith(thread('thread-1')) });
    await card();
    server.threads.set(
      'thread-2',
      thread('thread-2', { comments: [comment('c-new', 'person-klara', 'News')] }),
    );
    notice('threads');
    await vi.waitFor(() => expect(document.body.textContent).toContain('News'));
    await vi.waitFor(() =>
      expect([...document.querySelectorAll('[role=status]')].map((each) => each.textContent)).toContain(
        '1 new comment: Klara Weber',
      ),
    );
  });
});

describe('the field for a reply', () => {
  it('offers names behind an @, by keyboard, and sends who is meant (C11)', async () => {
    const { server } = await open(text(), { server: serverWith(thread('thread-1')) });
    const shown = await openCard();
    const reply = field(shown);
    write(reply, 'Ask @kl');
    const option = await vi.waitFor(() => {
      const found = document.querySelector('[role=option][aria-selected=true]');
      if (!found) throw new Error('nothing offered yet');
      return found;
    });
    expect(option.textContent).toContain('Klara Weber');
    expect(reply.getAttribute('aria-activedescendant')).toBe(option.id);
    strike(reply, 'Enter');
    await vi.waitFor(() => expect(reply.value).toBe('Ask @Klara Weber '));
    strike(reply, 'Enter', { ctrlKey: true });
    await vi.waitFor(() =>
      expect(server.threads.get('thread-1')?.comments[1]?.text).toBe(
        'Ask @[Klara Weber](person:person-klara)',
      ),
    );
    expect(field(await openCard()).value).toBe('');
  });

  it('closes what it offers with Escape and stays open itself', async () => {
    await open(text(), { server: serverWith(thread('thread-1')) });
    const reply = field(await openCard());
    write(reply, '@ma');
    await vi.waitFor(() => expect(document.querySelector('[role=listbox]')).not.toBeNull());
    strike(reply, 'Escape');
    await vi.waitFor(() => expect(document.querySelector('[role=listbox]')).toBeNull());
    expect(document.activeElement).toBe(reply);
  });

  it('[C12] keeps what is written over a reload', async () => {
    const server = serverWith(thread('thread-1'));
    const first = await open(text(), { server });
    write(field(await openCard()), 'Half a thought');
    first.close();
    await open(text(), { server });
    await vi.waitFor(async () => expect(field(await openCard()).value).toBe('Half a thought'));
  });

  it('shows a reply at once, says that it waits without a connection, and sends it when there is one', async () => {
    const { server } = await open(text(), { server: serverWith(thread('thread-1')) });
    const reply = field(await openCard());
    server.isAway = true;
    write(reply, 'From the train');
    strike(reply, 'Enter', { ctrlKey: true });
    await vi.waitFor(async () =>
      expect((await card()).textContent).toContain('Not sent yet: kept on this device'),
    );
    expect((await card()).textContent).toContain('From the train');
    server.isAway = false;
    button(await card(), 'Try again').click();
    await vi.waitFor(() => expect(server.threads.get('thread-1')?.comments[1]?.text).toBe('From the train'));
    await vi.waitFor(async () => expect((await card()).textContent).not.toContain('Not sent yet'));
    expect((await card()).textContent?.split('From the train')).toHaveLength(2);
  });

  it('says why a reply was refused, and keeps its words', async () => {
    const { server } = await open(text(), { server: serverWith(thread('thread-1')) });
    const reply = field(await openCard());
    server.refuses = { status: 423, code: 'archived' };
    write(reply, 'Too late');
    strike(reply, 'Enter', { ctrlKey: true });
    await vi.waitFor(async () => expect((await card()).textContent).toContain('Not sent: '));
    expect((await card()).textContent).toContain('Too late');
  });

  it('refuses a comment that is too long before it is sent', async () => {
    const { server } = await open(text(), { server: serverWith(thread('thread-1')) });
    const reply = field(await openCard());
    write(reply, 'x'.repeat(10_001));
    await vi.waitFor(async () => expect((await card()).textContent).toContain('at most 10,000 characters'));
    strike(reply, 'Enter', { ctrlKey: true });
    expect(reply.value).toHaveLength(10_001);
    expect(server.asked).toEqual([]);
  });
});

describe('a new comment', () => {
  /** Begins a comment on `words`; resolves with its field, which has the focus. */
  async function begin({ editor }: OpenPage, words: string): Promise<HTMLTextAreaElement> {
    select(editor, words);
    button(document, 'begin').click();
    return vi.waitFor(() => {
      const found = document.querySelector<HTMLTextAreaElement>('textarea[aria-label="Your comment"]');
      if (!found || document.activeElement !== found) throw new Error('no field yet');
      return found;
    });
  }
  const opened = async (): Promise<OpenPage> => {
    const shown = await open(text(), { server: serverWith(thread('thread-1')) });
    await card();
    return shown;
  };

  it('marks its words while it is written, and hands the focus on to its card when it is sent', async () => {
    const shown = await opened();
    const target = await begin(shown, 'brown fox');
    await vi.waitFor(() => expect(document.querySelector('mark.draft')?.textContent).toBe('brown fox'));
    write(target, 'Which one?');
    strike(target, 'Enter', { ctrlKey: true });
    await vi.waitFor(() => expect(shown.server.threads.size).toBe(2));
    expect([...shown.server.threads.values()][1]).toMatchObject({
      anchor: { kind: 'text', quote: 'brown fox', prefix: 'The quick ' },
      comments: [{ text: 'Which one?' }],
    });
    await vi.waitFor(() =>
      expect(document.activeElement?.getAttribute('aria-label')).toContain('on “brown fox”'),
    );
    await vi.waitFor(() => expect(document.querySelector('mark.draft')).toBeNull());
  });

  it('waits until the server has the text it is about', async () => {
    const shown = await opened();
    const target = await begin(shown, 'brown fox');
    shown.unsaved.set(3);
    write(target, 'Which one?');
    strike(target, 'Enter', { ctrlKey: true });
    await vi.waitFor(() => expect(document.body.textContent).toContain('Sending…'));
    expect(shown.server.asked).toEqual([]);
    shown.unsaved.set(0);
    await vi.waitFor(() => expect(shown.server.asked).toEqual(['POST /api/chapters/chapter-1/threads']));
  });

  it('that is refused goes back into its field when asked, with every word', async () => {
    const shown = await opened();
    const target = await begin(shown, 'brown fox');
    shown.server.refuses = { status: 422, code: 'invalid-input' };
    write(target, 'Ask somebody');
    strike(target, 'Enter', { ctrlKey: true });
    const revise = await vi.waitFor(() => button(document, 'Change it'));
    revise.click();
    await vi.waitFor(() =>
      expect(document.querySelector<HTMLTextAreaElement>('textarea[aria-label="Your comment"]')?.value).toBe(
        'Ask somebody',
      ),
    );
    expect(document.querySelectorAll('article')).toHaveLength(2);
  });

  it('whose text is deleted while it is written is about the chapter, with its quote', async () => {
    const shown = await opened();
    const target = await begin(shown, 'brown fox');
    write(target, 'Which one?');
    shown.editor.commands.clearContent();
    await vi.waitFor(() => expect(document.body.textContent).toContain('The text is no longer there.'));
    strike(target, 'Enter', { ctrlKey: true });
    await vi.waitFor(() =>
      expect([...shown.server.threads.values()][1]).toMatchObject({
        anchor: { kind: 'chapter' },
        comments: [{ text: '“brown fox”\n\nWhich one?' }],
      }),
    );
  });

  it('that was begun and left without a word is none', async () => {
    const shown = await opened();
    strike(await begin(shown, 'brown fox'), 'Escape');
    await vi.waitFor(() => expect(document.querySelectorAll('article')).toHaveLength(1));
    expect(document.activeElement).toBe(shown.editor.view.dom);
  });
});
