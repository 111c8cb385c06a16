import { applyEdits, EditError } from '@accord/shared/manuscript/apply-edits';
import {
  bold,
  bullets,
  codeBlock,
  document,
  hardBreak,
  heading,
  paragraph,
  table,
} from '@accord/shared/manuscript/build';
import { canonicalJson } from '@accord/shared/manuscript/canonical';
import type { NodeJson } from '@accord/shared/manuscript/document';
import type { Edit } from '@accord/shared/manuscript/edits';
import { manuscriptSchema } from '@accord/shared/manuscript/schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documents, editOf, intents } from './edited';

const id = (node: NodeJson | undefined): string => String(node?.attrs?.id);
const text = (words: string): NodeJson => ({ type: 'text', text: words });

describe('edits of named blocks', () => {
  it('replace text between two offsets, a line break counted as one character', () => {
    const block = paragraph(['The ', bold('quick'), hardBreak(), 'fox.']);
    const chapter = document(heading(1, 'Aims'), block);
    const edit: Edit = { kind: 'replace-text', blockId: id(block), from: 9, to: 13, content: [text(' dog')] };
    expect(applyEdits(chapter, [edit]).content?.[1]?.content).toEqual([
      text('The '),
      bold('quick'),
      text(' dog.'),
    ]);
  });

  it('are carried out one after the other, each on what the former left', () => {
    const block = paragraph('abc');
    const insert = (from: number, to: number, words: string): Edit => ({
      kind: 'replace-text',
      blockId: id(block),
      from,
      to,
      content: [text(words)],
    });
    const after = applyEdits(document(block), [insert(3, 3, 'def'), insert(0, 4, ''.padEnd(1, 'x'))]);
    expect(after.content?.[0]?.content).toEqual([text('xef')]);
  });

  it('leave the text they are given, and all blocks they do not name, as they are', () => {
    const list = bullets('one', 'two');
    const chapter = document(paragraph('a'), list);
    const before = canonicalJson(chapter);
    const after = applyEdits(chapter, [{ kind: 'remove-block', blockId: id(list.content?.[0]) }]);
    expect(canonicalJson(chapter)).toBe(before);
    expect(after.content?.[0]).toBe(chapter.content?.[0]);
    expect(after.content?.[1]?.content).toEqual([list.content?.[1]]);
  });

  it('give a block another type with its id and content kept', () => {
    const block = paragraph('words');
    const after = applyEdits(document(block), [
      { kind: 'retype', blockId: id(block), type: 'heading', attrs: { level: 3, id: 'another' } },
    ]);
    expect(after.content).toEqual([
      { type: 'heading', attrs: { id: id(block), level: 3 }, content: [text('words')] },
    ]);
  });

  it('insert with the attributes the schema adds, so that nobody’s editor has to', () => {
    const after = applyEdits(document(paragraph('a')), [
      {
        kind: 'insert-block',
        parentId: null,
        index: 1,
        block: {
          type: 'orderedList',
          attrs: { id: 'list' },
          content: [
            {
              type: 'listItem',
              attrs: { id: 'item' },
              content: [{ type: 'paragraph', attrs: { id: 'text' } }],
            },
          ],
        },
      },
    ]);
    expect(after.content?.[1]?.attrs).toEqual({ id: 'list', start: 1 });
  });

  it('move a block out of a list and back', () => {
    const list = bullets('one', 'two');
    const chapter = document(paragraph('a'), list);
    const moved = id(list.content?.[0]?.content?.[0]);
    const item = id(list.content?.[0]);
    const edits: Edit[] = [
      { kind: 'move-block', blockId: moved, parentId: null, index: 0 },
      { kind: 'move-block', blockId: moved, parentId: item, index: 0 },
    ];
    expect(applyEdits(chapter, edits)).toEqual(chapter);
    // Alone, the first would leave an empty item, which every editor would take away.
    expect(() => applyEdits(chapter, edits.slice(0, 1))).toThrow(EditError);
  });

  it.each<[string, (chapter: NodeJson) => Edit]>([
    ['a block that is not there', () => ({ kind: 'remove-block', blockId: 'gone' })],
    [
      'a container that is not there',
      () => ({ kind: 'insert-block', parentId: 'gone', index: 0, block: paragraph('x') }),
    ],
    [
      'a place behind the last',
      () => ({ kind: 'insert-block', parentId: null, index: 9, block: paragraph('x') }),
    ],
    [
      'an offset behind the end',
      (chapter) => ({
        kind: 'replace-text',
        blockId: id(chapter.content?.[0]),
        from: 0,
        to: 99,
        content: [],
      }),
    ],
    [
      'half of a character',
      (chapter) => ({ kind: 'replace-text', blockId: id(chapter.content?.[0]), from: 0, to: 1, content: [] }),
    ],
    [
      'a list as if it held text',
      (chapter) => ({
        kind: 'replace-text',
        blockId: id(chapter.content?.[1]),
        from: 0,
        to: 0,
        content: [text('x')],
      }),
    ],
    [
      'a block as inline content',
      (chapter) => ({
        kind: 'replace-text',
        blockId: id(chapter.content?.[0]),
        from: 0,
        to: 0,
        content: [paragraph('x')],
      }),
    ],
    [
      'a node nobody knows',
      () => ({ kind: 'insert-block', parentId: null, index: 0, block: { type: 'video' } }),
    ],
    [
      'a table straight in a list',
      (chapter) => ({
        kind: 'move-block',
        blockId: id(chapter.content?.[2]),
        parentId: id(chapter.content?.[1]),
        index: 0,
      }),
    ],
    [
      'a list inside itself',
      (chapter) => ({
        kind: 'move-block',
        blockId: id(chapter.content?.[1]),
        parentId: id(chapter.content?.[1]?.content?.[0]),
        index: 0,
      }),
    ],
    [
      'bold words as code',
      (chapter) => ({ kind: 'retype', blockId: id(chapter.content?.[4]), type: 'codeBlock', attrs: {} }),
    ],
    [
      'bold in code',
      (chapter) => ({
        kind: 'replace-text',
        blockId: id(chapter.content?.[3]),
        from: 0,
        to: 0,
        content: [bold('x')],
      }),
    ],
    [
      'a text block as a list',
      (chapter) => ({ kind: 'retype', blockId: id(chapter.content?.[0]), type: 'bulletList', attrs: {} }),
    ],
  ])('refuse %s', (_, edit) => {
    const chapter = document(
      paragraph('😀!'),
      bullets('one'),
      table(['a'], ['b']),
      codeBlock(null, 'x'),
      paragraph([bold('b')]),
    );
    const harmless: Edit = { kind: 'insert-block', parentId: null, index: 5, block: paragraph('y') };
    const wrong = edit(chapter);
    const refused = (() => {
      try {
        return applyEdits(chapter, [harmless, wrong]);
      } catch (error) {
        return error;
      }
    })();
    expect(refused).toBeInstanceOf(EditError);
    expect(refused).toMatchObject({ edit: wrong, index: 1 });
  });

  it('leave nothing that the schema refuses', () => {
    fc.assert(
      fc.property(documents, fc.array(intents, { minLength: 1, maxLength: 5 }), (chapter, wishes) => {
        let now = chapter;
        for (const [number, wish] of wishes.entries()) {
          try {
            now = applyEdits(now, [editOf(now, wish, number)]);
          } catch (error) {
            expect(error).toBeInstanceOf(EditError);
          }
          manuscriptSchema.nodeFromJSON(now).check();
        }
      }),
      { numRuns: 300 },
    );
  });
});
