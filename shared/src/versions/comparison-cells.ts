import { idsOnce, type PlacedCell, type TableDifference } from '../manuscript/difference/table';

/** Which cells of two tables are the same. */
export interface CellPairs {
  /** Cell after -> cell before. */
  readonly pairs: ReadonlyMap<PlacedCell, PlacedCell>;
  /** Cell after -> the other cells before that were merged into it. */
  readonly absorbed: ReadonlyMap<PlacedCell, readonly PlacedCell[]>;
  /** How many cells cover more, or less, of the lines both tables have than they did. */
  readonly merged: number;
  readonly parted: number;
}

/** Pairs cells by their ids, else by the lines they begin in. */
export function pairCells(
  old: readonly PlacedCell[],
  now: readonly PlacedCell[],
  lines: TableDifference,
): CellPairs {
  const pairs = new Map<PlacedCell, PlacedCell>();
  const taken = new Set<PlacedCell>();
  const pair = (cell: PlacedCell, was: PlacedCell | undefined) => {
    if (!was || taken.has(was) || pairs.has(cell)) return;
    pairs.set(cell, was);
    taken.add(was);
  };
  const [idsOld, ids] = [idsOnce(old), idsOnce(now)];
  const byId = new Map(
    old.flatMap((cell) => (cell.id !== null && idsOld.has(cell.id) ? [[cell.id, cell] as const] : [])),
  );
  for (const cell of now) if (cell.id !== null && ids.has(cell.id)) pair(cell, byId.get(cell.id));
  const rows = mapOf(lines.rows);
  const columns = mapOf(lines.columns);
  const byPlace = new Map(old.map((cell) => [`${cell.row} ${cell.column}`, cell]));
  for (const cell of now) {
    const was = byPlace.get(`${rows.get(cell.row)} ${columns.get(cell.column)}`);
    // A cell whose id went on elsewhere is not the one that stands in its place.
    if (was && !(was.id !== null && idsOld.has(was.id) && ids.has(was.id))) pair(cell, was);
  }

  const areaNow = (cell: PlacedCell) =>
    areaOf(
      cell,
      (row) => rows.get(row),
      (column) => columns.get(column),
    );
  const [keptRows, keptColumns] = [new Set(rows.values()), new Set(columns.values())];
  const areaOld = (cell: PlacedCell) =>
    areaOf(
      cell,
      (row) => (keptRows.has(row) ? row : undefined),
      (column) => (keptColumns.has(column) ? column : undefined),
    );
  const absorbed = new Map<PlacedCell, readonly PlacedCell[]>();
  let [merged, parted] = [0, 0];
  for (const [cell, was] of pairs) {
    if (cell.across * cell.down === 1 && was.across * was.down === 1) continue;
    const [area, before] = [areaNow(cell), areaOld(was)];
    if ([...before].some((place) => !area.has(place))) parted += 1;
    if (![...area].some((place) => !before.has(place))) continue;
    merged += 1;
    const gone = old.filter((one) => {
      const places = [...areaOld(one)];
      return !taken.has(one) && places.length > 0 && places.every((place) => area.has(place));
    });
    for (const one of gone) taken.add(one);
    if (gone.length > 0) absorbed.set(cell, gone);
  }
  return { pairs, absorbed, merged, parted };
}

const mapOf = (lines: TableDifference['rows']): Map<number, number> =>
  new Map(
    lines.flatMap((line) =>
      'after' in line && 'before' in line ? [[line.after, line.before] as const] : [],
    ),
  );

/** The places a cell covers, in lines of the table before that both tables have. */
function areaOf(
  cell: PlacedCell,
  rowOf: (row: number) => number | undefined,
  columnOf: (column: number) => number | undefined,
): Set<string> {
  const places = new Set<string>();
  for (let row = cell.row; row < cell.row + cell.down; row += 1)
    for (let column = cell.column; column < cell.column + cell.across; column += 1) {
      const [one, other] = [rowOf(row), columnOf(column)];
      if (one !== undefined && other !== undefined) places.add(`${one} ${other}`);
    }
  return places;
}
