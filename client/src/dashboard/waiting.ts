import type { Chapter, Output } from '@accord/shared/outputs/outputs';
import type { Me } from '@accord/shared/people/people';

/** What is expected of somebody: write a chapter, rework it after review, or look after its review. */
export type Task = 'write' | 'rework' | 'review';

export interface Waiting {
  readonly task: Task;
  readonly chapter: Chapter;
  readonly output: Output;
}

/**
 * What waits for a person, the most pressing first: chapters they are the writer of, while the text is theirs to
 * write, and chapters in review of outputs they coordinate. By due date; without one, last.
 */
export function waitingFor(me: Pick<Me, 'id'>, outputs: readonly Output[]): Waiting[] {
  const found: Waiting[] = [];
  for (const output of outputs) {
    if (output.archived) continue;
    for (const chapter of output.chapters) {
      const task = chapter.archived ? null : taskOf(me.id, chapter, output);
      if (task) found.push({ task, chapter, output });
    }
  }
  return found.sort((a, b) => urgency(a).localeCompare(urgency(b)));
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
