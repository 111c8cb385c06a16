import { CHAPTER_STATES, LOCKED_STATES } from '@accord/shared/access/state';
import { EDGES, movesFrom } from '@accord/shared/review/moves';
import type { EditorialChange, SignatureEvent, SignOff } from '@accord/shared/review/review';
import {
  awaitedIn,
  countingHashes,
  hashOfTexts,
  isMet,
  pipsOf,
  slotsOf,
  standingsOf,
} from '@accord/shared/review/signing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const NOW = Date.parse('2026-11-24T10:00:00Z');
const hash = (letter: string) => letter.repeat(64);
const KEYS = ['FI', 'FR', 'DE', 'IT', 'GB'] as const;

function signOff(
  signatures: readonly Partial<SignatureEvent>[],
  changes: readonly [string, string, number?][] = [],
): SignOff {
  return {
    id: 'sign-off-1',
    chapterId: 'chapter-1',
    by: 'countries',
    openedAt: '2026-11-24T09:00:00.000Z',
    openedBy: 'coordinator',
    note: '',
    deadline: null,
    texts: [{ chapterId: 'chapter-1', title: 'One', versionId: 'version-1', hash: hash('a'), seq: 3 }],
    hash: hash(changes.at(-1)?.[1] ?? 'a'),
    slots: KEYS.map((key) => ({
      key,
      country: key,
      partnerId: null,
      signatoryId: `lead-${key}`,
      deputyId: `deputy-${key}`,
    })),
    signatures: signatures.map((event, index) => ({
      id: `event-${index}`,
      at: '2026-11-24T09:30:00.000Z',
      slot: 'FI',
      personId: 'lead-FI',
      decision: 'agree',
      comment: '',
      hash: hash('a'),
      ...event,
    })),
    answers: [],
    changes: changes.map(
      ([from, to, until = NOW + 1]) =>
        ({
          fromHash: hash(from),
          toHash: hash(to),
          objectUntil: new Date(until).toISOString(),
        }) as EditorialChange,
    ),
    underway: null,
    ended: null,
  };
}

const event = fc.record({
  slot: fc.constantFrom(...KEYS),
  decision: fc.constantFrom('agree', 'agree-with-comments', 'object', 'abstain', 'withdrawn'),
  hash: fc.constantFrom(hash('a'), hash('b'), hash('c')),
});

describe('signatures under a text', () => {
  it('[R3] [R8] count as the last one given in each slot, for that text only', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 30 }), (events) => {
        for (const { slot, signature } of standingsOf(signOff(events))) {
          const last = events.filter((each) => each.slot === slot.key).at(-1);
          const counts = last !== undefined && last.decision !== 'withdrawn' && last.hash === hash('a');
          expect(signature?.decision ?? null).toBe(counts ? last.decision : null);
        }
      }),
    );
  });

  it('[R4] meet the policy exactly when all five have agreed or abstained', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 30 }), (events) => {
        const last = KEYS.map((key) => events.filter(({ slot }) => slot === key).at(-1));
        const met = last.every(
          (each) =>
            each?.hash === hash('a') && ['agree', 'agree-with-comments', 'abstain'].includes(each.decision),
        );
        expect(isMet(signOff(events), NOW)).toBe(met);
      }),
    );
    const all = KEYS.map((slot) => ({ slot }));
    expect(isMet(signOff(all), NOW)).toBe(true);
    expect(isMet(signOff(all.slice(1)), NOW)).toBe(false);
  });

  it('[R5] go on counting through declared changes, which can be objected to for a while', () => {
    const all = KEYS.map((slot) => ({ slot }));
    const changed = signOff(all, [['a', 'b']]);
    expect([...countingHashes(changed)]).toEqual([hash('b'), hash('a')]);
    expect(standingsOf(changed).every(({ signature }) => signature !== null)).toBe(true);
    expect(isMet(changed, NOW)).toBe(false);
    expect(isMet(changed, NOW + 2)).toBe(true);
    const again = KEYS.map((slot) => ({ slot, hash: hash('b') }));
    expect(isMet(signOff([...all, ...again], [['a', 'b']]), NOW)).toBe(true);
    // A change that leads elsewhere carries nothing over.
    expect([...countingHashes({ hash: hash('c'), changes: changed.changes })]).toEqual([hash('c')]);
  });

  it('[R8] are given by the signatory, or by the deputy of one who has left', () => {
    const gone = (id: string) => id !== 'lead-IT';
    expect(slotsOf(signOff([]), 'lead-IT', () => true)).toEqual(['IT']);
    expect(slotsOf(signOff([]), 'deputy-IT', () => true)).toEqual([]);
    expect(slotsOf(signOff([]), 'deputy-IT', gone)).toEqual(['IT']);
    expect(awaitedIn(signOff([{ slot: 'FI' }]), gone)).toEqual([
      'lead-FR',
      'lead-DE',
      'deputy-IT',
      'lead-GB',
    ]);
  });

  it('[R11] are one pip a country: an objection is seen before what is awaited, that before what is signed', () => {
    const one = signOff([{ slot: 'FI' }, { slot: 'FR', decision: 'object' }, { slot: 'DE' }]);
    const other = signOff([{ slot: 'FI' }]);
    expect(pipsOf([one, other])).toEqual({
      FI: 'signed',
      FR: 'objecting',
      DE: 'awaited',
      IT: 'awaited',
      GB: 'awaited',
    });
    expect(pipsOf([]).FI).toBe('not-asked');
  });

  it('[R2] of an output are for one hash over its chapters in order', () => {
    const texts = [
      { chapterId: 'one-1', hash: hash('a') },
      { chapterId: 'two-2', hash: hash('b') },
    ];
    // As `sha256sum` says of these two lines.
    expect(hashOfTexts(texts)).toBe('1d3cbf4a75793c60133159f96a3e41ad922be50a13f0489bd3f347ba40b3f60f');
    expect(hashOfTexts([...texts].reverse())).not.toBe(hashOfTexts(texts));
    expect(hashOfTexts(texts.slice(0, 1))).not.toBe(hashOfTexts(texts));
  });
});

describe('the moves of a review', () => {
  const free = {
    mayWrite: true,
    maySteer: true,
    archived: false,
    openSuggestions: 0,
    signatoriesNamed: true,
    met: true,
    boundToOutput: false,
  };

  it('[R1] [R5] lead out of a locked state forward, or with a reason to a draft, and nowhere else', () => {
    for (const state of LOCKED_STATES)
      for (const { to, needsReason } of movesFrom(state, free)) {
        expect(LOCKED_STATES.has(to) || to === 'draft').toBe(true);
        expect(needsReason).toBe(to === 'draft');
      }
    // Every state but the last can be left, and every one but the first is reached.
    for (const state of CHAPTER_STATES) {
      expect(movesFrom(state, free).length > 0).toBe(state !== 'superseded');
      expect(EDGES.some(({ to }) => to === state)).toBe(true);
    }
  });

  it('[R1] are the coordinator’s, but for asking for review', () => {
    for (const state of CHAPTER_STATES) {
      const writer = movesFrom(state, { ...free, maySteer: false });
      expect(writer.every(({ to }) => to === 'in-review')).toBe(true);
      expect(movesFrom(state, { ...free, mayWrite: false, maySteer: false })).toEqual([]);
    }
  });

  it.each([
    ['[R7] open suggestions', { openSuggestions: 1 }, 'in-review', 'sign-off', 'open-suggestions'],
    ['a signatory who is not named', { signatoriesNamed: false }, 'in-review', 'sign-off', 'no-signatories'],
    ['[R4] a policy that is not met', { met: false }, 'sign-off', 'approved', 'policy-not-met'],
    ['[R2] its whole output', { boundToOutput: true }, 'sign-off', 'draft', 'whole-output'],
    ['the archive', { archived: true }, 'draft', 'in-review', 'archived'],
  ] as const)('are held up by %s', (_, circumstance, from, to, block) => {
    expect(movesFrom(from, { ...free, ...circumstance }).find((move) => move.to === to)?.blocked).toBe(block);
    expect(movesFrom(from, free).find((move) => move.to === to)?.blocked).toBeNull();
  });
});
