import type { TextAnchor, TextPoint } from '../manuscript/anchor';
import type { NodeJson } from '../manuscript/document';
import type { Edit } from '../manuscript/edits';
import type { Spot } from './spot';
import type { Operation } from './suggestions';

/** Where an anchor's Yjs positions point now (`pointsOfHint`), null: nowhere. Decides among equal candidates only. */
export type HintOf = (anchor: TextAnchor) => { readonly start: TextPoint; readonly end: TextPoint } | null;

/** What carries a suggestion out on a document, or that its target is not there as it was (S5). */
export type Placed =
  | {
      readonly fits: true;
      readonly edits: readonly Edit[];
      /** For each operation, where its old content stands. */
      readonly spots: readonly Spot[];
    }
  | { readonly fits: false };

export interface Placer {
  place(suggestion: { readonly operations: readonly Operation[] }): Placed;
  /** Puts a conflicting suggestion's words or blocks where somebody says (apply here); see `placeHere`. */
  placeHere(
    suggestion: { readonly operations: readonly Operation[] },
    at: { readonly start: TextPoint; readonly end: TextPoint },
  ): Placed;
}

/** For many suggestions on one document: what has to be known of the document is gathered once. */
export function createPlacer(document: NodeJson, hintOf: HintOf = () => null): Placer {
  throw new Error(`not built: ${document.type} ${hintOf.length}`);
}

/**
 * Finds what a suggestion changes in the text of now. All of `before` must stand there, letters and marks, and the words it
 * touches must be the ones meant: where that is in doubt, it does not fit. An insertion fits where a neighbour is intact.
 */
export function placeSuggestion(
  suggestion: { readonly operations: readonly Operation[] },
  document: NodeJson,
  hintOf?: HintOf,
): Placed {
  return createPlacer(document, hintOf).place(suggestion);
}

/**
 * Puts a conflicting suggestion where the decider says (S5, apply here): new words replace the range from `start` to `end`, new
 * blocks come after the block of `end`. Fits only when the suggestion has one operation, with something to put.
 */
export function placeHere(
  suggestion: { readonly operations: readonly Operation[] },
  document: NodeJson,
  at: { readonly start: TextPoint; readonly end: TextPoint },
): Placed {
  return createPlacer(document).placeHere(suggestion, at);
}
