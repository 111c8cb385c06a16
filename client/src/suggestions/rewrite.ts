import { storedInline } from '@accord/shared/manuscript/apply-edits';
import type { NodeJson } from '@accord/shared/manuscript/document';
import { inlineText, isTextBlock } from '@accord/shared/manuscript/inline-text';
import { elementOfInline, elementToJson } from '@accord/shared/manuscript/yjs';
import { replaceText } from '@accord/shared/manuscript/yjs-text';
import * as Y from 'yjs';
import { isAlike } from './text-reader';

/**
 * Makes a text in Yjs read as `wanted`, touching no more than differs: a block that stays keeps its identity, and with it
 * the carets in it. Only for copies that are never sent to anybody: in a text that others write in at the same moment,
 * change named blocks instead (`writeEdits`).
 */
export function rewrite(fragment: Y.XmlFragment, wanted: NodeJson): void {
  rewriteChildren(fragment, wanted.content ?? []);
}

function rewriteChildren(parent: Y.XmlFragment, wanted: readonly NodeJson[]): void {
  // A text between blocks is none of ours.
  const staying = stayingIn(parent, wanted);
  let index = 0;
  for (const node of wanted) {
    const stays = staying.get(node);
    while (index < parent.length && stays && parent.get(index) !== stays) parent.delete(index, 1);
    if (stays) rewriteBlock(parent, index, stays, node);
    else parent.insert(index, blockOf(node));
    index += 1;
  }
  if (parent.length > index) parent.delete(index, parent.length - index);
}

/** Which of the blocks there are goes on as which of the wanted: by id, in an order that is kept. */
function stayingIn(parent: Y.XmlFragment, wanted: readonly NodeJson[]): Map<NodeJson, Y.XmlElement> {
  const places = new Map<unknown, number>();
  const children = parent.toArray();
  children.forEach((child, index) => {
    if (!(child instanceof Y.XmlElement)) return;
    const id: unknown = child.getAttribute('id');
    if (id !== undefined && !places.has(id)) places.set(id, index);
  });
  // The longest run in rising order, so that of a block moved past many only that one is made anew.
  const known = wanted.flatMap((node) => {
    const at = places.get(node.attrs?.id);
    return at === undefined ? [] : [{ node, at }];
  });
  const best: { readonly length: number; readonly before: number }[] = [];
  known.forEach(({ at }, index) => {
    let [length, before] = [1, -1];
    for (let earlier = 0; earlier < index; earlier += 1) {
      const reach = best[earlier]?.length ?? 0;
      if ((known[earlier]?.at ?? at) < at && reach + 1 > length) [length, before] = [reach + 1, earlier];
    }
    best.push({ length, before });
  });
  const staying = new Map<NodeJson, Y.XmlElement>();
  const settled: { readonly node: NodeJson; readonly at: number }[] = [];
  let last = best.reduce((top, { length }, index) => (length > (best[top]?.length ?? 0) ? index : top), 0);
  while (last >= 0 && known[last]) {
    const { node, at } = known[last] as { node: NodeJson; at: number };
    staying.set(node, children[at] as Y.XmlElement);
    settled.unshift({ node, at });
    last = best[last]?.before ?? -1;
  }
  adopt(children, wanted, settled, staying);
  return staying;
}

/** Where between two blocks that stay as many others of the same types stand as are wanted, those go on as these. */
function adopt(
  children: readonly unknown[],
  wanted: readonly NodeJson[],
  settled: readonly { readonly node: NodeJson; readonly at: number }[],
  staying: Map<NodeJson, Y.XmlElement>,
): void {
  let [from, at] = [0, 0];
  for (const stop of [...settled, { node: null, at: children.length }]) {
    const until = stop.node ? wanted.indexOf(stop.node) : wanted.length;
    const there = children.slice(at, stop.at);
    const here = wanted.slice(from, until);
    const alike =
      there.length === here.length && here.every(({ type }, index) => nameOf(there[index]) === type);
    if (alike) for (const [index, node] of here.entries()) staying.set(node, there[index] as Y.XmlElement);
    [from, at] = [until + 1, stop.at + 1];
  }
}

const nameOf = (child: unknown): string | null => (child instanceof Y.XmlElement ? child.nodeName : null);

function rewriteBlock(parent: Y.XmlFragment, index: number, block: Y.XmlElement, wanted: NodeJson): void {
  const now = elementToJson(block);
  if (isAlike(now, wanted)) return;
  if (block.nodeName !== wanted.type) {
    parent.delete(index, 1);
    parent.insert(index, blockOf(wanted));
    return;
  }
  const attrs = wanted.attrs ?? {};
  for (const [name, value] of Object.entries(attrs))
    if (value !== null && value !== undefined && now.attrs?.[name] !== value)
      block.setAttribute(name, value as string);
  for (const name of Object.keys(now.attrs ?? {}))
    if (attrs[name] === null || attrs[name] === undefined) block.removeAttribute(name);
  if (isTextBlock(wanted.type))
    replaceText(block, 0, inlineText(now).length, storedInline(wanted.content ?? []));
  else rewriteChildren(block, wanted.content ?? []);
}

/** A block of any kind, also one that can't stand in a chapter by itself. */
const blockOf = (node: NodeJson): Y.XmlElement[] => [elementOfInline(node)];
