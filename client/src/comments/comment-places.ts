import type { ThreadAnchor } from '@accord/shared/comments/comments';
import type { NodeJson } from '@accord/shared/manuscript/document';
import { createLocator } from '@accord/shared/manuscript/locate';
import { pointsOfHint } from '@accord/shared/manuscript/yjs-edits';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { XmlFragment } from 'yjs';
import { pointInCopy } from './in-copy';
import './comment-marks.css';

/** Something that is said about a place, as it is drawn there. */
export interface Remark {
  readonly id: string;
  readonly anchor: ThreadAnchor;
  /** What a screen reader says where its text begins. */
  readonly description: string;
  readonly look: 'open' | 'resolved' | 'draft';
  readonly isActive: boolean;
}

/** A part of a remark's place, as positions. Without extent: the words stand in the chapter, but are struck in the copy shown. */
export interface Stretch {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  /** A whole block rather than words. */
  readonly block: boolean;
}

/**
 * Where the text of each remark stands in a document. One that is not in the answer is nowhere; those about no place are
 * not looked for.
 *
 * @param fragment the live text, in which the hints of anchors are read
 * @param original the chapter's text, where `doc` is a proposer's copy of it: what is struck there is still in the chapter
 */
export function stretchesOf(
  doc: ProseMirrorNode,
  fragment: XmlFragment | null,
  remarks: readonly Pick<Remark, 'id' | 'anchor'>[],
  original: NodeJson | null = null,
): Stretch[] {
  const text = doc.toJSON() as NodeJson;
  const locator = createLocator(text);
  let inOriginal: ReturnType<typeof createLocator> | null = null;
  const starts = new Map<string, { pos: number; node: ProseMirrorNode }>();
  doc.descendants((node, pos) => {
    const { id } = node.attrs;
    if (typeof id === 'string' && !starts.has(id)) starts.set(id, { pos, node });
    return !node.isTextblock;
  });
  return remarks.flatMap(({ id, anchor }): Stretch[] => {
    if (anchor.kind === 'chapter' || anchor.kind === 'suggestion') return [];
    const hint =
      anchor.kind === 'text' && anchor.hint && fragment ? pointsOfHint(fragment, anchor.hint) : null;
    const located = locator.locate(anchor, hint);
    if (located.found === 'nowhere') {
      if (!original) return [];
      inOriginal ??= createLocator(original);
      const point = pointInCopy(inOriginal.locate(anchor, hint), original, text);
      const start = point && starts.get(point.blockId);
      if (!start) return [];
      const at = start.pos + 1 + point.offset;
      return [{ id, from: at, to: at, block: false }];
    }
    if (located.found === 'block') {
      const block = starts.get(located.blockId);
      return block ? [{ id, from: block.pos, to: block.pos + block.node.nodeSize, block: true }] : [];
    }
    return located.ranges.flatMap(({ blockId, from, to }) => {
      const start = starts.get(blockId);
      if (!start) return [];
      const inside = start.pos + 1;
      return [{ id, from: inside + from, to: inside + to, block: false }];
    });
  });
}

/** Draws remarks: words as marked words, blocks by a line at their side. */
export function drawing(
  doc: ProseMirrorNode,
  stretches: readonly Stretch[],
  remarks: readonly Remark[],
): DecorationSet {
  const byId = new Map(remarks.map((remark) => [remark.id, remark]));
  return DecorationSet.create(
    doc,
    stretches.flatMap(({ id, from, to, block }) => {
      const remark = byId.get(id);
      if (!remark) return [];
      const look = `${remark.look}${remark.isActive ? ' active' : ''}`;
      if (block)
        return [
          Decoration.node(from, to, { class: `commented-block ${look}`, 'data-comment': id }, { remark: id }),
        ];
      if (from === to)
        return [Decoration.widget(from, () => document.createElement('span'), { key: id, remark: id })];
      const attributes = {
        // An element of its own for each: where two overlap, both are seen.
        nodeName: 'mark',
        class: `commented ${look}`,
        'data-comment': id,
        'aria-description': remark.description,
      };
      return [Decoration.inline(from, to, attributes, { remark: id })];
    }),
  );
}

/** The ids of the remarks at a position, the one about the fewest words first. */
export function remarksAt(marks: DecorationSet, position: number): string[] {
  const found = marks
    .find(position, position)
    .filter(({ from, to }) => from <= position && position <= to)
    .toSorted((one, other) => one.to - one.from - (other.to - other.from));
  return [...new Set(found.map(remarkOf))];
}

/** Where each remark begins now, by id. */
export function beginningsOf(marks: DecorationSet): Map<string, number> {
  const beginnings = new Map<string, number>();
  for (const mark of marks.find()) {
    const id = remarkOf(mark);
    beginnings.set(id, Math.min(mark.from, beginnings.get(id) ?? mark.from));
  }
  return beginnings;
}

const remarkOf = (mark: Decoration): string => String((mark.spec as { remark?: unknown }).remark);
