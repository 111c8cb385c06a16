import type { Action } from '@accord/shared/access/action';
import { type Actor, decide, type Subject } from '@accord/shared/access/decide';
import { Failure } from '@accord/shared/kernel/failure';
import type { Caller } from './bind';

/** Why an actor may not do something to an output or a chapter, null when they may. What may not even be read does not exist. */
export function refusalOf(actor: Actor, action: Action, subject: Subject | null): Failure | null {
  const read = subject?.kind === 'output' ? 'output.read' : 'chapter.read';
  if (!subject || (subject.kind !== 'workspace' && !decide(actor, read, subject).allowed))
    return new Failure('not-found', 'There is no such object.');
  const decision = decide(actor, action, subject);
  return decision.allowed ? null : new Failure(decision.reason, `${action}: ${decision.reason}.`);
}

/** The permission table for endpoints that name something inside a chapter, whose chapter only their handler knows. */
export interface Permit {
  /** @throws the refusal */
  demand(caller: Caller, action: Action, chapterId: string): void;
  allows(caller: Caller, action: Action, chapterId: string): boolean;
}

export const createPermit = (subjectOf: (chapterId: string) => Subject | null): Permit => ({
  demand({ actor }, action, chapterId) {
    const refusal = refusalOf(actor, action, subjectOf(chapterId));
    if (refusal) throw refusal;
  },
  allows: ({ actor }, action, chapterId) => refusalOf(actor, action, subjectOf(chapterId)) === null,
});
