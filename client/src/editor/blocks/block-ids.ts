import { newId } from '@accord/shared/kernel/id';
import { isBlockType } from '@accord/shared/manuscript/blocks';
import { Extension } from '@tiptap/core';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { Plugin, type Transaction } from '@tiptap/pm/state';
import { comesFromYjs } from '../collaboration';

/** Characters in a block's id: 60 random bits, enough for one chapter. */
const ID_LENGTH = 10;

interface Block {
  node: ProseMirrorNode;
  pos: number;
}

/**
 * Gives an id to every block that a person's own edit made, in the same step. A copy gets a new id, the original keeps
 * its own; cutting and pasting keeps it; splitting at a block's beginning leaves the id with the text. Answers only to
 * this editor's own edits, never to what arrives from others, and leaves duplicates that others made alone.
 */
export const BlockIds = Extension.create({
  name: 'blockIds',
  addProseMirrorPlugins() {
    return [
      new Plugin({
        appendTransaction(transactions, before, after) {
          if (comesFromYjs(transactions) || !transactions.some((transaction) => transaction.docChanged))
            return null;
          const blocks = blocksOf(after.doc);
          const ids = newIds(blocks, () => blocksOf(before.doc), transactions);
          if (ids.size === 0) return null;
          const transaction = after.tr;
          for (const [{ pos }, id] of ids) transaction.setNodeAttribute(pos, 'id', id);
          return transaction.setStoredMarks(after.storedMarks);
        },
      }),
    ];
  },
});

function blocksOf(doc: ProseMirrorNode): Block[] {
  const blocks: Block[] = [];
  doc.descendants((node, pos) => {
    if (isBlockType(node.type.name)) blocks.push({ node, pos });
    return !node.isTextblock;
  });
  return blocks;
}

/** The ids to set: which of the blocks get which. */
function newIds(
  blocks: readonly Block[],
  blocksBefore: () => readonly Block[],
  transactions: readonly Transaction[],
): Map<Block, string> {
  const byId = new Map<string, Block[]>();
  const ids = new Map<Block, string>();
  for (const block of blocks) {
    const { id } = block.node.attrs;
    if (typeof id === 'string' && id !== '') byId.set(id, [...(byId.get(id) ?? []), block]);
    else ids.set(block, newId(ID_LENGTH));
  }
  const repeated = [...byId.values()].some((group) => group.length > 1);
  if (!repeated && ids.size === 0) return ids;

  const before = new Map<string, Block[]>();
  for (const block of blocksBefore()) {
    const { id } = block.node.attrs;
    if (typeof id === 'string') before.set(id, [...(before.get(id) ?? []), block]);
  }
  for (const [id, group] of byId)
    if (group.length > 1) renumberCopies(group, before.get(id) ?? [], transactions, ids);
  blocks.forEach((block, index) => {
    followText(block, () => blocks.slice(index + 1).find((next) => isNext(block, next)), before, ids);
  });
  return ids;
}

/** Keeps an id where it stood before the edit (or, where it stood nowhere, at its first block); the others are copies. */
function renumberCopies(
  group: readonly Block[],
  before: readonly Block[],
  transactions: readonly Transaction[],
  ids: Map<Block, string>,
): void {
  const stayed = new Set(
    before.map(({ pos }) => transactions.reduce((at, transaction) => transaction.mapping.map(at, 1), pos)),
  );
  const originals = group.filter(({ pos }) => stayed.has(pos));
  const kept = new Set(originals.length > 0 ? originals : group.slice(0, 1));
  for (const block of group) if (!kept.has(block)) ids.set(block, newId(ID_LENGTH));
}

/** Enter at the beginning of a block leaves an empty block above: the id goes along with the text, below. */
function followText(
  block: Block,
  findNext: () => Block | undefined,
  before: ReadonlyMap<string, Block[]>,
  ids: Map<Block, string>,
): void {
  const { id } = block.node.attrs;
  if (typeof id !== 'string' || ids.has(block) || block.node.textContent !== '') return;
  const text = before.get(id)?.[0]?.node.textContent;
  const heir = text ? findNext() : undefined;
  if (!heir || !ids.has(heir) || heir.node.textContent !== text) return;
  ids.set(heir, id);
  ids.set(block, newId(ID_LENGTH));
}

/** Whether `other` is of the same kind as `block` and begins behind its end. */
function isNext(block: Block, other: Block): boolean {
  return other.node.type === block.node.type && other.pos >= block.pos + block.node.nodeSize;
}
