import { textOf, walk } from '../manuscript/blocks';
import type { NodeJson } from '../manuscript/document';
import { textOfInline } from '../manuscript/inline-text';
import type { Found } from './block-difference';
import type { Pairing } from './pairing';
import { sameBlock } from './sameness';
import type { Operation } from './suggestions';
import type { Entry } from './tree';
import { hasWord, wordsOf } from './words';

type Blocks = Extract<Operation, { kind: 'blocks' }>;
type Change = Extract<Operation, { kind: 'change' }>;

/**
 * Finds words that left one place for another and would be lost or doubled if only one half were accepted: a paragraph split
 * (words go from a block's edge and come in a new block beside it) or merged (the other way round), blocks cut and pasted.
 */
export function uniteMovedText(
  found: readonly Found[],
  { base, fork }: Pairing,
  unite: (one: number, other: number) => void,
): void {
  const oldOrder = orderOf(base.leaves);
  const nowOrder = orderOf(fork.leaves);
  const changesIn = new Map<Entry, number[]>();
  found.forEach(({ operation, old, now }, index) => {
    if (operation.kind !== 'change') return;
    for (const entry of [...old, ...now]) changesIn.set(entry, [...(changesIn.get(entry) ?? []), index]);
  });
  found.forEach(({ operation, old, now }, index) => {
    if (operation.kind !== 'blocks') return;
    const atEdge = (
      entries: readonly Entry[],
      order: Order,
      words: keyof Pick<Change, 'before' | 'after'>,
    ) => {
      const leaves = entries.flatMap(leavesOf);
      const [first, last] = [leaves[0], leaves.at(-1)];
      if (!first || !last) return;
      const text = leaves.map(({ node }) => textOf(node)).join('\n');
      const sides = [
        { neighbour: order.list[(order.of.get(first) ?? 0) - 1], edge: 'end' },
        { neighbour: order.list[(order.of.get(last) ?? 0) + 1], edge: 'start' },
      ] as const;
      for (const { neighbour, edge } of sides)
        for (const other of (neighbour && changesIn.get(neighbour)) ?? []) {
          const change = found[other]?.operation as Change;
          if (isAt(change, edge) && sharesWords(textOfInline(change[words]), text)) unite(index, other);
        }
    };
    atEdge(now, nowOrder, 'before');
    atEdge(old, oldOrder, 'after');
    if (operation.before.length > 0 && operation.after.length === 0) {
      const pasted = found.findIndex(
        (other) => other.operation.kind === 'blocks' && samePieces(operation, other.operation),
      );
      if (pasted >= 0) unite(index, pasted);
    }
  });
}

interface Order {
  readonly list: readonly Entry[];
  readonly of: ReadonlyMap<Entry, number>;
}

const orderOf = (list: readonly Entry[]): Order => ({
  list,
  of: new Map(list.map((entry, index) => [entry, index])),
});

function leavesOf(entry: Entry): Entry[] {
  return entry.children.length > 0 ? entry.children.flatMap(leavesOf) : [entry];
}

function isAt({ anchor, blockText }: Change, edge: 'start' | 'end'): boolean {
  return edge === 'end'
    ? blockText.slice(anchor.end.offset).trim() === ''
    : blockText.slice(0, anchor.start.offset).trim() === '';
}

/** Whether at least half of the words of one text are among those of another. */
function sharesWords(part: string, whole: string): boolean {
  const words = wordsOf(part).map(({ text }) => text);
  if (words.length === 0) return part.trim() !== '' && whole.includes(part.trim());
  const left = new Map<string, number>();
  for (const { text } of wordsOf(whole)) left.set(text, (left.get(text) ?? 0) + 1);
  let shared = 0;
  for (const word of words) {
    const count = left.get(word) ?? 0;
    if (count > 0) shared++;
    left.set(word, count - 1);
  }
  return shared * 2 >= words.length;
}

function samePieces(removed: Blocks, added: Blocks): boolean {
  const { before } = removed;
  const { after } = added;
  return (
    added.before.length === 0 &&
    before.length === after.length &&
    before.some(hasText) &&
    before.every((node, at) => sameBlock(node, after[at] as NodeJson, { ids: false }))
  );
}

function hasText(block: NodeJson): boolean {
  let some = false;
  walk(block, (node) => {
    some ||= hasWord(node.text ?? '') || typeof node.attrs?.src === 'string';
  });
  return some;
}
