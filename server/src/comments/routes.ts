import type { Action } from '@accord/shared/access/action';
import type { Language } from '@accord/shared/access/role';
import {
  changeThread,
  deleteComment,
  editComment,
  exportThreads,
  listThreads,
  openThread,
  replyToThread,
} from '@accord/shared/comments/comments';
import { type BoundEndpoint, bind, type Caller } from '../http/bind';
import type { Permit } from '../http/permit';
import type { Comments } from './comments';
import { type ExportedThreads, threadsAsCsv, threadsAsDocx } from './export';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The HTTP side of comments. Those endpoints that name a thread ask the permission table here, about its chapter. */
export function commentRoutes(
  comments: Comments,
  permit: Permit,
  exported: (chapterId: string, language: Language) => Promise<ExportedThreads>,
): BoundEndpoint[] {
  const may = async (caller: Caller, action: Action, threadId: string): Promise<void> =>
    permit.demand(caller, action, await comments.chapterOf(threadId));
  return [
    bind(listThreads, async ({ params }) => [...(await comments.list(params.chapterId))]),
    bind(openThread, ({ caller, params, body }) => comments.open(params.chapterId, caller.personId, body)),
    bind(replyToThread, async ({ caller, params, body }) => {
      await may(caller, 'chapter.comment', params.threadId);
      return comments.reply(params.threadId, caller.personId, body);
    }),
    bind(changeThread, async ({ caller, params, body }) => {
      await may(caller, 'chapter.comment', params.threadId);
      return comments.change(params.threadId, caller.personId, body);
    }),
    bind(editComment, async ({ caller, params, body }) => {
      await may(caller, 'chapter.comment', params.threadId);
      return comments.edit(params.threadId, params.commentId, caller.personId, body.text);
    }),
    bind(deleteComment, async ({ caller, params }) => {
      const chapterId = await comments.chapterOf(params.threadId);
      permit.demand(caller, 'chapter.comment', chapterId);
      const { personId } = caller;
      const coordinates = permit.allows(caller, 'chapter.edit', chapterId);
      return comments.remove(params.threadId, params.commentId, { personId, coordinates });
    }),
    bind(exportThreads, async ({ params, query, reply }) => {
      const table = await exported(params.chapterId, query.language);
      reply.header('Content-Disposition', `attachment; filename="accord-comments.${query.format}"`);
      if (query.format === 'csv') return threadsAsCsv(table);
      reply.type(DOCX);
      return threadsAsDocx(table);
    }),
  ];
}
