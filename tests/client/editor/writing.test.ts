// @vitest-environment jsdom

import { Find, findState } from '@accord/client/editor/find/find';
import { Footnotes } from '@accord/client/editor/footnotes/footnotes';
import { EDITOR_KEYS } from '@accord/client/editor/keys/keys';
import { addressFrom } from '@accord/client/editor/link/links';
import { headingAt, headingsOf } from '@accord/client/editor/outline/headings';
import { setColumnWidth } from '@accord/client/editor/tables/column-widths';
import { bullets, heading, paragraph, table } from '@accord/shared/manuscript/build';
import { columnWidths } from '@accord/shared/manuscript/nodes/table';
import type { Editor } from '@tiptap/core';
import { describe, expect, it } from 'vitest';
import { type Asked, caretAt, openEditor, press, select, serverDoc, type } from './open-editor';

const edit = (...blocks: Parameters<typeof serverDoc>) => openEditor(serverDoc(...blocks));
const shape = (editor: Editor) =>
  editor.state.doc.content.content.map((node) => `${node.type.name}:${node.textContent}`);

describe('Markdown while typing', () => {
  it.each([
    ['# Aims', 'heading:Aims'],
    ['#### Aims', 'heading:Aims'],
    ['- one', 'bulletList:one'],
    ['* one', 'bulletList:one'],
    ['1. one', 'orderedList:one'],
    ['[ ] do', 'taskList:do'],
    ['> said', 'blockquote:said'],
    ['``` code', 'codeBlock:code'],
  ])('%s makes a block', (typed, made) => {
    const editor = edit(paragraph());
    editor.commands.setTextSelection(1);
    type(editor, typed);
    expect(shape(editor)[0]).toBe(made);
  });

  it.each([
    ['a **b** ', 'bold'],
    ['a *b* ', 'italic'],
    ['a `b` ', 'code'],
    ['a ~~b~~ ', 'strike'],
  ])('%s makes a mark', (typed, mark) => {
    const editor = edit(paragraph());
    editor.commands.setTextSelection(1);
    type(editor, typed);
    expect(editor.getText()).toBe('a b ');
    expect(editor.state.doc.nodeAt(3)?.marks.map(({ type: { name } }) => name)).toEqual([mark]);
  });
});

describe('keys', () => {
  const listed = EDITOR_KEYS.flatMap(({ section, entries }) =>
    entries.flatMap(({ action, keys = [] }) => keys.map((key) => ({ section, action, key }))),
  );
  const elsewhere = new Set(['followLink', 'backToText']);

  it.each(listed.filter(({ action }) => !elsewhere.has(action)))(
    '$key does what the list says: $action',
    ({ section, action, key }) => {
      const asked: Asked = { link: 0, toolbar: 0 };
      const editor = openEditor(
        serverDoc(
          paragraph('above'),
          bullets('one', 'two'),
          table(['a1', 'b1'], ['c1', 'd1']),
          paragraph('below'),
        ),
        { asked, added: [Find, Footnotes] },
      );
      if (section === 'tables') caretAt(editor, 'c1');
      else if (action === 'indent' || action === 'outdent') caretAt(editor, 'two');
      else if (action === 'leave') caretAt(editor, 'two');
      else if (action === 'move') caretAt(editor, key.endsWith('Up') ? 'two' : 'above');
      else select(editor, 'above');
      if (action === 'paragraph') editor.commands.setHeading({ level: 2 });
      if (action === 'clear') editor.commands.setBold();
      if (action === 'undo' || action === 'redo') editor.commands.setBold();
      if (action === 'redo') editor.commands.undo();
      const seen = () => {
        const { state } = editor;
        return JSON.stringify([editor.getJSON(), state.selection.toJSON(), asked, findState(state)]);
      };
      const before = seen();
      expect(press(editor, key)).toBe(true);
      expect(seen()).not.toBe(before);
    },
  );

  it('Tab leaves the text where there is nothing to indent, and stays in it in a list', () => {
    const editor = edit(paragraph('above'), bullets('one'));
    caretAt(editor, 'above');
    expect(press(editor, 'Tab')).toBe(false);
    caretAt(editor, 'one');
    expect(press(editor, 'Tab')).toBe(true);
  });

  it('Enter over a selection from a heading into a list deletes and breaks the line, and keeps the rest', () => {
    const editor = edit(heading(1, 'Aims'), bullets('one', 'two'));
    caretAt(editor, 'one', 2);
    editor.commands.setTextSelection({ from: 1, to: editor.state.selection.head });
    expect(press(editor, 'Enter')).toBe(true);
    expect(editor.getText({ blockSeparator: '' })).toBe('etwo');
  });
});

describe('links', () => {
  it.each([
    ['example.org', 'https://example.org/'],
    ['www.example.org/a?b', 'https://www.example.org/a?b'],
    ['müller.example', 'https://xn--mller-kva.example/'],
    ['someone@example.org', 'mailto:someone@example.org'],
    [' http://example.org/x ', 'http://example.org/x'],
    ['#abcd1234', '#abcd1234'],
  ])('%s is taken for %s', (typed, address) => {
    expect(addressFrom(typed)).toBe(address);
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'file:///c:/x',
    'C:\\x',
    '/inside',
    'two words',
    '',
  ])('%s is refused, by the dialog and by the command', (typed) => {
    expect(addressFrom(typed)).toBeNull();
    const editor = edit(paragraph('words'));
    select(editor, 'words');
    expect(editor.commands.setLink({ href: typed })).toBe(false);
    expect(editor.getHTML()).not.toContain('<a');
  });

  it('an address becomes one when a space follows; the full stop behind it does not belong to it', () => {
    const editor = edit(paragraph());
    editor.commands.setTextSelection(1);
    type(editor, 'See https://example.org/a. Then');
    expect(editor.getText()).toBe('See https://example.org/a. Then');
    expect(editor.getHTML()).toContain(
      '<a href="https://example.org/a" rel="noopener noreferrer">https://example.org/a</a>. Then',
    );
  });
});

describe('lists', () => {
  it('a selection of paragraphs, a heading and a list becomes one list, not a list in a list', () => {
    const editor = edit(heading(2, 'Aims'), bullets('one', 'two'), paragraph('after'));
    editor.commands.selectAll();
    editor.commands.setTextSelection({ from: 2, to: editor.state.doc.content.size - 2 });
    editor.commands.toggleOrderedList();
    expect(shape(editor)).toEqual(['orderedList:Aimsonetwoafter']);
    const kinds: string[] = [];
    editor.state.doc.descendants((node) => {
      if (node.isBlock) kinds.push(node.type.name);
    });
    expect(kinds).toEqual([
      'orderedList',
      'listItem',
      'paragraph',
      'listItem',
      'paragraph',
      'listItem',
      'paragraph',
      'listItem',
      'paragraph',
    ]);
  });
});

describe('moving blocks', () => {
  it('moves items within their list, rows within their table, and stops at the ends', () => {
    const editor = edit(bullets('one', 'two'), table(['a1'], ['b1'], ['c1']));
    caretAt(editor, 'two');
    expect(editor.commands.moveBlock('up')).toBe(true);
    expect(shape(editor)[0]).toBe('bulletList:twoone');
    expect(editor.state.selection.$from.parent.textContent).toBe('two');
    caretAt(editor, 'c1');
    editor.commands.moveBlock('up');
    expect(shape(editor)[1]).toBe('table:a1c1b1');
    const single = edit(paragraph('alone'));
    caretAt(single, 'alone');
    expect(single.can().moveBlock('down')).toBe(false);
  });

  it('does not tear a cell that reaches over two rows', () => {
    const editor = edit(table(['a1', 'b1'], [{ cell: 'c1', down: 2 }, 'd1'], ['e1']), paragraph('after'));
    caretAt(editor, 'd1');
    editor.commands.moveBlock('down');
    expect(shape(editor)).toEqual(['paragraph:after', 'table:a1b1c1d1e1']);
  });
});

describe('column widths', () => {
  const widthsOf = (editor: Editor) => {
    const node = editor.state.doc.firstChild;
    return node && columnWidths(node);
  };

  it('go by key, stay within their limits, and outlive the deletion of the first row', () => {
    const editor = edit(table(['a1', 'b1'], ['c1', 'd1']));
    caretAt(editor, 'd1');
    for (let i = 0; i < 3; i += 1) press(editor, 'Alt-Shift-ArrowRight');
    expect(widthsOf(editor)).toEqual([null, 220]);
    caretAt(editor, 'a1');
    editor.commands.deleteRow();
    expect(widthsOf(editor)).toEqual([null, 220]);
    caretAt(editor, 'c1');
    for (let i = 0; i < 30; i += 1) press(editor, 'Alt-Shift-ArrowLeft');
    expect(widthsOf(editor)).toEqual([40, 220]);
    editor.commands.resetColumnWidth();
    expect(widthsOf(editor)).toEqual([null, 220]);
  });

  it('leave cells that span two columns alone', () => {
    const editor = edit(table(['a1', 'b1'], [{ cell: 'c1', across: 2 }]));
    editor.view.dispatch(setColumnWidth(editor.state.tr, 0, 1, 300));
    const widths: unknown[] = [];
    editor.state.doc.descendants((node) => {
      if ('width' in node.attrs) widths.push(node.attrs.width);
    });
    expect(widths).toEqual([null, 300, null]);
    expect(editor.view.dom.querySelectorAll('col')).toHaveLength(2);
  });
});

describe('the outline', () => {
  it('knows the heading a position belongs to', () => {
    const editor = edit(paragraph('before'), heading(1, 'One'), paragraph('text'), heading(2, 'Two'));
    const headings = headingsOf(editor.state.doc);
    expect(headings.map(({ text, level }) => [text, level])).toEqual([
      ['One', 1],
      ['Two', 2],
    ]);
    caretAt(editor, 'before');
    expect(headingAt(headings, editor.state.selection.head)).toBe(-1);
    caretAt(editor, 'text');
    expect(headingAt(headings, editor.state.selection.head)).toBe(0);
  });
});
