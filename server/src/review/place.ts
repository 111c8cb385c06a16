import type { ChapterState } from '@accord/shared/access/state';
import { LOCKED_STATES } from '@accord/shared/access/state';
import type { SignOff } from '@accord/shared/review/review';
import type { ReviewedChapter, ReviewedOutput } from './ports';

/** What is reviewed: one chapter, or (`chapterId` null) all chapters of an output that are not archived. */
export interface Reviewed {
  readonly output: ReviewedOutput;
  readonly chapterId: string | null;
  readonly chapters: readonly ReviewedChapter[];
  /** Null while an output's chapters differ. */
  readonly state: ChapterState | null;
}

export function reviewedIn(output: ReviewedOutput, chapterId: string | null): Reviewed {
  const chapters = output.chapters.filter(({ id, archived }) =>
    chapterId === null ? !archived : id === chapterId,
  );
  const [first] = chapters;
  const state = first && chapters.every((chapter) => chapter.state === first.state) ? first.state : null;
  return { output, chapterId, chapters, state };
}

/**
 * The sign-off that a text is under: while its state is locked, the latest it is part of. Of a whole output only one about the
 * whole.
 */
export function governing({ output, chapterId, state }: Reviewed): SignOff | null {
  if (state === null || !LOCKED_STATES.has(state)) return null;
  const last = (id: string) =>
    output.signOffs.findLast(({ texts }) => texts.some((text) => text.chapterId === id)) ?? null;
  if (chapterId !== null) return last(chapterId);
  const whole = output.signOffs.findLast((signOff) => signOff.chapterId === null) ?? null;
  // A chapter that was signed alone since then is not under it any more.
  return whole?.texts.every((text) => last(text.chapterId)?.id === whole.id) ? whole : null;
}

/** The latest sign-off there was, to look back at. */
export const latest = ({ output, chapterId }: Reviewed): SignOff | null =>
  output.signOffs.findLast(({ chapterId: about, texts }) =>
    chapterId === null ? about === null : texts.some((text) => text.chapterId === chapterId),
  ) ?? null;
