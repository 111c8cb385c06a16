import {
  BuilderElement,
  InternalHyperlink,
  Paragraph,
  SimpleField,
  StringValueElement,
  Tab,
  TableOfContents,
  TabStopType,
  TextRun,
} from 'docx';
import { textRuns } from './inline';
import { xmlText } from './xml-text';

/** A table of contents that is said to be one: so Word offers to update it, and others do not show its field as text. */
class KnownContents extends TableOfContents {
  constructor(...options: ConstructorParameters<typeof TableOfContents>) {
    super(...options);
    const [properties] = this.root;
    properties.addChildElement(
      new BuilderElement({
        name: 'w:docPartObj',
        children: [
          new StringValueElement('w:docPartGallery', 'Table of Contents'),
          new BuilderElement({ name: 'w:docPartUnique' }),
        ],
      }),
    );
  }
}

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
    new KnownContents(xmlText(title), {
      hyperlink: true,
      headingStyleRange: '1-2',
      beginDirty: false,
      contentChildren: lines,
    }),
  ];
}
