import type { NodeJson } from '../manuscript/document';
import type { Spot } from './spot';
import type { Operation } from './suggestions';

/** What a proposer's copy of the text adds up to: one suggestion, with the id it goes on having, none while it is new. */
export interface OwnSuggestion {
  readonly id?: string;
  readonly operations: readonly Operation[];
  /** For each operation, where its new content stands in the copy. Empty for suggestions that come from the server. */
  readonly spots: readonly Spot[];
}

/** A change of the copy that can't be suggested: it has to be blocked, or taken back, with a message (S2). */
export interface Unsupported {
  /**
   * `no-identity`: a block without an id, or whose id stands twice; `too-large`: more than one suggestion can hold.
   */
  readonly reason: 'no-identity' | 'too-large';
  /** A block of the copy to show the message at, null: the chapter. */
  readonly blockId: string | null;
  /** Beginning of the text concerned. */
  readonly quote: string;
}

export interface Difference {
  /** In the order of the text. */
  readonly suggestions: readonly OwnSuggestion[];
  readonly unsupported: readonly Unsupported[];
}

/**
 * Reads what somebody changed in a copy of the text as suggestions (S2, S3): all of them accepted give the copy. Each continues
 * at most one of `previousOwn`, whose id it then has; an own suggestion that none continues was taken back by its owner.
 * @param base the synced text
 * @param fork the proposer's copy of it; blocks that are the very same object in both are not looked at
 * @param previousOwn the proposer's open suggestions that stand in the copy (not those that conflict)
 */
export function suggestionsBetween(
  base: NodeJson,
  fork: NodeJson,
  previousOwn: readonly Pick<OwnSuggestion, 'id' | 'operations'>[],
): Difference {
  throw new Error(`not built: ${base.type} ${fork.type} ${previousOwn.length}`);
}
