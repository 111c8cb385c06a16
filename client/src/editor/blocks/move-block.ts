import { Extension } from '@tiptap/core';
import { type EditorState, NodeSelection, TextSelection, type Transaction } from '@tiptap/pm/state';
import { CellSelection, TableMap } from '@tiptap/pm/tables';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    moveBlock: {
      /** Moves the blocks of the selection one place up or down, within what holds them. */
      moveBlock: (direction: 'up' | 'down') => ReturnType;
    };
  }
}

/** Alt+Shift+Up and Alt+Shift+Down move blocks, list items and table rows, as in Word. */
export const MoveBlock = Extension.create({
  name: 'moveBlock',
  addCommands() {
    return {
      moveBlock:
        (direction) =>
        ({ state, tr, dispatch }) =>
          moveBlock(state, tr, direction === 'up' ? -1 : 1, dispatch !== undefined),
    };
  },
  addKeyboardShortcuts() {
    return {
      'Alt-Shift-ArrowUp': () => this.editor.commands.moveBlock('up'),
      'Alt-Shift-ArrowDown': () => this.editor.commands.moveBlock('down'),
    };
  },
});

/** Swaps the selected blocks with their neighbour, at the innermost depth where there is one. */
function moveBlock(state: EditorState, tr: Transaction, step: -1 | 1, act: boolean): boolean {
  const { selection } = state;
  const { $from, $to } = selection;
  const deepest =
    selection instanceof NodeSelection ? $from.depth : Math.min($from.sharedDepth($to.pos), $from.depth - 1);
  for (let depth = deepest; depth >= 0; depth -= 1) {
    const parent = $from.node(depth);
    if (parent.type.name === 'tableRow' || (parent.type.name === 'table' && !hasPlainRows(state, depth)))
      continue;
    const first = $from.index(depth);
    const last =
      selection instanceof NodeSelection && depth === $from.depth ? first : $to.indexAfter(depth) - 1;
    const neighbour = step < 0 ? first - 1 : last + 1;
    if (last < first || neighbour < 0 || neighbour >= parent.childCount) continue;
    if (!act) return true;

    const start = $from.posAtIndex(first, depth);
    const end = $from.posAtIndex(last + 1, depth);
    const sibling = parent.child(neighbour);
    const shift = step * sibling.nodeSize;
    const siblingStart = step < 0 ? start - sibling.nodeSize : end;
    // The neighbour is what is taken out and put back, so that the blocks being written in stay the same.
    tr.delete(siblingStart, siblingStart + sibling.nodeSize);
    tr.insert(step < 0 ? end - sibling.nodeSize : start, sibling);
    if (selection instanceof NodeSelection)
      tr.setSelection(NodeSelection.create(tr.doc, selection.from + shift));
    else if (selection instanceof CellSelection) {
      tr.setSelection(
        CellSelection.create(tr.doc, selection.$anchorCell.pos + shift, selection.$headCell.pos + shift),
      );
    } else tr.setSelection(TextSelection.create(tr.doc, selection.anchor + shift, selection.head + shift));
    tr.scrollIntoView();
    return true;
  }
  return false;
}

/** Whether no cell of the table reaches over two rows, so that rows can change places. */
function hasPlainRows(state: EditorState, depth: number): boolean {
  const table = state.selection.$from.node(depth);
  const { map, width, height } = TableMap.get(table);
  for (let i = 0; i + width < width * height; i += 1) if (map[i] === map[i + width]) return false;
  return true;
}
