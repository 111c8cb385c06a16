import { columnWidths } from '@accord/shared/manuscript/nodes/table';
import { MAX_COLUMN, MIN_COLUMN } from '@accord/shared/manuscript/safe';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import { TableMap } from '@tiptap/pm/tables';

/** What a column takes at least in a table whose other columns have a width, in pixels. */
const FLEXIBLE_COLUMN = 104;

/** A width in whole pixels within the limits of a column. */
export function clampWidth(width: number): number {
  return Math.min(Math.max(Math.round(width), MIN_COLUMN), MAX_COLUMN);
}

/**
 * Sets the width of one column of the table at `tablePos` (null: as wide as there is room), on each of its cells that
 * spans no other column, so that it outlives the deletion of any row.
 */
export function setColumnWidth(
  tr: Transaction,
  tablePos: number,
  column: number,
  width: number | null,
): Transaction {
  const table = tr.doc.nodeAt(tablePos);
  if (table?.type.spec.tableRole !== 'table') return tr;
  const map = TableMap.get(table);
  const cells = new Set<number>();
  for (let row = 0; row < map.height; row += 1) {
    const cell = map.map[row * map.width + column];
    if (cell !== undefined) cells.add(cell);
  }
  for (const cell of cells) {
    const { colspan, width: current } = table.nodeAt(cell)?.attrs ?? {};
    if (colspan === 1 && current !== width) tr.setNodeAttribute(tablePos + 1 + cell, 'width', width);
  }
  return tr;
}

/**
 * Gives a table's `<colgroup>` its columns' widths; `dragged` shows one that is not set yet. Set as style properties,
 * which a strict Content Security Policy allows.
 */
export function drawColumns(
  table: HTMLTableElement,
  node: ProseMirrorNode,
  dragged?: { column: number; width: number },
): void {
  const widths = columnWidths(node);
  if (dragged) widths[dragged.column] = dragged.width;
  const group =
    table.querySelector('colgroup') ??
    table.insertBefore(document.createElement('colgroup'), table.firstChild);
  while (group.childElementCount > widths.length) group.lastElementChild?.remove();
  while (group.childElementCount < widths.length) group.append(document.createElement('col'));
  widths.forEach((width, index) => {
    const column = group.children[index] as HTMLElement;
    column.style.width = width === null ? '' : `${width}px`;
  });
  const set = widths.some((width) => width !== null);
  const total = widths.reduce<number>((sum, width) => sum + (width ?? FLEXIBLE_COLUMN), 0);
  // Until somebody sets a width the columns go by what is in them.
  table.style.tableLayout = set ? 'fixed' : 'auto';
  table.style.width = set && widths.every((width) => width !== null) ? `${total}px` : '100%';
  table.style.minWidth = set ? `${total}px` : '';
}
