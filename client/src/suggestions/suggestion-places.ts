import type { NodeJson } from '@accord/shared/manuscript/document';
import { pointsOfHint } from '@accord/shared/manuscript/yjs-edits';
import { operationsAnchor } from '@accord/shared/suggestions/describe';
import { createPlacer } from '@accord/shared/suggestions/place';
import type { Spot } from '@accord/shared/suggestions/spot';
import type { Operation } from '@accord/shared/suggestions/suggestions';
import type { XmlFragment } from 'yjs';
import type { OpenSuggestion } from './desk';
import type { Fork } from './fork';

/** Where a suggestion is in the text that is shown. */
export type Standing =
  | {
      readonly kind: 'stands';
      readonly side: 'text' | 'copy';
      /** As they read in the text of now. */
      readonly operations: readonly Operation[];
      readonly spots: readonly Spot[];
    }
  /** The text is not as it was where the suggestion would change it (S5). */
  | { readonly kind: 'conflicts' }
  /** It stands in the text, but touches what I suggest myself; in my copy it can't be drawn. */
  | { readonly kind: 'covered' };

/**
 * Where each of the open suggestions stands.
 * @param text the text that is shown, or, while suggesting, that the copy was made of
 * @param fork the proposer's copy, where that is what is shown
 */
export function standingsIn(
  open: readonly OpenSuggestion[],
  text: NodeJson,
  fragment: XmlFragment | null,
  fork: Fork | null,
): ReadonlyMap<string, Standing> {
  const hintOf = (anchor: { hint: Parameters<typeof pointsOfHint>[1] | null }) =>
    anchor.hint && fragment ? pointsOfHint(fragment, anchor.hint) : null;
  const standings = new Map<string, Standing>();
  const inText = createPlacer(text, hintOf);
  const inCopy = fork && createPlacer(fork.text);
  const own = new Map(fork?.standing.map((each) => [each.id, each]));
  for (const { id, operations, mine } of open) {
    if (mine && fork) {
      const standing = own.get(id);
      if (standing) standings.set(id, { kind: 'stands', side: 'copy', ...standing });
      else standings.set(id, { kind: fork.aside.has(id) ? 'conflicts' : 'covered' });
      continue;
    }
    const placed = (inCopy ?? inText).place({ operations });
    if (placed.fits) standings.set(id, { kind: 'stands', side: 'text', operations, spots: placed.spots });
    else if (inCopy && inText.place({ operations }).fits) standings.set(id, { kind: 'covered' });
    else standings.set(id, { kind: 'conflicts' });
  }
  return standings;
}

/** The block beside which a suggestion that can't be drawn is shown; null: none is left. */
export function blockBeside(operations: readonly Operation[]): string | null {
  const anchor = operationsAnchor(operations);
  if (!anchor) return null;
  return anchor.kind === 'text' ? anchor.start.blockId : anchor.blockId;
}
