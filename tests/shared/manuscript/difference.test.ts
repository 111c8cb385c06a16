import { applyEdits } from '@accord/shared/manuscript/apply-edits';
import { bold, bullets, callout, document, heading, paragraph, table } from '@accord/shared/manuscript/build';
import { alignDocuments, type Fate } from '@accord/shared/manuscript/difference/alignment';
import { blockHash, blockKey, differenceInBlock } from '@accord/shared/manuscript/difference/block';
import { differenceOfTables } from '@accord/shared/manuscript/difference/table';
import { differenceOfInline, type Piece } from '@accord/shared/manuscript/difference/words';
import type { NodeJson } from '@accord/shared/manuscript/document';
import { joinInline } from '@accord/shared/manuscript/inline-text';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectWhole } from '../../kit/whole-alignment';
import { documents, editOf, inlines, intents } from './edited';

const text = (words: string): NodeJson => ({ type: 'text', text: words });
const withId = (node: NodeJson, id: string): NodeJson => ({ ...node, attrs: { ...node.attrs, id } });
const p = (id: string, words: string) => withId(paragraph(words), id);
const doc = (...blocks: NodeJson[]) => document(...blocks);
const kinds = (fates: readonly Fate[]) => fates.map(({ kind }) => kind);
const said = (piece: Piece) => {
  const words = (nodes: readonly NodeJson[]) => nodes.map((node) => node.text ?? `<${node.type}>`).join('');
  if (piece.kind === 'break') return piece.change === 'inserted' ? '+¶' : '-¶';
  return piece.kind === 'reformatted'
    ? `*${words(piece.after)}*`
    : `${{ kept: '', inserted: '+', deleted: '-' }[piece.kind]}${words(piece.content)}`;
};

describe('words within a block', () => {
  const between = (before: string, after: string) =>
    differenceOfInline([text(before)], [text(after)]).map(said);

  it('[V3] are compared as whole words', () => {
    expect(between('The cat sat on the mat.', 'The cats sat on a mat.')).toEqual([
      'The ',
      '-cat',
      '+cats',
      ' sat on ',
      '-the',
      '+a',
      ' mat.',
    ]);
  });

  it('[V3] changed next to each other are one change', () => {
    expect(between('They fish at dawn, always.', 'They hunt in winter, always.')).toEqual([
      'They ',
      '-fish at dawn',
      '+hunt in winter',
      ', always.',
    ]);
  });

  it('[V3] with other formatting are listed, with both', () => {
    const pieces = differenceOfInline([text('A plain word.')], [text('A '), bold('plain'), text(' word.')]);
    expect(pieces.map(said)).toEqual(['A ', '*plain*', ' word.']);
    expect(pieces[1]).toMatchObject({ before: [text('plain')], after: [bold('plain')] });
  });

  it('an exchanged footnote is a change, letters in other scripts are words', () => {
    const note = (noteId: string): NodeJson => ({ type: 'footnoteReference', attrs: { noteId } });
    expect(differenceOfInline([text('a'), note('n1')], [text('a'), note('n2')]).map(said)).toEqual([
      'a',
      '-<footnoteReference>',
      '+<footnoteReference>',
    ]);
    expect(between('Äidin työ', 'Äidin yö')).toEqual(['Äidin ', '-työ', '+yö']);
  });

  it('[V4] an image’s address and alt text are attributes, its caption words', () => {
    const figure = (src: string, alt: string, caption: string): NodeJson => ({
      type: 'figure',
      attrs: { id: 'fig-1', src, alt, width: null },
      content: [text(caption)],
    });
    const { attributes, pieces } = differenceInBlock(
      figure('/api/images/one', 'A heron', 'One heron'),
      figure('/api/images/two', 'A crane', 'One crane'),
    );
    expect(attributes).toEqual([
      { name: 'alt', before: 'A heron', after: 'A crane' },
      { name: 'src', before: '/api/images/one', after: '/api/images/two' },
    ]);
    expect(pieces.map(said)).toEqual(['One ', '-heron', '+crane']);
  });

  it('put together again are what was before and what is after, for any two texts', () => {
    fc.assert(
      fc.property(inlines, inlines, (before, after) => {
        const pieces = differenceOfInline(before, after);
        const side = (which: 'before' | 'after') =>
          joinInline(
            ...pieces.map((piece) => {
              if (piece.kind === 'reformatted' || piece.kind === 'break') return piece[which];
              const other = which === 'before' ? 'inserted' : 'deleted';
              return piece.kind === other ? [] : piece.content;
            }),
          );
        const keyOf = (content: readonly NodeJson[]) =>
          blockKey({ type: 'paragraph', content: [...content] });
        expect(keyOf(side('before'))).toBe(keyOf(before));
        expect(keyOf(side('after'))).toBe(keyOf(after));
        if (keyOf(before) === keyOf(after)) expect(pieces.every(({ kind }) => kind === 'kept')).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

const WHALES = 'Whales sing to each other over hundreds of miles of open sea.';
const BIRDS = 'Small birds cross the desert by night, when the air is cool.';
const TREES = 'Old trees share water with the young ones through their roots.';

describe('two states of a chapter', () => {
  it('that are the same say so of every block; ids and the cut of runs do not matter', () => {
    const one = doc(p('aaaa', WHALES), withId(bullets('one', 'two'), 'list'));
    const other = doc(
      withId({ type: 'paragraph', content: [text('Whales '), text(WHALES.slice(7))] }, 'zzzz'),
      bullets('one', 'two'),
    );
    expect(new Set(kinds(alignDocuments(one, other)))).toEqual(new Set(['unchanged']));
    expect(blockHash(p('aaaa', WHALES))).toBe(blockHash(p('bbbb', WHALES)));
    expect(blockHash(p('aaaa', WHALES))).not.toBe(blockHash(p('aaaa', BIRDS)));
  });

  it.each([
    ['changed', doc(p('aaaa', WHALES), p('bbbb', `${BIRDS} Always.`)), ['unchanged', 'changed']],
    ['retyped', doc(p('aaaa', WHALES), withId(heading(2, BIRDS), 'bbbb')), ['unchanged', 'retyped']],
    ['moved', doc(p('bbbb', BIRDS), p('aaaa', WHALES)), ['unchanged', 'moved']],
    [
      'added',
      doc(p('aaaa', WHALES), p('cccc', TREES), p('bbbb', BIRDS)),
      ['unchanged', 'added', 'unchanged'],
    ],
    ['removed', doc(p('bbbb', BIRDS)), ['removed', 'unchanged']],
    [
      'split',
      doc(
        p('aaaa', WHALES),
        p('bbbb', 'Small birds cross the desert'),
        p('cccc', 'by night, when the air is cool.'),
      ),
      ['unchanged', 'split'],
    ],
    ['merged', doc(p('aaaa', `${WHALES} ${BIRDS}`)), ['merged']],
    [
      'copied',
      doc(p('aaaa', WHALES), p('bbbb', BIRDS), p('cccc', WHALES)),
      ['unchanged', 'unchanged', 'copied'],
    ],
    [
      'put into a call-out',
      doc(p('aaaa', WHALES), callout('note', p('bbbb', BIRDS))),
      ['unchanged', 'retyped'],
    ],
  ])('[V3] a block that was %s is told as that', (_, after, expected) => {
    const fates = alignDocuments(doc(p('aaaa', WHALES), p('bbbb', BIRDS)), after);
    expect(kinds(fates).sort()).toEqual([...expected].sort());
  });

  it('[V3] a split is no rewriting: nothing of its text counts as changed', () => {
    const fates = alignDocuments(
      doc(p('aaaa', WHALES)),
      doc(p('aaaa', 'Whales sing to each other '), p('bbbb', 'over hundreds of miles of open sea.')),
    );
    expect(fates).toHaveLength(1);
    expect(fates[0]).toMatchObject({ kind: 'split', difference: { attributes: [], type: null } });
    const [fate] = fates;
    const pieces = fate?.kind === 'split' ? fate.difference.pieces : [];
    expect(pieces.map(({ kind }) => kind)).toEqual(['kept', 'break', 'kept']);
  });

  it('[V3] a space that went with a split or came with a join is part of the seam, and no two words grow together', () => {
    const whole = doc(p('aaaa', `${WHALES} ${BIRDS}`));
    const parted = doc(p('aaaa', WHALES), p('bbbb', BIRDS));
    const [split] = alignDocuments(whole, parted);
    const [merged] = alignDocuments(parted, whole);
    expect(split).toMatchObject({
      kind: 'split',
      difference: {
        pieces: [
          { kind: 'kept' },
          { kind: 'break', change: 'inserted', before: [text(' ')] },
          { kind: 'kept' },
        ],
      },
    });
    expect(merged).toMatchObject({
      kind: 'merged',
      difference: {
        pieces: [
          { kind: 'kept' },
          { kind: 'break', change: 'deleted', after: [text(' ')] },
          { kind: 'kept' },
        ],
      },
    });
  });

  it('ids are hints: text that went on in another block is followed, and a doubled id is two blocks', () => {
    // Joined and split again: the first half has a new id, the second the old one of the first.
    const fates = alignDocuments(
      doc(p('aaaa', WHALES), p('bbbb', BIRDS)),
      doc(p('cccc', WHALES), p('aaaa', BIRDS)),
    );
    expect(kinds(fates)).toEqual(['unchanged', 'unchanged']);
    const doubled = alignDocuments(doc(p('aaaa', WHALES)), doc(p('aaaa', TREES), p('aaaa', WHALES)));
    expect(kinds(doubled)).toEqual(['added', 'unchanged']);
  });

  it('without any ids, blocks are known by their text and place', () => {
    const bare = (words: string): NodeJson => ({ type: 'paragraph', content: [text(words)] });
    const fates = alignDocuments(
      { type: 'doc', content: [bare(WHALES), bare('First point'), bare(BIRDS)] },
      { type: 'doc', content: [bare(WHALES), bare('First point made'), bare(TREES), bare(BIRDS)] },
    );
    expect(kinds(fates)).toEqual(['unchanged', 'changed', 'added', 'unchanged']);
  });

  it('a list that is cut in two is no “no change”', () => {
    const list = (...items: NodeJson[]): NodeJson => ({
      type: 'bulletList',
      attrs: { id: 'list' },
      content: items,
    });
    const item = (id: string, words: string): NodeJson => ({
      type: 'listItem',
      attrs: { id: `i-${id}` },
      content: [p(id, words)],
    });
    const fates = alignDocuments(
      doc(list(item('aaaa', 'one'), item('bbbb', 'two'))),
      doc(list(item('aaaa', 'one')), list(item('bbbb', 'two'))),
    );
    expect(kinds(fates)).toEqual(['unchanged', 'retyped']);
  });

  it('[V4] rows and columns of a table come and go as such', () => {
    const cell = (row: string, column: string): NodeJson => ({
      type: 'tableCell',
      attrs: { id: `c${row}${column}` },
      content: [p(`p${row}${column}`, `${row}${column}`)],
    });
    const grid = (rows: string, columns: string): NodeJson => ({
      type: 'table',
      attrs: { id: 'table' },
      content: [...rows].map((row) => ({
        type: 'tableRow',
        attrs: { id: `row-${row}` },
        content: [...columns].map((column) => cell(row, column)),
      })),
    });
    const { rows, columns } = differenceOfTables(grid('abc', 'xy'), grid('acd', 'xzy'));
    expect(rows.map(({ kind }) => kind)).toEqual(['kept', 'removed', 'kept', 'added']);
    expect(columns.map(({ kind }) => kind)).toEqual(['kept', 'added', 'kept']);
    const fates = alignDocuments(doc(grid('abc', 'xy')), doc(grid('acd', 'xy')));
    expect(kinds(fates).filter((kind) => kind === 'removed')).toHaveLength(2);
    expect(kinds(alignDocuments(doc(table(['a'])), doc(table(['a']))))).toEqual(['unchanged']);
  });
});

describe('any two states of a chapter', () => {
  it('each block of either comes exactly once; all are unchanged only when the texts are the same', () => {
    fc.assert(
      fc.property(documents, documents, (before, after) => {
        expectWhole(before, after);
        expectWhole(before, before);
      }),
      { numRuns: 300 },
    );
  });

  it('the same holds after any edits', () => {
    fc.assert(
      fc.property(documents, fc.array(intents, { minLength: 1, maxLength: 6 }), (before, wishes) => {
        let after = before;
        for (const [number, wish] of wishes.entries()) {
          try {
            after = applyEdits(after, [editOf(after, wish, number)]);
          } catch {
            // Not every wish fits every text.
          }
        }
        expectWhole(before, after);
      }),
      { numRuns: 400 },
    );
  });
});
