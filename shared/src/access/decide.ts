import type { Action } from './action';
import type { Grant, Language, Role } from './role';
import { ROLES } from './role';
import type { ChapterState } from './state';
import { LOCKED_STATES } from './state';

/** Whoever asks: an active person, as the server knows them. */
export interface Actor {
  readonly personId: string;
  readonly active: boolean;
  readonly administrator: boolean;
  readonly grants: readonly Grant[];
}

/** What it is asked about. */
export type Subject =
  | { readonly kind: 'workspace' }
  | { readonly kind: 'output'; readonly outputId: string; readonly archived: boolean }
  | {
      readonly kind: 'chapter';
      readonly outputId: string;
      readonly chapterId: string;
      /** Language of the chapter's text; `source` is false for a localised copy. */
      readonly language: Language;
      readonly source: boolean;
      readonly state: ChapterState;
      readonly archived: boolean;
    };

/** Why the answer is no: the person may not, or the object's state forbids it to everybody. */
export type Refusal = 'not-signed-in' | 'account-disabled' | 'not-allowed' | 'chapter-locked' | 'archived';

export type Decision = { readonly allowed: true } | { readonly allowed: false; readonly reason: Refusal };

const YES: Decision = { allowed: true };
const no = (reason: Refusal): Decision => ({ allowed: false, reason });

/** What each role may do on an output and its chapters; a role also may what those before it in the list may. */
const ADDED_BY_ROLE: Record<Role, readonly Action[]> = {
  reader: ['output.read', 'chapter.read'],
  commenter: ['chapter.comment'],
  reviewer: ['chapter.suggest'],
  translator: [],
  author: ['chapter.write', 'chapter.version'],
  coordinator: ['output.edit', 'output.steer', 'output.grant', 'chapter.edit', 'chapter.steer'],
};

const ALLOWED_BY_ROLE: Record<Role, ReadonlySet<Action>> = (() => {
  const table = {} as Record<Role, ReadonlySet<Action>>;
  const sofar = new Set<Action>();
  for (const role of ROLES) {
    for (const action of ADDED_BY_ROLE[role]) sofar.add(action);
    table[role] = new Set(sofar);
  }
  return table;
})();

/** Actions that change an object and so are refused while it is archived; `*.edit` stays, to bring it back. */
const REFUSED_WHEN_ARCHIVED: ReadonlySet<Action> = new Set([
  'chapter.write',
  'chapter.comment',
  'chapter.suggest',
]);

/**
 * The one permission table (P1): may `actor` do `action` to `subject`? Pure; asked by HTTP routes, by the socket
 * and, as abilities, by the client. State locks beat roles (P3), for administrators too.
 */
export function decide(actor: Actor | null, action: Action, subject: Subject): Decision {
  if (!actor) return no('not-signed-in');
  if (!actor.active) return no('account-disabled');
  if (!permitted(actor, action, subject)) return no('not-allowed');
  if (subject.kind !== 'workspace' && subject.archived && REFUSED_WHEN_ARCHIVED.has(action))
    return no('archived');
  if (subject.kind === 'chapter' && action === 'chapter.write' && LOCKED_STATES.has(subject.state)) {
    return no('chapter-locked');
  }
  return YES;
}

function permitted(actor: Actor, action: Action, subject: Subject): boolean {
  if (subject.kind === 'workspace') {
    if (action === 'people.list') return true;
    if (action === 'output.create') {
      return (
        actor.administrator ||
        actor.grants.some((grant) => grant.role === 'coordinator' && grant.outputId === null)
      );
    }
    return actor.administrator && action === 'workspace.administer';
  }
  if (actor.administrator) return true;
  return actor.grants.some((grant) => reaches(grant, subject) && grantAllows(grant, action, subject));
}

function reaches(grant: Grant, subject: Exclude<Subject, { kind: 'workspace' }>): boolean {
  if (grant.outputId !== null && grant.outputId !== subject.outputId) return false;
  if (grant.chapterId === null) return true;
  // A role on one chapter lets its holder see the output's page, so that the chapter can be reached.
  return subject.kind === 'chapter' ? grant.chapterId === subject.chapterId : true;
}

function grantAllows(
  grant: Grant,
  action: Action,
  subject: Exclude<Subject, { kind: 'workspace' }>,
): boolean {
  if (grant.chapterId !== null && subject.kind === 'output') return action === 'output.read';
  if (grant.role === 'translator' && subject.kind === 'chapter') {
    const ownCopy = !subject.source && subject.language === grant.language;
    if (ownCopy && (action === 'chapter.write' || action === 'chapter.version')) return true;
  }
  return ALLOWED_BY_ROLE[grant.role].has(action);
}

/** The strongest role `actor` has on `subject`, or null; a word for the page, never a permission. */
export function roleOn(actor: Actor, subject: Exclude<Subject, { kind: 'workspace' }>): Role | null {
  if (actor.administrator) return 'coordinator';
  let best = -1;
  for (const grant of actor.grants)
    if (reaches(grant, subject)) best = Math.max(best, ROLES.indexOf(grant.role));
  return ROLES[best] ?? null;
}
