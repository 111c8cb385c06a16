import type { LineFate, PlacedCell, TableDifference } from '../manuscript/difference/table';
import type { NodeJson } from '../manuscript/document';
import type { GridCell, LineKind, TableGrid } from './comparison-model';

type Side = 'before' | 'after';

/** One of the two tables as it is, each line marked with what became of it. */
export function gridOf(
  table: NodeJson,
  cells: readonly PlacedCell[],
  lines: TableDifference,
  numbers: ReadonlyMap<PlacedCell, number>,
  side: Side,
): TableGrid {
  const [rows, columns] = [kindsOf(lines.rows, side), kindsOf(lines.columns, side)];
  const own: PlacedCell[][] = (table.content ?? []).map(() => []);
  for (const cell of cells) own[cell.row]?.push(cell);
  return {
    columns,
    rows: own.map((inRow, row) => ({
      line: rows[row] ?? 'kept',
      cells: inRow.map((cell) => ({
        cell: numbers.get(cell) ?? null,
        across: cell.across,
        down: cell.down,
        header: cell.node.type === 'tableHeader',
        line: strongest(rows[row], columns[cell.column]),
      })),
    })),
  };
}

function kindsOf(lines: readonly LineFate[], side: Side): LineKind[] {
  const kinds: LineKind[] = [];
  for (const line of lines) {
    const at =
      side === 'before'
        ? 'before' in line
          ? line.before
          : undefined
        : 'after' in line
          ? line.after
          : undefined;
    if (at !== undefined) kinds[at] = line.kind;
  }
  return kinds;
}

const STRENGTH: readonly LineKind[] = ['removed', 'added', 'moved', 'kept'];
const strongest = (row: LineKind = 'kept', column: LineKind = 'kept'): LineKind =>
  STRENGTH.find((kind) => kind === row || kind === column) ?? 'kept';

/**
 * Both tables as one: all lines of either, removed ones where they stood. Null where a cell of the one lies across cells of the
 * other, so that no single table can show both.
 */
export function gridTogether(
  lines: TableDifference,
  old: readonly PlacedCell[],
  now: readonly PlacedCell[],
  numbers: Readonly<Record<Side, ReadonlyMap<PlacedCell, number>>>,
): TableGrid | null {
  const { rows, columns } = lines;
  const taken = new Map<string, GridCell | 'covered'>();
  const shown = new Set(numbers.after.values());
  const place = (cell: PlacedCell, side: Side): boolean => {
    const [top, bottom] = stretch(rows, side, cell.row, cell.down);
    const [left, right] = stretch(columns, side, cell.column, cell.across);
    for (let row = top; row <= bottom; row += 1)
      for (let column = left; column <= right; column += 1) {
        if (row < 0 || column < 0 || taken.has(`${row} ${column}`)) return false;
        taken.set(`${row} ${column}`, 'covered');
      }
    taken.set(`${top} ${left}`, {
      cell: numbers[side].get(cell) ?? null,
      across: right - left + 1,
      down: bottom - top + 1,
      header: cell.node.type === 'tableHeader',
      line: strongest(rows[top]?.kind, columns[left]?.kind),
    });
    return true;
  };
  const gone = old.filter((cell) => !shown.has(numbers.before.get(cell) ?? -1));
  if (!now.every((cell) => place(cell, 'after')) || !gone.every((cell) => place(cell, 'before'))) return null;
  return {
    columns: columns.map(({ kind }) => kind),
    rows: rows.map((line, row) => ({
      line: line.kind,
      cells: columns.flatMap((column, at): GridCell[] => {
        const cell = taken.get(`${row} ${at}`);
        if (cell === 'covered') return [];
        return [
          cell ?? { cell: null, across: 1, down: 1, header: false, line: strongest(line.kind, column.kind) },
        ];
      }),
    })),
  };
}

/** First and last line of a cell among all lines; those that lie between are covered too. */
function stretch(lines: readonly LineFate[], side: Side, from: number, count: number): [number, number] {
  const places: number[] = [];
  for (const [place, line] of lines.entries()) {
    const at = side === 'before' ? ('before' in line ? line.before : -1) : 'after' in line ? line.after : -1;
    if (at >= from && at < from + count) places.push(place);
  }
  return places.length > 0 ? [Math.min(...places), Math.max(...places)] : [-1, -1];
}
