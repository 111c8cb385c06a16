// @vitest-environment jsdom
import { paragraph, table } from '@accord/shared/manuscript/build';
import type { Editor } from '@tiptap/core';
import { TableMap } from '@tiptap/pm/tables';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { caretAt, idFaults, openEditor, press, serverDoc } from './open-editor';

/** A table to which two people added a row and a column before they heard of each other: its last cell is missing. */
function uneven(): { mine: Editor; other: Editor; exchange: () => void } {
  const ours = serverDoc(paragraph('First.'), table(['a', 'b'], ['c', 'd']));
  const theirs = new Y.Doc();
  const exchange = () => {
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(ours));
    Y.applyUpdate(ours, Y.encodeStateAsUpdate(theirs));
  };
  exchange();
  const [mine, other] = [openEditor(ours), openEditor(theirs)];
  caretAt(mine, 'd');
  mine.commands.addRowAfter();
  caretAt(other, 'b');
  other.commands.addColumnAfter();
  exchange();
  expect(problems(mine)).not.toEqual([]);
  return { mine, other, exchange };
}

function problems(editor: Editor): unknown[] {
  const found: unknown[] = [];
  editor.state.doc.descendants((node) => {
    if (node.type.name === 'table') found.push(...(TableMap.get(node).problems ?? []));
  });
  return found;
}

const inLastRow = (editor: Editor): void => {
  let last = 0;
  editor.state.doc.descendants((node, pos) => {
    if (node.type.name === 'tableCell') last = pos;
  });
  editor.commands.setTextSelection(last + 2);
};

const inFirstRow = (editor: Editor): void => {
  caretAt(editor, 'b');
};

const inLastColumn = (editor: Editor): void => {
  const headers: number[] = [];
  editor.state.doc.descendants((node, pos) => {
    if (node.type.name === 'tableHeader') headers.push(pos);
  });
  editor.commands.setTextSelection((headers.at(-1) ?? 0) + 2);
};

const COMMANDS: Record<string, (editor: Editor) => boolean> = {
  'a row above': (editor) => editor.commands.addRowBefore(),
  'a row below': (editor) => editor.commands.addRowAfter(),
  'a row below, by Tab': (editor) => press(editor, 'Tab') && press(editor, 'Tab') && press(editor, 'Tab'),
  'a column before': (editor) => editor.commands.addColumnBefore(),
  'a column after': (editor) => editor.chain().focus().addColumnAfter().run(),
  'without a column': (editor) => editor.commands.deleteColumn(),
  'without a row': (editor) => editor.commands.deleteRow(),
  'a header row': (editor) => editor.commands.toggleHeaderRow(),
  'a header column': (editor) => editor.commands.toggleHeaderColumn(),
};

const size = (editor: Editor): number[] => {
  let found: number[] = [];
  editor.state.doc.descendants((node) => {
    if (node.type.name === 'table') found = [TableMap.get(node).height, TableMap.get(node).width];
  });
  return found;
};

describe('a table to which one added a row and another a column at the same moment', () => {
  it.each(Object.entries(COMMANDS))('[U8] can be given %s, and has even rows then', (_name, run) => {
    for (const place of [inLastRow, inFirstRow, inLastColumn]) {
      const { mine, other, exchange } = uneven();
      place(mine);
      expect(run(mine)).toBe(true);
      expect(problems(mine)).toEqual([]);
      expect(idFaults(mine)).toEqual([]);
      mine.state.doc.check();
      exchange();
      expect(other.getJSON()).toEqual(mine.getJSON());
    }
  });

  it('[U8] grows by one column, wherever the missing cell is', () => {
    for (const place of [inLastRow, inFirstRow, inLastColumn]) {
      const { mine } = uneven();
      place(mine);
      mine.chain().focus().addColumnAfter().run();
      expect(size(mine)).toEqual([3, 4]);
    }
  });
});
