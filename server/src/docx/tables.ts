import type { NodeJson } from '@accord/shared/manuscript/document';
import { headRows } from '@accord/shared/manuscript/render-table';
import {
  BorderStyle,
  type IBorderOptions,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  VerticalMergeType,
  WidthType,
} from 'docx';
import { columnWidthsOf } from './column-widths';
import { type GridCell, gridOf } from './table-grid';
import type { Place } from './writing';

/** Beside the text of a cell. */
const CELL_MARGIN = 100;
const LEAST_WIDTH = 600;

const line: IBorderOptions = { style: BorderStyle.SINGLE, size: 4, color: 'B8C1BF' };
const none: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: 'auto' };

/**
 * A small paragraph after each table: without it Word joins two tables that follow each other, and opens no cell that ends
 * with one.
 */
const after = () => new Paragraph({ style: 'AfterTable' });

type Blocks = (Paragraph | Table)[];

/** A table of the manuscript: header rows come again on each page, merged cells stay merged, widths stay in proportion. */
export function manuscriptTable(
  node: NodeJson,
  place: Place,
  blocks: (content: readonly NodeJson[], place: Place) => Blocks,
): Blocks {
  if ((node.content ?? []).length === 0) return [];
  const grid = gridOf(node);
  const head = headRows(node);
  const room = Math.max(place.width - place.left, LEAST_WIDTH);
  const widths = columnWidthsOf(grid, room);
  const widthOf = ({ column, span }: GridCell) =>
    widths.slice(column, column + span).reduce((total, width) => total + width, 0);

  const cell = (part: GridCell, inHead: boolean): TableCell => {
    const width = widthOf(part);
    const inner: Place = {
      left: 0,
      width: Math.max(width - 2 * CELL_MARGIN, LEAST_WIDTH),
      depth: 0,
      numbered: 0,
      style: inHead ? 'TableHead' : part.header ? 'TableSide' : 'TableText',
    };
    const content = part.merge === 'further' ? [] : blocks(part.content, inner);
    return new TableCell({
      width: { size: width, type: WidthType.DXA },
      ...(part.span > 1 && { columnSpan: part.span }),
      ...(part.merge === 'head' && { verticalMerge: VerticalMergeType.RESTART }),
      ...(part.merge === 'further' && { verticalMerge: VerticalMergeType.CONTINUE }),
      ...(part.header && { shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'EEF2F1' } }),
      verticalAlign: VerticalAlignTable.TOP,
      children: content.length > 0 ? content : [new Paragraph({ style: 'TableText' })],
    });
  };

  const table = new Table({
    width: { size: widths.reduce((total, width) => total + width, 0), type: WidthType.DXA },
    indent: { size: place.left, type: WidthType.DXA },
    columnWidths: [...widths],
    layout: TableLayoutType.FIXED,
    margins: { top: 50, bottom: 50, left: CELL_MARGIN, right: CELL_MARGIN },
    borders: {
      top: line,
      bottom: line,
      left: line,
      right: line,
      insideHorizontal: line,
      insideVertical: line,
    },
    rows: grid.rows.map(
      (row, index) =>
        new TableRow({
          children: row.map((part) => cell(part, index < head)),
          // A row that no page could hold is split all the same.
          cantSplit: true,
          ...(index < head && { tableHeader: true }),
        }),
    ),
  });
  return [table, after()];
}

/** A call-out: its kind in a word, then its blocks, in a box. */
export function calloutTable(place: Place, label: Paragraph, blocks: (place: Place) => Blocks): Blocks {
  const width = Math.max(place.width - place.left, LEAST_WIDTH);
  const margin = 170;
  const inner: Place = {
    left: 0,
    width: Math.max(width - 2 * margin, LEAST_WIDTH),
    depth: 0,
    numbered: 0,
    style: null,
  };
  const table = new Table({
    width: { size: width, type: WidthType.DXA },
    indent: { size: place.left, type: WidthType.DXA },
    columnWidths: [width],
    layout: TableLayoutType.FIXED,
    borders: { top: line, bottom: line, right: line, insideHorizontal: none, insideVertical: none },
    rows: [
      new TableRow({
        children: [
          new TableCell({
            width: { size: width, type: WidthType.DXA },
            margins: { top: 100, bottom: 60, left: margin, right: margin },
            shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'F6F8F7' },
            borders: { left: { style: BorderStyle.SINGLE, size: 24, color: '1F6F6B' } },
            children: [label, ...blocks(inner)],
          }),
        ],
      }),
    ],
  });
  return [table, after()];
}
