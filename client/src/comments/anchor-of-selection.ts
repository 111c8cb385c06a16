import type { ThreadAnchor } from '@accord/shared/comments/comments';
import type { TextPoint } from '@accord/shared/manuscript/anchor';
import { blockAnchor, textAnchor } from '@accord/shared/manuscript/anchoring';
import type { NodeJson } from '@accord/shared/manuscript/document';
import { relativeHint } from '@accord/shared/manuscript/yjs-edits';
import type { ResolvedPos } from '@tiptap/pm/model';
import { type EditorState, NodeSelection } from '@tiptap/pm/state';
import { CellSelection } from '@tiptap/pm/tables';
import type { XmlFragment } from 'yjs';

/**
 * What a comment begun now is about: the words selected; with none selected, the picture or table cell the caret is in, or
 * else its heading or paragraph. Null where there is nothing to hold on to.
 *
 * @param fragment the live text, for a hint that tells equal words apart
 */
export function anchorOfSelection(state: EditorState, fragment: XmlFragment | null): ThreadAnchor | null {
  const { selection, doc } = state;
  const document = doc.toJSON() as NodeJson;
  if (selection instanceof CellSelection) {
    return blockAnchor(document, String(doc.nodeAt(selection.$anchorCell.pos)?.attrs.id));
  }
  if (selection instanceof NodeSelection && typeof selection.node.attrs.id === 'string') {
    return blockAnchor(document, selection.node.attrs.id);
  }
  const [start, end] = [pointAt(selection.$from), pointAt(selection.$to)];
  if (!selection.empty && start && end) {
    const anchor = textAnchor(document, start, end);
    if (anchor && anchor.quote.trim() !== '') {
      return { ...anchor, hint: fragment && relativeHint(fragment, anchor.start, anchor.end) };
    }
  }
  const blockId = blockAround(selection.$from);
  return blockId === null ? null : blockAnchor(document, blockId);
}

function pointAt($pos: ResolvedPos): TextPoint | null {
  const { id } = $pos.parent.attrs;
  if (!$pos.parent.isTextblock || typeof id !== 'string') return null;
  return { blockId: id, offset: $pos.parentOffset };
}

/** Of a cell's paragraph the cell, else the innermost block that has an id. */
function blockAround($pos: ResolvedPos): string | null {
  let innermost: string | null = null;
  for (let depth = $pos.depth; depth > 0; depth -= 1) {
    const { type, attrs } = $pos.node(depth);
    if (typeof attrs.id !== 'string') continue;
    if (type.name === 'tableCell' || type.name === 'tableHeader') return attrs.id;
    innermost ??= attrs.id;
  }
  return innermost;
}
