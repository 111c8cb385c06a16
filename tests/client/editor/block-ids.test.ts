// @vitest-environment jsdom
import {
  bullets,
  callout,
  codeBlock,
  heading,
  paragraph,
  quote,
  table,
  tasks,
} from '@accord/shared/manuscript/build';
import { FRAGMENT, type NodeJson } from '@accord/shared/manuscript/document';
import type { Editor } from '@tiptap/core';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import {
  caretAt,
  countUpdates,
  idFaults,
  idOf,
  openEditor,
  press,
  select,
  serverDoc,
  twins,
  type,
} from './open-editor';

const chapter = () =>
  openEditor(
    serverDoc(
      heading(1, 'Aims'),
      paragraph('First words.'),
      bullets('one', 'two', 'three'),
      tasks({ done: false, text: 'book' }, { done: true, text: 'print' }),
      callout('tip', 'ask'),
      quote(paragraph('said')),
      table(['a1', 'b1'], ['c1', 'd1']),
      codeBlock(null, 'code'),
      paragraph('Last words.'),
    ),
  );

/** An edit with the caret in the block with these words. */
const at =
  (words: string, edit: (editor: Editor) => unknown, offset = 0) =>
  (editor: Editor) => {
    caretAt(editor, words, offset);
    return edit(editor);
  };

const EDITS: Record<string, (editor: Editor) => unknown> = {
  'Enter in a paragraph': at('First', (editor) => press(editor, 'Enter'), 3),
  'Enter in a heading': at('Aims', (editor) => press(editor, 'Enter'), 2),
  'Enter in a list item': at('two', (editor) => press(editor, 'Enter'), 1),
  'Enter in a task': at('book', (editor) => press(editor, 'Enter'), 2),
  'Tab in a list': at('two', (editor) => press(editor, 'Tab')),
  'Shift+Tab in a list': at('two', (editor) => press(editor, 'Shift-Tab')),
  'bulleted list': at('First', (editor) => editor.commands.toggleBulletList()),
  'bullets to numbers': at('two', (editor) => editor.commands.toggleOrderedList()),
  'list of a list and paragraphs': (editor) => {
    editor.commands.setTextSelection({
      from: 3,
      to: editor.state.doc.child(0).nodeSize + editor.state.doc.child(1).nodeSize + 5,
    });
    return editor.commands.toggleOrderedList();
  },
  'task list': at('First', (editor) => editor.commands.toggleTaskList()),
  heading: at('First', (editor) => editor.commands.setHeading({ level: 3 })),
  'call-out': at('First', (editor) => editor.commands.setCallout('note')),
  'call-out off': at('ask', (editor) => editor.commands.unsetCallout()),
  quotation: at('First', (editor) => editor.commands.toggleBlockquote()),
  'code block': at('First', (editor) => editor.commands.toggleCodeBlock()),
  'dividing line': at('First', (editor) => editor.commands.setHorizontalRule()),
  table: at('First', (editor) => editor.commands.insertTable({ rows: 3, cols: 4 })),
  'row below': at('d1', (editor) => editor.commands.addRowAfter()),
  'column before': at('d1', (editor) => editor.commands.addColumnBefore()),
  'header column': at('d1', (editor) => editor.commands.toggleHeaderColumn()),
  'row away': at('d1', (editor) => editor.commands.deleteRow()),
  'Tab in the last cell': at('d1', (editor) => press(editor, 'Tab')),
  'block down': at('First', (editor) => editor.commands.moveBlock('down')),
  'Ctrl+Enter in a call-out': at('ask', (editor) => press(editor, 'Mod-Enter')),
  'delete across blocks': (editor) => {
    editor.commands.setTextSelection({ from: 3, to: editor.state.doc.content.size - 4 });
    return editor.commands.deleteSelection();
  },
  'Markdown heading': at('Last words.', (editor) => press(editor, 'Enter') && type(editor, '## New'), 11),
  'Markdown list': at('Last words.', (editor) => press(editor, 'Enter') && type(editor, '1. New'), 11),
  'Markdown line': at('Last words.', (editor) => press(editor, 'Enter') && type(editor, '---'), 11),
  'everything replaced': (editor) => editor.commands.setContent('<p>a</p><ul><li>b</li></ul>'),
};

describe('ids of blocks', () => {
  it.each(Object.entries(EDITS))('stand on every block, each once, after: %s', (_name, edit) => {
    const editor = chapter();
    const before = editor.getJSON();
    edit(editor);
    expect(editor.getJSON(), 'the edit did something').not.toEqual(before);
    expect(idFaults(editor)).toEqual([]);
    editor.commands.undo();
    expect(idFaults(editor)).toEqual([]);
    expect(editor.getJSON()).toEqual(before);
  });

  it('stay with the text when a block is split at its beginning, with the first half when in its middle', () => {
    const editor = chapter();
    const id = idOf(editor, 'First words.');
    caretAt(editor, 'First');
    press(editor, 'Enter');
    expect(idOf(editor, 'First words.')).toBe(id);
    caretAt(editor, 'words.');
    press(editor, 'Enter');
    expect(idOf(editor, 'First')).toBe(id);
    expect(idFaults(editor)).toEqual([]);
  });

  it('stay with the text of a list item that is split at its beginning', () => {
    const editor = chapter();
    const id = idOf(editor, 'two');
    caretAt(editor, 'two');
    press(editor, 'Enter');
    expect(idOf(editor, 'two')).toBe(id);
    expect(idFaults(editor)).toEqual([]);
  });

  it('[L5] move along when a block is moved', () => {
    const editor = chapter();
    const [first, heading] = [idOf(editor, 'First words.'), idOf(editor, 'Aims')];
    caretAt(editor, 'First');
    editor.commands.moveBlock('up');
    expect(editor.state.doc.firstChild?.textContent).toBe('First words.');
    expect([idOf(editor, 'First words.'), idOf(editor, 'Aims')]).toEqual([first, heading]);
  });

  it('[C5] stay with the original when a block is copied above it, and go along when it is cut and pasted', () => {
    const editor = chapter();
    const id = idOf(editor, 'Last words.');
    const copy = editor.state.doc.lastChild?.toJSON() as NodeJson;
    editor.commands.insertContentAt(0, copy);
    expect(editor.state.doc.lastChild?.attrs.id).toBe(id);
    expect(editor.state.doc.firstChild?.attrs.id).not.toBe(id);
    expect(idFaults(editor)).toEqual([]);

    const end = editor.state.doc.content.size;
    editor.commands.deleteRange({ from: end - (editor.state.doc.lastChild?.nodeSize ?? 0), to: end });
    editor.commands.insertContentAt(0, copy);
    expect(editor.state.doc.firstChild?.attrs.id).toBe(id);
  });

  it('[L7] that others have doubled or left out are not touched by what arrives, only by an edit of mine', () => {
    const { ours, theirs } = twins(serverDoc(paragraph('mine')));
    const editor = openEditor(ours);
    const updates = countUpdates(theirs);
    const twice = new Y.XmlElement('paragraph');
    twice.setAttribute('id', idOf(editor, 'mine'));
    const none = new Y.XmlElement('paragraph');
    theirs.getXmlFragment(FRAGMENT).insert(1, [twice, none]);
    expect(updates(), 'nothing in answer').toBe(1);
    expect(idFaults(editor)).toHaveLength(2);

    caretAt(editor, 'mine');
    editor.commands.insertContent('more ');
    expect(idFaults(editor), 'the missing one is given, the doubled ones are not mine to judge').toEqual([
      'paragraph with the id of another block',
    ]);
  });

  it('are not put on line breaks or footnote marks, whose marks are taken off', () => {
    const editor = chapter();
    caretAt(editor, 'First', 5);
    editor.commands.insertContent({ type: 'footnoteReference', attrs: { noteId: 'n1' } });
    editor.commands.setHardBreak();
    select(editor, 'First');
    editor.commands.selectAll();
    editor.commands.toggleBold();
    const marked: string[] = [];
    editor.state.doc.descendants((node) => {
      if (node.isInline && !node.isText && node.marks.length > 0) marked.push(node.type.name);
    });
    expect(marked).toEqual([]);
    expect(editor.getHTML()).toContain('<strong>First</strong>');
  });
});
