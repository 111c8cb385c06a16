import { marksInside } from './marks';
import { Sink } from './sink';
import { tableGrid } from './tables';
import type { Look, Walk } from './walk';

/** Writes a table, or what is in it where it holds the page together, is inside another or too large. */
export function writeTable(walk: Walk, element: Element, sink: Sink, look: Look): void {
  sink.close();
  const inner: Look = { ...look, tag: 'p', inTable: true };
  const grid = tableGrid(element);
  for (const caption of grid.captions) {
    walk.children(caption, sink, { ...look, tag: 'p' });
    sink.close();
  }
  if (look.inTable) walk.report.add('nestedTables');
  if (grid.tooLarge) walk.report.add('largeTables');
  if (look.inTable || grid.tooLarge || grid.single) {
    for (const part of grid.parts) {
      walk.children(part, sink, grid.single && !look.inTable ? { ...look, tag: 'p' } : inner);
      sink.close();
    }
    return;
  }
  const table = walk.document.createElement('table');
  const body = walk.document.createElement('tbody');
  table.append(body);
  let filled = false;
  for (const cells of grid.rows) {
    const row = walk.document.createElement('tr');
    for (const { source, header, colspan, rowspan } of cells) {
      const cell = walk.document.createElement(header ? 'th' : 'td');
      if (colspan > 1) cell.setAttribute('colspan', String(colspan));
      if (rowspan > 1) cell.setAttribute('rowspan', String(rowspan));
      if (source) {
        const within = new Sink(cell);
        walk.children(source, within, { ...inner, marks: marksInside(source, look.marks) });
        within.close();
      }
      if (cell.hasChildNodes()) filled = true;
      else cell.append(walk.document.createElement('p'));
      row.append(cell);
    }
    body.append(row);
  }
  if (filled) sink.block(table);
}
