import { applyEdits } from '@accord/shared/manuscript/apply-edits';
import type { NodeJson } from '@accord/shared/manuscript/document';
import { suggestionsBetween } from '@accord/shared/suggestions/difference';
import { invertOperations } from '@accord/shared/suggestions/invert';
import { placeSuggestion } from '@accord/shared/suggestions/place';
import type { Operation } from '@accord/shared/suggestions/suggestions';

/**
 * What is left to suggest when a suggestion was accepted while its proposer wrote on: each of the answer is one suggestion.
 * @param accepted what was carried out
 * @param wanted what the proposer had made of it meanwhile
 * @param text the text, with what was accepted in it
 * @returns null when the two can't be told apart there
 */
export function carriedOver(
  accepted: readonly Operation[],
  wanted: readonly Operation[],
  text: NodeJson,
): readonly (readonly Operation[])[] | null {
  const back = placeSuggestion({ operations: invertOperations(accepted) }, text);
  if (!back.fits) return null;
  const before = applyEdits(text, back.edits);
  const on = placeSuggestion({ operations: wanted }, before);
  if (!on.fits) return null;
  return suggestionsBetween(text, applyEdits(before, on.edits), []).suggestions.map(
    ({ operations }) => operations,
  );
}
