import { isTextBlockType } from './blocks';
import type { NodeJson } from './document';

/** Stands in an inline text for a node that is no text: a line break, the mark of a footnote. */
export const INLINE_NODE = '\uFFFC';

/** Whether nodes of this type hold text themselves, so that offsets count in them. */
export const isTextBlock = (type: string): boolean => isTextBlockType(type);

/**
 * The text of a text block in which an offset of this string is ProseMirror's offset within the block: every inline node
 * that is no text is one character, U+FFFC.
 */
export function inlineText(block: NodeJson): string {
  return textOfInline(block.content ?? []);
}

/** As `inlineText`, for inline nodes without their block. */
export function textOfInline(nodes: readonly NodeJson[]): string {
  let text = '';
  for (const node of nodes) text += node.type === 'text' ? (node.text ?? '') : INLINE_NODE;
  return text;
}

/** The inline nodes between two offsets, texts cut where the offsets fall into them. */
export function sliceInline(nodes: readonly NodeJson[], from: number, to: number): NodeJson[] {
  const slice: NodeJson[] = [];
  let at = 0;
  for (const node of nodes) {
    const size = node.type === 'text' ? (node.text ?? '').length : 1;
    const [left, right] = [Math.max(from - at, 0), Math.min(to - at, size)];
    at += size;
    if (right <= left) continue;
    slice.push(right - left === size ? node : { ...node, text: (node.text ?? '').slice(left, right) });
  }
  return slice;
}

/** Inline nodes one after the other: neighbouring texts with the same marks are one, as in ProseMirror. */
export function joinInline(...parts: readonly (readonly NodeJson[])[]): NodeJson[] {
  const joined: NodeJson[] = [];
  for (const node of parts.flat()) {
    const last = joined.at(-1);
    if (last?.type === 'text' && node.type === 'text' && sameMarks(last, node))
      joined[joined.length - 1] = { ...last, text: (last.text ?? '') + (node.text ?? '') };
    else if (node.type !== 'text' || node.text) joined.push(node);
  }
  return joined;
}

/** Whether two nodes carry the same marks, in whatever order they were put on. */
export function sameMarks(one: NodeJson, other: NodeJson): boolean {
  return (one.marks?.length ?? 0) === (other.marks?.length ?? 0) && spelledMarks(one) === spelledMarks(other);
}

function spelledMarks({ marks = [] }: NodeJson): string {
  const spelled = marks.map(({ type, attrs = {} }) => {
    const set = Object.entries(attrs).filter(([, value]) => value !== null);
    return JSON.stringify([type, set.sort(([a], [b]) => (a < b ? -1 : 1))]);
  });
  return spelled.sort().join();
}

/** Whether a cut at this offset would part the two halves of one character (a surrogate pair). */
export function partsCharacter(text: string, offset: number): boolean {
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}
