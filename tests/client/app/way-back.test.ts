import { wayBack } from '@accord/client/app/way-back';
import { expect, it } from 'vitest';

it.each(['//evil.example', 'https://evil.example', '/\\evil.example', 'javascript:alert(1)', '', null])(
  'never leads to another site after sign-in: %s',
  (back) => {
    expect(wayBack(back)).toBe('/');
  },
);

it('leads back to where the person wanted to go', () => {
  expect(wayBack('/chapters/chapter-1?x=1#end')).toBe('/chapters/chapter-1?x=1#end');
});
