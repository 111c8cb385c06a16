import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { tableEditing } from '@tiptap/pm/tables';
import { MAX_COLSPAN, MAX_COLUMN, MAX_ROWSPAN, MIN_COLUMN } from '../safe';

const between = (value: string | null, low: number, high: number): number | null => {
  const number = Math.round(Number.parseFloat(value ?? ''));
  return Number.isFinite(number) && number >= low && number <= high ? number : null;
};

/**
 * `width` is the width of the cell's column in pixels: one number, not the list `colwidth` of prosemirror-tables,
 * which the binding to Yjs would rewrite at each edit. It counts for cells that span one column.
 */
const cellAttributes = () => ({
  colspan: {
    default: 1,
    parseHTML: (element: HTMLElement) => between(element.getAttribute('colspan'), 1, MAX_COLSPAN) ?? 1,
  },
  rowspan: {
    default: 1,
    parseHTML: (element: HTMLElement) => between(element.getAttribute('rowspan'), 1, MAX_ROWSPAN) ?? 1,
  },
  width: {
    default: null,
    parseHTML: (element: HTMLElement) => between(element.getAttribute('data-width'), MIN_COLUMN, MAX_COLUMN),
    renderHTML: ({ width }: Record<string, unknown>) =>
      typeof width === 'number' ? { 'data-width': width } : {},
  },
});

/**
 * The width in pixels of each column of a table node, null where nobody has set one. The topmost cell that spans just
 * that column decides.
 */
export function columnWidths(table: ProseMirrorNode): (number | null)[] {
  const widths: (number | null)[] = [];
  const covered: number[] = [];
  table.forEach((row) => {
    let column = 0;
    row.forEach((cell) => {
      while ((covered[column] ?? 0) > 0) covered[column++] = (covered[column - 1] ?? 1) - 1;
      const colspan = span(cell.attrs.colspan, MAX_COLSPAN);
      const rowspan = span(cell.attrs.rowspan, MAX_ROWSPAN);
      const width = colspan === 1 && typeof cell.attrs.width === 'number' ? cell.attrs.width : null;
      if (width !== null) widths[column] ??= Math.min(Math.max(width, MIN_COLUMN), MAX_COLUMN);
      for (let i = 0; i < colspan; i += 1, column += 1) {
        covered[column] = rowspan - 1;
        widths[column] ??= null;
      }
    });
    for (; column < covered.length; column += 1) {
      if ((covered[column] ?? 0) > 0) covered[column] = (covered[column] ?? 1) - 1;
    }
  });
  return Array.from(widths, (width) => width ?? null);
}

const span = (value: unknown, most: number): number =>
  typeof value === 'number' && value >= 1 ? Math.min(Math.floor(value), most) : 1;

const PlainTable = Table.extend({
  renderHTML({ node, HTMLAttributes }) {
    const columns = columnWidths(node).map((width) => ['col', width === null ? {} : { width }] as const);
    return ['table', HTMLAttributes, ['colgroup', ...columns], ['tbody', 0]];
  },
  addNodeView: () => null,
  addProseMirrorPlugins: () => [tableEditing()],
});

/** Tables with header cells, merged cells and column widths. */
export const tableNodes = [
  PlainTable,
  TableRow,
  TableHeader.extend({ addAttributes: cellAttributes }),
  TableCell.extend({ addAttributes: cellAttributes }),
];
