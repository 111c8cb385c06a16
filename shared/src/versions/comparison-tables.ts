import { blockKey } from '../manuscript/difference/block';
import {
  cellsOfBoth,
  differenceOfTables,
  type LineFate,
  type PlacedCell,
} from '../manuscript/difference/table';
import type { NodeJson } from '../manuscript/document';
import { pairCells } from './comparison-cells';
import { gridOf, gridTogether } from './comparison-grid';
import type { ComparedCell, Fact, Row, TableLineFact, TableRow } from './comparison-model';

/** What differs between two states of a table, cell by cell; one of them may be missing. */
export function compareTables(
  before: NodeJson | null,
  after: NodeJson | null,
  rowsBetween: (before: NodeJson, after: NodeJson) => Row[],
): Pick<TableRow, 'cells' | 'tables' | 'together' | 'facts'> {
  const [old, now] = cellsOfBoth(before ?? EMPTY, after ?? EMPTY);
  const lines = differenceOfTables(before ?? EMPTY, after ?? EMPTY);
  const { pairs, absorbed, merged, parted } = pairCells(old, now, lines);
  const numbers = { before: new Map<PlacedCell, number>(), after: new Map<PlacedCell, number>() };
  const cells: ComparedCell[] = [];
  const compared = (
    fate: ComparedCell['fate'] | null,
    one: readonly PlacedCell[],
    other: PlacedCell | null,
  ) => {
    const rows = rowsBetween(contents(one), contents(other ? [other] : []));
    const same = rows.every((row) => row.kind !== 'moved-away' && row.fate === 'unchanged');
    cells.push({ fate: fate ?? (same ? 'unchanged' : 'changed'), rows });
    return cells.length - 1;
  };
  for (const cell of now) {
    const was = pairs.get(cell);
    const goneInto = absorbed.get(cell);
    if (was && goneInto) {
      // What stood in several cells is compared as one; where it stood it is shown as it was.
      numbers.after.set(cell, compared('merged', [was, ...goneInto], cell));
      for (const one of [was, ...goneInto]) {
        cells.push({ fate: 'merged', rows: rowsBetween(contents([one]), contents([one])) });
        numbers.before.set(one, cells.length - 1);
      }
    } else {
      const number = compared(was ? null : 'added', was ? [was] : [], cell);
      numbers.after.set(cell, number);
      if (was) numbers.before.set(was, number);
    }
  }
  for (const cell of old)
    if (!numbers.before.has(cell)) numbers.before.set(cell, compared('removed', [cell], null));
  const facts =
    before && after
      ? [
          ...factsOfLines(lines.rows, 'rows'),
          ...factsOfLines(lines.columns, 'columns'),
          ...countOf('cells-merged', merged),
          ...countOf('cells-parted', parted),
          ...factsOfCells(pairs, now, before, after),
        ]
      : [];
  return {
    facts,
    cells,
    tables: {
      before: before && gridOf(before, old, lines, numbers.before, 'before'),
      after: after && gridOf(after, now, lines, numbers.after, 'after'),
    },
    together: gridTogether(lines, old, now, numbers),
  };
}

const EMPTY: NodeJson = { type: 'table' };

const contents = (cells: readonly PlacedCell[]): NodeJson => ({
  type: 'doc',
  content: cells.flatMap(({ node }) => node.content ?? []),
});

const countOf = (kind: 'cells-merged' | 'cells-parted' | 'header-cells', count: number): Fact[] =>
  count > 0 ? [{ kind, count }] : [];

function factsOfLines(lines: readonly LineFate[], which: 'rows' | 'columns'): Fact[] {
  return (['added', 'removed', 'moved'] as const).flatMap((what): Fact[] => {
    const count = lines.filter(({ kind }) => kind === what).length;
    return count > 0 ? [{ kind: `${which}-${what}` satisfies TableLineFact, count }] : [];
  });
}

/** Headers, widths, and whatever else cells, rows and the table itself carry. */
function factsOfCells(
  pairs: ReadonlyMap<PlacedCell, PlacedCell>,
  now: readonly PlacedCell[],
  before: NodeJson,
  after: NodeJson,
): Fact[] {
  const facts: Fact[] = [];
  const turned = now.filter((cell) => {
    const was = pairs.get(cell);
    return was !== undefined && was.node.type !== cell.node.type;
  });
  if (turned.length > 0) facts.push(...factsOfHeaders(turned, now));
  const widths = new Set<number>();
  for (const cell of now) {
    const was = pairs.get(cell);
    if (!was) continue;
    const [old, width] = [widthOf(was), widthOf(cell)];
    if (old !== width && !widths.has(cell.column)) {
      widths.add(cell.column);
      facts.push({ kind: 'column-width', column: cell.column + 1, before: old, after: width });
    }
  }
  const odd = [...pairs].some(([cell, was]) => oddOf(cell.node) !== oddOf(was.node));
  if (odd || oddOf(before) !== oddOf(after)) facts.push({ kind: 'unshown' });
  return facts;
}

function factsOfHeaders(turned: readonly PlacedCell[], now: readonly PlacedCell[]): Fact[] {
  const isHeader = turned[0]?.node.type === 'tableHeader';
  const known = new Set(turned);
  const alike = turned.every(({ node }) => (node.type === 'tableHeader') === isHeader);
  const whole = (which: 'row' | 'column') =>
    alike &&
    turned.every((cell) => cell[which] === 0) &&
    now.every((cell) => cell[which] !== 0 || known.has(cell) || (which === 'column' && cell.row === 0));
  if (whole('row')) return [{ kind: 'header-row', now: isHeader }];
  if (whole('column')) return [{ kind: 'header-column', now: isHeader }];
  return countOf('header-cells', turned.length);
}

const widthOf = ({ node }: PlacedCell): number | null =>
  typeof node.attrs?.width === 'number' ? node.attrs.width : null;

const KNOWN = { id: null, colspan: null, rowspan: null, width: null };
/** What a node carries that has no words of its own. */
const oddOf = ({ attrs }: NodeJson): string => blockKey({ type: '', attrs: { ...attrs, ...KNOWN } });
