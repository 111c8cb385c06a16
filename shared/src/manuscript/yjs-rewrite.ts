import * as Y from 'yjs';
import { canonicalJson } from './canonical';
import type { NodeJson } from './document';
import { inlineText, isTextBlock } from './inline-text';
import { elementToJson, exactElement, exactInline } from './yjs';
import { replaceText } from './yjs-text';

/**
 * Makes a chapter's fragment hold exactly `target`, by the least that does it, in one transaction. A block that both have (by its
 * id, and of one type) keeps its Yjs element wherever the order lets it, and within it the letters that stay keep their
 * identity: what others type there at the same moment survives. Yjs can't move or rename elements: blocks that stand elsewhere
 * or are of another type are made anew.
 * @throws RangeError when the schema does not know a mark or an inline node of `target`
 */
export function rewriteText(fragment: Y.XmlFragment, target: NodeJson): void {
  const write = () => rewriteChildren(fragment, target.content ?? []);
  if (fragment.doc) fragment.doc.transact(write);
  else write();
}

function rewriteChildren(container: Y.XmlFragment, wanted: readonly NodeJson[]): void {
  // What is no block has no place between blocks.
  const children = container.toArray();
  for (let index = children.length - 1; index >= 0; index--)
    if (!(children[index] instanceof Y.XmlElement)) container.delete(index, 1);
  const old = container.toArray() as Y.XmlElement[];
  const pairs = pairsOf(old, wanted);
  const kept = new Set(pairs.values());
  for (let index = old.length - 1; index >= 0; index--) if (!kept.has(index)) container.delete(index, 1);
  let run: Y.XmlElement[] = [];
  let at = 0;
  const put = () => {
    if (run.length > 0) container.insert(at, run);
    at += run.length;
    run = [];
  };
  for (const [index, block] of wanted.entries()) {
    const is = old[pairs.get(index) ?? -1];
    if (!is) {
      run.push(exactElement(block));
      continue;
    }
    put();
    at += 1;
    rewriteBlock(is, block);
  }
  put();
}

function rewriteBlock(block: Y.XmlElement, wanted: NodeJson): void {
  const now = elementToJson(block);
  if (same(now, wanted)) return;
  const attrs = Object.entries(wanted.attrs ?? {}).filter(
    ([, value]) => value !== null && value !== undefined,
  );
  const names = new Set(attrs.map(([name]) => name));
  for (const name of Object.keys(now.attrs ?? {})) if (!names.has(name)) block.removeAttribute(name);
  for (const [name, value] of attrs)
    if (JSON.stringify(now.attrs?.[name]) !== JSON.stringify(value))
      block.setAttribute(name, value as string);
  if (!isTextBlock(wanted.type)) {
    rewriteChildren(block, wanted.content ?? []);
    return;
  }
  replaceText(block, 0, inlineText(now).length, wanted.content ?? []);
  if (same(elementToJson(block), wanted)) return;
  // Something in it is not as the editor would have kept it: its content is written anew.
  block.delete(0, block.length);
  block.insert(0, exactInline(wanted.content ?? []));
}

const same = (one: NodeJson, other: NodeJson): boolean => canonicalJson(one) === canonicalJson(other);

/** Number of each wanted block that is there already -> number of the element it is; both rise together. */
function pairsOf(old: readonly Y.XmlElement[], wanted: readonly NodeJson[]): Map<number, number> {
  const oldIds = placesOf(old.map((element) => element.getAttribute('id') as unknown));
  const ids = placesOf(wanted.map(({ attrs }) => attrs?.id));
  const byId: { now: number; was: number }[] = [];
  for (const [id, now] of ids) {
    const was = oldIds.get(id);
    if (now === null || was === null || was === undefined) continue;
    if (old[was]?.nodeName === wanted[now]?.type) byId.push({ now, was });
  }
  const pairs = new Map<number, number>();
  let [nextOld, nextWanted] = [0, 0];
  const hasId = new Set(byId.flatMap(({ now }) => now));
  const wasById = new Set(byId.flatMap(({ was }) => was));
  /** Blocks without an id of their own are paired by their order, between those that have one. */
  const fill = (toOld: number, toWanted: number) => {
    for (; nextWanted < toWanted; nextWanted++) {
      const block = wanted[nextWanted];
      if (!block || hasId.has(nextWanted) || isNamed(block.attrs?.id, ids)) continue;
      let at = nextOld;
      while (
        at < toOld &&
        (wasById.has(at) || isNamed(old[at]?.getAttribute('id'), oldIds) || old[at]?.nodeName !== block.type)
      )
        at++;
      if (at >= toOld) continue;
      pairs.set(nextWanted, at);
      nextOld = at + 1;
    }
    [nextOld, nextWanted] = [toOld + 1, toWanted + 1];
  };
  for (const { now, was } of longestRising(byId)) {
    fill(was, now);
    pairs.set(now, was);
  }
  fill(old.length, wanted.length);
  return pairs;
}

const isNamed = (id: unknown, places: ReadonlyMap<string, number | null>): boolean =>
  typeof id === 'string' && typeof places.get(id) === 'number';

/** Where each id stands; null when it stands twice. */
function placesOf(ids: readonly unknown[]): Map<string, number | null> {
  const places = new Map<string, number | null>();
  for (const [index, id] of ids.entries())
    if (typeof id === 'string') places.set(id, places.has(id) ? null : index);
  return places;
}

/** The most pairs of which both numbers rise (longest increasing subsequence, patience sorting). `now` rises already. */
function longestRising<P extends { readonly now: number; readonly was: number }>(pairs: readonly P[]): P[] {
  const tops: { pair: P; before: number }[] = [];
  const piles: number[] = [];
  for (const pair of pairs) {
    let [low, high] = [0, piles.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((tops[piles[middle] ?? 0]?.pair.was ?? 0) < pair.was) low = middle + 1;
      else high = middle;
    }
    piles[low] = tops.push({ pair, before: low > 0 ? (piles[low - 1] ?? -1) : -1 }) - 1;
  }
  const rising: P[] = [];
  for (let at = piles.at(-1) ?? -1; at >= 0; ) {
    const top = tops[at];
    if (!top) break;
    rising.push(top.pair);
    at = top.before;
  }
  return rising.reverse();
}
