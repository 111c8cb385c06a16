import { blockQuote } from '../manuscript/anchoring';
import type { NodeJson } from '../manuscript/document';
import { changesBetween, type Found } from './block-difference';
import { continuing } from './continuing';
import { groupsOf } from './grouping';
import { type Pairing, pairingOf } from './pairing';
import type { Spot } from './spot';
import { MAX_OPERATIONS, MAX_SUGGESTION_BYTES, type Operation } from './suggestions';
import { idsWithin, treeOf } from './tree';

/** What a proposer's copy of the text adds up to: one suggestion, with the id it goes on having, none while it is new. */
export interface OwnSuggestion {
  readonly id?: string;
  readonly operations: readonly Operation[];
  /** For each operation, where its new content stands in the copy. Empty for suggestions that come from the server. */
  readonly spots: readonly Spot[];
}

/** A change of the copy that can't be suggested: it has to be blocked, or taken back, with a message (S2). */
export interface Unsupported {
  /** `no-identity`: a block without an id, or whose id stands twice; `too-large`: more than one suggestion can hold. */
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
  if (base === fork) return { suggestions: [], unsupported: [] };
  const pairing = pairingOf(treeOf(base), treeOf(fork));
  const found = changesBetween(pairing, (blockId, text) => stretchesIn(blockId, text, previousOwn));
  const suggestions: OwnSuggestion[] = [];
  const unsupported: Unsupported[] = [];
  for (const group of groupsOf(found, pairing)) {
    const reason = faultOf(group, pairing);
    if (reason) unsupported.push({ reason, ...whereOf(group) });
    else
      suggestions.push({
        operations: group.map(({ operation }) => operation),
        spots: group.map(({ spot }) => spot),
      });
  }
  return { suggestions: continuing(suggestions, previousOwn), unsupported };
}

/** Where an own suggestion changed a block's text before: what is changed within goes on being one suggestion. */
function stretchesIn(
  blockId: string,
  text: string,
  previousOwn: readonly Pick<OwnSuggestion, 'operations'>[],
) {
  return previousOwn.flatMap(({ operations }) =>
    operations.flatMap((operation) => {
      if (operation.kind !== 'change' || operation.blockText !== text) return [];
      const { start, end } = operation.anchor;
      return start.blockId === blockId ? [{ from: start.offset, to: end.offset }] : [];
    }),
  );
}

function faultOf(group: readonly Found[], { base }: Pairing): Unsupported['reason'] | null {
  for (const { unsupported } of group) if (unsupported) return unsupported;
  const gone = new Set(
    group.flatMap(({ old, operation }) =>
      operation.kind === 'blocks' ? old.flatMap(({ node }) => idsWithin(node)) : [],
    ),
  );
  const come = group.flatMap(({ now, operation }) =>
    operation.kind === 'blocks' ? now.flatMap(({ node }) => idsWithin(node)) : [],
  );
  if (new Set(come).size < come.length || come.some((id) => base.has(id) && !gone.has(id)))
    return 'no-identity';
  if (group.length > MAX_OPERATIONS) return 'too-large';
  const size = JSON.stringify(group.map(({ operation }) => operation)).length;
  return size * 3 > MAX_SUGGESTION_BYTES && bytesOf(group) > MAX_SUGGESTION_BYTES ? 'too-large' : null;
}

const bytesOf = (group: readonly Found[]) =>
  new TextEncoder().encode(JSON.stringify(group.map(({ operation }) => operation))).length;

function whereOf([first]: readonly Found[]): { blockId: string | null; quote: string } {
  const entry = first?.now[0] ?? first?.old[0];
  const inFork =
    first?.now[0]?.id ?? (first?.spot.kind === 'blocks' ? first.spot.parentId : first?.spot.blockId);
  return { blockId: inFork ?? null, quote: entry ? blockQuote(entry.node) : '' };
}
