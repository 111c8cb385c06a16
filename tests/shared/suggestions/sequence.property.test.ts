import { acceptSuggestions, type Open } from '@accord/shared/suggestions/accept';
import { suggestionsBetween } from '@accord/shared/suggestions/difference';
import { placeSuggestion } from '@accord/shared/suggestions/place';
import { describe, expect, it } from 'vitest';
import { differs, named, SEEDS, session } from './session';

/** Accepts one after the other in the order given, each time storing how the others read then, as the server does. */
function oneByOne(
  open: readonly Open[],
  order: readonly number[],
  base: Parameters<typeof placeSuggestion>[1],
) {
  let document = base;
  let left = [...open];
  const undone: Open[][] = [];
  const refused: string[] = [];
  for (const number of order) {
    const { id } = open[number] as Open;
    const chosen = left.filter((one) => one.id === id);
    left = left.filter((one) => one.id !== id);
    const result = acceptSuggestions(chosen, document, left);
    refused.push(...result.conflicts, ...result.needsLook.map((look) => `${look.id} after ${look.by}`));
    left = left.map((one) => result.reanchored.find((other) => other.id === one.id) ?? one);
    undone.push([...result.undo]);
    document = result.document;
  }
  return { document, refused, undone };
}

describe('deciding on a copy’s suggestions', () => {
  it('[S10] any of them, in any order, one by one, lead where the same lead at once', () => {
    for (const seed of SEEDS) {
      const { random, base, fork, done } = session(seed);
      const open = named(suggestionsBetween(base, fork, []).suggestions).filter(() => random.chance(0.7));
      const order = open.map((_, index) => index).sort(() => random.below(3) - 1);
      const { document, refused } = oneByOne(open, order, base);
      const label = `seed ${seed}: ${done.join(', ')}`;
      expect(refused, label).toEqual([]);
      expect(differs(document, acceptSuggestions(open, base).document), label).toBe('');
    }
  });

  it('[S6] a decision taken back leaves the text as it was, taken as one or step by step from the last', () => {
    for (const seed of SEEDS) {
      const { base, fork, done } = session(seed);
      const open = named(suggestionsBetween(base, fork, []).suggestions);
      const label = `seed ${seed}: ${done.join(', ')}`;
      const bulk = acceptSuggestions(open, base);
      const back = acceptSuggestions(bulk.undo, bulk.document);
      expect({ conflicts: back.conflicts, needsLook: back.needsLook }, label).toEqual({
        conflicts: [],
        needsLook: [],
      });
      expect(differs(back.document, base), label).toBe('');
      let { document, undone } = oneByOne(
        open,
        open.map((_, index) => index),
        base,
      );
      for (const undo of undone.reverse()) {
        const step = acceptSuggestions(undo, document);
        expect(step.conflicts, label).toEqual([]);
        document = step.document;
      }
      expect(differs(document, base), label).toBe('');
    }
  });

  it('[S8] an accepted suggestion never fits a second time where it would do its work twice', () => {
    for (const seed of SEEDS) {
      const { base, fork, done } = session(seed);
      const open = named(suggestionsBetween(base, fork, []).suggestions);
      const { document } = acceptSuggestions(open, base);
      for (const { operations } of open) {
        const adds = operations.some(
          (operation) => operation.kind === 'blocks' && operation.before.length === 0,
        );
        if (adds)
          expect(placeSuggestion({ operations }, document).fits, `seed ${seed}: ${done.join(', ')}`).toBe(
            false,
          );
      }
    }
  });
});
