import {
  bullets,
  callout,
  codeBlock,
  document,
  figure,
  hardBreak,
  heading,
  link,
  note,
  noteMark,
  paragraph,
  quote,
  rule,
  steps,
  table,
  tasks,
} from '@accord/shared/manuscript/build';
import type { NodeJson } from '@accord/shared/manuscript/document';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { all, paragraphs, textIn, value, written } from './opened';

const BODY = 'word/document.xml';
const withText = async (text: string, ...blocks: NodeJson[]) => {
  const found = all((await written(document(...blocks))).part(BODY), 'w:p').find((p) => textIn(p) === text);
  if (!found) throw new Error(`no paragraph says ${text}`);
  return found;
};
const runOf = (p: Element, text: string) => {
  const run = all(p, 'w:r').find((one) => textIn(one) === text);
  if (!run) throw new Error(`no run says ${text}`);
  return run;
};

describe('[E1] a chapter as a Word document', () => {
  it('has its title and headings as Word’s heading styles, the highest right below the title', async () => {
    const opened = await written(document(heading(2, 'Plan'), heading(3, 'Who'), heading(4, 'When')));
    expect(paragraphs(opened)).toEqual([
      ['Heading1', 'A chapter'],
      ['Heading2', 'Plan'],
      ['Heading3', 'Who'],
      ['Heading4', 'When'],
    ]);
    const styles = all(opened.part('word/styles.xml'), 'w:style');
    for (const level of [1, 2, 3, 4, 5]) {
      const style = styles.find((one) => one.getAttribute('w:styleId') === `Heading${level}`);
      expect(style && value(style, 'w:name')).toBe(`Heading ${level}`);
    }
  });

  it('is A4, in the language of the text, with its title and numbered pages', async () => {
    const opened = await written(document(paragraph('Hei')), { language: 'fi', title: 'Luku & <osa>' });
    const [size] = all(opened.part(BODY), 'w:pgSz');
    expect([size?.getAttribute('w:w'), size?.getAttribute('w:h')]).toEqual(['11906', '16838']);
    const [defaults] = all(opened.part('word/styles.xml'), 'w:docDefaults');
    expect(defaults && value(defaults, 'w:lang')).toBe('fi-FI');
    expect(all(opened.part('docProps/core.xml'), 'dc:title')[0]?.textContent).toBe('Luku & <osa>');
    expect(textOf(opened.part('word/footer1.xml'), 'w:instrText')).toEqual(['PAGE', 'NUMPAGES']);
  });

  it('marks what is written in another language than the whole', async () => {
    const opened = await written(document(), {
      chapters: [
        { title: 'One', language: 'en', document: document(paragraph('English')) },
        { title: 'Deux', language: 'fr', document: document(paragraph('Français')) },
      ],
    });
    const languageOf = (text: string) => {
      const run = all(opened.part(BODY), 'w:r').find((one) => textIn(one) === text);
      return run && value(run, 'w:lang');
    };
    expect([languageOf('English'), languageOf('Français'), languageOf('Deux')]).toEqual([
      null,
      'fr-FR',
      'fr-FR',
    ]);
  });

  it('keeps all marks, alone and together', async () => {
    const marked = (...types: string[]): NodeJson => ({
      type: 'text',
      text: types.join(' '),
      marks: types.map((type) => ({ type })),
    });
    const p = await withText(
      'bold italic underline strike superscript subscript bold italic underline code',
      paragraph([
        ...['bold', 'italic', 'underline', 'strike', 'superscript', 'subscript'].flatMap((type) => [
          marked(type),
          ' ',
        ]),
        marked('bold', 'italic', 'underline'),
        ' ',
        marked('code'),
      ]),
    );
    const has = (text: string, name: string) => all(runOf(p, text), name).length === 1;
    expect(
      has('bold', 'w:b') && has('italic', 'w:i') && has('underline', 'w:u') && has('strike', 'w:strike'),
    ).toBe(true);
    expect(value(runOf(p, 'superscript'), 'w:vertAlign')).toBe('superscript');
    expect(value(runOf(p, 'subscript'), 'w:vertAlign')).toBe('subscript');
    for (const name of ['w:b', 'w:i', 'w:u']) expect(has('bold italic underline', name)).toBe(true);
    expect(value(runOf(p, 'code'), 'w:rStyle')).toBe('CodeText');
  });

  it('has links that lead out, and links to a place in it that exists', async () => {
    const target = paragraph('Here');
    const opened = await written(
      document(
        target,
        paragraph([link('out', 'https://example.org/?a=1&b="2"')]),
        paragraph([link('in', `#${target.attrs?.id}`)]),
        paragraph([link('nowhere', '#gone-since-long')]),
      ),
    );
    const [out, inside, ...others] = all(opened.part(BODY), 'w:hyperlink');
    const relation = all(opened.part('word/_rels/document.xml.rels'), 'Relationship').find(
      (one) => one.getAttribute('Id') === out?.getAttribute('r:id'),
    );
    expect(relation?.getAttribute('Target')).toBe('https://example.org/?a=1&b=%222%22');
    expect(relation?.getAttribute('TargetMode')).toBe('External');
    const marked = all(opened.part(BODY), 'w:p').find((p) => textIn(p) === 'Here');
    expect(marked && value(marked, 'w:bookmarkStart', 'w:name')).toBe(inside?.getAttribute('w:anchor'));
    expect(others).toEqual([]);
    expect(paragraphs(opened).map(([, text]) => text)).toContain('nowhere');
  });

  it('restarts each numbered list, begins where it should, and nests with Word’s levels', async () => {
    const from4 = steps('Four', 'Five');
    from4.attrs = { ...from4.attrs, start: 4 };
    const opened = await written(
      document(
        steps('One', { text: 'Two', under: [steps('Inner'), bullets('Dot')] }),
        paragraph('Between'),
        from4,
      ),
    );
    const numbering = opened.part('word/numbering.xml');
    const of = (text: string) => {
      const p = all(opened.part(BODY), 'w:p').find((one) => textIn(one) === text) as Element;
      const number = value(p, 'w:numId');
      const list = all(numbering, 'w:num').find((one) => one.getAttribute('w:numId') === number) as Element;
      const kind = all(numbering, 'w:abstractNum').find(
        (one) => one.getAttribute('w:abstractNumId') === value(list, 'w:abstractNumId'),
      ) as Element;
      const level = value(p, 'w:ilvl');
      const shape = all(kind, 'w:lvl').find((one) => one.getAttribute('w:ilvl') === level) as Element;
      return { number, level, start: value(shape, 'w:start'), format: value(shape, 'w:numFmt'), kind };
    };
    expect(of('One').number).toBe(of('Two').number);
    expect(of('One')).toMatchObject({ level: '0', start: '1', format: 'decimal' });
    expect(of('Inner')).toMatchObject({ level: '1', start: '1', format: 'lowerLetter' });
    expect(of('Dot')).toMatchObject({ level: '1', format: 'bullet' });
    expect(of('Four')).toMatchObject({ level: '0', start: '4' });
    expect(new Set(['One', 'Inner', 'Four'].map((text) => of(text).kind)).size).toBe(3);
  });

  it('ticks tasks in boxes Word can tick', async () => {
    const opened = await written(
      document(tasks({ done: true, text: 'Ask' }, { done: false, text: 'Agree' })),
    );
    expect(all(opened.part(BODY), 'w14:checked').map((box) => box.getAttribute('w14:val'))).toEqual([
      '1',
      '0',
    ]);
  });

  it('says what kind a call-out is in the language of the text, in a box', async () => {
    const opened = await written(document(callout('warning', 'Dünnes Eis')), {
      language: 'de',
      chapters: [{ title: 'K', language: 'de', document: document(callout('warning', 'Dünnes Eis')) }],
    });
    const [box] = all(opened.part(BODY), 'w:tbl');
    expect(box && all(box, 'w:p').map(textIn)).toEqual(['Warnung', 'Dünnes Eis']);
  });

  it('has real footnotes in the order of their marks; a second mark leads to the first, none of them is lost', async () => {
    const opened = await written(
      document(
        paragraph([
          'A',
          noteMark('two'),
          ' b',
          noteMark('one'),
          ' c',
          noteMark('two'),
          ' d',
          noteMark('gone'),
        ]),
        note('one', ['First ', link('there', 'https://example.org/n')]),
        note('two', 'Second'),
        note('loose', 'Nobody leads here'),
      ),
    );
    const notes = all(opened.part('word/footnotes.xml'), 'w:footnote').filter(
      (one) => !one.getAttribute('w:type'),
    );
    expect(notes.map((one) => [one.getAttribute('w:id'), textIn(one).trim()])).toEqual([
      ['1', 'Second'],
      ['2', 'First there'],
      ['3', '[The text of this footnote is missing]'],
    ]);
    const marks = all(opened.part(BODY), 'w:footnoteReference').map((mark) => mark.getAttribute('w:id'));
    expect(marks).toEqual(['1', '2', '3']);
    expect(opened.source('word/_rels/footnotes.xml.rels')).toContain('https://example.org/n');
    const [again] = all(opened.part(BODY), 'w:hyperlink');
    expect(again && textIn(again)).toBe('1');
    expect(paragraphs(opened).slice(-2)).toEqual([
      ['LooseNotes', 'Footnotes without a mark in the text'],
      ['FootnoteText', 'Nobody leads here'],
    ]);
  });

  it('repeats header rows, merges cells and keeps widths', async () => {
    const sized = table(
      ['Phase', { cell: 'Who', across: 2 }],
      [{ cell: 'Plan', down: 2 }, 'Head', 'Coach'],
      ['Teacher', 'Parent'],
    );
    const wide = sized.content?.[1]?.content?.[0];
    if (wide) wide.attrs = { ...wide.attrs, width: 100 };
    const opened = await written(document(sized, table(['Next'], ['one'])));
    const [first, second] = all(opened.part(BODY), 'w:tbl') as [Element, Element];
    const [head, plan, more] = all(first, 'w:tr') as [Element, Element, Element];
    expect([head, plan, more].map((row) => all(row, 'w:tblHeader').length)).toEqual([1, 0, 0]);
    expect(value(all(head, 'w:tc')[1] as Element, 'w:gridSpan')).toBe('2');
    expect(value(plan, 'w:vMerge')).toBe('restart');
    expect(value(more, 'w:vMerge')).toBe('continue');
    expect(all(more, 'w:tc').map(textIn)).toEqual(['', 'Teacher', 'Parent']);
    expect(all(first, 'w:gridCol')[0]?.getAttribute('w:w')).toBe('1500');
    // Else Word makes one table of two.
    expect(first.nextElementSibling?.tagName).toBe('w:p');
    expect(second).toBeDefined();
  });

  it('shows images with their alternative text and caption; one that is missing is a line', async () => {
    const png = await sharp({ create: { width: 1200, height: 300, channels: 3, background: 'red' } })
      .png()
      .toBuffer();
    const shown = { src: '/api/images/abcd1234', alt: 'A "red" <bar>', width: 1200, height: 300 };
    const opened = await written(
      document(
        figure(shown, 'The bar.'),
        figure(shown, ''),
        figure({ ...shown, src: '/api/images/gone1234' }, 'Away.'),
      ),
      { pictures: new Map([[shown.src, { bytes: png, type: 'png', width: 1200, height: 300 }]]) },
    );
    const drawn = all(opened.part(BODY), 'wp:docPr');
    expect(drawn.map((one) => one.getAttribute('descr'))).toEqual(['A "red" <bar>', 'A "red" <bar>']);
    expect(new Set(drawn.map((one) => one.getAttribute('id'))).size).toBe(2);
    const [extent] = all(opened.part(BODY), 'wp:extent');
    const [width, height] = ['cx', 'cy'].map((name) => Number(extent?.getAttribute(name)) / 635) as [
      number,
      number,
    ];
    expect(width).toBeLessThanOrEqual(9026);
    expect(width / height).toBeCloseTo(4, 1);
    expect(paragraphs(opened).slice(1)).toEqual([
      ['Figure', ''],
      ['Caption', 'The bar.'],
      ['Figure', ''],
      ['Figure', '[Image missing: A "red" <bar>]'],
      ['Caption', 'Away.'],
    ]);
  });

  it('keeps the lines and tabs of code, line breaks, quotes and rules', async () => {
    const opened = await written(
      document(
        codeBlock('text', 'if a:\n\treturn  b'),
        paragraph(['one', hardBreak(), 'two']),
        quote(paragraph('said'), bullets('in it')),
        rule(),
      ),
    );
    expect(paragraphs(opened).slice(1)).toEqual([
      ['CodeBlock', 'if a:\n\treturn  b'],
      [null, 'one\ntwo'],
      ['Quote', 'said'],
      ['Quote', 'in it'],
      [null, ''],
    ]);
    expect(opened.source(BODY)).toMatch(/<w:pBdr><w:bottom/);
  });

  it('[K8] takes no text for anything but text, and holds no character that makes it unreadable', async () => {
    const hostile = [
      '{bullets-0}',
      '{list-1-0}',
      '{\u0001list-1-0}',
      'CURRENT',
      'TOTAL_PAGES',
      ']]>',
      '<w:p/>',
      '&amp;',
      'a\u0000b\u000bc',
      '\ud800!',
      '\ufffe?',
    ];
    const opened = await written(
      document(...hostile.map((text) => paragraph(text)), steps('One'), bullets('Dot')),
      { title: 'x\u0001y' },
    );
    expect(
      paragraphs(opened)
        .slice(1)
        .map(([, text]) => text),
    ).toEqual([
      '{bullets-0}',
      '{list-1-0}',
      '{ list-1-0}',
      'CURRENT',
      'TOTAL_PAGES',
      ']]>',
      '<w:p/>',
      '&amp;',
      'a b c',
      '\ufffd!',
      '\ufffd?',
      'One',
      'Dot',
    ]);
    expect(opened.source(BODY)).not.toContain('\u0001');
    expect(all(opened.part('docProps/core.xml'), 'dc:title')[0]?.textContent).toBe('x y');
  });

  it('keeps what stands in an unknown block, and a chapter that can’t be read is said to be missing', async () => {
    const strange: NodeJson = { type: 'video', content: [{ type: 'text', text: 'Spoken words' }] };
    const opened = await written(document(), {
      chapters: [
        { title: 'One', language: 'en', document: document(strange) },
        { title: 'Two', language: 'it', document: null },
      ],
    });
    expect(paragraphs(opened).map(([, text]) => text)).toEqual([
      'One',
      'Spoken words',
      'Two',
      '[Non è stato possibile leggere il testo di questo capitolo alla creazione del file]',
    ]);
  });

  it('of a whole output has a title page and contents whose lines lead to the chapters', async () => {
    const opened = await written(document(), {
      title: 'The tool',
      lines: ['Exported on 24 November 2026'],
      book: true,
      chapters: [
        { title: 'Before', language: 'en', document: document(heading(2, 'Why'), heading(3, 'Deeper')) },
        { title: 'After', language: 'en', document: document(paragraph('Text')) },
      ],
    });
    expect(paragraphs(opened).filter(([, text]) => text !== '')).toEqual([
      ['Title', 'The tool'],
      ['Subtitle', 'Exported on 24 November 2026'],
      ['ContentsTitle', 'Contents'],
      ['TOC1', 'Before\t'],
      ['TOC2', 'Why\t'],
      ['TOC1', 'After\t'],
      ['Heading1', 'Before'],
      ['Heading2', 'Why'],
      ['Heading3', 'Deeper'],
      ['Heading1', 'After'],
      [null, 'Text'],
    ]);
    const names = all(opened.part(BODY), 'w:bookmarkStart').map((mark) => mark.getAttribute('w:name'));
    const led = all(opened.part(BODY), 'w:hyperlink').map((one) => one.getAttribute('w:anchor'));
    expect(led).toHaveLength(3);
    expect(names).toEqual(expect.arrayContaining(led));
    expect(textOf(opened.part(BODY), 'w:instrText')[0]).toMatch(/^TOC /);
    expect(value(all(opened.part(BODY), 'w:sdtPr')[0] as Element, 'w:docPartGallery')).toBe(
      'Table of Contents',
    );
  });
});

const textOf = (part: Document, name: string) => all(part, name).map(({ textContent }) => textContent);
