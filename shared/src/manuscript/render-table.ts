import type { NodeJson } from './document';
import { element, type Markup } from './markup';

const isHeader = (cell: NodeJson): boolean => cell.type === 'tableHeader';
const rowsOf = (table: NodeJson): readonly NodeJson[] => table.content ?? [];
const cellsOf = (row: NodeJson): readonly NodeJson[] => row.content ?? [];

/**
 * How many rows at the top are headers through and through, and keep to themselves: a cell that reaches down into the
 * body makes its row part of the body.
 */
export function headRows(table: NodeJson): number {
  const rows = rowsOf(table);
  let count = rows.findIndex((row) => cellsOf(row).length === 0 || !cellsOf(row).every(isHeader));
  if (count < 0) count = rows.length;
  const reachesOut = (row: NodeJson, index: number) =>
    cellsOf(row).some((cell) => index + Number(cell.attrs?.rowspan) > count);
  while (count > 0 && rows.slice(0, count).some(reachesOut)) count -= 1;
  return count === rows.length ? 0 : count;
}

/** A table of a cleaned document, its header rows repeated on every printed page, in a box that scrolls on its own. */
export function tableMarkup(
  table: NodeJson,
  id: string | null,
  content: (cell: NodeJson) => Markup[],
): Markup {
  const head = headRows(table);
  const row = (node: NodeJson, index: number): Markup =>
    element(
      'tr',
      {},
      cellsOf(node).map((cell) => {
        const { colspan, rowspan } = cell.attrs as { colspan: number; rowspan: number };
        const spans = { colspan: colspan > 1 ? colspan : null, rowspan: rowspan > 1 ? rowspan : null };
        if (!isHeader(cell)) return element('td', spans, content(cell));
        return element('th', { ...spans, scope: scope(index < head, colspan, rowspan) }, content(cell));
      }),
    );
  const rows = rowsOf(table);
  const parts: Markup[] = [];
  if (head > 0) parts.push(element('thead', {}, rows.slice(0, head).map(row)));
  parts.push(
    element(
      'tbody',
      {},
      rows.slice(head).map((node, index) => row(node, index + head)),
    ),
  );
  return element('div', { class: 'table-box', tabindex: 0 }, [element('table', { id }, parts)]);
}

function scope(inHead: boolean, colspan: number, rowspan: number): string {
  if (inHead) return colspan > 1 ? 'colgroup' : 'col';
  return rowspan > 1 ? 'rowgroup' : 'row';
}
