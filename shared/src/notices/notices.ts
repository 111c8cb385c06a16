import { z } from 'zod';
import { endpoint } from '../kernel/endpoint';
import { Id, Timestamp } from '../kernel/id';

export const NOTICE_KINDS = [
  /** Somebody mentioned me, my country or my role. */
  'mentioned',
  /** A reply in a thread I take part in. */
  'replied',
  /** My thread was resolved or decided by somebody else. */
  'thread-resolved',
  'thread-decided',
  /** My suggestion was accepted or rejected. */
  'suggestion-accepted',
  'suggestion-rejected',
] as const;
export const NoticeKind = z.enum(NOTICE_KINDS);
export type NoticeKind = z.infer<typeof NoticeKind>;

/** Something that concerns a person, with the exact place it is about (C11). */
export const Notice = z.object({
  id: Id,
  kind: NoticeKind,
  at: Timestamp,
  /** Who caused it; never the person it is for. */
  byId: Id,
  outputId: Id,
  chapterId: Id,
  threadId: Id.nullable(),
  suggestionId: Id.nullable(),
  /** Beginning of what was said, to show; mentions as plain names. */
  excerpt: z.string().max(200),
  readAt: Timestamp.nullable(),
});
export type Notice = z.infer<typeof Notice>;

export const listNotices = endpoint({
  method: 'GET',
  path: '/api/notices',
  summary: 'What concerns the person who asks, newest first, at most 200.',
  permission: 'signed-in',
  output: z.array(Notice),
});
export const readNotices = endpoint({
  method: 'POST',
  path: '/api/notices/read',
  summary: 'Mark own notices as read: those named, or all.',
  permission: 'signed-in',
  body: z.object({ ids: z.array(Id).max(500).optional() }),
  output: z.array(Notice),
});
