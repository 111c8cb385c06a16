import * as buffer from 'lib0/buffer';
import * as Y from 'yjs';
import type { TextAnchor, TextPoint } from './anchor';
import { applyEdits, storedAttrs, storedInline } from './apply-edits';
import type { Edit } from './edits';
import { blocksToYjs, yjsToJson } from './yjs';
import { replaceText } from './yjs-text';

/**
 * Carries edits out on a chapter's fragment in one transaction, as `applyEdits` does on JSON. Only what an edit names is
 * touched: text that stays keeps its identity, so that what others type into it at the same moment survives. A block that is
 * moved or gets another type is made anew with its text (Yjs can't move or rename an element).
 * @throws EditError as `applyEdits`; then nothing was written
 */
export function writeEdits(fragment: Y.XmlFragment, edits: readonly Edit[]): void {
  if (edits.length === 0) return;
  applyEdits(yjsToJson(fragment), edits);
  const write = () => {
    for (const edit of edits) writeEdit(fragment, edit);
  };
  if (fragment.doc) fragment.doc.transact(write);
  else write();
}

function writeEdit(fragment: Y.XmlFragment, edit: Edit): void {
  switch (edit.kind) {
    case 'replace-text':
      replaceText(blockOf(fragment, edit.blockId), edit.from, edit.to, storedInline(edit.content));
      break;
    case 'retype':
      retype(blockOf(fragment, edit.blockId), edit.type, { ...edit.attrs, id: edit.blockId });
      break;
    case 'insert-block':
      for (const block of blocksToYjs([edit.block])) put(fragment, edit.parentId, edit.index, block);
      break;
    case 'remove-block':
      remove(blockOf(fragment, edit.blockId));
      break;
    case 'move-block': {
      const block = blockOf(fragment, edit.blockId);
      const copy = block.clone();
      remove(block);
      put(fragment, edit.parentId, edit.index, copy);
      break;
    }
  }
}

function retype(block: Y.XmlElement, type: string, given: Readonly<Record<string, unknown>>): void {
  const attrs = storedAttrs(type, given);
  if (block.nodeName !== type) {
    const { container, index } = placeOf(block);
    const made = new Y.XmlElement(type);
    for (const [name, value] of Object.entries(attrs)) made.setAttribute(name, value as string);
    made.insert(
      0,
      children(block).map((child) => child.clone()),
    );
    container.delete(index, 1);
    container.insert(index, [made]);
    return;
  }
  const old = block.getAttributes() as Record<string, unknown>;
  for (const name of Object.keys(old)) if (attrs[name] === undefined) block.removeAttribute(name);
  for (const [name, value] of Object.entries(attrs))
    if (old[name] !== value) block.setAttribute(name, value as string);
}

function put(fragment: Y.XmlFragment, parentId: string | null, index: number, block: Y.XmlElement): void {
  const container = parentId === null ? fragment : blockOf(fragment, parentId);
  let blocks = 0;
  const at = container.toArray().findIndex((child) => child instanceof Y.XmlElement && blocks++ === index);
  container.insert(at < 0 ? container.length : at, [block]);
}

function remove(block: Y.XmlElement): void {
  const { container, index } = placeOf(block);
  container.delete(index, 1);
}

function placeOf(block: Y.XmlElement): { container: Y.XmlFragment; index: number } {
  const container = block.parent as Y.XmlFragment;
  return { container, index: container.toArray().indexOf(block) };
}

const children = (parent: Y.XmlFragment) =>
  parent.toArray().filter((child) => child instanceof Y.XmlElement || child instanceof Y.XmlText);

/** The first block of this id. `applyEdits` has made sure that there is one. */
function blockOf(fragment: Y.XmlFragment, id: string): Y.XmlElement {
  const block = findBlock(fragment, id);
  if (!block) throw new RangeError(`the text has no block ${id}`);
  return block;
}

function findBlock(parent: Y.XmlFragment, id: string): Y.XmlElement | null {
  for (const child of parent.toArray()) {
    if (!(child instanceof Y.XmlElement)) continue;
    if (child.getAttribute('id') === id) return child;
    const deeper = findBlock(child, id);
    if (deeper) return deeper;
  }
  return null;
}

/**
 * The hint of an anchor: both ends as Yjs relative positions, the start bound to the character after it, the end to the one
 * before it, so that what is typed at an edge stays outside. Null when a point is not in the text.
 */
export function relativeHint(
  fragment: Y.XmlFragment,
  start: TextPoint,
  end: TextPoint,
): NonNullable<TextAnchor['hint']> | null {
  const [from, to] = [relative(fragment, start, 0), relative(fragment, end, -1)];
  return from !== null && to !== null ? { start: from, end: to } : null;
}

function relative(fragment: Y.XmlFragment, { blockId, offset }: TextPoint, side: 0 | -1): string | null {
  const block = findBlock(fragment, blockId);
  if (!block) return null;
  const encode = (type: Y.XmlText | Y.XmlElement, index: number) =>
    buffer.toBase64(Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(type, index, side)));
  let at = 0;
  for (const [index, child] of block.toArray().entries()) {
    const size = sizeOf(child);
    const inside = side === 0 ? offset < at + size : offset > at && offset <= at + size;
    if (inside)
      return child instanceof Y.XmlText
        ? encode(child, offset - at)
        : encode(block, side === 0 ? index : index + 1);
    at += size;
  }
  // Before the first character or behind the last there is nothing to be bound to but the block's own edge.
  return offset === 0 ? encode(block, 0) : offset === at ? encode(block, block.length) : null;
}

/** Where the ends of a hint are now, in the order of the text; null when their blocks are gone or it can't be read. */
export function pointsOfHint(
  fragment: Y.XmlFragment,
  hint: NonNullable<TextAnchor['hint']>,
): { start: TextPoint; end: TextPoint } | null {
  const [start, end] = [pointOf(fragment, hint.start), pointOf(fragment, hint.end)];
  if (!start || !end) return null;
  return start.blockId === end.blockId && start.offset > end.offset
    ? { start: end, end: start }
    : { start, end };
}

function pointOf(fragment: Y.XmlFragment, encoded: string): TextPoint | null {
  const place = resolve(fragment, encoded);
  if (!place) return null;
  const { type, index } = place;
  const block = type instanceof Y.XmlText ? type.parent : type;
  if (!(block instanceof Y.XmlElement) || !isWithin(block, fragment)) return null;
  const blockId: unknown = block.getAttribute('id');
  if (typeof blockId !== 'string') return null;
  const siblings = block.toArray();
  const before = type instanceof Y.XmlText ? siblings.indexOf(type) : index;
  const offset = siblings.slice(0, before).reduce((sum, sibling) => sum + sizeOf(sibling), 0);
  return { blockId, offset: type instanceof Y.XmlText ? offset + index : offset };
}

function resolve(fragment: Y.XmlFragment, encoded: string): Y.AbsolutePosition | null {
  if (!fragment.doc) return null;
  try {
    const position = Y.decodeRelativePosition(buffer.fromBase64(encoded));
    return Y.createAbsolutePositionFromRelativePosition(position, fragment.doc);
  } catch {
    // A hint comes from somebody's browser and need not be one: what can't be read gives no hint.
    return null;
  }
}

function isWithin(block: Y.XmlElement, fragment: Y.XmlFragment): boolean {
  for (let at: Y.XmlFragment | null = block; at; at = at.parent as Y.XmlFragment | null) {
    if (at === fragment) return true;
    if (at._item?.deleted) return false;
  }
  return false;
}

const sizeOf = (child: unknown): number =>
  child instanceof Y.XmlText ? child.length : child instanceof Y.XmlElement ? 1 : 0;
