import { MAX_NOTICES, type Notice, type NoticeKind } from '@accord/shared/notices/notices';

/** Tell how a thread or a suggestion stands: only the last word counts. */
const STATES: ReadonlySet<NoticeKind> = new Set([
  'thread-resolved',
  'thread-reopened',
  'thread-decided',
  'suggestion-accepted',
  'suggestion-rejected',
  'suggestion-reopened',
]);

/**
 * A person's notices with one more, oldest first, at most `MAX_NOTICES`.
 * - The same thing told twice (a command that was sent again) is told once.
 * - An unread notice of how the same thread or suggestion stands is taken back by a newer one.
 * - When there are too many, the oldest read ones go first; unread ones only when there is nothing else.
 */
export function withNotice(notices: readonly Notice[], added: Notice): Notice[] {
  const state = STATES.has(added.kind);
  if (!state && notices.some((notice) => sameRemark(notice, added))) return [...notices];
  const kept = state
    ? notices.filter((notice) => !(notice.readAt === null && sameMatter(notice, added)))
    : [...notices];
  return bounded([...kept, added]);
}

const sameRemark = (one: Notice, other: Notice): boolean =>
  one.commentId !== null && one.commentId === other.commentId && one.kind === other.kind;

const sameMatter = (one: Notice, other: Notice): boolean =>
  STATES.has(one.kind) && one.threadId === other.threadId && one.suggestionId === other.suggestionId;

function bounded(notices: readonly Notice[]): Notice[] {
  let tooMany = notices.length - MAX_NOTICES;
  if (tooMany <= 0) return [...notices];
  const kept = notices.filter(({ readAt }) => readAt === null || tooMany-- <= 0);
  return kept.slice(-MAX_NOTICES);
}
