import { classes } from './classes';
import css from './table.module.css';

export interface TableColumn<Row> {
  id: string;
  title: string;
  cell: (row: Row) => React.ReactNode;
  /** Figures stand at the end of their column. */
  numeric?: boolean;
  /** The title is for screen readers only (buttons at the end of a row). */
  titleHidden?: boolean;
}

export interface TableProps<Row> {
  /** What the table shows; read first by screen readers. */
  caption: string;
  captionHidden?: boolean;
  columns: readonly TableColumn<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
}

/** A plain table of facts; on a phone every row becomes a card. */
export function Table<Row>({ caption, captionHidden = false, columns, rows, rowKey }: TableProps<Row>) {
  return (
    <div className={css.scroller}>
      <table className={css.table} {...(captionHidden ? { 'aria-label': caption } : {})}>
        {!captionHidden && <caption className={css.caption}>{caption}</caption>}
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.id} scope="col" className={classes(column.numeric && css.end)}>
                {column.titleHidden ? <span className="visually-hidden">{column.title}</span> : column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column) => (
                <td
                  key={column.id}
                  className={classes(column.numeric && css.end)}
                  {...(column.titleHidden ? {} : { 'data-column': column.title })}
                >
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
