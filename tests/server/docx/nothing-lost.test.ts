import fc from 'fast-check';
import { expect, it } from 'vitest';
import { tree, withWords, wordsOf } from '../../shared/manuscript/render/any-tree';
import { all, textIn, written } from './opened';

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

/** What Word asks for before it opens a file: complete rows, a paragraph at each cell's end, no two bookmarks alike. */
function sound(document: Document): void {
  for (const table of all(document, 'w:tbl')) {
    const children = (of: Element, name: string) =>
      [...of.children].filter(({ tagName }) => tagName === name);
    const columns = all(children(table, 'w:tblGrid')[0] as Element, 'w:gridCol').length;
    expect(columns).toBeLessThanOrEqual(63);
    for (const row of children(table, 'w:tr')) {
      const cells = children(row, 'w:tc');
      const spans = cells.map((cell) => {
        const [properties] = children(cell, 'w:tcPr');
        expect([...cell.children].at(-1)?.tagName).toBe('w:p');
        return Number(properties?.getElementsByTagName('w:gridSpan')[0]?.getAttribute('w:val') ?? 1);
      });
      expect(spans.reduce((total, span) => total + span, 0)).toBe(columns);
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
