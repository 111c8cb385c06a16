import type { ReviewedOutput } from '@accord/server/review/ports';
import { createReviews, type ReviewNeeds } from '@accord/server/review/review';
import type { SignedText, SignOff } from '@accord/shared/review/review';
import { describe, expect, it } from 'vitest';

const hash = (letter: string) => letter.repeat(64);
const text: SignedText = {
  chapterId: 'chapter-1',
  title: 'One',
  versionId: 'version-1',
  hash: hash('a'),
  seq: 3,
};

/** An output whose chapter is being signed, an editorial change of it cut off in its middle. */
function cutOff(now: string) {
  const signOff: SignOff = {
    id: 'sign-off-1',
    chapterId: 'chapter-1',
    by: 'countries',
    openedAt: '2026-11-24T09:00:00.000Z',
    openedBy: 'coordinator',
    note: '',
    deadline: null,
    texts: [text],
    hash: hash('a'),
    slots: [{ key: 'FI', country: 'FI', partnerId: null, signatoryId: 'lead-fi', deputyId: null }],
    signatures: [],
    answers: [],
    changes: [],
    underway: {
      id: 'change-1',
      at: '2026-11-24T10:00:00.000Z',
      personId: 'coordinator',
      proposerIds: ['author'],
      suggestionIds: ['suggestion-1'],
      note: 'A word.',
      from: text,
      fromHash: hash('a'),
      objectUntil: '2026-12-08T10:00:00.000Z',
    },
    ended: null,
  };
  const output: ReviewedOutput = {
    id: 'output-1',
    title: 'Tool',
    archived: false,
    coordinatorId: null,
    partnerIds: [],
    chapters: [
      { id: 'chapter-1', title: 'One', archived: false, state: 'sign-off' },
      { id: 'chapter-2', title: 'Two', archived: false, state: 'draft' },
    ],
    policy: { by: 'countries', days: 14, signatories: [] },
    signOffs: [signOff],
    moves: [],
  };
  const locked: string[] = [];
  const needs = {
    shelf: {
      list: () => [output],
      output: () => output,
      outputOf: () => output,
      async change(_: string, how: (draft: ReviewedOutput) => void) {
        how(output);
        return output;
      },
      announce: () => undefined,
    },
    clock: { now: () => Date.parse('2026-11-24T11:00:00Z') },
    people: { isActive: () => true, named: () => null, partners: () => [] },
    subjectOf: () => null,
    lock: async (chapterId: string, lock: boolean) => void locked.push(`${chapterId} ${lock}`),
    readText: async () => ({ seq: 4, json: { type: 'doc' }, state: new Uint8Array() }),
    hashOf: () => now,
    canonicalTextOf: async () => '',
    keepVersion: async () => ({ id: 'version-2', hash: now, seq: 4 }),
    suggestions: { openOf: async () => [], acceptLocked: async () => undefined },
    openThreads: async () => 0,
    addNotices: async () => undefined,
    tell: () => undefined,
    record: async () => undefined,
    warn: (error: unknown) => {
      throw error;
    },
  } satisfies ReviewNeeds;
  return { start: () => createReviews(needs), signOff: () => output.signOffs[0] as SignOff, locked };
}

describe('at the start of the server', () => {
  it('[R2] what was locked is locked again, and nothing else', async () => {
    const { start, locked } = cutOff(hash('a'));
    await start();
    expect(locked).toEqual(['chapter-1 true']);
  });

  it('[R5] an editorial change whose text was written is finished: the text tells', async () => {
    const { start, signOff } = cutOff(hash('b'));
    await start();
    expect(signOff()).toMatchObject({
      underway: null,
      hash: hash('b'),
      changes: [{ id: 'change-1', fromHash: hash('a'), toHash: hash('b'), to: { versionId: 'version-2' } }],
    });
  });

  it('[R5] one whose text was not written is forgotten', async () => {
    const { start, signOff } = cutOff(hash('a'));
    await start();
    expect(signOff()).toMatchObject({ underway: null, hash: hash('a'), changes: [] });
  });
});
