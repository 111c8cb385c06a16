import { createDrafts } from '@accord/client/comments/drafts';
import {
  inMemory,
  type KeptComments,
  openKeptComments,
  type UnsentComment,
} from '@accord/client/comments/kept-comments';
import { createOutbox, type Outbox } from '@accord/client/comments/outbox';
import { unsentCommentWork } from '@accord/client/comments/unsent-work';
import { Failure } from '@accord/shared/kernel/failure';
import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';

const reply = (id: string, text = id): Omit<UnsentComment, 'refused'> => ({
  id,
  chapterId: 'chapter-1',
  target: { kind: 'reply', threadId: 'thread-1', commentId: `comment-${id}` },
  text,
  at: `2026-11-20T10:00:0${id.length}.000Z`,
});
const fail = (): never => {
  throw new Error('the device refused');
};

const open = new Set<Outbox>();
afterEach(() => {
  for (const outbox of open) outbox.close();
  open.clear();
  vi.useRealTimers();
});
function outboxOn(kept: KeptComments, send: (comment: UnsentComment) => Promise<unknown>): Outbox {
  const outbox = createOutbox({ kept, chapterId: 'chapter-1', send, onTrouble: fail });
  open.add(outbox);
  return outbox;
}
const states = (outbox: Outbox) => outbox.comments.get().map(({ id, state }) => [id, state]);
const away = () => Promise.reject(new Failure('unavailable'));

describe('comments on their way to the server', () => {
  it('leave the page and the device once they have arrived', async () => {
    const kept = inMemory();
    const sent: string[] = [];
    const outbox = outboxOn(kept, async ({ id }) => sent.push(id));
    outbox.add(reply('a'));
    expect(states(outbox)).toEqual([['a', 'sending']]);
    await vi.waitFor(() => expect(states(outbox)).toEqual([]));
    expect(sent).toEqual(['a']);
    await vi.waitFor(async () => expect(await kept.allUnsent()).toEqual([]));
  });

  it('wait without a connection and go in the order in which they were written when it is back', async () => {
    vi.useFakeTimers();
    const sent: string[] = [];
    let server = away as (comment: UnsentComment) => Promise<unknown>;
    const outbox = outboxOn(inMemory(), (comment) => server(comment));
    outbox.add(reply('a'));
    outbox.add(reply('bb'));
    await vi.waitFor(() =>
      expect(states(outbox)).toEqual([
        ['a', 'waiting'],
        ['bb', 'waiting'],
      ]),
    );
    server = async ({ id }) => sent.push(id);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toEqual(['a', 'bb']);
    expect(states(outbox)).toEqual([]);
  });

  it('that are refused stay, with the reason, and hold up no other', async () => {
    const kept = inMemory();
    const outbox = outboxOn(kept, async ({ id }) => {
      if (id === 'a') throw new Failure('archived');
    });
    outbox.add(reply('a'));
    outbox.add(reply('bb'));
    await vi.waitFor(() => expect(states(outbox)).toEqual([['a', 'refused']]));
    expect(outbox.comments.get()[0]?.refused).toBe('archived');
    expect(await kept.unsent('chapter-1')).toMatchObject([{ id: 'a', refused: 'archived' }]);
    outbox.discard('a');
    expect(states(outbox)).toEqual([]);
  });

  it('that were refused are tried again when asked', async () => {
    let refuses = true;
    const outbox = outboxOn(inMemory(), async () => {
      if (refuses) throw new Failure('not-allowed');
    });
    outbox.add(reply('a'));
    await vi.waitFor(() => expect(states(outbox)).toEqual([['a', 'refused']]));
    refuses = false;
    outbox.retry('a');
    await vi.waitFor(() => expect(states(outbox)).toEqual([]));
  });

  it('[U4] survive the end of the page: another one finds them on the device and sends them', async () => {
    const kept = await openKeptComments('person-reload');
    const first = outboxOn(kept, away);
    first.add(reply('a', 'Written in the train'));
    await vi.waitFor(() => expect(states(first)).toEqual([['a', 'waiting']]));
    first.close();

    const sent: string[] = [];
    const second = outboxOn(await openKeptComments('person-reload'), async ({ text }) => sent.push(text));
    await vi.waitFor(() => expect(sent).toEqual(['Written in the train']));
    await vi.waitFor(() => expect(states(second)).toEqual([]));
  });

  it('of one person and one chapter are nobody else’s', async () => {
    const kept = await openKeptComments('person-one');
    await kept.keepUnsent({ ...reply('a'), refused: null });
    expect(await kept.unsent('chapter-2')).toEqual([]);
    expect(await (await openKeptComments('person-two')).allUnsent()).toEqual([]);
  });
});

describe('[C12] a comment being written', () => {
  const draft = (text: string) => ({
    id: 'reply:thread-1',
    chapterId: 'chapter-1',
    target: { kind: 'reply' as const, threadId: 'thread-1', commentId: 'comment-1' },
    text,
    at: '2026-11-20T10:00:00.000Z',
  });

  it('survives a reload', async () => {
    const before = createDrafts(await openKeptComments('person-draft'), 'chapter-1', fail);
    before.write(draft('Half a'));
    before.write(draft('Half a thought'));
    const after = createDrafts(await openKeptComments('person-draft'), 'chapter-1', fail);
    await vi.waitFor(() => expect(after.all.get().get('reply:thread-1')?.text).toBe('Half a thought'));
  });

  it('is no draft any more once it is sent off: both in one step', async () => {
    const kept = await openKeptComments('person-handed');
    createDrafts(kept, 'chapter-1', fail).write(draft('Done'));
    const outbox = outboxOn(kept, away);
    outbox.add(reply('a', 'Done'), 'reply:thread-1');
    await vi.waitFor(async () => expect(await kept.drafts('chapter-1')).toEqual([]));
    expect(await kept.unsent('chapter-1')).toMatchObject([{ text: 'Done' }]);
  });

  it('what was typed while the device was read is not overwritten by what it holds', async () => {
    const kept = inMemory();
    await kept.keepDraft(draft('old'));
    const drafts = createDrafts(kept, 'chapter-1', fail);
    drafts.write(draft('new'));
    await vi.waitFor(async () => expect((await kept.drafts('chapter-1'))[0]?.text).toBe('new'));
    expect(drafts.all.get().get('reply:thread-1')?.text).toBe('new');
  });

  it('[U4] is offered at sign-out with what has not been sent, and wiped', async () => {
    const kept = await openKeptComments('person-leaving');
    await kept.keepUnsent({ ...reply('a', 'Ask @[Aino](person:person-aino)'), refused: null });
    await kept.keepDraft(draft('Half'));
    await kept.keepDraft({ ...draft(' '), id: 'reply:thread-2' });
    expect(await unsentCommentWork(kept, () => 'Why this matters')).toEqual([
      { chapterId: 'chapter-1', title: 'Why this matters', changes: 2, text: 'Ask @Aino\n\nHalf' },
    ]);
    await kept.wipe();
    expect(await unsentCommentWork(kept, () => '')).toEqual([]);
  });
});
