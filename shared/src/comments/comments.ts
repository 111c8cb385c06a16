import { z } from 'zod';
import { endpoint } from '../kernel/endpoint';
import { Id, Timestamp } from '../kernel/id';
import { BlockAnchor, TextAnchor } from '../manuscript/anchor';

/** Longest comment, in UTF-16 units. */
export const MAX_COMMENT = 10_000;

/** What kind of remark it is, as the partnership's template for comments has it (C15). */
export const COMMENT_TYPES = ['general', 'content', 'language', 'legal'] as const;
export const CommentType = z.enum(COMMENT_TYPES);
export type CommentType = z.infer<typeof CommentType>;

export const COMMENT_DECISIONS = [
  'accepted',
  'accepted-with-change',
  'not-accepted',
  'duplicate',
  'out-of-scope',
  'postponed',
] as const;
export const CommentDecision = z.enum(COMMENT_DECISIONS);
export type CommentDecision = z.infer<typeof CommentDecision>;

/** What a thread is about: text, a block, the whole chapter, or a suggestion. Never a mark in the text. */
export const ThreadAnchor = z.discriminatedUnion('kind', [
  TextAnchor,
  BlockAnchor,
  z.object({ kind: z.literal('chapter') }),
  z.object({ kind: z.literal('suggestion'), suggestionId: Id }),
]);
export type ThreadAnchor = z.infer<typeof ThreadAnchor>;

/**
 * One remark. Its text is plain; mentions stand in it as `@[name](person:<id>)`, `@[name](country:FI)` or
 * `@[name](role:coordinator)` (see mentions.ts).
 */
export const Comment = z.object({
  id: Id,
  personId: Id,
  at: Timestamp,
  editedAt: Timestamp.nullable(),
  /** Empty when deleted: then a stub (C10). */
  text: z.string().max(MAX_COMMENT),
  deleted: z.object({ personId: Id, at: Timestamp }).nullable(),
});
export type Comment = z.infer<typeof Comment>;

/** Something that happened to a thread, in order: who resolved or reopened it and when, and each decision (C8, C15). */
export const ThreadEvent = z.object({
  what: z.enum(['resolved', 'reopened', 'decided', 'typed']),
  personId: Id,
  at: Timestamp,
  /** The decision or type given, null when taken back or not about one. */
  value: z.string().max(50).nullable(),
});
export type ThreadEvent = z.infer<typeof ThreadEvent>;

/** A discussion about a place in a chapter. */
export const Thread = z.object({
  id: Id,
  chapterId: Id,
  anchor: ThreadAnchor,
  /** The first is the remark, the others are replies. */
  comments: z.array(Comment).min(1).max(500),
  resolved: z.object({ personId: Id, at: Timestamp }).nullable(),
  type: CommentType.nullable(),
  /** With `reason`: what was decided and why (C15). */
  decision: CommentDecision.nullable(),
  reason: z.string().max(2000),
  events: z.array(ThreadEvent),
});
export type Thread = z.infer<typeof Thread>;

const chapterParams = z.object({ chapterId: Id });
const CommentText = z.string().trim().min(1).max(MAX_COMMENT);

export const listThreads = endpoint({
  method: 'GET',
  path: '/api/chapters/:chapterId/threads',
  summary: 'All threads of a chapter, resolved ones too, oldest first.',
  permission: { action: 'chapter.read', on: 'chapter', param: 'chapterId' },
  params: chapterParams,
  output: z.array(Thread),
});
export const openThread = endpoint({
  method: 'POST',
  path: '/api/chapters/:chapterId/threads',
  summary:
    'Comment on text, a block, a suggestion or the whole chapter. The same `id` sent again opens nothing twice.',
  permission: { action: 'chapter.comment', on: 'chapter', param: 'chapterId' },
  params: chapterParams,
  body: z.object({
    /** Chosen by the client, so that sending it again after a lost answer is harmless. */
    id: Id.optional(),
    anchor: ThreadAnchor,
    text: CommentText,
    type: CommentType.nullable().default(null),
  }),
  output: Thread,
  failures: ['invalid-input', 'archived', 'conflict', 'too-many-requests'],
});

// What follows names a thread, not a chapter: whether the person may is asked of the thread's chapter by the handler.
const threadParams = z.object({ threadId: Id });
export const replyToThread = endpoint({
  method: 'POST',
  path: '/api/threads/:threadId/comments',
  summary: 'Reply to a thread; a resolved one is reopened (C8).',
  permission: 'signed-in',
  params: threadParams,
  body: z.object({ id: Id.optional(), text: CommentText }),
  output: Thread,
  failures: ['not-found', 'not-allowed', 'archived', 'invalid-input', 'conflict'],
});
export const changeThread = endpoint({
  method: 'PATCH',
  path: '/api/threads/:threadId',
  summary: 'Resolve or reopen a thread, give it a type, a decision and a reason.',
  permission: 'signed-in',
  params: threadParams,
  body: z.object({
    resolved: z.boolean().optional(),
    type: CommentType.nullable().optional(),
    decision: CommentDecision.nullable().optional(),
    reason: z.string().trim().max(2000).optional(),
  }),
  output: Thread,
  failures: ['not-found', 'not-allowed', 'archived', 'conflict'],
});
const commentParams = z.object({ threadId: Id, commentId: Id });
export const editComment = endpoint({
  method: 'PATCH',
  path: '/api/threads/:threadId/comments/:commentId',
  summary: 'Change the text of an own comment; it is marked as edited (C10).',
  permission: 'signed-in',
  params: commentParams,
  body: z.object({ text: CommentText }),
  output: Thread,
  failures: ['not-found', 'not-allowed', 'archived'],
});
export const deleteComment = endpoint({
  method: 'DELETE',
  path: '/api/threads/:threadId/comments/:commentId',
  summary:
    'Delete a comment: a stub stays where there are replies; a thread whose only comment it was is gone (C10).',
  permission: 'signed-in',
  params: commentParams,
  output: Thread.nullable(),
  failures: ['not-found', 'not-allowed', 'archived'],
});
export const exportThreads = endpoint({
  method: 'GET',
  path: '/api/chapters/:chapterId/threads/export',
  summary: 'The table of comments with decisions, as CSV or DOCX (C15).',
  permission: { action: 'chapter.read', on: 'chapter', param: 'chapterId' },
  params: chapterParams,
  query: z.object({
    format: z.enum(['csv', 'docx']),
    language: z.enum(['en', 'fi', 'fr', 'de', 'it']).default('en'),
  }),
  output: z.union([z.string(), z.instanceof(Uint8Array)]),
  contentType: 'text/csv; charset=utf-8',
});
