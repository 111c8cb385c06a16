import { textOf } from '@accord/shared/manuscript/blocks';
import type { TableGrid } from './table-grid';

/** Twentieths of a point in a pixel. */
const PIXEL = 15;
const LEAST = 300;
/** Characters: what a column counts for at least and at most when it shares the room by what stands in it. */
const FEW = 8;
const MANY = 40;

/**
 * The width of each column: the one that was set, in proportion where all together are too wide; the others share what
 * is left, those with longer text getting more.
 * @param room in twentieths of a point, as the widths returned
 */
export function columnWidthsOf(grid: TableGrid, room: number): number[] {
  const set: (number | null)[] = Array.from({ length: grid.columns }, () => null);
  const weights: number[] = Array.from({ length: grid.columns }, () => FEW);
  for (const cell of grid.rows.flat()) {
    if (cell.span > 1 || cell.merge === 'further') continue;
    if (cell.width !== null) set[cell.column] ??= cell.width * PIXEL;
    const longest = Math.max(0, ...cell.content.map((block) => textOf(block).length));
    weights[cell.column] = Math.max(weights[cell.column] ?? FEW, Math.min(longest, MANY));
  }
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
  const taken = sum(set.map((width) => width ?? 0));
  const freeWeight = sum(weights.filter((_, column) => set[column] === null));
  // Columns nobody has set get a readable share, also where the others would fill the page.
  const free = Math.max(room - taken, freeWeight === 0 ? 0 : (room * freeWeight) / sum(weights) / 2);
  const wanted = set.map((width, column) => width ?? ((weights[column] ?? FEW) / freeWeight) * free);
  const scale = Math.min(1, room / sum(wanted));
  return wanted.map((width) => Math.max(LEAST, Math.floor(width * scale)));
}
