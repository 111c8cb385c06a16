import fc from 'fast-check';
import { expect, it } from 'vitest';
import { tree, withWords, wordsOf } from '../../shared/manuscript/render/any-tree';
import { all, textIn, value, written } from './opened';

it('[E1] any tree a client can leave in a chapter is a sound Word document with each word once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(tree, { maxLength: 6 }), async (content) => {
      const { doc, words } = withWords(structuredClone(content));
      const opened = await written(doc);
      const text = ['word/document.xml', 'word/footnotes.xml']
        .flatMap((part) => all(opened.part(part), 'w:p'))
        // A paragraph of a nested table stands in no other paragraph: each is counted once.
        .map(textIn)
        .join('\n');
      expect(wordsOf(text)).toEqual(words.sort());
      for (const part of ['word/numbering.xml', 'word/styles.xml', 'word/_rels/document.xml.rels'])
        opened.part(part);
      sound(opened.part('word/document.xml'));
    }),
    { numRuns: 150 },
  );
});

/** Tables with any spans, also such as overlap, reach too far or leave gaps, with a word in each cell. */
const tables = fc.array(
  fc.array(
    fc.record({
      type: fc.constantFrom('tableCell', 'tableHeader'),
      colspan: fc.constantFrom(1, 1, 1, 2, 3, 30),
      rowspan: fc.constantFrom(1, 1, 1, 2, 3, 9),
    }),
    { maxLength: 9 },
  ),
  { minLength: 1, maxLength: 6 },
);

it('[E1] any table is one Word opens, with the words of each cell once', async () => {
  await fc.assert(
    fc.asyncProperty(tables, async (rows) => {
      const { doc, words } = withWords([
        {
          type: 'table',
          content: rows.map((row) => ({
            type: 'tableRow',
            content: row.map(({ type, ...attrs }) => ({
              type,
              attrs,
              content: [{ type: 'paragraph', content: [{ type: 'text', text: '§' }] }],
            })),
          })),
        },
      ]);
      const document = (await written(doc)).part('word/document.xml');
      sound(document);
      expect(wordsOf(all(document, 'w:tbl').map(textIn).join(' '))).toEqual(words.sort());
    }),
    { numRuns: 200 },
  );
});

/** What Word asks for before it opens a file: complete rows, a paragraph at each cell's end, no two bookmarks alike. */
function sound(document: Document): void {
  for (const table of all(document, 'w:tbl')) {
    const children = (of: Element, name: string) =>
      [...of.children].filter(({ tagName }) => tagName === name);
    const columns = all(children(table, 'w:tblGrid')[0] as Element, 'w:gridCol').length;
    expect(columns).toBeLessThanOrEqual(63);
    /** Where a cell from above goes on: by its first column, its width. */
    let open = new Map<number, number>();
    for (const row of children(table, 'w:tr')) {
      const reaching = new Map<number, number>();
      let column = 0;
      for (const cell of children(row, 'w:tc')) {
        expect([...cell.children].at(-1)?.tagName).toBe('w:p');
        const [properties] = children(cell, 'w:tcPr');
        const span = Number((properties && value(properties, 'w:gridSpan')) ?? 1);
        const merge = properties ? value(properties, 'w:vMerge') : null;
        if (merge === 'continue') expect(open.get(column)).toBe(span);
        if (merge !== null) reaching.set(column, span);
        column += span;
      }
      expect(column).toBe(columns);
      open = reaching;
    }
  }
  const starts = all(document, 'w:bookmarkStart');
  expect(new Set(starts.map((mark) => mark.getAttribute('w:id'))).size).toBe(starts.length);
  const names = new Set(starts.map((mark) => mark.getAttribute('w:name')));
  expect(names.size).toBe(starts.length);
  for (const link of all(document, 'w:hyperlink')) {
    const anchor = link.getAttribute('w:anchor');
    if (anchor !== null) expect(names).toContain(anchor);
  }
}
