import type { NodeJson } from '@accord/shared/manuscript/document';

/** One cell of a row as Word wants it: rows are complete, and a cell that reaches down is there again in each row. */
export interface GridCell {
  readonly column: number;
  readonly span: number;
  /** What it stands in vertically: nothing, the head of a merge, or a further part of one. */
  readonly merge: 'none' | 'head' | 'further';
  readonly header: boolean;
  readonly content: NodeJson[];
  /** Pixels, where somebody has set it. */
  readonly width: number | null;
}

export interface TableGrid {
  readonly columns: number;
  readonly rows: readonly (readonly GridCell[])[];
}

/** Word opens no table with more. What is beyond goes into the last cell. */
const MOST_COLUMNS = 63;

/** Brings the table of a cleaned document into a complete grid, whatever spans it has; no content is lost. */
export function gridOf(table: NodeJson): TableGrid {
  const source = table.content ?? [];
  /** Cells that reach into the rows to come, by the column they begin in. */
  const reaching = new Map<number, { cell: GridCell; rows: number }>();
  const rows: GridCell[][] = [];

  source.forEach((row, rowIndex) => {
    const cells: GridCell[] = [];
    let column = 0;
    const passReaching = () => {
      for (let above = reaching.get(column); above; above = reaching.get(column)) {
        cells.push({ ...above.cell, merge: 'further' });
        above.rows -= 1;
        if (above.rows === 0) ended.push(column);
        column += above.cell.span;
      }
    };
    const ended: number[] = [];
    /** Free columns from here to the next cell from above. */
    const room = () => {
      const next = Math.min(MOST_COLUMNS, ...[...reaching.keys()].filter((begin) => begin > column));
      return next - column;
    };
    const started: [number, { cell: GridCell; rows: number }][] = [];
    for (const node of row.content ?? []) {
      passReaching();
      if (column >= MOST_COLUMNS) {
        // The content is shared with the cell it continues, so what is added here is written there.
        cells.at(-1)?.content.push(...(node.content ?? []));
        continue;
      }
      const { colspan, rowspan, width } = node.attrs as { colspan: number; rowspan: number; width: unknown };
      const down = Math.min(rowspan, source.length - rowIndex);
      const cell: GridCell = {
        column,
        span: Math.min(colspan, room()),
        merge: down > 1 ? 'head' : 'none',
        header: node.type === 'tableHeader',
        content: [...(node.content ?? [])],
        width: colspan === 1 && typeof width === 'number' ? width : null,
      };
      cells.push(cell);
      if (down > 1) started.push([column, { cell, rows: down - 1 }]);
      column += cell.span;
    }
    passReaching();
    while ([...reaching.keys()].some((begin) => begin > column)) {
      const span = room();
      cells.push(blank(column, span));
      column += span;
      passReaching();
    }
    for (const begin of ended) reaching.delete(begin);
    for (const [begin, cell] of started) reaching.set(begin, cell);
    rows.push(cells);
  });

  const widthOf = (cells: readonly GridCell[]) => cells.reduce((total, { span }) => total + span, 0);
  const columns = Math.max(1, ...rows.map(widthOf));
  for (const cells of rows) {
    const width = widthOf(cells);
    if (width < columns) cells.push(blank(width, columns - width));
  }
  return { columns, rows };
}

const blank = (column: number, span: number): GridCell => ({
  column,
  span,
  merge: 'none',
  header: false,
  content: [],
  width: null,
});
