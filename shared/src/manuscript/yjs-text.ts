import * as Y from 'yjs';
import type { MarkJson, NodeJson } from './document';
import { stepsBetween } from './inline-steps';
import { sliceInline, textOfInline } from './inline-text';
import { elementOfInline, elementToJson, markAttributes } from './yjs';

/**
 * Replaces the inline nodes of a text block from one offset to another by the least that does it: letters that stay are left
 * standing and only get or lose marks, so that their identity, and what others type among them, survives.
 * `content`: as `storedInline` gives it.
 */
export function replaceText(
  block: Y.XmlElement,
  from: number,
  to: number,
  content: readonly NodeJson[],
): void {
  const json = elementToJson(block);
  const old = sliceInline(json.content ?? [], from, to);
  let at = from;
  for (const step of stepsBetween(old, content)) {
    if (step.keep > 0) {
      formatLike(block, at, sliceInline(old, step.from, step.from + step.keep), step.nodes);
      at += step.keep;
    } else {
      insert(block, at, step.nodes);
      at += textOfInline(step.nodes).length;
    }
    if (step.remove > 0) remove(block, at, step.remove);
  }
}

/** Gives the nodes from `at` on, which are `old`, the marks of `wanted`, node by node of equal letters. */
function formatLike(
  block: Y.XmlElement,
  at: number,
  old: readonly NodeJson[],
  wanted: readonly NodeJson[],
): void {
  const size = textOfInline(old).length;
  for (let from = 0; from < size; ) {
    const [is, shall] = [sliceInline(old, from, size)[0], sliceInline(wanted, from, size)[0]];
    if (!is || !shall) return;
    const length = Math.min(lengthOf(is), lengthOf(shall));
    const changes = changedMarks(is.marks ?? [], shall.marks ?? []);
    if (is.type === 'text' && Object.keys(changes).length > 0)
      eachPart(block, at + from, at + from + length, (child, left, right) => {
        if (child instanceof Y.XmlText) child.format(left, right - left, changes);
      });
    from += length;
  }
}

const lengthOf = (node: NodeJson): number => (node.type === 'text' ? (node.text ?? '').length : 1);

function changedMarks(is: readonly MarkJson[], shall: readonly MarkJson[]): Record<string, unknown> {
  const [old, wanted] = [markAttributes(is), markAttributes(shall)];
  const changes: Record<string, unknown> = {};
  for (const name of Object.keys(old)) if (!(name in wanted)) changes[name] = null;
  for (const [name, attrs] of Object.entries(wanted))
    if (JSON.stringify(old[name]) !== JSON.stringify(attrs)) changes[name] = attrs;
  return changes;
}

type Child = Y.XmlElement | Y.XmlText;

const childrenOf = (block: Y.XmlElement): Child[] =>
  block
    .toArray()
    .filter((child): child is Child => child instanceof Y.XmlElement || child instanceof Y.XmlText);

const sizeOf = (child: Child): number => (child instanceof Y.XmlText ? child.length : 1);

/** Calls `see` for each child that lies in part between two offsets, last first, with the part in the child's own count. */
function eachPart(
  block: Y.XmlElement,
  from: number,
  to: number,
  see: (child: Child, left: number, right: number) => void,
): void {
  let at = 0;
  const parts: [Child, number, number][] = [];
  for (const child of childrenOf(block)) {
    const size = sizeOf(child);
    const [left, right] = [Math.max(from - at, 0), Math.min(to - at, size)];
    if (right > left) parts.push([child, left, right]);
    at += size;
  }
  for (const part of parts.reverse()) see(...part);
}

function remove(block: Y.XmlElement, at: number, length: number): void {
  let opened = false;
  eachPart(block, at, at + length, (child, left, right) => {
    if (child instanceof Y.XmlText) child.delete(left, right - left);
    else {
      block.delete(block.toArray().indexOf(child), 1);
      opened = true;
    }
  });
  if (opened) while (joinTextsAt(block, at));
}

/**
 * Where a node between two texts went, one text takes in the other: the editor's binding would do so at the next keystroke,
 * in every tab that strikes one, and double the words. The shorter one is moved.
 */
function joinTextsAt(block: Y.XmlElement, offset: number): boolean {
  let at = 0;
  for (const [index, left] of block.toArray().entries()) {
    at += left instanceof Y.XmlHook ? 0 : sizeOf(left);
    const right = index + 1 < block.length ? block.get(index + 1) : null;
    if (at !== offset || !(left instanceof Y.XmlText && right instanceof Y.XmlText)) continue;
    if (right.length <= left.length) {
      insertDelta(left, left.length, deltaOf(right));
      block.delete(index + 1, 1);
    } else {
      insertDelta(right, 0, deltaOf(left));
      block.delete(index, 1);
    }
    return true;
  }
  return false;
}

interface Stretch {
  readonly insert: string;
  readonly attributes?: Record<string, unknown>;
}

const deltaOf = (text: Y.XmlText): Stretch[] =>
  (text.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[]).filter(
    (stretch): stretch is Stretch => typeof stretch.insert === 'string',
  );

/** `{}` says "no marks": without it Yjs would give new letters the marks of those before them. */
function insertDelta(text: Y.XmlText, index: number, delta: readonly Stretch[]): void {
  let at = index;
  for (const { insert, attributes = {} } of delta) {
    text.insert(at, insert, attributes);
    at += insert.length;
  }
}

function insert(block: Y.XmlElement, offset: number, nodes: readonly NodeJson[]): void {
  let at = offset;
  for (let index = 0; index < nodes.length; ) {
    const node = nodes[index];
    if (!node) return;
    if (node.type !== 'text') {
      insertNode(block, at, elementOfInline(node));
      index += 1;
      at += 1;
      continue;
    }
    const run: Stretch[] = [];
    for (let next = nodes[index]; next?.type === 'text'; next = nodes[++index])
      run.push({ insert: next.text ?? '', attributes: markAttributes(next.marks ?? []) });
    insertText(block, at, run);
    at += run.reduce((sum, { insert }) => sum + insert.length, 0);
  }
}

/** Into the text that ends or stands there, else the one that begins there, else a new one. */
function insertText(block: Y.XmlElement, offset: number, run: readonly Stretch[]): void {
  let at = 0;
  const children = block.toArray();
  for (const child of children) {
    if (child instanceof Y.XmlText && offset >= at && offset <= at + child.length) {
      insertDelta(child, offset - at, run);
      return;
    }
    if (child instanceof Y.XmlElement && offset <= at) break;
    at += child instanceof Y.XmlHook ? 0 : sizeOf(child);
  }
  const text = new Y.XmlText();
  block.insert(childIndexAt(block, offset), [text]);
  insertDelta(text, 0, run);
}

/** Number of the child that begins at an offset no text reaches over. */
function childIndexAt(block: Y.XmlElement, offset: number): number {
  let at = 0;
  const children = block.toArray();
  for (const [index, child] of children.entries()) {
    if (at >= offset && !(child instanceof Y.XmlText && child.length === 0)) return index;
    at += child instanceof Y.XmlHook ? 0 : sizeOf(child);
  }
  return children.length;
}

/** An inline node parts the text it is put into; the shorter side is written anew on its other side. */
function insertNode(block: Y.XmlElement, offset: number, node: Y.XmlElement): void {
  let at = 0;
  for (const [index, child] of block.toArray().entries()) {
    if (child instanceof Y.XmlText && offset > at && offset < at + child.length) {
      const cut = offset - at;
      const moved = new Y.XmlText();
      const delta = deltaOf(child);
      if (cut >= child.length / 2) {
        child.delete(cut, child.length - cut);
        block.insert(index + 1, [node, moved]);
        insertDelta(moved, 0, cutDelta(delta, cut, Number.POSITIVE_INFINITY));
      } else {
        child.delete(0, cut);
        block.insert(index, [moved, node]);
        insertDelta(moved, 0, cutDelta(delta, 0, cut));
      }
      return;
    }
    at += child instanceof Y.XmlHook ? 0 : sizeOf(child);
  }
  block.insert(childIndexAt(block, offset), [node]);
}

function cutDelta(delta: readonly Stretch[], from: number, to: number): Stretch[] {
  const cut: Stretch[] = [];
  let at = 0;
  for (const stretch of delta) {
    const insert = stretch.insert.slice(Math.max(from - at, 0), Math.max(to - at, 0));
    if (insert !== '') cut.push({ ...stretch, insert });
    at += stretch.insert.length;
  }
  return cut;
}
