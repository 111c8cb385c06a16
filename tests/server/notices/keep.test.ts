import { withNotice } from '@accord/server/notices/keep';
import { MAX_NOTICES, type Notice } from '@accord/shared/notices/notices';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

let made = 0;
const notice = (parts: Partial<Notice> = {}): Notice => {
  made += 1;
  return {
    id: `notice-${made}`,
    kind: 'replied',
    at: '2026-11-24T09:00:00.000Z',
    byId: 'anna',
    chapterId: 'chapter-1',
    threadId: 'thread-1',
    commentId: `comment-${made}`,
    suggestionId: null,
    count: 1,
    excerpt: 'said',
    readAt: null,
    ...parts,
  };
};
const READ = '2026-11-24T10:00:00.000Z';
const ids = (notices: readonly Notice[]) => notices.map(({ id }) => id);

describe('[N3] what is kept of a person’s notices', () => {
  it('at most 500, in order, the oldest read ones going first', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: MAX_NOTICES, maxLength: MAX_NOTICES }), (read) => {
        const before = read.map((isRead) => notice({ readAt: isRead ? READ : null }));
        const added = notice();
        const after = withNotice(before, added);
        const goes = before.find(({ readAt }) => readAt !== null) ?? before[0];
        expect(ids(after)).toEqual([...ids(before.filter((one) => one !== goes)), added.id]);
      }),
      { numRuns: 30 },
    );
  });

  it('the same remark told twice is told once', () => {
    const told = notice({ kind: 'mentioned' });
    expect(withNotice([told], notice({ kind: 'mentioned', commentId: told.commentId }))).toEqual([told]);
  });

  it('how a thread stands: only the last word is left to be read', () => {
    const resolved = notice({ kind: 'thread-resolved', commentId: 'comment-a' });
    const reopened = notice({ kind: 'thread-reopened', commentId: 'comment-a' });
    const elsewhere = notice({ kind: 'thread-resolved', threadId: 'thread-2' });
    const reply = notice();
    expect(ids(withNotice([resolved, reply, elsewhere], reopened))).toEqual(
      ids([reply, elsewhere, reopened]),
    );
  });

  it('what was read stays as it was', () => {
    const resolved = notice({ kind: 'thread-resolved', readAt: READ });
    const reopened = notice({ kind: 'thread-reopened' });
    expect(withNotice([resolved], reopened)).toEqual([resolved, reopened]);
  });
});
