import type { Language } from '@accord/shared/access/role';
import { outlineOf } from '@accord/shared/manuscript/blocks';
import { cleanDocument } from '@accord/shared/manuscript/clean';
import type { NodeJson } from '@accord/shared/manuscript/document';
import { EXPORT_WORDS } from '@accord/shared/manuscript/export-words';
import { AlignmentType, Document, Footer, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import { Bookmarks } from './bookmarks';
import { type Block, ChapterText } from './chapter-text';
import { type ContentsEntry, contentsBlocks } from './contents';
import { Footnotes } from './footnotes';
import { textRuns } from './inline';
import { Numberings } from './numberings';
import { stylesOf } from './styles';
import { type DocxPicture, WORD_LANGUAGES, type Writing } from './writing';
import { xmlText } from './xml-text';

/** One chapter of a Word document. */
export interface DocxChapter {
  readonly title: string;
  readonly language: Language;
  /** ProseMirror JSON, whatever a client left in it; null where it can't be read, which the document then says. */
  readonly document: NodeJson | null;
}

/** What a Word document is made of. */
export interface DocxContent {
  /** Of the whole; also in the file's properties. */
  readonly title: string;
  readonly language: Language;
  /** Lines under the title: of what, of when. */
  readonly lines: readonly string[];
  /** With a title page and contents; without, the lines stand under the title of the (only) chapter. */
  readonly book: boolean;
  readonly chapters: readonly DocxChapter[];
  /** By the address in the text; what is not among them is shown as missing. */
  readonly pictures: ReadonlyMap<string, DocxPicture>;
}

/** A4 and its margins, in twentieths of a point. */
const PAGE = { width: 11906, height: 16838 };
const MARGIN = { top: 1300, bottom: 1300, left: 1440, right: 1440 };
const TEXT_WIDTH = PAGE.width - MARGIN.left - MARGIN.right;

/**
 * Writes manuscripts as one Word document: A4, pages numbered, headings as Word's heading styles (a chapter's title is a
 * heading of level 1, the highest heading in it of level 2), real footnotes, links, lists and tables.
 */
export async function writeDocx(content: DocxContent): Promise<Uint8Array<ArrayBuffer>> {
  let drawings = 0;
  const writing: Writing = {
    language: content.language,
    pictures: content.pictures,
    bookmarks: new Bookmarks(),
    footnotes: new Footnotes(),
    numberings: new Numberings(),
    nextDrawing: () => {
      drawings += 1;
      return drawings;
    },
  };
  const written = content.chapters.map((chapter, index) => writeChapter(chapter, index, content, writing));
  const lines = content.lines.map((line) => new Paragraph({ style: 'Subtitle', children: textRuns(line) }));
  const front = content.book
    ? [
        new Paragraph({ style: 'Title', children: textRuns(content.title) }),
        ...lines,
        ...contentsBlocks(
          EXPORT_WORDS[content.language].contents,
          written.flatMap(({ entries }) => entries),
        ),
      ]
    : [];
  const document = new Document({
    title: xmlText(content.title),
    creator: 'Accord',
    lastModifiedBy: 'Accord',
    description: content.lines.map(xmlText).join(' · '),
    styles: stylesOf(content.language),
    numbering: { config: writing.numberings.config() },
    footnotes: writing.footnotes.all(),
    sections: [
      {
        properties: { page: { size: PAGE, margin: MARGIN }, titlePage: content.book },
        footers: { default: pageNumbers() },
        children: [...front, ...written.flatMap(({ blocks }) => blocks)],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function writeChapter(
  { title, language, document }: DocxChapter,
  index: number,
  content: DocxContent,
  writing: Writing,
): { blocks: Block[]; entries: ContentsEntry[] } {
  const bookmark = writing.bookmarks.name('Toc');
  const foreign = language === content.language ? {} : { language: { value: WORD_LANGUAGES[language] } };
  const head = new Paragraph({
    style: 'Heading1',
    pageBreakBefore: content.book || index > 0,
    children: [writing.bookmarks.at(bookmark), ...textRuns(title, foreign)],
  });
  const lines = content.book
    ? []
    : content.lines.map((line) => new Paragraph({ style: 'Subtitle', children: textRuns(line) }));
  const entry = { level: 1, text: title, bookmark };
  if (!document) {
    const sorry = textRuns(EXPORT_WORDS[language].unreadable, { italics: true, ...foreign });
    return { blocks: [head, ...lines, new Paragraph({ children: sorry })], entries: [entry] };
  }
  const clean = cleanDocument(document);
  const highest = Math.min(...outlineOf(clean).map(({ level }) => level), 4);
  const text = new ChapterText(writing, clean, language, 2 - highest);
  const blocks = [head, ...lines, ...text.all(TEXT_WIDTH)];
  return { blocks, entries: [entry, ...text.headings.filter(({ level }) => level === 2)] };
}

const pageNumbers = (): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          new TextRun({
            children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES],
            size: 18,
            color: '55636A',
          }),
        ],
      }),
    ],
  });
