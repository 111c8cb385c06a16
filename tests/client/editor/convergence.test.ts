// @vitest-environment jsdom
import { bullets, callout, heading, paragraph, table } from '@accord/shared/manuscript/build';
import { FRAGMENT } from '@accord/shared/manuscript/document';
import { manuscriptSchema } from '@accord/shared/manuscript/schema';
import { yjsToJson } from '@accord/shared/manuscript/yjs';
import type { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import { yUndoPluginKey } from '@tiptap/y-tiptap';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { expectWhole } from '../../kit/whole-alignment';
import { openEditor, press, serverDoc } from './open-editor';

const EDITS: ((editor: Editor, word: string) => unknown)[] = [
  (editor, word) => editor.commands.insertContent(word),
  (editor, word) => editor.commands.insertContent(word),
  (editor) => press(editor, 'Enter'),
  (editor) => press(editor, 'Shift-Enter'),
  (editor) => editor.commands.joinBackward(),
  (editor) => editor.commands.toggleBold(),
  (editor) => editor.commands.setLink({ href: 'https://example.org/' }),
  (editor) => editor.commands.setHeading({ level: 2 }),
  (editor) => editor.commands.toggleBulletList(),
  (editor) => editor.commands.toggleOrderedList(),
  (editor) => editor.commands.toggleTaskList(),
  (editor) => press(editor, 'Tab'),
  (editor) => press(editor, 'Shift-Tab'),
  (editor) => editor.commands.setCallout('example'),
  (editor) => editor.commands.unsetCallout(),
  (editor) => editor.commands.toggleCodeBlock(),
  (editor) => editor.commands.insertTable({ rows: 2, cols: 2 }),
  (editor) => editor.commands.addColumnAfter(),
  (editor) => editor.commands.addRowAfter(),
  (editor) => editor.commands.deleteColumn(),
  (editor) => editor.commands.stepColumnWidth(2),
  (editor) => editor.commands.toggleHeaderRow(),
  (editor) => editor.commands.moveBlock('down'),
  (editor) => editor.commands.moveBlock('up'),
  (editor) => editor.commands.setHorizontalRule(),
  (editor) => editor.commands.deleteSelection(),
  (editor) => editor.commands.undo(),
  (editor) => editor.commands.redo(),
];

const step = fc.record({
  who: fc.nat(2),
  edit: fc.nat(EDITS.length - 1),
  at: fc.nat(10_000),
  reach: fc.nat(12),
  exchange: fc.boolean(),
  pause: fc.boolean(),
});

/** What three people do, at whatever moment they hear of each other. */
const together = fc.property(fc.array(step, { minLength: 4, maxLength: 24 }), (steps) => {
  const docs = [
    serverDoc(
      heading(1, 'Aims'),
      paragraph('First words here.'),
      bullets('one', 'two'),
      table(['a', 'b'], ['c', 'd']),
      callout('tip', 'ask'),
    ),
    new Y.Doc(),
    new Y.Doc(),
  ];
  const exchange = () => {
    for (const from of docs)
      for (const to of docs)
        if (from !== to) Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)));
  };
  exchange();
  const beginning = yjsToJson((docs[0] as Y.Doc).getXmlFragment(FRAGMENT));
  const editors = docs.map((doc) => openEditor(doc));
  try {
    steps.forEach(({ who, edit, at, reach, exchange: now, pause }, index) => {
      const editor = editors[who];
      if (!editor) return;
      const size = editor.state.doc.content.size;
      const from = at % Math.max(1, size);
      const [$from, $to] = [from, Math.min(size, from + (reach > 8 ? reach : 0))].map((pos) =>
        editor.state.doc.resolve(pos),
      );
      if ($from && $to) editor.view.dispatch(editor.state.tr.setSelection(TextSelection.between($from, $to)));
      // What is done after a pause is undone on its own; how fast this computer is must not decide that.
      if (pause) yUndoPluginKey.getState(editor.state)?.undoManager.stopCapturing();
      EDITS[edit]?.(editor, `w${index} `);
      if (now) exchange();
    });
    // What a tab mends in answer to what it hears must come to rest.
    exchange();
    exchange();
    const [first, ...others] = editors.map((editor) => editor.getJSON());
    for (const other of others) expect(other).toEqual(first);
    const stored = yjsToJson((docs[0] as Y.Doc).getXmlFragment(FRAGMENT));
    // Whatever ids were lost or doubled on the way: what became of each block can be told.
    expectWhole(beginning, stored);
    expectWhole(stored, beginning);
    if (stored.content) {
      const node = manuscriptSchema.nodeFromJSON(stored);
      node.check();
      expect(node.toJSON()).toEqual(first);
    }
  } finally {
    for (const editor of editors) editor.destroy();
  }
});

/** The same in every run; a seed that fails in a longer search is added here. */
const SEEDS = [384657325, 1154442403, 474028974];

describe('three people who edit at once', () => {
  it.each(SEEDS)('[U8] end with the same text, which the schema allows (seed %i)', (seed) => {
    fc.assert(together, { seed, numRuns: 20 });
  });

  it('[U8] end with the same text, whatever they do', () => {
    fc.assert(together, { numRuns: 20 });
  });

  it('keep a selection of cells while others type', () => {
    const doc = serverDoc(paragraph('above'), table(['a', 'b'], ['c', 'd']));
    const mine = openEditor(doc);
    const cells: number[] = [];
    mine.state.doc.descendants((node, pos) => {
      if (node.type.name === 'tableCell') cells.push(pos);
    });
    mine.commands.setCellSelection({ anchorCell: cells[0] ?? 0, headCell: cells[1] ?? 0 });
    const paragraphs = doc.getXmlFragment(FRAGMENT).get(0) as Y.XmlElement;
    doc.transact(() => (paragraphs.get(0) as Y.XmlText).insert(0, 'typed '), 'another tab');
    expect(mine.state.selection.constructor.name).toContain('CellSelection');
    expect(mine.commands.mergeCells()).toBe(true);
    expect(mine.getText()).toContain('typed above');
  });
});
