import { ACTIONS, type Action } from '@accord/shared/access/action';
import { type Actor, decide, roleOn, type Subject } from '@accord/shared/access/decide';
import { type Grant, LANGUAGES, ROLES, type Role } from '@accord/shared/access/role';
import { CHAPTER_STATES, LOCKED_STATES } from '@accord/shared/access/state';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const grant = (role: Role, more: Partial<Grant> = {}): Grant => ({
  role,
  outputId: null,
  chapterId: null,
  language: null,
  ...more,
});
const person = (...grants: Grant[]): Actor => ({ personId: 'p', active: true, administrator: false, grants });
const administrator: Actor = { ...person(), administrator: true };
const chapter = (
  more: Partial<Extract<Subject, { kind: 'chapter' }>> = {},
): Extract<Subject, { kind: 'chapter' }> => ({
  kind: 'chapter',
  outputId: 'tool',
  chapterId: 'one',
  language: 'en',
  source: true,
  state: 'draft',
  archived: false,
  ...more,
});
const output: Subject = { kind: 'output', outputId: 'tool', archived: false };
const may = (actor: Actor | null, action: Action, subject: Subject) => decide(actor, action, subject).allowed;

describe('[P1] one pure table decides', () => {
  // The table as a person would write it on paper; the code must agree with every cell.
  const table: Record<Role, Partial<Record<Action, true>>> = {
    reader: { 'output.read': true, 'chapter.read': true },
    commenter: { 'output.read': true, 'chapter.read': true, 'chapter.comment': true },
    reviewer: { 'output.read': true, 'chapter.read': true, 'chapter.comment': true, 'chapter.suggest': true },
    translator: {
      'output.read': true,
      'chapter.read': true,
      'chapter.comment': true,
      'chapter.suggest': true,
    },
    author: {
      'output.read': true,
      'chapter.read': true,
      'chapter.comment': true,
      'chapter.suggest': true,
      'chapter.write': true,
      'chapter.version': true,
    },
    coordinator: {
      'output.read': true,
      'chapter.read': true,
      'chapter.comment': true,
      'chapter.suggest': true,
      'chapter.write': true,
      'chapter.version': true,
      'output.edit': true,
      'output.steer': true,
      'output.grant': true,
      'chapter.edit': true,
      'chapter.steer': true,
    },
  };
  const cells = ROLES.flatMap((role) => ACTIONS.map((action) => [role, action] as const));

  it.each(cells)('%s: %s on a source chapter', (role, action) => {
    expect(may(person(grant(role)), action, chapter())).toBe(table[role][action] === true);
  });

  it('a stranger to the output may nothing there', () => {
    const actor = person(grant('coordinator', { outputId: 'other' }));
    for (const action of ACTIONS) expect(may(actor, action, chapter()), action).toBe(false);
  });

  it('a role on one chapter opens that chapter alone, and the page of its output', () => {
    const actor = person(grant('author', { outputId: 'tool', chapterId: 'one' }));
    expect(may(actor, 'chapter.write', chapter())).toBe(true);
    expect(may(actor, 'chapter.read', chapter({ chapterId: 'two' }))).toBe(false);
    expect(may(actor, 'output.read', output)).toBe(true);
    expect(may(actor, 'output.edit', output)).toBe(false);
  });

  it('a translator writes in localised copies of the own language only', () => {
    const actor = person(grant('translator', { language: 'fi' }));
    for (const language of LANGUAGES) {
      expect(may(actor, 'chapter.write', chapter({ language, source: false })), language).toBe(
        language === 'fi',
      );
      expect(may(actor, 'chapter.write', chapter({ language, source: true })), language).toBe(false);
    }
  });

  it('only administrators administer; everybody signed in sees who is here', () => {
    const workspace: Subject = { kind: 'workspace' };
    expect(may(administrator, 'workspace.administer', workspace)).toBe(true);
    expect(may(person(grant('coordinator')), 'workspace.administer', workspace)).toBe(false);
    expect(may(person(), 'people.list', workspace)).toBe(true);
    expect(may(null, 'people.list', workspace)).toBe(false);
  });

  it('nobody without a session and nobody disabled may anything', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ACTIONS), fc.constantFrom(...CHAPTER_STATES), (action, state) => {
        expect(decide(null, action, chapter({ state }))).toEqual({ allowed: false, reason: 'not-signed-in' });
        expect(decide({ ...administrator, active: false }, action, chapter({ state }))).toEqual({
          allowed: false,
          reason: 'account-disabled',
        });
      }),
    );
  });

  it('a further grant never takes an ability away', () => {
    const grants = fc.record({
      role: fc.constantFrom(...ROLES),
      outputId: fc.constantFrom(null, 'tool', 'other'),
      chapterId: fc.constantFrom(null, 'one', 'two'),
      language: fc.constantFrom(null, ...LANGUAGES),
    });
    fc.assert(
      fc.property(
        fc.array(grants, { maxLength: 4 }),
        grants,
        fc.constantFrom(...ACTIONS),
        (some, further, action) => {
          if (may(person(...some), action, chapter()))
            expect(may(person(...some, further), action, chapter())).toBe(true);
        },
      ),
    );
  });
});

describe('[P3] state locks beat roles', () => {
  it.each([...CHAPTER_STATES])('writing in state %s', (state) => {
    for (const actor of [administrator, person(grant('coordinator'))]) {
      const decision = decide(actor, 'chapter.write', chapter({ state }));
      expect(decision).toEqual(
        LOCKED_STATES.has(state) ? { allowed: false, reason: 'chapter-locked' } : { allowed: true },
      );
    }
  });

  it('[C1] a locked chapter can still be commented', () => {
    expect(may(person(grant('commenter')), 'chapter.comment', chapter({ state: 'approved' }))).toBe(true);
  });

  it('an archived chapter is read, not written, and can be brought back by who may edit it', () => {
    const actor = person(grant('coordinator'));
    const archived = chapter({ archived: true });
    expect(decide(actor, 'chapter.write', archived)).toEqual({ allowed: false, reason: 'archived' });
    expect(may(actor, 'chapter.read', archived)).toBe(true);
    expect(may(actor, 'chapter.edit', archived)).toBe(true);
  });

  it('a reader of a locked chapter hears that the role forbids writing, not the lock', () => {
    expect(decide(person(grant('reader')), 'chapter.write', chapter({ state: 'sign-off' }))).toEqual({
      allowed: false,
      reason: 'not-allowed',
    });
  });
});

describe('the role shown on the page', () => {
  it('is the strongest of those that reach the object', () => {
    const actor = person(
      grant('reader'),
      grant('author', { outputId: 'tool' }),
      grant('coordinator', { outputId: 'other' }),
    );
    expect(roleOn(actor, chapter())).toBe('author');
    expect(roleOn(person(), chapter())).toBeNull();
  });
});
