import type { Language } from '@accord/shared/access/role';
import { BorderStyle, type IStylesOptions, LineRuleType } from 'docx';
import { CODE_FONT } from './inline';
import { WORD_LANGUAGES } from './writing';

/** Found with Word on every system, and near the type of the page. */
const SERIF = 'Cambria';
const SANS = 'Calibri';
const INK = '1B2A2F';
const ACCENT = '17534F';
const SOFT = '55636A';

const heading = (size: number, before: number, color = INK) => ({
  run: { font: SANS, size, bold: true, color },
  paragraph: {
    spacing: { before, after: 100, line: 264, lineRule: LineRuleType.AUTO },
    keepNext: true,
    keepLines: true,
  },
});

/** The styles of an exported document: text in a serif of 11 points. Sizes are half points, distances twentieths. */
export function stylesOf(language: Language): IStylesOptions {
  return {
    default: {
      document: {
        run: { font: SERIF, size: 22, color: INK, language: { value: WORD_LANGUAGES[language] } },
        paragraph: { spacing: { after: 140, line: 288, lineRule: LineRuleType.AUTO } },
      },
      title: {
        run: { font: SANS, size: 52, bold: true, color: ACCENT },
        paragraph: { spacing: { before: 2400, after: 240, line: 264, lineRule: LineRuleType.AUTO } },
      },
      heading1: heading(36, 0, ACCENT),
      heading2: heading(28, 360),
      heading3: heading(24, 280),
      heading4: heading(22, 240),
      heading5: heading(22, 220, SOFT),
      heading6: heading(22, 220, SOFT),
      listParagraph: { paragraph: { spacing: { after: 80 } } },
      hyperlink: { run: { color: '0B5C8A', underline: {} } },
      footnoteText: {
        run: { size: 18 },
        paragraph: { spacing: { after: 40, line: 240, lineRule: LineRuleType.AUTO } },
      },
    },
    paragraphStyles: [
      plain('Subtitle', 'Subtitle', { size: 22, color: SOFT, font: SANS }, { spacing: { after: 60 } }),
      plain(
        'Quote',
        'Quote',
        { italics: true },
        {
          indent: { left: 425 },
          border: { left: { style: BorderStyle.SINGLE, size: 12, color: 'B8C1BF', space: 8 } },
        },
      ),
      plain('Caption', 'caption', { size: 19, color: SOFT, font: SANS }, { spacing: { after: 240 } }),
      plain(
        'Figure',
        'Figure',
        {},
        { spacing: { before: 160, after: 80, line: 240, lineRule: LineRuleType.AUTO } },
      ),
      plain('TableText', 'Table Text', { size: 20 }, CLOSE),
      // A head alone at the end of a page would head nothing.
      plain('TableHead', 'Table Head', { size: 20, bold: true, font: SANS }, { ...CLOSE, keepNext: true }),
      plain('TableSide', 'Table Side Head', { size: 20, bold: true, font: SANS }, CLOSE),
      plain(
        'AfterTable',
        'After Table',
        { size: 8 },
        { spacing: { after: 100, line: 120, lineRule: LineRuleType.EXACT } },
      ),
      plain(
        'CalloutLabel',
        'Call-out Label',
        { bold: true, color: ACCENT, font: SANS, size: 20 },
        { keepNext: true, spacing: { after: 60 } },
      ),
      plain(
        'LooseNotes',
        'Footnotes Without Mark',
        { bold: true, font: SANS, size: 20 },
        { keepNext: true, spacing: { before: 360, after: 80 } },
      ),
      plain(
        'ContentsTitle',
        'Contents Title',
        { bold: true, font: SANS, size: 32, color: ACCENT },
        { keepNext: true, spacing: { after: 200 } },
      ),
      plain('TOC1', 'toc 1', { font: SANS }, { spacing: { before: 80, after: 40 } }),
      plain('TOC2', 'toc 2', { font: SANS, size: 20 }, { spacing: { after: 20 }, indent: { left: 280 } }),
      {
        ...plain(
          'CodeBlock',
          'Code Block',
          { font: CODE_FONT, size: 19, noProof: true },
          {
            spacing: { before: 80, after: 160, line: 252, lineRule: LineRuleType.AUTO },
          },
        ),
        paragraph: {
          spacing: { before: 80, after: 160, line: 252, lineRule: LineRuleType.AUTO },
          shading: { fill: 'F3F5F4' },
          border: { left: { style: BorderStyle.SINGLE, size: 12, color: 'B8C1BF', space: 6 } },
        },
      },
    ],
    characterStyles: [
      {
        id: 'CodeText',
        name: 'Code Text',
        basedOn: 'DefaultParagraphFont',
        quickFormat: true,
        run: { font: CODE_FONT, size: 20, noProof: true },
      },
    ],
  };
}

const CLOSE = { spacing: { after: 40, line: 252, lineRule: LineRuleType.AUTO } };

type ParagraphStyle = NonNullable<IStylesOptions['paragraphStyles']>[number];

const plain = (
  id: string,
  name: string,
  run: NonNullable<ParagraphStyle['run']>,
  paragraph: NonNullable<ParagraphStyle['paragraph']>,
): ParagraphStyle => ({ id, name, basedOn: 'Normal', quickFormat: true, run, paragraph });
