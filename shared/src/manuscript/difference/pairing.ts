import { diffArrays } from 'diff';
import type { Leaf } from './leaves';
import { common, countOf, similarity, together, type Words, wordsOf } from './similarity';

/** Which leaves of two documents are one and the same, by their numbers. */
export interface Pairing {
  /** Number before -> number after; where a block was split, that of the part that goes on under its name. */
  readonly after: ReadonlyMap<number, number>;
  /** Number before -> numbers after of all its parts in order, where there are several. */
  readonly split: ReadonlyMap<number, readonly number[]>;
  /** Number after -> numbers before of all that went into it, in order, where there are several. */
  readonly merged: ReadonlyMap<number, readonly number[]>;
}

/** Text that is long enough to be recognised anywhere, in UTF-16 units. */
const TELLING = 12;
/** Blocks at the same place with so much in common are one, rewritten. */
const REWRITTEN = 0.4;
/** Parts have so much in common with the whole they come from. */
const WHOLE = 0.75;
/** A gap with more pairs to compare than this is aligned by equal blocks only. */
const MOST_COMPARED = 40_000;

/**
 * Ids are hints: splitting, joining, pasting and undoing lose and double them. So blocks are paired by id first, unless the
 * text of one clearly went on elsewhere, then by equal text, then by what stands between those.
 */
export function pairLeaves(old: readonly Leaf[], now: readonly Leaf[]): Pairing {
  const words = new Map<Leaf, Words>();
  const of = (leaf: Leaf): Words => {
    let known = words.get(leaf);
    if (!known) {
      known = wordsOf(leaf.text);
      words.set(leaf, known);
    }
    return known;
  };
  const alike = (one: Leaf, other: Leaf) => (one.key === other.key ? 1 : similarity(of(one), of(other)));
  const after = new Map<number, number>();
  const before = new Map<number, number>();
  const pair = (one: Leaf, other: Leaf): void => {
    after.set(one.index, other.index);
    before.set(other.index, one.index);
  };
  const free = {
    old: ({ index }: Leaf) => !after.has(index),
    now: ({ index }: Leaf) => !before.has(index),
  };

  byId(old, now, alike, pair);
  const untaken = byKey(now.filter((leaf) => free.now(leaf) && leaf.text.length >= TELLING));
  for (const leaf of old) {
    if (!free.old(leaf) || leaf.text.length < TELLING) continue;
    const same = untaken.get(leaf.key)?.shift();
    if (same) pair(leaf, same);
  }
  const split = partsOf(old, now, after, before, of);
  const merged = partsOf(now, old, before, after, of);
  // Parts are spoken for.
  const taken = {
    now: new Set([...split.values()].flat()),
    old: new Set([...merged.values()].flat()),
  };
  for (const [oldGap, nowGap] of gapsOf(old, now, after)) {
    const [left, right] = [
      oldGap.filter((leaf) => free.old(leaf) && !taken.old.has(leaf.index)),
      nowGap.filter((leaf) => free.now(leaf) && !taken.now.has(leaf.index)),
    ];
    inGap(left, right, alike, pair);
  }
  return { after, split, merged };
}

function byKey(leaves: readonly Leaf[]): Map<string, Leaf[]> {
  const found = new Map<string, Leaf[]>();
  for (const leaf of leaves) found.set(leaf.key, [...(found.get(leaf.key) ?? []), leaf]);
  return found;
}

/** What has no text of its own to go on in: an image never becomes a paragraph, nor a table a rule. */
const OWN_KIND = new Set(['figure', 'horizontalRule', 'table']);
const kindred = (one: Leaf, other: Leaf): boolean =>
  one.node.type === other.node.type || (!OWN_KIND.has(one.node.type) && !OWN_KIND.has(other.node.type));

type Alike = (one: Leaf, other: Leaf) => number;
type Pair = (one: Leaf, other: Leaf) => void;

function byId(old: readonly Leaf[], now: readonly Leaf[], alike: Alike, pair: Pair): void {
  const group = (leaves: readonly Leaf[]) => {
    const groups = new Map<string, Leaf[]>();
    for (const leaf of leaves)
      if (leaf.id !== null) groups.set(leaf.id, [...(groups.get(leaf.id) ?? []), leaf]);
    return groups;
  };
  const [olds, nows] = [group(old), group(now)];
  const elsewhere = byKey(now.filter(({ id }) => id === null || !olds.has(id)));
  const wentOn = (one: Leaf, other: Leaf): boolean =>
    one.text.length >= TELLING && elsewhere.has(one.key) && alike(one, other) < REWRITTEN;
  for (const [id, ones] of olds) {
    const others = nows.get(id) ?? [];
    // Of several with the same id, the likest go together, in doubt the first.
    const candidates = ones.flatMap((one) =>
      others
        .filter((other) => kindred(one, other))
        .map((other) => ({ one, other, score: alike(one, other) })),
    );
    candidates.sort(
      (a, b) => b.score - a.score || a.one.index - b.one.index || a.other.index - b.other.index,
    );
    const used = new Set<Leaf>();
    for (const { one, other } of candidates) {
      if (used.has(one) || used.has(other) || wentOn(one, other)) continue;
      used.add(one).add(other);
      pair(one, other);
    }
  }
}

/**
 * Blocks of one side whose text went into several neighbouring blocks of the other: the one that is paired with it and free ones
 * beside it, which together say what it said.
 */
function partsOf(
  wholes: readonly Leaf[],
  others: readonly Leaf[],
  pairOf: ReadonlyMap<number, number>,
  paired: ReadonlyMap<number, number>,
  of: (leaf: Leaf) => Words,
): Map<number, number[]> {
  const found = new Map<number, number[]>();
  const spoken = new Set<number>();
  for (const whole of wholes) {
    const at = pairOf.get(whole.index);
    const main = at === undefined ? undefined : others[at];
    if (!main || main.key === whole.key || OWN_KIND.has(whole.node.type)) continue;
    const wholeWords = of(whole);
    const isPart = (leaf: Leaf | undefined): leaf is Leaf => {
      if (!leaf || paired.has(leaf.index) || spoken.has(leaf.index) || leaf.text.trim() === '') return false;
      if (OWN_KIND.has(leaf.node.type)) return false;
      const words = of(leaf);
      return common(words, wholeWords) >= WHOLE * Math.max(1, countOf(words));
    };
    const parts = [main];
    for (let next = others[main.index + 1]; isPart(next); next = others[next.index + 1]) parts.push(next);
    for (let next = others[main.index - 1]; isPart(next); next = others[next.index - 1]) parts.unshift(next);
    if (parts.length < 2) continue;
    const all = similarity(together(parts.map(of)), wholeWords);
    if (all < WHOLE || all <= similarity(of(main), wholeWords)) continue;
    for (const { index } of parts) spoken.add(index);
    found.set(
      whole.index,
      parts.map(({ index }) => index),
    );
  }
  return found;
}

/** Stretches between neighbouring pairs that stand in the same order on both sides. */
function gapsOf(
  old: readonly Leaf[],
  now: readonly Leaf[],
  after: ReadonlyMap<number, number>,
): [readonly Leaf[], readonly Leaf[]][] {
  const gaps: [readonly Leaf[], readonly Leaf[]][] = [];
  let [fromOld, fromNow] = [0, 0];
  for (const index of [...inOrder(after), old.length]) {
    const at = after.get(index) ?? now.length;
    gaps.push([old.slice(fromOld, index), now.slice(fromNow, at)]);
    [fromOld, fromNow] = [index + 1, at + 1];
  }
  return gaps;
}

function inGap(left: readonly Leaf[], right: readonly Leaf[], alike: Alike, pair: Pair): void {
  if (left.length === 0 || right.length === 0) return;
  const used = new Set<Leaf>();
  // What stands on one side only can't be equal to anything: leaving it out keeps a text that was written anew cheap.
  const keysOf = (leaves: readonly Leaf[]) => new Set(leaves.map(({ key }) => key));
  const [leftKeys, rightKeys] = [keysOf(left), keysOf(right)];
  const [lefts, rights] = [
    left.filter(({ key }) => rightKeys.has(key)),
    right.filter(({ key }) => leftKeys.has(key)),
  ];
  let [a, b] = [0, 0];
  const equal = diffArrays(
    lefts.map(({ key }) => key),
    rights.map(({ key }) => key),
  );
  for (const { count, added, removed } of equal) {
    if (!added && !removed)
      for (let step = 0; step < count; step++) {
        const [one, other] = [lefts[a + step], rights[b + step]];
        if (!one || !other) continue;
        pair(one, other);
        used.add(one).add(other);
      }
    if (!added) a += count;
    if (!removed) b += count;
  }
  const [ones, others] = [left.filter((leaf) => !used.has(leaf)), right.filter((leaf) => !used.has(leaf))];
  if (ones.length * others.length > MOST_COMPARED) return;
  const candidates = ones
    .flatMap((one) =>
      others
        .filter((other) => kindred(one, other))
        .map((other) => ({ one, other, score: alike(one, other) })),
    )
    .filter(({ one, other, score }) => score >= REWRITTEN && (one.text === '') === (other.text === ''))
    .sort((x, y) => y.score - x.score || distance(x) - distance(y) || x.one.index - y.one.index);
  for (const { one, other } of candidates) {
    if (used.has(one) || used.has(other)) continue;
    used.add(one).add(other);
    pair(one, other);
  }
}

const distance = ({ one, other }: { one: Leaf; other: Leaf }) => Math.abs(one.index - other.index);

/**
 * The longest run of pairs that stand in the same order on both sides, as numbers before; all others have moved. (Longest
 * increasing subsequence, Fredman 1975.)
 */
export function inOrder(after: ReadonlyMap<number, number>): number[] {
  const pairs = [...after].sort(([one], [other]) => one - other);
  /** Ends of the best runs of each length, as places in `pairs`. */
  const ends: number[] = [];
  const before: number[] = [];
  for (const [place, [, at]] of pairs.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[ends[middle] ?? 0]?.[1] ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    before[place] = low > 0 ? (ends[low - 1] ?? -1) : -1;
    ends[low] = place;
  }
  const run: number[] = [];
  for (let place = ends.at(-1) ?? -1; place >= 0; place = before[place] ?? -1)
    run.push(pairs[place]?.[0] ?? 0);
  return run.reverse();
}
