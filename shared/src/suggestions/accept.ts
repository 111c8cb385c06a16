import type { NodeJson } from '../manuscript/document';
import type { Edit } from '../manuscript/edits';
import type { HintOf } from './place';
import type { Operation } from './suggestions';

/** As much of a suggestion as deciding needs. */
export interface Open {
  readonly id: string;
  readonly operations: readonly Operation[];
}

export interface Acceptance {
  /** To be carried out one after the other on the document given; together they carry out all of `accepted`. */
  readonly edits: readonly Edit[];
  readonly accepted: readonly string[];
  /** Their target is not there as it was (S5). */
  readonly conflicts: readonly string[];
  /**
   * Touch the same text as an accepted one, and are not applied: later ones of those chosen, and any of the others (S4). `by`: the
   * accepted one; `quote`: the words concerned.
   */
  readonly needsLook: readonly { readonly id: string; readonly by: string; readonly quote: string }[];
  /** The operations of `others` (and of the chosen ones not applied) as they read against the text after the edits; only those that changed. */
  readonly reanchored: readonly Open[];
  /** For each accepted suggestion what turns it round, against the text after the edits. */
  readonly undo: readonly Open[];
}

/**
 * Accepts suggestions all at once: each is placed in the text as it stands, and they are carried out in the order given; of
 * two that touch the same text only the first is.
 * @param chosen those to accept, the first to win first
 * @param others the chapter's other open suggestions, which stay open
 */
export function acceptSuggestions(
  chosen: readonly Open[],
  document: NodeJson,
  others: readonly Open[] = [],
  hintOf: HintOf = () => null,
): Acceptance {
  throw new Error(`not built: ${chosen.length} ${document.type} ${others.length} ${hintOf.length}`);
}

/** Whether two suggestions, as they stand in a document, touch the same text. False when either does not fit. */
export function touches(a: Open, b: Open, document: NodeJson, hintOf: HintOf = () => null): boolean {
  throw new Error(`not built: ${a.id} ${b.id} ${document.type} ${hintOf.length}`);
}
