import { applyEdits } from '@accord/shared/manuscript/apply-edits';
import { manuscriptSchema } from '@accord/shared/manuscript/schema';
import { acceptSuggestions } from '@accord/shared/suggestions/accept';
import { suggestionsBetween } from '@accord/shared/suggestions/difference';
import { placeSuggestion } from '@accord/shared/suggestions/place';
import { Operation } from '@accord/shared/suggestions/suggestions';
import { Node } from '@tiptap/pm/model';
import { describe, expect, it } from 'vitest';
import { differs, named, notesSorted, SEEDS, session } from './session';

describe('the difference of a copy', () => {
  it('[S2] all suggestions of a copy accepted give the copy, whatever was edited; none accepted leaves the text', () => {
    for (const seed of SEEDS) {
      const { base, fork, done } = session(seed);
      const { suggestions, unsupported } = suggestionsBetween(base, fork, []);
      const label = `seed ${seed}: ${done.join(', ')}`;
      expect(unsupported, label).toEqual([]);
      for (const { operations } of suggestions) for (const one of operations) Operation.parse(one);
      const { document, conflicts, needsLook } = acceptSuggestions(named(suggestions), base);
      expect({ conflicts, needsLook }, label).toEqual({ conflicts: [], needsLook: [] });
      expect(differs(document, fork), label).toBe('');
      expect(suggestionsBetween(notesSorted(document), notesSorted(fork), []), label).toEqual({
        suggestions: [],
        unsupported: [],
      });
    }
  });

  it('[S2] each suggestion fits the text it was made against, alone', () => {
    for (const seed of SEEDS) {
      const { base, fork, done } = session(seed);
      for (const { operations } of suggestionsBetween(base, fork, []).suggestions) {
        const placed = placeSuggestion({ operations }, base);
        expect(placed.fits, `seed ${seed}: ${done.join(', ')}`).toBe(true);
        if (placed.fits) Node.fromJSON(manuscriptSchema, applyEdits(base, placed.edits)).check();
      }
    }
  });
});
