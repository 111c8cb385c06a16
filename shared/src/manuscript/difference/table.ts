import { diffArrays } from 'diff';
import { walk } from '../blocks';
import type { NodeJson } from '../document';
import { inlineText } from '../inline-text';
import { blockKey } from './block';
import { similarity, wordsOf } from './similarity';

/** What became of a row or column; numbers count from 0. */
export type LineFate =
  | { readonly kind: 'kept'; readonly before: number; readonly after: number }
  /** It stands elsewhere among the others now. */
  | { readonly kind: 'moved'; readonly before: number; readonly after: number }
  | { readonly kind: 'added'; readonly after: number }
  | { readonly kind: 'removed'; readonly before: number };

/**
 * Rows and columns of a table that came and went, in the order of the table after, what was removed behind what it followed;
 * what happened inside cells, the alignment of their blocks tells.
 */
export interface TableDifference {
  readonly rows: readonly LineFate[];
  readonly columns: readonly LineFate[];
}

/** A cell at its place in the grid of its table; numbers count from 0. */
export interface PlacedCell {
  readonly node: NodeJson;
  readonly id: string | null;
  readonly row: number;
  readonly column: number;
  readonly across: number;
  readonly down: number;
}

/** Where the cells of a table stand: one that spans several rows or columns pushes aside those behind and below it. */
function placedCells(table: NodeJson): PlacedCell[] {
  const cells: PlacedCell[] = [];
  /** For each column the first row that no cell from above reaches into. */
  const free: number[] = [];
  const rows = table.content ?? [];
  for (const [row, { content = [] }] of rows.entries()) {
    let column = 0;
    for (const node of content) {
      while ((free[column] ?? 0) > row) column += 1;
      const across = span(node.attrs?.colspan);
      const down = Math.min(span(node.attrs?.rowspan), rows.length - row);
      cells.push({ node, id: idOf(node), row, column, across, down });
      for (let step = 0; step < across; step += 1) free[column + step] = row + down;
      column += across;
    }
  }
  return cells;
}

/** The cells of two states of a table; where these are the same, ids tell nothing: each cell is the one in its place. */
export function cellsOfBoth(before: NodeJson, after: NodeJson): [PlacedCell[], PlacedCell[]] {
  const both: [PlacedCell[], PlacedCell[]] = [placedCells(before), placedCells(after)];
  if (blockKey(before) !== blockKey(after)) return both;
  const nameless = (cell: PlacedCell): PlacedCell => ({ ...cell, id: null });
  return [both[0].map(nameless), both[1].map(nameless)];
}

/** Compares two states of a table. Rows and columns are known by the ids of their cells, where these are lost by what they say. */
export function differenceOfTables(before: NodeJson, after: NodeJson): TableDifference {
  const [old, now] = cellsOfBoth(before, after);
  const ids = idsOnce(old);
  const known = new Set([...idsOnce(now)].filter((id) => ids.has(id)));
  const along = (which: 'row' | 'column') =>
    linesBetween(
      linesOf(old, which, known, which === 'row' ? before.content?.length : undefined),
      linesOf(now, which, known, which === 'row' ? after.content?.length : undefined),
    );
  return { rows: along('row'), columns: along('column') };
}

/** Ids that only one of the cells has: one that stands twice tells nothing. */
export function idsOnce(cells: readonly PlacedCell[]): Set<string> {
  const ids = cells.flatMap(({ id }) => id ?? []);
  const seen = new Set<string>();
  const twice = new Set(ids.filter((id) => seen.has(id) || !seen.add(id)));
  return new Set(ids.filter((id) => !twice.has(id)));
}

/** A row or column: the cells in it that both states have, and what it says. */
interface Line {
  readonly ids: ReadonlySet<string>;
  readonly key: string;
  readonly text: string;
}

function linesOf(
  cells: readonly PlacedCell[],
  which: 'row' | 'column',
  known: ReadonlySet<string>,
  count = Math.max(0, ...cells.map(({ column, across }) => column + across)),
): Line[] {
  const lines: PlacedCell[][] = Array.from({ length: count }, () => []);
  for (const cell of cells) lines[cell[which]]?.push(cell);
  return lines.map((own) => ({
    ids: new Set(own.flatMap(({ id }) => (id !== null && known.has(id) ? [id] : []))),
    key: own.map(({ node }) => blockKey(node)).join(),
    text: own.map(({ node }) => textIn(node)).join(' '),
  }));
}

/** Lines with so much in common are one, rewritten. */
const REWRITTEN = 0.4;

function linesBetween(old: readonly Line[], now: readonly Line[]): LineFate[] {
  const same = (one: Line, other: Line): boolean =>
    one.ids.size > 0 && other.ids.size > 0
      ? [...one.ids].some((id) => other.ids.has(id))
      : one.key === other.key;
  const fates: LineFate[] = [];
  let [a, b] = [0, 0];
  let gap: { removed: number[]; added: number[] } = { removed: [], added: [] };
  const close = () => {
    fates.push(...rewritten(gap.removed, gap.added, old, now));
    gap = { removed: [], added: [] };
  };
  for (const { count, added, removed } of diffArrays([...old], [...now], { comparator: same }))
    for (let step = 0; step < count; step++) {
      if (added) gap.added.push(b++);
      else if (removed) gap.removed.push(a++);
      else {
        close();
        fates.push({ kind: 'kept', before: a++, after: b++ });
      }
    }
  close();
  return withMoved(fates, old, now);
}

/** Lines that no cell's id knows: those that say much the same are one. */
function rewritten(
  removed: readonly number[],
  added: readonly number[],
  old: readonly Line[],
  now: readonly Line[],
): LineFate[] {
  const fates: LineFate[] = [];
  let next = 0;
  for (const before of removed) {
    const one = old[before];
    const at = added.findIndex((after, index) => {
      const other = now[after];
      if (index < next || !one || !other || one.ids.size > 0 || other.ids.size > 0) return false;
      return (
        similarity(wordsOf(one.text), wordsOf(other.text)) >= REWRITTEN &&
        one.text !== '' &&
        other.text !== ''
      );
    });
    if (at < 0) {
      fates.push({ kind: 'removed', before });
      continue;
    }
    for (const after of added.slice(next, at)) fates.push({ kind: 'added', after });
    fates.push({ kind: 'kept', before, after: added[at] ?? 0 });
    next = at + 1;
  }
  return [...fates, ...added.slice(next).map((after): LineFate => ({ kind: 'added', after }))];
}

/** A line that went here and came there, with the same cells, has moved. */
function withMoved(fates: readonly LineFate[], old: readonly Line[], now: readonly Line[]): LineFate[] {
  const from = new Map<number, number>();
  for (const gone of fates) {
    if (gone.kind !== 'removed') continue;
    const ids = old[gone.before]?.ids ?? new Set();
    const come = fates.find(
      (fate) =>
        fate.kind === 'added' &&
        !from.has(fate.after) &&
        [...(now[fate.after]?.ids ?? [])].some((id) => ids.has(id)),
    );
    if (come?.kind === 'added') from.set(come.after, gone.before);
  }
  const taken = new Set(from.values());
  return fates.flatMap((fate): LineFate[] => {
    if (fate.kind === 'removed' && taken.has(fate.before)) return [];
    const before = fate.kind === 'added' ? from.get(fate.after) : undefined;
    return before !== undefined && fate.kind === 'added'
      ? [{ kind: 'moved', before, after: fate.after }]
      : [fate];
  });
}

function textIn(node: NodeJson): string {
  const texts: string[] = [];
  walk(node, (child) => {
    if (child.type !== 'text')
      texts.push(
        inlineText({ ...child, content: (child.content ?? []).filter(({ text }) => text !== undefined) }),
      );
  });
  return texts.filter((text) => text !== '').join(' ');
}

const idOf = ({ attrs }: NodeJson): string | null => (typeof attrs?.id === 'string' ? attrs.id : null);

const span = (value: unknown): number =>
  typeof value === 'number' && Number.isInteger(value) && value > 1 ? Math.min(value, 1000) : 1;
