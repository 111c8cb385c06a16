import { blockQuote, textAnchor } from '../manuscript/anchoring';
import { isTextBlockType } from '../manuscript/blocks';
import { inlineText, sliceInline } from '../manuscript/inline-text';
import { type Gap, stepsOf } from './gaps';
import type { Pairing } from './pairing';
import { attributesOf, sameAttributes } from './sameness';
import type { Spot } from './spot';
import { MAX_BLOCK_TEXT, type Operation, type Place } from './suggestions';
import { textDifference } from './text-difference';
import type { Entry } from './tree';

/** One change of the copy, before it is decided what belongs to one suggestion. */
export interface Found {
  readonly operation: Operation;
  readonly spot: Spot;
  /** Blocks of the text and of the copy that it is about. */
  readonly old: readonly Entry[];
  readonly now: readonly Entry[];
  /** Found with the same number, changes belong together: they stand at one place. */
  readonly gap: number | null;
  /** The container, of which no child stayed, that it takes a block from or brings blocks to. */
  readonly emptied?: Entry;
  readonly unsupported?: 'no-identity' | 'too-large';
}

/** Stretches of blocks' texts that were one change before. */
export type Together = (
  blockId: string,
  text: string,
) => readonly { readonly from: number; readonly to: number }[];

/** All changes of a copy, in the order of the copy's text. */
export function changesBetween(pairing: Pairing, together: Together): Found[] {
  const found: Found[] = [];
  const left = new Set<Entry>();
  let gaps = 0;

  const compare = (old: Entry, now: Entry): void => {
    if (old.node === now.node) return;
    if (old.id !== null) retyped(old, now);
    if (isTextBlockType(old.node.type)) {
      rewritten(old, now);
      return;
    }
    for (const step of stepsOf(old, now, pairing)) {
      if (step.kind === 'stayed') compare(step.old, step.now);
      else fill(step.gap, old, now);
    }
  };

  const retyped = (old: Entry, now: Entry): void => {
    const before = { type: old.node.type, attrs: attributesOf(old.node) };
    const after = { type: now.node.type, attrs: attributesOf(now.node) };
    if (before.type === after.type && sameAttributes(before.attrs, after.attrs)) return;
    const blockId = old.id as string;
    found.push({
      operation: { kind: 'retype', blockId, before, after, quote: blockQuote(old.node) },
      spot: { kind: 'block', blockId },
      old: [old],
      now: [now],
      gap: null,
    });
  };

  const rewritten = (old: Entry, now: Entry): void => {
    const blockId = old.id as string;
    const blockText = inlineText(old.node);
    for (const { from, to, newFrom, newTo } of textDifference(
      old.node,
      now.node,
      together(blockId, blockText),
    )) {
      const anchor = textAnchor(old.node, { blockId, offset: from }, { blockId, offset: to });
      if (!anchor) continue;
      const tooLong = blockText.length > MAX_BLOCK_TEXT;
      found.push({
        operation: {
          kind: 'change',
          anchor,
          blockText,
          before: sliceInline(old.node.content ?? [], from, to),
          after: sliceInline(now.node.content ?? [], newFrom, newTo),
        },
        spot: { kind: 'text', blockId, from: newFrom, to: newTo },
        old: [old],
        now: [now],
        gap: null,
        ...(tooLong && { unsupported: 'too-large' as const }),
      });
    }
  };

  const fill = (gap: Gap, oldContainer: Entry, nowContainer: Entry): void => {
    const number = gaps++;
    const emptied = gap.previous === null && gap.next === null && oldContainer.children.length > 0;
    if (emptied) left.add(oldContainer);
    // Where no block stayed, what is new comes after what moved away.
    const moved = emptied ? oldContainer.children.findLast(({ id }) => pairing.paired(id)) : undefined;
    const bounds = {
      parentId: oldContainer.id,
      previousId: gap.previous ?? moved?.id ?? null,
      nextId: gap.next ?? null,
    };
    const nowhere = gap.previous === undefined && typeof gap.next !== 'string';
    const replace = (
      place: Place,
      removed: readonly Entry[],
      added: readonly Entry[],
      linked: boolean,
    ): void => {
      const unnamed =
        [...removed, ...added].some(({ id }) => id === null) || (nowhere && removed.length === 0);
      found.push({
        operation: { kind: 'blocks', place, before: nodesOf(removed), after: nodesOf(added) },
        spot: {
          kind: 'blocks',
          parentId: nowContainer.id,
          index: added[0]?.index ?? gap.at,
          blockIds: added.flatMap(({ id }) => id ?? []),
        },
        old: removed,
        now: added,
        gap: linked || emptied ? number : null,
        ...(emptied && { emptied: oldContainer }),
        ...(unnamed && { unsupported: 'no-identity' as const }),
      });
    };
    const [goneNotes, gone] = parted(gap.removed, isNote);
    const { runs, notes } = runsOf(gap.arrived, (entry) => pairing.paired(entry.id));
    const first = runs.findIndex(({ moved }) => !moved);
    if (gone.length > 0 && first < 0) replace(bounds, gone, [], false);
    let { previousId } = bounds;
    runs.forEach(({ moved, entries }, index) => {
      const place = { ...bounds, previousId };
      if (!moved) replace(place, index === first ? gone : [], entries, true);
      else for (const entry of entries) move(entry, place, number, nowhere);
      previousId = entries.at(-1)?.id ?? previousId;
    });
    for (const entry of goneNotes) replace(bounds, [entry], [], false);
    // New footnotes belong each to its mark; beside one another they keep their order.
    if (runs.at(-1)?.moved) ({ previousId } = bounds);
    for (const [at, entry] of notes.entries())
      replace({ ...bounds, previousId: notes[at - 1]?.id ?? previousId }, [], [entry], false);
  };

  const move = (now: Entry, to: Place, gap: number, nowhere: boolean): void => {
    const old = pairing.base.get(now.id as string) as Entry;
    const blockId = old.id as string;
    found.push({
      operation: { kind: 'move', blockId, from: placeOf(old), to, quote: blockQuote(old.node) },
      spot: { kind: 'block', blockId },
      old: [old],
      now: [now],
      gap,
      ...(old.parent && { emptied: old.parent }),
      ...(nowhere && { unsupported: 'no-identity' as const }),
    });
    compare(old, now);
  };

  compare(pairing.base.root, pairing.fork.root);
  return found.map(({ emptied, ...change }) =>
    emptied && left.has(emptied) ? { ...change, emptied } : change,
  );
}

/** Where a block stands among its siblings. */
export function placeOf({ parent, index }: Entry): Place {
  return {
    parentId: parent?.id ?? null,
    previousId: parent?.children[index - 1]?.id ?? null,
    nextId: parent?.children[index + 1]?.id ?? null,
  };
}

const nodesOf = (entries: readonly Entry[]) => entries.map(({ node }) => node);
const isNote = ({ node }: Entry) => node.type === 'footnote';

function parted<T>(list: readonly T[], test: (item: T) => boolean): [T[], T[]] {
  return [list.filter(test), list.filter((item) => !test(item))];
}

interface Run {
  readonly moved: boolean;
  readonly entries: Entry[];
}

/** New neighbours, blocks that moved here one by one, and the new footnotes at the end, which follow their marks in the text. */
function runsOf(
  arrived: readonly Entry[],
  moved: (entry: Entry) => boolean,
): { runs: Run[]; notes: Entry[] } {
  let end = arrived.length;
  while (end > 0 && isNote(arrived[end - 1] as Entry) && !moved(arrived[end - 1] as Entry)) end--;
  const runs: Run[] = [];
  for (const entry of arrived.slice(0, end)) {
    const last = runs.at(-1);
    const isMoved = moved(entry);
    if (last && !isMoved && !last.moved) last.entries.push(entry);
    else runs.push({ moved: isMoved, entries: [entry] });
  }
  return { runs, notes: arrived.slice(end) };
}
