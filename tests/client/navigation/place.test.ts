import { hrefOf, paramsIn } from '@accord/client/navigation/place';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('an address', () => {
  it('has its parameters filled in, made safe', () => {
    expect(hrefOf({ to: '/outputs/$outputId/read', params: { outputId: 'a b/c' } })).toBe(
      '/outputs/a%20b%2Fc/read',
    );
  });

  it('has the query that is given', () => {
    expect(hrefOf({ to: '/sign-in', search: { back: '/x?y=1', none: undefined } })).toBe(
      '/sign-in?back=%2Fx%3Fy%3D1',
    );
  });

  it('without one of its parameters is a fault of ours, not a wrong page', () => {
    expect(() => hrefOf({ to: '/outputs/$outputId' })).toThrow('outputId');
  });
});

describe('finding the screen of an address', () => {
  it('gives the parameters', () => {
    expect(paramsIn('/outputs/$outputId/people', '/outputs/o1/people')).toEqual({ outputId: 'o1' });
    expect(paramsIn('/', '/')).toEqual({});
  });

  it('does not mind a slash at the end', () => {
    expect(paramsIn('/people', '/people/')).toEqual({});
  });

  it('finds nothing for another address, a longer or a shorter one', () => {
    expect(paramsIn('/outputs/$outputId', '/people/p1')).toBeNull();
    expect(paramsIn('/outputs/$outputId', '/outputs')).toBeNull();
    expect(paramsIn('/outputs/$outputId', '/outputs/o1/read')).toBeNull();
  });

  it('finds nothing for a broken percent sign instead of failing', () => {
    expect(paramsIn('/outputs/$outputId', '/outputs/%')).toBeNull();
  });

  it('reads back whatever was filled in', () => {
    const value = fc.string({ unit: 'grapheme', minLength: 1 });
    fc.assert(
      fc.property(value, (outputId) => {
        const to = '/outputs/$outputId/read';
        expect(paramsIn(to, hrefOf({ to, params: { outputId } }))).toEqual({ outputId });
      }),
    );
  });
});
