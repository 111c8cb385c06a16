import { createNotices } from '@accord/server/notices/notices';
import type { Grant, Role } from '@accord/shared/access/role';
import type { Thread } from '@accord/shared/comments/comments';
import type { NewNotice, ShownNotice } from '@accord/shared/notices/notices';
import type { Output } from '@accord/shared/outputs/outputs';
import { describe, expect, it } from 'vitest';
import { startWorkspace, type Visitor } from '../workspace';

const grant = (role: Role, outputId: string | null): Grant => ({
  role,
  outputId,
  chapterId: null,
  language: null,
});

/** A workspace with an author and a reader of one output, and the notices over the server's own records. */
async function start() {
  const workspace = await startWorkspace();
  const root = await workspace.administrator();
  const [own, other] = (await root.ask<Output[]>('GET', '/api/outputs')).body;
  const chapterOf = (output: Output | undefined) => {
    const chapter = output?.chapters[0];
    if (!chapter || !output) throw new Error('no chapter to try on');
    return { ...chapter, outputId: output.id };
  };
  const chapter = chapterOf(own);
  const author = await workspace.person({
    email: 'author@example.org',
    grants: [grant('author', chapter.outputId)],
  });
  const reader = await workspace.person({
    email: 'reader@example.org',
    grants: [grant('reader', chapter.outputId)],
  });
  const told: string[] = [];
  const { accord, clock } = workspace;
  const notices = createNotices({
    ...accord.storage,
    clock,
    chapter: (chapterId) => {
      const found = [own, other].flatMap((output) =>
        (output?.chapters ?? []).map((each) => ({ ...each, outputId: output?.id ?? '' })),
      );
      const each = found.find(({ id }) => id === chapterId);
      if (!each) return null;
      const { title, outputId, language, state, archived } = each;
      return {
        title,
        subject: { kind: 'chapter', chapterId, outputId, language, source: true, state, archived },
      };
    },
    actor: accord.people.actor,
    tell: (chapterId) => told.push(chapterId),
    excerpt: async ({ excerpt }) => excerpt,
  });
  const about = (parts: Partial<NewNotice> = {}): NewNotice => ({
    personId: reader.id,
    kind: 'mentioned',
    byId: author.id,
    chapterId: chapter.id,
    threadId: 'thread-1',
    commentId: 'comment-1',
    suggestionId: null,
    count: 1,
    excerpt: 'Look here',
    ...parts,
  });
  /** The author opens a thread about the whole chapter that mentions the reader, over HTTP. */
  async function mention(words: string): Promise<{ threadId: string; commentId: string }> {
    const { status, body } = await author.ask<Thread>('POST', `/api/chapters/${chapter.id}/threads`, {
      anchor: { kind: 'chapter' },
      text: `@[Reader](person:${reader.id}) ${words}`,
    });
    if (status !== 200) throw new Error(`the thread was not opened: ${status}`);
    return { threadId: body.id, commentId: body.comments[0]?.id ?? '' };
  }
  return {
    ...workspace,
    root,
    mention,
    notices,
    author,
    reader,
    chapter,
    elsewhere: chapterOf(other),
    told,
    about,
  };
}

const listed = async (someone: Visitor) => (await someone.ask<ShownNotice[]>('GET', '/api/notices')).body;
const unread = async (someone: Visitor) =>
  (await someone.ask<{ unread: number; newestId: string | null }>('GET', '/api/notices/unread')).body;

describe('[C11] notices', () => {
  it('are shown to their person alone, newest first, with the chapter’s name and the exact place', async () => {
    const { mention, author, reader, chapter, clock } = await start();
    const first = await mention('look here');
    clock.move(1000);
    const second = await mention('and here');
    expect(await listed(reader)).toMatchObject([
      {
        kind: 'mentioned',
        excerpt: '@Reader and here',
        at: '2026-11-24T09:00:01.000Z',
        byId: author.id,
        chapterId: chapter.id,
        outputId: chapter.outputId,
        chapterTitle: chapter.title,
        chapterLanguage: 'en',
        ...second,
        suggestionId: null,
        readAt: null,
      },
      { kind: 'mentioned', excerpt: '@Reader look here', at: '2026-11-24T09:00:00.000Z', ...first },
    ]);
    expect(await listed(author)).toEqual([]);
  });

  it('[N1] are never made of one’s own doings', async () => {
    const { notices, author, about } = await start();
    await notices.add([about({ personId: author.id, byId: author.id })]);
    expect(await listed(author)).toEqual([]);
  });

  it('[N6] are told to those who have the chapter open, once they can be asked for', async () => {
    const { notices, reader, author, chapter, about, told } = await start();
    const kept = notices.add([about(), about({ personId: author.id, byId: reader.id })]);
    expect(told).toEqual([]);
    await kept;
    expect(told).toEqual([chapter.id]);
    await notices.add([about({ personId: author.id })]);
    expect(told).toEqual([chapter.id]);
  });

  it('are counted while unread; marked as read one by one or all at once, each for good', async () => {
    const { mention, reader, clock } = await start();
    for (const words of ['one', 'two', 'three']) await mention(words);
    const [newest, middle] = await listed(reader);
    expect(await unread(reader)).toEqual({ unread: 3, newestId: newest?.id });
    const after = await reader.ask<ShownNotice[]>('POST', '/api/notices/read', { ids: [newest?.id] });
    expect(after.body.map(({ readAt }) => readAt)).toEqual(['2026-11-24T09:00:00.000Z', null, null]);
    expect(await unread(reader)).toEqual({ unread: 2, newestId: middle?.id });
    clock.move(1000);
    await reader.ask('POST', '/api/notices/read', {});
    expect((await listed(reader)).map(({ readAt }) => readAt)).toEqual([
      '2026-11-24T09:00:00.000Z',
      '2026-11-24T09:00:01.000Z',
      '2026-11-24T09:00:01.000Z',
    ]);
    expect(await unread(reader)).toEqual({ unread: 0, newestId: null });
  });

  it('of somebody else can’t be marked', async () => {
    const { mention, author, reader } = await start();
    await mention('look here');
    const [notice] = await listed(reader);
    await author.ask('POST', '/api/notices/read', { ids: [notice?.id] });
    await author.ask('POST', '/api/notices/read', {});
    expect((await unread(reader)).unread).toBe(1);
  });

  it('[N1] are not made for somebody who may not read the chapter, nor for one who is gone', async () => {
    const { notices, reader, elsewhere, about, accord } = await start();
    await notices.add([about({ chapterId: elsewhere.id }), about({ personId: 'nobody-at-all' })]);
    expect(await listed(reader)).toEqual([]);
    const { NOTICES_FILE } = await import('@accord/server/notices/records');
    expect(await accord.storage.records.list(NOTICES_FILE)).toEqual([]);
  });

  it('[N2] of a chapter one may no longer read are neither listed nor counted; they are back with the role', async () => {
    const { mention, root, reader, chapter } = await start();
    await mention('look here');
    const roles = `/api/outputs/${chapter.outputId}/roles/${reader.id}`;
    await root.ask('PUT', roles, { grants: [] });
    expect([await listed(reader), (await unread(reader)).unread]).toEqual([[], 0]);
    await root.ask('PUT', roles, { grants: [{ role: 'reader', chapterId: null, language: null }] });
    expect((await unread(reader)).unread).toBe(1);
  });

  it('[N2] say what the remark says now; of a deleted one they are neither listed nor counted', async () => {
    const { mention, author, reader } = await start();
    const kept = await mention('my phone number is 555');
    const deleted = await mention('forget this');
    const pathOf = ({ threadId, commentId }: typeof kept) => `/api/threads/${threadId}/comments/${commentId}`;
    const text = `@[Reader](person:${reader.id}) call me`;
    await author.ask('PATCH', pathOf(kept), { text });
    await author.ask('DELETE', pathOf(deleted));
    expect((await listed(reader)).map(({ excerpt }) => excerpt)).toEqual(['@Reader call me']);
    expect((await unread(reader)).unread).toBe(1);
  });

  it('are refused to strangers', async () => {
    const { visitor } = await start();
    for (const [method, path] of [
      ['GET', '/api/notices'],
      ['GET', '/api/notices/unread'],
      ['POST', '/api/notices/read'],
    ] as const)
      expect((await visitor().ask(method, path, method === 'POST' ? {} : undefined)).status).toBe(401);
  });
});
