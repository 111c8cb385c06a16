import {
  type Access,
  accessAfter,
  accessByWord,
  type ReadOnlyReason,
  readOnly,
  savedState,
  WRITE,
} from '@accord/client/sync/saved-state';
import { ACCESS_WORDS, CLOSE, type CloseReason } from '@accord/shared/sync/wire';
import { describe, expect, it } from 'vitest';

const closeReasons = Object.keys(CLOSE) as CloseReason[];
const accesses: Access[] = [
  WRITE,
  ...ACCESS_WORDS.map(accessByWord),
  ...closeReasons.map(accessAfter),
  ...(['opening', 'setting-aside'] satisfies ReadOnlyReason[]).map(readOnly),
];
const all = accesses.flatMap((access) =>
  (['up', 'down'] as const).flatMap((link) =>
    [false, true].flatMap((stalled) => [0, 1, 2, 77].map((unsaved) => ({ access, link, stalled, unsaved }))),
  ),
);

describe('the saved state, over every combination of facts', () => {
  it('[U3] is Saved exactly when I may write and nothing of mine is outstanding', () => {
    for (const facts of all) {
      const saved = savedState(facts).kind === 'saved';
      expect({ facts, saved }).toEqual({ facts, saved: facts.access.may === 'write' && facts.unsaved === 0 });
    }
  });

  it('[U3] is Saving… exactly when what is outstanding is on its way', () => {
    for (const facts of all) {
      const { access, link, stalled, unsaved } = facts;
      const onItsWay = unsaved > 0 && access.may === 'write' && link === 'up' && !stalled;
      expect({ facts, saving: savedState(facts).kind === 'saving' }).toEqual({ facts, saving: onItsWay });
    }
  });

  it('[U3] counts the changes at risk, before anything else, whatever else is wrong', () => {
    const atRisk = all.filter(
      ({ access, link, stalled, unsaved }) =>
        unsaved > 0 && (access.may === 'read' || link === 'down' || stalled),
    );
    expect(atRisk.length).toBeGreaterThan(100);
    for (const facts of atRisk) {
      expect(savedState(facts)).toEqual({ kind: 'not-saved', changes: facts.unsaved });
    }
  });

  it('[U3] is Read-only with the reason when nothing is at risk and I may not write', () => {
    for (const facts of all) {
      if (facts.unsaved > 0 || facts.access.may === 'write') continue;
      expect(savedState(facts)).toEqual({ kind: 'read-only', reason: facts.access.reason });
    }
  });

  it('[P3] only the word write opens the text', () => {
    expect(ACCESS_WORDS.filter((word) => accessByWord(word).may === 'write')).toEqual(['write']);
    expect(closeReasons.filter((reason) => accessAfter(reason).may === 'write')).toEqual([]);
  });
});
