import { newId } from '../kernel/id';
import type { NodeJson } from '../manuscript/document';
import { isTextBlock } from '../manuscript/inline-text';

/** A block and the containers it stands in, the outermost (the document) first. */
interface Found {
  readonly block: NodeJson;
  readonly within: readonly NodeJson[];
}

/**
 * A text with one block as a version has it (V7). Where the block still stands, it is replaced there; where it is gone, it is
 * put back after the nearest block that stood before it and still stands in the same container, else before the nearest that
 * stood after it; when the container is gone as well, that comes back around it.
 * @returns null when the version has no such block
 */
export function withBlockOf(text: NodeJson, version: NodeJson, blockId: string): NodeJson | null {
  const wanted = find(version, blockId);
  if (!wanted) return null;
  const there = find(text, blockId);
  const own = new Set(there ? idsIn(there.block) : []);
  const taken = new Set(idsIn(text).filter((id) => !own.has(id)));
  const block = withOwnIds(wanted.block, taken);
  if (there) return replace(text, there.block, block);
  return putBack(text, wanted.within, wanted.block, block);
}

function putBack(
  text: NodeJson,
  within: readonly NodeJson[],
  original: NodeJson,
  block: NodeJson,
): NodeJson | null {
  const parent = within.at(-1);
  if (!parent) return null;
  const parentId = idOf(parent);
  const container = within.length === 1 ? text : parentId === null ? null : find(text, parentId)?.block;
  // A container of another type now (a list that was made paragraphs) can't take it.
  if (!container || container.type !== parent.type) {
    const shell = container ? { ...parent, attrs: { ...parent.attrs, id: newId() } } : parent;
    return putBack(text, within.slice(0, -1), parent, { ...shell, content: [block] });
  }
  const siblings = parent.content ?? [];
  const children = container.content ?? [];
  const places = new Map(children.map((child, index) => [idOf(child), index]));
  places.delete(null);
  const at = siblings.indexOf(original);
  const before = siblings.slice(0, at).findLast((sibling) => places.has(idOf(sibling)));
  const after = siblings.slice(at + 1).find((sibling) => places.has(idOf(sibling)));
  const index = before
    ? (places.get(idOf(before)) ?? 0) + 1
    : after
      ? (places.get(idOf(after)) ?? 0)
      : children.length;
  return replace(text, container, { ...container, content: children.toSpliced(index, 0, block) });
}

function find(document: NodeJson, id: string, within: readonly NodeJson[] = []): Found | null {
  const path = [...within, document];
  for (const child of document.content ?? []) {
    if (idOf(child) === id) return { block: child, within: path };
    const deeper = isTextBlock(child.type) ? null : find(child, id, path);
    if (deeper) return deeper;
  }
  return null;
}

function replace(node: NodeJson, old: NodeJson, now: NodeJson): NodeJson {
  if (node === old) return now;
  if (!node.content || isTextBlock(node.type)) return node;
  let changed = false;
  const content = node.content.map((child) => {
    const next = changed ? child : replace(child, old, now);
    if (next !== child) changed = true;
    return next;
  });
  return changed ? { ...node, content } : node;
}

/** What is in it and went on standing elsewhere in the text comes as a block of its own (E2). */
function withOwnIds(block: NodeJson, taken: ReadonlySet<string>): NodeJson {
  const id = idOf(block);
  const renamed = id !== null && taken.has(id) ? { ...block, attrs: { ...block.attrs, id: newId() } } : block;
  if (!renamed.content || isTextBlock(renamed.type)) return renamed;
  return { ...renamed, content: renamed.content.map((child) => withOwnIds(child, taken)) };
}

function idsIn(node: NodeJson): string[] {
  const id = idOf(node);
  const own = id === null ? [] : [id];
  return isTextBlock(node.type) ? own : [...own, ...(node.content ?? []).flatMap(idsIn)];
}

const idOf = ({ attrs }: NodeJson): string | null => (typeof attrs?.id === 'string' ? attrs.id : null);
