import { readableText } from '@accord/shared/comments/mentions';
import type { UnsentWork } from '../sync/device/unsent-work';
import type { Draft, KeptComments, UnsentComment } from './kept-comments';

/**
 * The comments on this device that the server does not have, by chapter: sent ones that have not arrived, and drafts.
 *
 * @param titleOf a chapter's title, as far as it is known
 */
export async function unsentCommentWork(
  kept: KeptComments,
  titleOf: (chapterId: string) => string,
): Promise<UnsentWork[]> {
  const [unsent, drafts] = await Promise.all([kept.allUnsent(), kept.allDrafts()]);
  const all: (Draft | UnsentComment)[] = [...unsent, ...drafts.filter(({ text }) => text.trim() !== '')];
  const chapters = [...new Set(all.map(({ chapterId }) => chapterId))];
  return chapters.map((chapterId) => {
    const here = all.filter((each) => each.chapterId === chapterId);
    const text = here.map((each) => readableText(each.text)).join('\n\n');
    return { chapterId, title: titleOf(chapterId), changes: here.length, text };
  });
}
