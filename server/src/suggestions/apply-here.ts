import type { TextPoint } from '@accord/shared/manuscript/anchor';
import { textAnchor } from '@accord/shared/manuscript/anchoring';
import type { NodeJson } from '@accord/shared/manuscript/document';
import { inlineText, sliceInline } from '@accord/shared/manuscript/inline-text';
import { placeHere } from '@accord/shared/suggestions/place';
import type { Operation } from '@accord/shared/suggestions/suggestions';
import { treeOf } from '@accord/shared/suggestions/tree';

/**
 * A conflicting suggestion's words or blocks as a suggestion for the place the decider says (S5), so that they are accepted, and
 * taken back, as any other. Null when they can't be put there.
 */
export function operationsHere(
  operations: readonly Operation[],
  document: NodeJson,
  at: { readonly start: TextPoint; readonly end: TextPoint },
): Operation[] | null {
  const placed = placeHere({ operations }, document, at);
  const [operation] = operations;
  const spot = placed.fits ? placed.spots[0] : undefined;
  if (!spot) return null;
  const tree = treeOf(document);
  if (spot.kind === 'text' && operation?.kind === 'change') {
    const { blockId, from, to } = spot;
    const block = tree.get(blockId)?.node;
    const anchor = textAnchor(document, { blockId, offset: from }, { blockId, offset: to });
    if (!block || !anchor) return null;
    const before = sliceInline(block.content ?? [], from, to);
    return [{ ...operation, anchor, blockText: inlineText(block), before }];
  }
  if (spot.kind !== 'blocks' || operation?.kind !== 'blocks') return null;
  const container = spot.parentId === null ? document : tree.get(spot.parentId)?.node;
  const idAt = (index: number): string | null => {
    const id = container?.content?.[index]?.attrs?.id;
    return typeof id === 'string' ? id : null;
  };
  const place = { parentId: spot.parentId, previousId: idAt(spot.index - 1), nextId: idAt(spot.index) };
  return [{ ...operation, place, before: [] }];
}
