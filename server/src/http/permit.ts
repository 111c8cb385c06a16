import type { Action } from '@accord/shared/access/action';
import { decide, type Subject } from '@accord/shared/access/decide';
import { Failure } from '@accord/shared/kernel/failure';
import type { Caller } from './bind';

/** Asks the permission table about a chapter. @throws Failure('not-found') when it may not even be read, else the refusal */
export type Permit = (caller: Caller, action: Action, chapterId: string) => void;

/** For endpoints that name something inside a chapter, whose chapter only their handler knows. */
export function createPermit(subjectOf: (chapterId: string) => Subject | null): Permit {
  return ({ actor }, action, chapterId) => {
    const subject = subjectOf(chapterId);
    if (!subject || !decide(actor, 'chapter.read', subject).allowed)
      throw new Failure('not-found', 'There is no such object.');
    const decision = decide(actor, action, subject);
    if (!decision.allowed) throw new Failure(decision.reason, `${action}: ${decision.reason}.`);
  };
}
