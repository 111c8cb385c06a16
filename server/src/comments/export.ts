import type { Language } from '@accord/shared/access/role';
import type { Thread } from '@accord/shared/comments/comments';
import { type TablePerson, type TablePlace, tableOfThreads } from '@accord/shared/comments/table';
import { TABLE_WORDS } from '@accord/shared/comments/table-words';
import { csvLine } from '@accord/shared/kernel/csv';
import { QUOTE_GAP } from '@accord/shared/manuscript/anchor';
import { textOf, walk } from '@accord/shared/manuscript/blocks';
import type { NodeJson } from '@accord/shared/manuscript/document';
import { INLINE_NODE } from '@accord/shared/manuscript/inline-text';
import { createLocator } from '@accord/shared/manuscript/locate';

/** Byte order mark: without it Excel takes UTF-8 for something else. */
const BOM = '\uFEFF';

/** What the table of comments is made of. */
export interface ExportedThreads {
  readonly title: string;
  readonly threads: readonly Thread[];
  /** The chapter's text. */
  readonly document: NodeJson;
  readonly language: Language;
  readonly personOf: (personId: string) => TablePerson | null;
  /** What a suggestion proposes, in words. */
  readonly proposalOf: (suggestionId: string) => string;
}

const rowsOf = ({ threads, document, language, personOf, proposalOf }: ExportedThreads): string[][] =>
  tableOfThreads(threads, language, personOf, placesIn(document, proposalOf));

/** The table of comments with decisions as CSV (C15). */
export const threadsAsCsv = (exported: ExportedThreads): string =>
  BOM + rowsOf(exported).map(csvLine).join('');

/** The same as a Word document, A4 landscape, the head repeated on each page. */
export async function threadsAsDocx(exported: ExportedThreads): Promise<Uint8Array<ArrayBuffer>> {
  // Large, and wanted seldom.
  const docx = await import('docx');
  const { Document, Packer, PageOrientation, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } =
    docx;
  const [head = [], ...rows] = rowsOf(exported);
  const cell = (text: string, bold: boolean, index: number) =>
    new TableCell({
      width: { size: WIDTHS[index] ?? 1000, type: WidthType.DXA },
      margins: { top: 40, bottom: 40, left: 80, right: 80 },
      children: text
        .split('\n')
        .map((line) => new Paragraph({ children: [new TextRun({ text: line, bold, size: 16 })] })),
    });
  const row = (cells: readonly string[], tableHeader = false) =>
    new TableRow({
      tableHeader,
      cantSplit: true,
      children: cells.map((text, index) => cell(text, tableHeader, index)),
    });
  const document = new Document({
    title: `${TABLE_WORDS[exported.language].title}: ${exported.title}`,
    styles: { default: { document: { run: { font: 'Arial', language: { value: exported.language } } } } },
    sections: [
      {
        properties: {
          page: {
            // A4; the library turns width and height for landscape.
            size: { width: 11906, height: 16838, orientation: PageOrientation.LANDSCAPE },
            margin: { top: 720, bottom: 720, left: 720, right: 720 },
          },
        },
        children: [
          new Paragraph({
            spacing: { after: 160 },
            children: [
              new TextRun({
                text: `${TABLE_WORDS[exported.language].title}: ${exported.title}`,
                bold: true,
                size: 28,
              }),
            ],
          }),
          new Table({
            columnWidths: [...WIDTHS],
            width: { size: WIDTHS.reduce((total, width) => total + width), type: WidthType.DXA },
            rows: [row(head, true), ...rows.map((cells) => row(cells))],
          }),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

/** Of the columns, in twentieths of a point; together the width of a landscape A4 page between its margins. */
const WIDTHS = [500, 700, 1300, 1500, 2200, 1000, 3200, 1800, 1800, 700, 698];

/** Where threads stand in the text. */
function placesIn(
  document: NodeJson,
  proposalOf: (suggestionId: string) => string,
): (thread: Thread) => TablePlace {
  const locator = createLocator(document);
  const headings = new Map<string, string>();
  let heading = '';
  walk(document, (node) => {
    if (node.type === 'heading') heading = textOf(node);
    if (typeof node.attrs?.id === 'string') headings.set(node.attrs.id, heading);
  });
  return ({ anchor }) => {
    if (anchor.kind === 'chapter') return { clause: '', quote: '', proposal: '' };
    if (anchor.kind === 'suggestion')
      return { clause: '', quote: '', proposal: proposalOf(anchor.suggestionId) };
    const located = locator.locate(anchor);
    const blockId =
      located.found === 'text'
        ? located.ranges[0]?.blockId
        : located.found === 'block'
          ? located.blockId
          : undefined;
    const quote = anchor.quote.replaceAll(QUOTE_GAP, ' … ').replaceAll(INLINE_NODE, ' ');
    return { clause: headings.get(blockId ?? '') ?? '', quote, proposal: '' };
  };
}
