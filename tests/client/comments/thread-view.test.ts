import type { OutgoingComment } from '@accord/client/comments/outbox';
import {
  ALL_OPEN,
  countThreads,
  inTextOrder,
  isShown,
  type Looker,
  type Place,
  quoteOf,
  type ThreadFilter,
  type ThreadView,
  withOutgoing,
} from '@accord/client/comments/thread-view';
import type { Thread } from '@accord/shared/comments/comments';
import { describe, expect, it } from 'vitest';
import { comment, thread } from './threads';

const me = { id: 'person-me', chapterId: 'chapter-1' };
const places = (entries: Record<string, Place>) => new Map(Object.entries(entries));
const outgoing = (change: Partial<OutgoingComment> & Pick<OutgoingComment, 'target'>): OutgoingComment => ({
  id: 'out-1',
  chapterId: 'chapter-1',
  text: 'Mine',
  at: '2026-11-21T10:00:00.000Z',
  refused: null,
  state: 'sending',
  ...change,
});

describe('comments on their way', () => {
  const { anchor } = thread('none');

  it('a new thread is there at once, and once only when the server has it too', () => {
    const mine = outgoing({ target: { kind: 'thread', threadId: 'thread-1', anchor, type: null } });
    const before = withOutgoing([], [mine], me, new Map());
    expect(before.map(({ thread: { id } }) => id)).toEqual(['thread-1']);
    expect(before[0]?.outgoing.size).toBe(1);
    const after = withOutgoing([thread('thread-1')], [mine], me, new Map());
    expect(after).toHaveLength(1);
    expect(after[0]?.outgoing.size).toBe(0);
  });

  it('a reply stands behind the others, also one to a thread that has not arrived itself', () => {
    const begun = outgoing({ target: { kind: 'thread', threadId: 'thread-1', anchor, type: null } });
    const reply = outgoing({
      id: 'out-2',
      text: 'And this',
      target: { kind: 'reply', threadId: 'thread-1', commentId: 'comment-2' },
    });
    const [view] = withOutgoing([], [begun, reply], me, new Map());
    expect(view?.thread.comments.map(({ text }) => text)).toEqual(['Mine', 'And this']);
    expect([...(view?.outgoing.keys() ?? [])]).toEqual(['thread-1', 'comment-2']);
  });

  it('a reply the server has is not doubled', () => {
    const reply = outgoing({ target: { kind: 'reply', threadId: 'thread-1', commentId: 'comment-2' } });
    const arrived = thread('thread-1', {
      comments: [comment('comment-1', 'person-marie', 'A'), comment('comment-2', 'person-me', 'Mine')],
    });
    expect(withOutgoing([arrived], [reply], me, new Map())[0]?.thread.comments).toHaveLength(2);
  });

  it('[C10] a change of an own comment is shown, marked as edited', () => {
    const edit = outgoing({
      text: 'Better',
      target: { kind: 'edit', threadId: 'thread-1', commentId: 'thread-1-first' },
    });
    const [view] = withOutgoing([thread('thread-1')], [edit], me, new Map());
    expect(view?.thread.comments[0]).toMatchObject({ text: 'Better', editedAt: edit.at });
  });
});

describe('[C14] looking through the comments', () => {
  const looker: Looker = {
    me: { id: 'person-me', country: 'FI' },
    role: 'author',
    countryOf: (id) => (id === 'person-marie' ? 'FR' : 'FI'),
  };
  const view = (it: Thread, place: Place = { kind: 'text', from: 1 }): ThreadView => ({
    thread: it,
    place,
    outgoing: new Map(),
  });
  const open = view(thread('open'));
  const resolved = view(
    thread('resolved', { resolved: { personId: 'person-me', at: '2026-11-20T11:00:00.000Z' } }),
  );
  const lost = view(thread('lost'), { kind: 'nowhere' });
  const mine = view(thread('mine', { comments: [comment('c-mine', 'person-me', 'Hm')] }));
  const typed = view(thread('typed', { type: 'legal', decision: 'accepted' }));
  const naming = (target: string) =>
    view(thread(`naming-${target}`, { comments: [comment('c', 'person-marie', `@[x](${target})`)] }));
  const all = [open, resolved, lost, mine, typed];
  const shown = (filter: Partial<ThreadFilter>, views = all) =>
    views.filter((each) => isShown(each, { ...ALL_OPEN, ...filter }, looker)).map((each) => each.thread.id);

  it('[C2] open ones are shown, those on deleted text among them', () => {
    expect(shown({})).toEqual(['open', 'lost', 'mine', 'typed']);
    expect(shown({ state: 'nowhere' })).toEqual(['lost']);
    expect(countThreads(all)).toEqual({ open: 4, nowhere: 1, resolved: 1 });
  });
  it('[C9] resolved ones stay in reach', () => {
    expect(shown({ state: 'resolved' })).toEqual(['resolved']);
    expect(shown({ state: 'all' })).toHaveLength(5);
  });
  it('mine, by country, by type and by decision', () => {
    expect(shown({ whose: 'mine' })).toEqual(['mine']);
    expect(shown({ country: 'FI' })).toEqual(['mine']);
    expect(shown({ country: 'DE' })).toEqual([]);
    expect(shown({ type: 'legal' })).toEqual(['typed']);
    expect(shown({ decision: 'accepted' })).toEqual(['typed']);
    expect(shown({ decision: 'none' })).not.toContain('typed');
  });
  it('[C11] mentioning me: by name, by country, by role, and not others', () => {
    const naming3 = ['person:person-me', 'country:FI', 'role:author', 'country:FR', 'person:person-you'].map(
      naming,
    );
    expect(shown({ whose: 'mentioning-me' }, naming3)).toEqual([
      'naming-person:person-me',
      'naming-country:FI',
      'naming-role:author',
    ]);
  });
  it('stand in the order of the text: about the chapter first, without their text last', () => {
    const chapter = view(thread('chapter', { anchor: { kind: 'chapter' } }), { kind: 'chapter' });
    const late = view(thread('late'), { kind: 'text', from: 900 });
    expect(inTextOrder([lost, late, open, chapter]).map((each) => each.thread.id)).toEqual([
      'chapter',
      'open',
      'late',
      'lost',
    ]);
  });
  it('places come from where the text is found', () => {
    const [one, other] = withOutgoing(
      [thread('one'), thread('other')],
      [],
      me,
      places({ one: { kind: 'nowhere' } }),
    );
    expect([one?.place.kind, other?.place.kind]).toEqual(['nowhere', 'unknown']);
  });
  it('[C2] a quote reads as words, a long one with its gap', () => {
    const { anchor } = thread('x');
    if (anchor.kind !== 'text') throw new Error('a text');
    expect(quoteOf(thread('x', { anchor: { ...anchor, quote: 'begin\u0000end\ufffcmore\nlines' } }))).toBe(
      'begin … end more lines',
    );
    expect(quoteOf(thread('x', { anchor: { kind: 'chapter' } }))).toBeNull();
  });
});
