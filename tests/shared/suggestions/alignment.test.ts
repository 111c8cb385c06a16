import * as build from '@accord/shared/manuscript/build';
import { align } from '@accord/shared/suggestions/alignment';
import { suggestionsBetween } from '@accord/shared/suggestions/difference';
import { placeSuggestion } from '@accord/shared/suggestions/place';
import { expect, it } from 'vitest';

const sure = (old: string, now: string) => {
  const alignment = align(old, now);
  return alignment.old.map((_, index) => alignment.sure(index));
};

it('a word is sure when all best alignments have it in one place', () => {
  expect(sure('one two three', 'one and two three')).toEqual([0, 2, 3]);
  expect(sure('this is the end', 'this is the end of the year')).toEqual([0, 1, 2, 3]);
  expect(sure('this is the end', 'this is the end of the end')).toEqual([0, 1, undefined, undefined]);
  expect(sure('the cat saw the cat', 'the cat')).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
  expect(sure('a x b', 'x c x')).toEqual([undefined, undefined, undefined]);
});

it('[S5] a word that happens to stand in a sentence written anew is not the one meant', () => {
  const block = build.paragraph('They carry the box home.');
  const reads = (text: string) => build.document({ ...block, content: build.inline(text) });
  const operations =
    suggestionsBetween(reads('They carry the box home.'), reads('They carry box home.'), []).suggestions[0]
      ?.operations ?? [];
  expect(placeSuggestion({ operations }, reads('Nobody knew where the others went.')).fits).toBe(false);
  expect(placeSuggestion({ operations }, reads('They carry the box there.')).fits).toBe(true);
});
