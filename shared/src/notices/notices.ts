import { z } from 'zod';
import { Language } from '../access/role';
import { endpoint } from '../kernel/endpoint';
import { Id, Timestamp } from '../kernel/id';

export const NOTICE_KINDS = [
  /** Somebody mentioned me, my country or my role. */
  'mentioned',
  /** A comment on my suggestion, or in a chapter I am the named writer of. */
  'commented',
  /** A reply in a thread I take part in. */
  'replied',
  /** A thread I take part in was resolved, reopened or decided by somebody else. */
  'thread-resolved',
  'thread-reopened',
  'thread-decided',
  /** My suggestion was accepted or rejected, or such a decision taken back. */
  'suggestion-accepted',
  'suggestion-rejected',
  'suggestion-reopened',
  /** My signature is asked for; is due soon. */
  'signature-asked',
  'signature-due',
  /** Somebody objects to a text I look after; my objection was answered. */
  'objected',
  'objection-answered',
  /** What I signed is approved, reopened (signatures are void), or changed editorially. */
  'text-approved',
  'text-reopened',
  'editorial-change',
] as const;
export const NoticeKind = z.enum(NOTICE_KINDS);
export type NoticeKind = z.infer<typeof NoticeKind>;

/** Longest excerpt, in UTF-16 units. */
export const MAX_EXCERPT = 200;
/** Most notices kept for one person. */
export const MAX_NOTICES = 500;

/** Something that concerns a person, with the exact place it is about (C11). */
export const Notice = z.object({
  id: Id,
  kind: NoticeKind,
  at: Timestamp,
  /** Who caused it; never the person it is for. */
  byId: Id,
  chapterId: Id,
  threadId: Id.nullable(),
  /** The comment it is about, where it is about one; its excerpt follows that comment. */
  commentId: Id.nullable(),
  suggestionId: Id.nullable(),
  /** How many suggestions one decision was about; else 1. */
  count: z.number().int().min(1),
  /** Beginning of what was said, to show; mentions as plain names. */
  excerpt: z.string().max(MAX_EXCERPT),
  readAt: Timestamp.nullable(),
});
export type Notice = z.infer<typeof Notice>;

/** A notice to be kept for a person; id and time are given by whoever keeps it. */
export const NewNotice = Notice.omit({ id: true, at: true, readAt: true }).extend({ personId: Id });
export type NewNotice = z.infer<typeof NewNotice>;

/** Keeps notices for the persons they concern; resolves when they are on disk. Those who may not read the chapter get none. */
export type AddNotices = (notices: readonly NewNotice[]) => Promise<void>;

/** A notice as its person sees it: with the chapter's name. */
export const ShownNotice = Notice.extend({
  outputId: Id,
  chapterTitle: z.string(),
  /** Language of the chapter's title. */
  chapterLanguage: Language,
});
export type ShownNotice = z.infer<typeof ShownNotice>;

export const listNotices = endpoint({
  method: 'GET',
  path: '/api/notices',
  summary: `What concerns the person who asks, newest first, at most ${MAX_NOTICES}.`,
  permission: 'signed-in',
  output: z.array(ShownNotice),
});
/** Asked often by every open page, so it is small. */
export const countNotices = endpoint({
  method: 'GET',
  path: '/api/notices/unread',
  summary: 'How many notices the person who asks has not read, and which is the newest of those.',
  permission: 'signed-in',
  output: z.object({ unread: z.number().int().min(0), newestId: Id.nullable() }),
});
export const readNotices = endpoint({
  method: 'POST',
  path: '/api/notices/read',
  summary: 'Mark own notices as read: those named, or all.',
  permission: 'signed-in',
  body: z.object({ ids: z.array(Id).max(MAX_NOTICES).optional() }),
  output: z.array(ShownNotice),
});
