import type { GridCell, LineKind, TableGrid, TableRow } from '@accord/shared/versions/comparison-model';
import { useTranslation } from 'react-i18next';
import { classes } from '../ui/classes';
import { VisuallyHidden } from '../ui/visually-hidden';
import { Block } from './block';
import css from './comparison.module.css';
import { FactLines } from './fact-lines';
import type { Side } from './reading';

/** A table with what came and went in it; where cells were merged, both tables one above the other. */
export function TableView({ row, side }: { row: TableRow; side: Side }) {
  const { t } = useTranslation();
  if (side !== 'both') return <Grid row={row} grid={row.tables[side]} side={side} />;
  const only =
    row.tables.after === null ? row.tables.before : row.tables.before === null ? row.tables.after : null;
  if (only) return <Grid row={row} grid={only} side="both" />;
  if (row.together) return <Grid row={row} grid={row.together} side="both" />;
  return (
    <div className={css.stacked}>
      <p className={css.pictureLabel}>{t(($) => $.comparison.before)}</p>
      <Grid row={row} grid={row.tables.before} side="before" />
      <p className={css.pictureLabel}>{t(($) => $.comparison.after)}</p>
      <Grid row={row} grid={row.tables.after} side="both" />
    </div>
  );
}

function Grid({ row, grid, side }: { row: TableRow; grid: TableGrid | null; side: Side }) {
  const { t } = useTranslation();
  if (!grid) return null;
  const lineWord = (line: LineKind, which: 'row' | 'column') =>
    line === 'kept' ? null : t(($) => $.comparison.said[`${which}${SUFFIX[line]}`]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls in its box, also by keyboard.
    <div className="table-box" tabIndex={0}>
      <table>
        <tbody>
          {grid.rows.map(({ line, cells }, index) => (
            <tr key={index}>
              {cells.map((cell, at) => (
                <Cell
                  key={at}
                  row={row}
                  cell={cell}
                  side={side}
                  says={
                    at === 0 && line !== 'kept'
                      ? lineWord(line, 'row')
                      : index === 0
                        ? lineWord(grid.columns[at] ?? 'kept', 'column')
                        : null
                  }
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const SUFFIX = { added: 'Added', removed: 'Removed', moved: 'Moved' } as const;

function Cell(props: { row: TableRow; cell: GridCell; side: Side; says: string | null }) {
  const { row, cell, side, says } = props;
  const { t, i18n } = useTranslation();
  const compared = cell.cell === null ? undefined : row.cells[cell.cell];
  const Tag = cell.header ? 'th' : 'td';
  // What was merged from several cells can't be drawn in the older table; the newer one shows all of it.
  const drawn = compared?.fate === 'merged' && side === 'after' ? 'both' : side;
  return (
    <Tag
      className={classes(css[`line-${cell.line}`], compared?.fate === 'changed' && css.cellChanged)}
      {...(cell.across > 1 ? { colSpan: cell.across } : {})}
      {...(cell.down > 1 ? { rowSpan: cell.down } : {})}
    >
      {says && (
        <span className={css.lineSays} lang={i18n.language}>
          {says}
        </span>
      )}
      {!compared && <VisuallyHidden>{t(($) => $.comparison.said.noPlace)}</VisuallyHidden>}
      {compared?.rows.map((inner) =>
        inner.kind === 'moved-away' ||
        (side !== 'both' && inner[side].length === 0 && drawn !== 'both') ? null : (
          <div key={inner.id}>
            {inner.kind === 'text' && inner.fate !== 'added' && inner.fate !== 'removed' && (
              <FactLines row={inner} />
            )}
            {inner.kind === 'text' ? (
              <Block row={inner} side={drawn} />
            ) : (
              <TableView row={inner} side={drawn} />
            )}
          </div>
        ),
      )}
    </Tag>
  );
}
