import { MAX_ROWSPAN } from '@accord/shared/manuscript/safe';
import { isBlank, isElement, isText, tagOf } from './dom';
import { MAX_CELLS, MAX_COLUMNS } from './limits';

export interface GridCell {
  /** The cell it comes from; null where a gap was filled. */
  readonly source: Element | null;
  readonly header: boolean;
  readonly colspan: number;
  readonly rowspan: number;
}

export interface TableGrid {
  readonly captions: readonly Element[];
  /** Rows that together fill a rectangle exactly: spans are cut where they overlap or stick out, gaps are filled. */
  readonly rows: readonly (readonly GridCell[])[];
  /** All cells in reading order, for tables that can't stay tables. */
  readonly parts: readonly Element[];
  /** One cell: a frame for layout, not a table. */
  readonly single: boolean;
  readonly tooLarge: boolean;
}

/** Reads a pasted table, however broken, as a sound grid. */
export function tableGrid(table: Element): TableGrid {
  const captions: Element[] = [];
  const source: { cells: Element[]; head: boolean }[] = [];
  collectRows(table, false, captions, source);
  const parts = source.flatMap((row) => row.cells);

  const rows: GridCell[][] = source.map(() => []);
  const taken: boolean[][] = source.map(() => []);
  let columns = 0;
  source.forEach(({ cells, head }, r) => {
    // Too wide or too long already: spans that multiply must not cost memory.
    if (columns > MAX_COLUMNS || source.length > MAX_CELLS) return;
    let column = 0;
    for (const cell of cells) {
      while (taken[r]?.[column]) column += 1;
      const rowspan = spanOf(cell, 'rowspan', Math.min(source.length - r, MAX_ROWSPAN));
      const wanted = spanOf(cell, 'colspan', MAX_COLUMNS);
      let colspan = 1;
      while (colspan < wanted && !taken[r]?.[column + colspan]) colspan += 1;
      for (let y = r; y < r + rowspan; y++) {
        for (let x = column; x < column + colspan; x++) {
          const line = taken[y];
          if (line) line[x] = true;
        }
      }
      rows[r]?.push({ source: cell, header: head || tagOf(cell) === 'th', colspan, rowspan });
      column += colspan;
      columns = Math.max(columns, column);
    }
  });
  const tooLarge = columns > MAX_COLUMNS || source.length > MAX_CELLS || columns * rows.length > MAX_CELLS;
  if (!tooLarge) fillGaps(rows, taken, columns);
  return { captions, rows, parts, single: parts.length === 1, tooLarge };
}

function fillGaps(rows: GridCell[][], taken: readonly boolean[][], columns: number): void {
  rows.forEach((row, r) => {
    for (let column = 0; column < columns; column++) {
      if (!taken[r]?.[column]) row.push({ source: null, header: false, colspan: 1, rowspan: 1 });
    }
  });
}

function spanOf(cell: Element, name: string, most: number): number {
  const span = Number.parseInt(cell.getAttribute(name) ?? '1', 10);
  return Number.isInteger(span) && span > 1 ? Math.min(span, most) : 1;
}

/** Rows in order; whatever stands in a table without belonging there becomes a row of one cell. */
function collectRows(
  parent: Element,
  head: boolean,
  captions: Element[],
  rows: { cells: Element[]; head: boolean }[],
): void {
  for (const child of [...parent.childNodes]) {
    if (isText(child) && !isBlank(child.data)) rows.push({ cells: [cellAround(child)], head: false });
    if (!isElement(child)) continue;
    const tag = tagOf(child);
    if (tag === 'caption') captions.push(child);
    else if (/^(thead|tbody|tfoot)$/.test(tag)) collectRows(child, tag === 'thead', captions, rows);
    else if (tag === 'tr') {
      const cells = cellsOf(child);
      if (cells.length > 0) rows.push({ cells, head });
    } else if (!/^(colgroup|col|script|style|template)$/.test(tag))
      rows.push({ cells: [cellAround(child)], head: false });
  }
}

function cellsOf(row: Element): Element[] {
  return [...row.childNodes].flatMap((child) => {
    if (isElement(child)) return /^t[dh]$/.test(tagOf(child)) ? [child] : [cellAround(child)];
    return isText(child) && !isBlank(child.data) ? [cellAround(child)] : [];
  });
}

function cellAround(node: ChildNode): Element {
  const cell = (node.ownerDocument as Document).createElement('td');
  node.replaceWith(cell);
  cell.append(node);
  return cell;
}
