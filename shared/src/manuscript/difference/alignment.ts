import type { NodeJson } from '../document';
import { joinInline } from '../inline-text';
import { type BlockDifference, blockKey, differenceInBlock } from './block';
import { type Leaf, leavesOf, type TablesAs } from './leaves';
import { inOrder, pairLeaves } from './pairing';
import { blockBreak } from './words';

/** What became of one block. */
export type Fate =
  | {
      /** The strongest of what happened: it may be moved and changed at once. `retyped`: another type, other attributes, or other containers. */
      readonly kind: 'unchanged' | 'changed' | 'retyped' | 'moved';
      readonly before: Leaf;
      readonly after: Leaf;
      readonly moved: boolean;
      readonly retyped: boolean;
      /** Null when words, formatting, type and attributes are the same. */
      readonly difference: BlockDifference | null;
    }
  | { readonly kind: 'added'; readonly after: Leaf }
  /** Put in anew with the text of a block that is there still, or was. */
  | { readonly kind: 'copied'; readonly after: Leaf; readonly of: Leaf }
  | { readonly kind: 'removed'; readonly before: Leaf }
  | {
      readonly kind: 'split';
      readonly before: Leaf;
      readonly after: readonly Leaf[];
      readonly moved: boolean;
      /** Against the parts put together again, with a break between them. */
      readonly difference: BlockDifference;
    }
  | {
      readonly kind: 'merged';
      readonly before: readonly Leaf[];
      readonly after: Leaf;
      readonly moved: boolean;
      /** Of the parts put together, with a break between them. */
      readonly difference: BlockDifference;
    };

/** Shortest text that counts as copied, in UTF-16 units: shorter ones are alike by chance. */
const COPIED = 24;

/**
 * Says of every block of two states of a chapter what became of it: in the order of the text after, what was removed behind what it
 * followed. Each text block (and rule) of either state comes exactly once; `of` of a copy is a second mention. Containers (lists,
 * call-outs, tables) are seen in their leaves: a leaf whose containers changed is `retyped`. With `tables` whole, a table is a leaf itself. Two states are the same but for
 * ids exactly when every fate is `unchanged`. See shared/SPEC.md, "Differences".
 */
export function alignDocuments(before: NodeJson, after: NodeJson, tables: TablesAs = 'opened'): Fate[] {
  const [old, now] = [leavesOf(before, tables), leavesOf(after, tables)];
  // Blocks without words that lost their ids could be told apart from each other no better than by chance.
  if (blockKey(before) === blockKey(after))
    return now.map((leaf, index) => ({
      kind: 'unchanged',
      before: old[index] as Leaf,
      after: leaf,
      moved: false,
      retyped: false,
      difference: null,
    }));
  const { after: pairs, split, merged } = pairLeaves(old, now);
  const mainOf = new Map([...pairs].map(([one, other]) => [other, one]));
  const steady = new Set(inOrder(pairs));
  const texts = new Map(old.filter(({ text }) => text.length >= COPIED).map((leaf) => [leaf.key, leaf]));
  const parts = {
    now: new Map([...split].flatMap(([whole, all]) => all.map((part) => [part, whole] as const))),
    old: new Map([...merged].flatMap(([whole, all]) => all.map((part) => [part, whole] as const))),
  };
  const leaf = (leaves: readonly Leaf[], index: number): Leaf => leaves[index] as Leaf;

  const fateOf = (current: Leaf): Fate | null => {
    const wholeBefore = parts.now.get(current.index);
    if (wholeBefore !== undefined) {
      const all = (split.get(wholeBefore) ?? []).map((index) => leaf(now, index));
      if (all[0] !== current) return null;
      const whole = leaf(old, wholeBefore);
      const moved = !steady.has(wholeBefore);
      return {
        kind: 'split',
        before: whole,
        after: all,
        moved,
        difference: differenceInBlock(whole.node, put(all)),
      };
    }
    const goneInto = merged.get(current.index);
    if (goneInto) {
      const all = goneInto.map((index) => leaf(old, index));
      const moved = !steady.has(mainOf.get(current.index) ?? -1);
      return {
        kind: 'merged',
        before: all,
        after: current,
        moved,
        difference: differenceInBlock(put(all), current.node),
      };
    }
    const was = mainOf.get(current.index);
    if (was === undefined) {
      const original = texts.get(current.key);
      return original ? { kind: 'copied', after: current, of: original } : { kind: 'added', after: current };
    }
    return pairFate(leaf(old, was), current, !steady.has(was), old, now, pairs);
  };

  const fates: Fate[] = [];
  const removed = old.filter(({ index }) => !pairs.has(index) && !parts.old.has(index) && !split.has(index));
  const behind = new Map<number, Leaf[]>();
  for (const one of removed) {
    let previous = one.index - 1;
    while (previous >= 0 && !steady.has(previous)) previous--;
    const place = previous < 0 ? -1 : (pairs.get(previous) ?? -1);
    behind.set(place, [...(behind.get(place) ?? []), one]);
  }
  const add = (place: number) => {
    for (const one of behind.get(place) ?? []) fates.push({ kind: 'removed', before: one });
  };
  add(-1);
  for (const current of now) {
    const fate = fateOf(current);
    if (fate) fates.push(fate);
    add(current.index);
  }
  return fates;
}

function pairFate(
  before: Leaf,
  after: Leaf,
  moved: boolean,
  old: readonly Leaf[],
  now: readonly Leaf[],
  pairs: ReadonlyMap<number, number>,
): Fate {
  const difference = before.key === after.key ? null : differenceInBlock(before.node, after.node);
  const together = pairs.get(before.index - 1) === after.index - 1 && before.index > 0;
  const first = before.index === 0 && after.index === 0;
  const retyped =
    (difference !== null && (difference.type !== null || difference.attributes.length > 0)) ||
    before.containers.join() !== after.containers.join() ||
    // The same neighbour before it, but no longer in the same list, quote or cell.
    ((together || first) && before.shared !== after.shared && old.length > 0 && now.length > 0);
  const kind = moved ? 'moved' : retyped ? 'retyped' : difference ? 'changed' : 'unchanged';
  return { kind, before, after, moved, retyped, difference };
}

/** Blocks as one with breaks between them, its type and attributes those of the first. */
function put(leaves: readonly Leaf[]): NodeJson {
  const [first] = leaves;
  return {
    ...(first as Leaf).node,
    content: joinInline(
      ...leaves.map(({ node }, index) => [...(index > 0 ? [blockBreak()] : []), ...(node.content ?? [])]),
    ),
  };
}
