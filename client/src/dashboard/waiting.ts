import type { Chapter, Output } from '@accord/shared/outputs/outputs';
import type { Me } from '@accord/shared/people/people';
import type { ReviewSummary } from '@accord/shared/review/review';

/** What is expected of somebody: write a chapter, rework it after review, look after its review, or decide what is suggested. */
export type Task = 'write' | 'rework' | 'review' | 'decide';

export interface Waiting {
  readonly task: Task;
  readonly chapter: Chapter;
  readonly output: Output;
  /** Open suggestions, which wait for a decision besides. */
  readonly suggestions: number;
}

/**
 * What waits for a person, the most pressing first: chapters they are the writer of, while the text is theirs to
 * write, chapters in review of outputs they coordinate, and of both those with open suggestions. By due date; without one, last.
 * @param suggestions how many are open in each chapter whose text the person may change
 */
export function waitingFor(
  me: Pick<Me, 'id'>,
  outputs: readonly Output[],
  suggestions: ReadonlyMap<string, number>,
): Waiting[] {
  const found: Waiting[] = [];
  for (const output of outputs) {
    if (output.archived) continue;
    for (const chapter of output.chapters) {
      if (chapter.archived) continue;
      const mine = chapter.writerId === me.id || output.coordinatorId === me.id;
      const open = mine ? (suggestions.get(chapter.id) ?? 0) : 0;
      const task = taskOf(me.id, chapter, output) ?? (open > 0 ? 'decide' : null);
      if (task) found.push({ task, chapter, output, suggestions: open });
    }
  }
  return found.sort((a, b) => urgency(a).localeCompare(urgency(b)));
}

/** A text that waits for my signature: a chapter, or a whole output. */
export interface ToSign {
  readonly signOffId: string;
  readonly output: Output;
  readonly chapter: Chapter | null;
  readonly deadline: string | null;
}

/** What waits for my signature, the most pressing first. */
export function toBeSigned(reviews: readonly ReviewSummary[], outputs: readonly Output[]): ToSign[] {
  const found = reviews.flatMap(({ outputId, awaited }) => {
    const output = outputs.find(({ id }) => id === outputId);
    if (!output) return [];
    return awaited
      .filter(({ mine }) => mine)
      .map(({ signOffId, chapterId, deadline }): ToSign => {
        const chapter = output.chapters.find(({ id }) => id === chapterId) ?? null;
        return { signOffId, output, chapter, deadline };
      });
  });
  return found.sort((a, b) => (a.deadline ?? '9').localeCompare(b.deadline ?? '9'));
}

function taskOf(personId: string, chapter: Chapter, output: Output): Task | null {
  if (chapter.writerId === personId && chapter.state === 'draft') return 'write';
  if (chapter.writerId === personId && chapter.state === 'changes-requested') return 'rework';
  if (output.coordinatorId === personId && chapter.state === 'in-review') return 'review';
  return null;
}

function urgency({ chapter }: Waiting): string {
  return chapter.dueOn ?? '9999-12-31';
}
