import { contributorsOf } from '@accord/client/chapter/contributors';
import { expect, it } from 'vitest';

const part = (personId: string, inserted: number, deleted = 0) => ({
  personId,
  country: 'FI' as const,
  inserted,
  deleted,
});

it('[V2] everybody who wrote in any version counts, who did most first', () => {
  expect(
    contributorsOf([
      { contributors: [part('person-a', 10), part('person-b', 3, 4)] },
      { contributors: [part('person-c', 30)] },
      { contributors: [part('person-b', 100)] },
    ]),
  ).toEqual(['person-b', 'person-c', 'person-a']);
});

it('nobody has written in a chapter without versions', () => {
  expect(contributorsOf([])).toEqual([]);
});
