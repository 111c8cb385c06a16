import type { Located, TextPoint } from '@accord/shared/manuscript/anchor';
import { walk } from '@accord/shared/manuscript/blocks';
import { differenceOfInline } from '@accord/shared/manuscript/difference/words';
import type { NodeJson } from '@accord/shared/manuscript/document';
import { isTextBlock, textOfInline } from '@accord/shared/manuscript/inline-text';

/**
 * The point of a proposer's copy at which something of the chapter's text is struck: before the words that follow it there.
 * Where its whole block is struck, the end of the block before it. Null when nothing of the chapter is left in the copy.
 */
export function pointInCopy(located: Located, original: NodeJson, copy: NodeJson): TextPoint | null {
  const place = beginningOf(located, original);
  if (!place) return null;
  const there = blocksIn(copy);
  const before = there.get(place.blockId);
  const blocks = [...blocksIn(original)];
  const at = blocks.findIndex(([id]) => id === place.blockId);
  const block = blocks[at]?.[1];
  if (block && before)
    return { blockId: place.blockId, offset: offsetIn(contentOf(block), contentOf(before), place.offset) };
  for (const [blockId] of blocks.slice(0, Math.max(0, at)).reverse()) {
    const left = there.get(blockId);
    if (left) return { blockId, offset: textOfInline(contentOf(left)).length };
  }
  const [first] = there.keys();
  return first === undefined ? null : { blockId: first, offset: 0 };
}

function beginningOf(located: Located, original: NodeJson): TextPoint | null {
  if (located.found === 'nowhere') return null;
  if (located.found === 'text') {
    const [first] = located.ranges;
    return first ? { blockId: first.blockId, offset: first.from } : null;
  }
  let inside: string | null = null;
  walk(original, (node) => {
    if (node.attrs?.id === located.blockId) inside = [...blocksIn(node).keys()][0] ?? null;
  });
  return inside === null ? null : { blockId: inside, offset: 0 };
}

/** Where a letter of `before` is in `after`; of one that is gone, where it stood. */
function offsetIn(before: readonly NodeJson[], after: readonly NodeJson[], offset: number): number {
  let [old, now] = [0, 0];
  for (const piece of differenceOfInline(before, after)) {
    if (piece.kind === 'inserted') {
      now += textOfInline(piece.content).length;
      continue;
    }
    // Blocks are compared one by one here: none of them breaks.
    if (piece.kind === 'break') continue;
    const length = textOfInline(piece.kind === 'reformatted' ? piece.before : piece.content).length;
    const stays = piece.kind !== 'deleted';
    if (offset < old + length) return stays ? now + offset - old : now;
    old += length;
    if (stays) now += length;
  }
  return now;
}

const contentOf = (block: NodeJson): readonly NodeJson[] => block.content ?? [];

/** The text blocks of a text by id, in its order. */
function blocksIn(text: NodeJson): Map<string, NodeJson> {
  const blocks = new Map<string, NodeJson>();
  walk(text, (node) => {
    const id = node.attrs?.id;
    if (isTextBlock(node.type) && typeof id === 'string' && !blocks.has(id)) blocks.set(id, node);
  });
  return blocks;
}
