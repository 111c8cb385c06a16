import type { TextAnchor, TextPoint } from '../manuscript/anchor';
import type { NodeJson } from '../manuscript/document';
import type { Edit } from '../manuscript/edits';
import { inlineText } from '../manuscript/inline-text';
import { arrange } from './arrangement';
import { editsOf } from './edits-of';
import { mayBeIn, rememberedAlignments } from './place-change';
import { placementOf } from './placement';
import type { Spot } from './spot';
import type { Operation } from './suggestions';
import { idsWithin, type Tree, treeOf } from './tree';

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

const CONFLICT: Placed = { fits: false };

/** For many suggestions on one document: what has to be known of the document is gathered once. */
export function createPlacer(document: NodeJson, hintOf: HintOf = () => null): Placer {
  const tree = treeOf(document);
  const alignments = rememberedAlignments();
  return {
    place({ operations }) {
      const placement = placementOf(operations, tree, hintOf, alignments);
      if (!placement) return CONFLICT;
      return { fits: true, edits: editsOf([placement], placement.arrangement), spots: placement.spots };
    },
    placeHere: ({ operations }, at) =>
      operations.length === 1 ? putHere(operations[0] as Operation, at, tree) : CONFLICT,
  };
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

function putHere(
  operation: Operation,
  { start, end }: { readonly start: TextPoint; readonly end: TextPoint },
  tree: Tree,
): Placed {
  const block = tree.get(end.blockId);
  if (!block) return CONFLICT;
  if (operation.kind === 'change' && operation.after.length > 0) {
    const [from, to] = [start.offset, end.offset];
    const fits = start.blockId === end.blockId && from <= to && to <= inlineText(block.node).length;
    if (!fits || !mayBeIn(block.node.type, operation.after)) return CONFLICT;
    const { blockId } = end;
    return {
      fits: true,
      edits: [{ kind: 'replace-text', blockId, from, to, content: operation.after }],
      spots: [{ kind: 'text', blockId, from, to }],
    };
  }
  if (operation.kind !== 'blocks' || operation.after.length === 0) return CONFLICT;
  if (operation.after.flatMap((node) => idsWithin(node)).some((id) => tree.has(id))) return CONFLICT;
  // Beside the block itself, or the nearest block around it whose container takes such blocks.
  for (let at = block; at.parent; at = at.parent) {
    const parentId = at.parent.parent === null ? null : at.parent.id;
    if (at.id === null || (parentId === null && at.parent.parent !== null)) continue;
    const arrangement = arrange(tree);
    const place = { parentId, previousId: at.id, nextId: null };
    if (!arrangement.insert(operation.after, place, null, 0) || !arrangement.tidy()) continue;
    return {
      fits: true,
      edits: arrangement.edits,
      spots: [{ kind: 'blocks', parentId, index: at.index + 1, blockIds: [] }],
    };
  }
  return CONFLICT;
}
