import { movedBeside, movedBy, withHidden } from '@accord/client/outputs/order';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('a new order', () => {
  const ids = ['a', 'b', 'c', 'd'];

  it('moves one by places, not past the ends', () => {
    expect(movedBy(ids, 'c', -1)).toEqual(['a', 'c', 'b', 'd']);
    expect(movedBy(ids, 'a', 2)).toEqual(['b', 'c', 'a', 'd']);
    expect(movedBy(ids, 'd', 1)).toEqual(ids);
    expect(movedBy(ids, 'a', -1)).toEqual(ids);
    expect(movedBy(ids, 'stranger', 1)).toEqual(ids);
  });

  it('puts what was dragged before or after where it was dropped', () => {
    expect(movedBeside(ids, new Set(['d']), 'a', 'before')).toEqual(['d', 'a', 'b', 'c']);
    expect(movedBeside(ids, new Set(['a', 'c']), 'd', 'after')).toEqual(['b', 'd', 'a', 'c']);
    expect(movedBeside(ids, new Set(['b']), 'b', 'after')).toEqual(ids);
  });

  it('leaves hidden ones in their places', () => {
    expect(withHidden(['a', 'hidden', 'b', 'c'], ['c', 'a', 'b'])).toEqual(['c', 'hidden', 'a', 'b']);
  });

  it('never loses or doubles one', () => {
    const list = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(list, fc.nat(), fc.nat(), fc.integer(), fc.boolean(), (all, one, other, by, before) => {
        const id = all[one % all.length] ?? '';
        const target = all[other % all.length] ?? '';
        const shown = all.filter((_, index) => index % 3 !== 0);
        for (const next of [
          movedBy(all, id, by),
          movedBeside(all, new Set([id]), target, before ? 'before' : 'after'),
          withHidden(all, [...shown].reverse()),
        ]) {
          expect([...next].sort()).toEqual([...all].sort());
        }
      }),
    );
  });
});
