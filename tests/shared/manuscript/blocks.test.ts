import { countWords, countWordsIn, outlineOf, textOf } from '@accord/shared/manuscript/blocks';
import type { NodeJson } from '@accord/shared/manuscript/document';
import { describe, expect, it } from 'vitest';

const text = (words: string): NodeJson => ({ type: 'text', text: words });
const block = (type: string, ...content: NodeJson[]): NodeJson => ({ type, content });

describe('counting words', () => {
  it.each([
    ['', 0],
    ['  ', 0],
    ['— – - …', 0],
    ["l'école d'à côté", 3],
    ['Tarvitsemme 3,5 tuntia viikossa.', 4],
    ['well-known', 1],
    ['before—after', 2],
    ['a\nb\u00a0c', 3],
  ])('%j has %i', (sentence, count) => {
    expect(countWords(sentence)).toBe(count);
  });

  it('does not join the words of two blocks, and counts captions, footnotes and cells', () => {
    const doc = block(
      'doc',
      block('paragraph', text('one')),
      block('table', block('tableRow', block('tableCell', block('paragraph', text('two'))))),
      block('figure', text('three')),
      block('footnote', text('four '), text('five')),
    );
    expect(countWordsIn(doc)).toBe(5);
  });

  it('counts a word that is partly bold once', () => {
    expect(countWordsIn(block('doc', block('paragraph', text('un'), text('believable'))))).toBe(1);
  });
});

describe('the outline', () => {
  it('lists the headings in order, wherever they stand', () => {
    const heading = (level: number, id: string | null, words: string): NodeJson => ({
      type: 'heading',
      attrs: { level, id },
      content: [text(words)],
    });
    const doc = block(
      'doc',
      heading(1, 'a', ' Aims '),
      block('callout', heading(3, null, 'Aside')),
      heading(9, 'c', ''),
    );
    expect(outlineOf(doc)).toEqual([
      { id: 'a', level: 1, text: 'Aims' },
      { id: null, level: 3, text: 'Aside' },
      { id: 'c', level: 4, text: '' },
    ]);
  });

  it('reads a hard break as a line feed and a footnote mark as nothing', () => {
    expect(
      textOf(block('paragraph', text('a'), { type: 'hardBreak' }, text('b'), { type: 'footnoteReference' })),
    ).toBe('a\nb');
  });
});
