import { textOf } from '@accord/shared/manuscript/blocks';
import type { GridCell, TableGrid } from './table-grid';

/** Twentieths of a point in a pixel. */
const PIXEL = 15;
/** Of a letter of the tables' type, and beside the text of a cell. */
const LETTER = 125;
const BESIDE = 240;
/** Characters beyond which longer text makes a column no wider, so that one long cell does not take all. */
const MANY = 40;
const LONGEST_WORD = 22;

/**
 * The width of each column: the one that was set, in proportion where all together are too wide. The others share what
 * is left: each its longest word at least, those with longer text more.
 * @param room in twentieths of a point, as the widths returned
 */
export function columnWidthsOf(grid: TableGrid, room: number): number[] {
  const columns = Array.from({ length: grid.columns }, () => ({
    set: null as number | null,
    least: LETTER + BESIDE,
    letters: 1,
  }));
  for (const cell of grid.rows.flat()) {
    const column = columns[cell.column];
    if (!column || cell.span > 1 || cell.merge === 'further') continue;
    if (cell.width !== null) column.set ??= cell.width * PIXEL;
    const { longest, word } = measured(cell);
    column.letters = Math.max(column.letters, Math.min(longest, MANY));
    column.least = Math.max(column.least, Math.min(word, LONGEST_WORD) * LETTER + BESIDE);
  }
  const free = columns.filter(({ set }) => set === null);
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
  const left = room - sum(columns.map(({ set, least }) => set ?? least));
  const letters = sum(free.map((column) => column.letters));
  const wanted = columns.map((column) => {
    if (column.set !== null) return column.set;
    return column.least + (Math.max(0, left) * column.letters) / letters;
  });
  const scale = Math.min(1, room / sum(wanted));
  return wanted.map((width) => Math.max(1, Math.floor(width * scale)));
}

/** Letters of the longest paragraph and of the longest word in a cell. */
function measured({ content, header }: GridCell): { longest: number; word: number } {
  const texts = content.map(textOf);
  const words = texts.flatMap((text) => text.split(/[\s\-\u2010-\u2014/]+/u));
  const most = (parts: readonly string[]) => Math.max(0, ...parts.map(({ length }) => length));
  // Heads are bold, and wider.
  return { longest: most(texts), word: Math.ceil(most(words) * (header ? 1.15 : 1)) };
}
