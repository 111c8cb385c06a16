import { InternalHyperlink, Paragraph, SimpleField, Tab, TableOfContents, TabStopType, TextRun } from 'docx';
import { textRuns } from './inline';
import { xmlText } from './xml-text';

/** One line of the contents. */
export interface ContentsEntry {
  /** 1 or 2. */
  readonly level: number;
  readonly text: string;
  readonly bookmark: string;
}

/** Where the page numbers stand, from the left edge of the text. */
const RIGHT = 9026;

/**
 * The contents, on a page of their own: Word's table of contents, filled already with links. Page numbers are only known
 * to who lays the pages out: they are fields, which Word fills when it prints or is told to update the contents.
 */
export function contentsBlocks(
  title: string,
  entries: readonly ContentsEntry[],
): (Paragraph | TableOfContents)[] {
  if (entries.length === 0) return [];
  const lines = entries.map(
    ({ level, text, bookmark }) =>
      new Paragraph({
        style: `TOC${level}`,
        tabStops: [{ type: TabStopType.RIGHT, position: RIGHT }],
        children: [
          new InternalHyperlink({
            anchor: bookmark,
            children: [
              ...textRuns(text),
              new TextRun({ children: [new Tab()] }),
              new SimpleField(`PAGEREF ${bookmark} \\h`, ''),
            ],
          }),
        ],
      }),
  );
  return [
    new Paragraph({ style: 'ContentsTitle', pageBreakBefore: true, children: textRuns(title) }),
    new TableOfContents(xmlText(title), {
      hyperlink: true,
      headingStyleRange: '1-2',
      beginDirty: false,
      contentChildren: lines,
    }),
  ];
}
