import type { Role } from '@accord/shared/access/role';
import type { Thread, ThreadAnchor } from '@accord/shared/comments/comments';
import { textAnchor } from '@accord/shared/manuscript/anchoring';
import type { ShownNotice } from '@accord/shared/notices/notices';
import type { Output } from '@accord/shared/outputs/outputs';
import type { Version } from '@accord/shared/versions/versions';
import { describe, expect, it } from 'vitest';
import { reviewedChapter, words } from '../suggestions/reviewed-chapter';
import type { Visitor } from '../workspace';

const WHOLE: ThreadAnchor = { kind: 'chapter' };

/** The chapter of `reviewedChapter` with calls for comments. */
async function discussed(...start: Parameters<typeof reviewedChapter>) {
  const chapter = await reviewedChapter(...start);
  const { chapterId, json } = chapter;
  const commenter = await chapter.person({
    email: 'commenter@example.org',
    name: 'Chiara Commenter',
    partnerId: 'partner-it-1',
    grants: [{ role: 'commenter', outputId: null, chapterId: null, language: null }],
  });
  const coordinator = await chapter.person({
    email: 'coordinator@example.org',
    name: 'Carla Coordinator',
    partnerId: 'partner-gb-1',
    grants: [{ role: 'coordinator', outputId: null, chapterId: null, language: null }],
  });
  return {
    ...chapter,
    commenter,
    coordinator,
    /** Anchor to words of a paragraph. */
    async on(blockId: string, from: number, to: number): Promise<ThreadAnchor> {
      const anchor = textAnchor(await json(), { blockId, offset: from }, { blockId, offset: to });
      if (!anchor) throw new Error('no such words');
      return anchor;
    },
    open: (who: Visitor, text: string, anchor: ThreadAnchor = WHOLE, more: object = {}) =>
      who.ask<Thread & { code?: string }>('POST', `/api/chapters/${chapterId}/threads`, {
        anchor,
        text,
        ...more,
      }),
    reply: (who: Visitor, { id }: Thread, text: string, more: object = {}) =>
      who.ask<Thread & { code?: string }>('POST', `/api/threads/${id}/comments`, { text, ...more }),
    change: (who: Visitor, { id }: Thread, body: object) =>
      who.ask<Thread & { code?: string }>('PATCH', `/api/threads/${id}`, body),
    threads: async (who: Visitor = chapter.author) =>
      (await who.ask<Thread[]>('GET', `/api/chapters/${chapterId}/threads`)).body,
    notices: async (who: Visitor) => (await who.ask<ShownNotice[]>('GET', '/api/notices')).body,
  };
}

describe('commenting', () => {
  it.each(['commenter', 'reviewer', 'author', 'coordinator'] as const satisfies Role[])(
    '[C1] a %s comments on words, on a block and on the whole chapter; everybody who reads sees it',
    async (role) => {
      const chapter = await discussed();
      const who = chapter[role];
      const anchors = [await chapter.on('par2', 5, 9), { kind: 'block', blockId: 'par1' } as const, WHOLE];
      for (const anchor of anchors) {
        const { status, body } = await chapter.open(who, 'Is this so?', anchor as ThreadAnchor);
        expect([status, body.code]).toEqual([200, undefined]);
      }
      const seen = await chapter.threads(chapter.reader);
      expect(seen.map(({ anchor }) => anchor.kind)).toEqual(['text', 'block', 'chapter']);
      expect(seen.every(({ comments }) => comments[0]?.personId === who.id)).toBe(true);
      await chapter.writer.until(() => chapter.writer.heard.some(({ kind }) => kind === 'other'));
    },
  );

  it('[C1] a reader may not, nobody may in an archived chapter', async () => {
    const { open, reader, author, root, chapterId, threads } = await discussed();
    expect((await open(reader, 'May I?')).body.code).toBe('not-allowed');
    const made = (await open(author, 'Before')).body;
    await root.ask('PATCH', `/api/chapters/${chapterId}`, { archived: true });
    expect((await open(author, 'After')).body.code).toBe('archived');
    expect((await author.ask('POST', `/api/threads/${made.id}/comments`, { text: 'x' })).body.code).toBe(
      'archived',
    );
    expect(await threads()).toHaveLength(1);
  });

  it.each([
    ['100 kB', { text: 'x'.repeat(100 * 1024) }],
    ['no words', { text: '   ' }],
    ['a mention of nobody', { text: 'See @[Nobody](person:nobody-at-all)' }],
    ['an anchor to a block that is not there', { text: 'x', anchor: { kind: 'block', blockId: 'not-here' } }],
    ['an anchor of no known kind', { text: 'x', anchor: { kind: 'page', number: 3 } }],
    [
      'a suggestion that is not there',
      { text: 'x', anchor: { kind: 'suggestion', suggestionId: 'none-such' } },
    ],
  ])('a comment of %s is refused, and nothing is stored', async (_, body) => {
    const { author, chapterId, threads } = await discussed();
    const refused = await author.ask('POST', `/api/chapters/${chapterId}/threads`, {
      anchor: WHOLE,
      ...body,
    });
    expect([refused.status, refused.body.code]).toEqual([422, 'invalid-input']);
    expect(await threads()).toEqual([]);
  });

  it('an anchor to another chapter’s text is refused there', async () => {
    const { author, on, otherChapterId } = await discussed();
    const body = { text: 'Here?', anchor: await on('par1', 0, 5) };
    const refused = await author.ask('POST', `/api/chapters/${otherChapterId}/threads`, body);
    expect(refused.body.code).toBe('invalid-input');
    expect((await author.ask('GET', `/api/chapters/${otherChapterId}/threads`)).body).toEqual([]);
  });

  it('sent twice with the same id, a thread and a reply are there once; another’s id is refused', async () => {
    const { open, reply, author, commenter, threads } = await discussed();
    const [one, two] = [
      (await open(author, 'Once', WHOLE, { id: 'thread-a' })).body,
      (await open(author, 'Once', WHOLE, { id: 'thread-a' })).body,
    ];
    expect(two).toEqual(one);
    expect((await open(commenter, 'Mine', WHOLE, { id: 'thread-a' })).body.code).toBe('conflict');
    await reply(commenter, one, 'Yes', { id: 'reply-a' });
    await reply(commenter, one, 'Yes', { id: 'reply-a' });
    expect((await reply(author, one, 'No', { id: 'reply-a' })).body.code).toBe('conflict');
    expect((await threads())[0]?.comments.map(({ text }) => text)).toEqual(['Once', 'Yes']);
  });

  it('two replies at the same moment are both there', async () => {
    const { open, reply, author, commenter, reviewer, threads } = await discussed();
    const thread = (await open(author, 'Who?')).body;
    await Promise.all([commenter, reviewer, author].map((who) => reply(who, thread, 'Me')));
    expect((await threads())[0]?.comments).toHaveLength(4);
  });

  it('[C13] changes no text and makes no version', async () => {
    const { open, reply, author, text, chapterId, json } = await discussed();
    const [before, versions] = [
      await json(),
      (await author.ask<Version[]>('GET', `/api/chapters/${chapterId}/versions`)).body,
    ];
    await reply(author, (await open(author, 'A thought')).body, 'Another');
    expect(await json()).toEqual(before);
    expect(await text()).toHaveLength(3);
    expect((await author.ask('GET', `/api/chapters/${chapterId}/versions`)).body).toEqual(versions);
  });

  it('[C2] keeps a thread, open and with its quote, when its text is gone', async () => {
    const { open, on, author, type, threads } = await discussed();
    await open(author, 'Which reeds?', await on('par1', 21, 31));
    await type(0, 0, 31, '');
    expect(await threads()).toMatchObject([{ resolved: null, anchor: { quote: 'the reeds.' } }]);
  });
});

describe('a thread', () => {
  it('[C8] records who resolved and reopened it and when; a reply reopens it', async () => {
    const { open, change, reply, author, commenter, clock } = await discussed();
    const thread = (await open(author, 'Done?')).body;
    clock.move(60_000);
    const resolved = (await change(commenter, thread, { resolved: true })).body;
    expect(resolved.resolved).toEqual({ personId: commenter.id, at: new Date(clock.now()).toISOString() });
    const again = (await change(author, thread, { resolved: true })).body;
    expect(again).toEqual(resolved);
    const replied = (await reply(author, thread, 'Not quite')).body;
    expect(replied.resolved).toBeNull();
    expect(replied.events.map(({ what, personId }) => [what, personId])).toEqual([
      ['resolved', commenter.id],
      ['reopened', author.id],
    ]);
  });

  it('[C9] once resolved stays in the list, with all that was said, and under its own address', async () => {
    const { open, change, reply, author, reader, threads } = await discussed();
    const thread = (await open(author, 'Settled?')).body;
    await change(author, thread, { resolved: true });
    expect(await threads(reader)).toMatchObject([
      { id: thread.id, resolved: { personId: author.id }, comments: [{ text: 'Settled?' }] },
    ]);
    expect((await reply(author, thread, 'Found by its link')).status).toBe(200);
  });

  it('[C10] only who wrote a comment changes it, marked as edited; who wrote it or coordinates deletes it', async () => {
    const { open, reply, author, commenter, coordinator, reviewer, threads } = await discussed();
    const thread = (await open(commenter, 'First')).body;
    const replied = (await reply(author, thread, 'Second')).body;
    const [first, second] = replied.comments;
    const at = (id = '') => `/api/threads/${thread.id}/comments/${id}`;
    for (const who of [author, coordinator])
      expect((await who.ask('PATCH', at(first?.id), { text: 'Not mine' })).body.code).toBe('not-allowed');
    const edited = (await commenter.ask<Thread>('PATCH', at(first?.id), { text: 'First, better' })).body;
    expect(edited.comments[0]).toMatchObject({ text: 'First, better', editedAt: expect.any(String) });
    expect((await reviewer.ask('DELETE', at(first?.id))).body.code).toBe('not-allowed');

    const stub = (await commenter.ask<Thread>('DELETE', at(first?.id))).body;
    expect(stub.comments[0]).toMatchObject({ text: '', deleted: { personId: commenter.id } });
    expect(stub.comments[1]?.text).toBe('Second');
    expect((await commenter.ask('PATCH', at(first?.id), { text: 'Back' })).body.code).toBe('not-allowed');
    expect((await coordinator.ask<Thread | null>('DELETE', at(second?.id))).body).toBeNull();
    expect(await threads()).toEqual([]);
    expect((await reply(author, thread, 'Hello?')).status).toBe(404);
  });

  it('[C11] tells those mentioned, by person, country and role, once each; the notice leads to the thread', async () => {
    const { open, reply, author, commenter, reader, second, coordinator, notices } = await discussed();
    const text = `Ask @[Chiara](person:${commenter.id}), @[Italy](country:IT) and @[us](role:coordinator)`;
    const thread = (await open(author, text)).body;
    for (const who of [commenter, reader, coordinator])
      expect(await notices(who)).toMatchObject([
        { kind: 'mentioned', byId: author.id, threadId: thread.id, excerpt: 'Ask @Chiara, @Italy and @us' },
      ]);
    expect(await notices(second)).toEqual([]);
    await reply(commenter, thread, 'Asked.');
    expect(await notices(author)).toMatchObject([{ kind: 'replied', byId: commenter.id }]);
    // What is deleted is not shown in anybody's list.
    await commenter.ask(
      'DELETE',
      `/api/threads/${thread.id}/comments/${(await notices(author))[0]?.commentId}`,
    );
    expect(await notices(author)).toEqual([]);
  });

  it('[S7] about a suggestion stays when the suggestion is decided', async () => {
    const { open, suggest, decide, reviewer, author, threads, notices } = await discussed();
    const made = await suggest(reviewer, [words('par1', 0, 5, 'Calm')]);
    await open(author, 'Why calm?', { kind: 'suggestion', suggestionId: made.id });
    expect(await notices(reviewer)).toMatchObject([{ kind: 'commented', suggestionId: made.id }]);
    await decide(author, made, 'accept');
    expect(await threads()).toMatchObject([{ anchor: { kind: 'suggestion', suggestionId: made.id } }]);
  });

  it('[C15] takes a type, a decision and a reason, each on record', async () => {
    const { open, change, author, coordinator } = await discussed();
    const thread = (await open(author, 'Law differs here')).body;
    await change(author, thread, { type: 'legal' });
    const { body } = await change(coordinator, thread, {
      decision: 'accepted-with-change',
      reason: 'In a note',
    });
    expect(body).toMatchObject({ type: 'legal', decision: 'accepted-with-change', reason: 'In a note' });
    expect(body.events.map(({ what, value }) => [what, value])).toEqual([
      ['typed', 'legal'],
      ['decided', 'accepted-with-change'],
    ]);
    expect((await change(author, thread, { decision: 'perhaps' })).status).toBe(422);
  });
});

describe('[C15] the table of comments', () => {
  it('is CSV with inert cells, in the language asked for', async () => {
    const { open, change, on, coordinator, author, chapterId } = await discussed();
    const thread = (await open(author, '=SUM(A1:A9)', await on('par2', 5, 9), { type: 'language' })).body;
    await change(coordinator, thread, { decision: 'not-accepted', reason: '-no' });
    const csv = await author.ask<string>(
      'GET',
      `/api/chapters/${chapterId}/threads/export?format=csv&language=de`,
    );
    expect(csv.headers.get('content-type')).toContain('text/csv');
    const [head, row] = csv.text.replace('\uFEFF', '').split('\r\n');
    expect(head).toContain('Vorgeschlagene Änderung');
    expect(row).toContain("'=SUM(A1:A9)");
    expect(row).toContain('fish');
    expect(row).toContain('Sprache');
    expect(row).toContain('nicht angenommen');
  });

  it('is a Word document in landscape, with the same rows', async () => {
    const { open, author, chapterId, url } = await discussed();
    await open(author, 'A remark to be printed');
    const reply = await fetch(`${url}/api/chapters/${chapterId}/threads/export?format=docx`, {
      headers: { cookie: author.cookie ?? '' },
    });
    expect(reply.headers.get('content-type')).toContain('wordprocessingml');
    const { unzipped } = await import('./unzipped');
    const xml = unzipped(Buffer.from(await reply.arrayBuffer()), 'word/document.xml');
    expect(xml).toContain('A remark to be printed');
    expect(xml).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/);
  });
});

it('a restart keeps every thread and knows them by their ids', async () => {
  const { mkdtemp, rm } = await import('node:fs/promises');
  const { tmpdir } = await import('node:os');
  const { join } = await import('node:path');
  const { openWorkspace, Visitor: Someone } = await import('../workspace');
  const folder = await mkdtemp(join(tmpdir(), 'accord-threads-'));
  try {
    const first = await openWorkspace({}, { ACCORD_DATA: folder });
    const root = await first.administrator();
    const { body: outputs } = await root.ask<Output[]>('GET', '/api/outputs');
    const at = `/api/chapters/${outputs[0]?.chapters[0]?.id}/threads`;
    const { body: thread } = await root.ask<Thread>('POST', at, { anchor: WHOLE, text: 'Still here?' });
    await first.accord.close();

    const second = await openWorkspace({}, { ACCORD_DATA: folder });
    const again = new Someone(second.url);
    await again.signIn('root@example.org');
    expect((await again.ask<Thread[]>('GET', at)).body).toEqual([thread]);
    const replied = await again.ask<Thread>('POST', `/api/threads/${thread.id}/comments`, { text: 'Yes' });
    expect(replied.body.comments).toHaveLength(2);
    await second.accord.close();
  } finally {
    await rm(folder, { recursive: true });
  }
});
