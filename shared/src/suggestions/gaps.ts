import type { Pairing } from './pairing';
import { sameBlock } from './sameness';
import type { Entry } from './tree';

/** What became of the blocks between two neighbours that stayed. */
export interface Gap {
  /** Ids, in the text, of the blocks around the gap. Null: the container's edge; undefined: a block that can't be named. */
  readonly previous: string | null | undefined;
  readonly next: string | null | undefined;
  /** Blocks of the text that are gone. */
  readonly removed: readonly Entry[];
  /** Blocks of the copy that are new here: added, or moved to here. */
  readonly arrived: readonly Entry[];
  /** Number of the child of the copy's container before which the gap begins. */
  readonly at: number;
}

export type Step =
  | { readonly kind: 'gap'; readonly gap: Gap }
  /** A block that stayed, in the text and in the copy. */
  | { readonly kind: 'stayed'; readonly old: Entry; readonly now: Entry };

/**
 * Lays the children of a container in the text beside those of the same container in the copy: the most blocks that keep their order
 * stay; between them are gaps. A block that went and came back unchanged under another id has stayed.
 */
export function stepsOf(old: Entry, now: Entry, pairing: Pairing): Step[] {
  const here = new Map(old.children.map((child) => [child.id, child]));
  const both = now.children.filter((child) => here.has(child.id) && pairing.paired(child.id));
  const rise = longestRise(both.map((child) => here.get(child.id)?.index ?? 0));
  const staying = new Set(both.filter((_, index) => rise.has(index)));
  const steps: Step[] = [];
  let previous: string | null = null;
  let [oldAt, at] = [0, 0];
  const close = (oldUntil: number, until: number, next: string | null) => {
    const removed = old.children.slice(oldAt, oldUntil).filter(({ id }) => !pairing.paired(id));
    const arrived = now.children.slice(at, until);
    steps.push(...partsOf({ previous, next, removed, arrived, at }, pairing));
    previous = next;
    [oldAt, at] = [oldUntil + 1, until + 1];
  };
  for (const child of now.children) {
    const twin = staying.has(child) ? here.get(child.id) : undefined;
    if (!twin) continue;
    close(twin.index, child.index, twin.id);
    steps.push({ kind: 'stayed', old: twin, now: child });
  }
  close(old.children.length, now.children.length, null);
  return steps;
}

/** Parts a gap where blocks in it are the same under other ids. */
function partsOf(gap: Gap, pairing: Pairing): Step[] {
  if (gap.removed.length === 0 && gap.arrived.length === 0) return [];
  for (const [from, old] of gap.removed.entries()) {
    const to = gap.arrived.findIndex(
      (now) =>
        !pairing.paired(now.id) &&
        pairing.interchangeable(old, now) &&
        sameBlock(old.node, now.node, { ids: false }),
    );
    if (to < 0) continue;
    const name = old.id ?? undefined;
    const before = {
      ...gap,
      next: name,
      removed: gap.removed.slice(0, from),
      arrived: gap.arrived.slice(0, to),
    };
    const behind = {
      ...gap,
      previous: name,
      removed: gap.removed.slice(from + 1),
      arrived: gap.arrived.slice(to + 1),
      at: gap.at + to + 1,
    };
    return [...partsOf(before, pairing), ...partsOf(behind, pairing)];
  }
  return [{ kind: 'gap', gap }];
}

/** Positions, in a list of numbers, of one of its longest rising parts. */
function longestRise(numbers: readonly number[]): Set<number> {
  const ends: number[] = [];
  const before: number[] = [];
  numbers.forEach((number, index) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[ends[middle] as number] as number) < number) low = middle + 1;
      else high = middle;
    }
    before[index] = low > 0 ? (ends[low - 1] as number) : -1;
    ends[low] = index;
  });
  const rise = new Set<number>();
  for (let index = ends.at(-1) ?? -1; index >= 0; index = before[index] as number) rise.add(index);
  return rise;
}
