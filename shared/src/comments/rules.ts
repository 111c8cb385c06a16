import type { Comment, Thread } from './comments';

/** Whether a person may change the words of a comment: only who wrote it (C10). */
export const mayEdit = ({ personId, deleted }: Comment, who: string): boolean =>
  personId === who && deleted === null;

/** Whether a person may delete a comment: who wrote it, or who coordinates the output (C10). */
export const mayDelete = (comment: Comment, who: string, coordinates: boolean): boolean =>
  comment.deleted === null && (comment.personId === who || coordinates);

/**
 * A thread without one of its comments: a stub stays where it stood, so that replies keep their sense; a thread of nothing but
 * stubs is gone (C10).
 */
export function withoutComment(
  thread: Thread,
  commentId: string,
  by: { readonly personId: string; readonly at: string },
): Thread | null {
  const comments = thread.comments.map((comment) =>
    comment.id === commentId ? { ...comment, text: '', deleted: { ...by } } : comment,
  );
  return comments.every(({ deleted }) => deleted !== null) ? null : { ...thread, comments };
}
