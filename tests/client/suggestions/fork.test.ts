// @vitest-environment jsdom
import { bullets, heading, paragraph, table } from '@accord/shared/manuscript/build';
import { FRAGMENT } from '@accord/shared/manuscript/document';
import { writeEdits } from '@accord/shared/manuscript/yjs-edits';
import { acceptSuggestions } from '@accord/shared/suggestions/accept';
import type { Editor } from '@tiptap/core';
import { describe, expect, it } from 'vitest';
import { caretAt, openEditor, press, select, serverDoc, twins, type } from '../editor/open-editor';
import { holds, jsonOf, suggestIn, words } from './suggesting';

const text = () =>
  serverDoc(heading(1, 'Aims'), paragraph('The brown fox jumps.'), paragraph('Second thought.'));

/** What the server does when a suggestion is accepted. */
function accept(doc: ReturnType<typeof serverDoc>, own: Parameters<typeof acceptSuggestions>[0]) {
  writeEdits(doc.getXmlFragment(FRAGMENT), acceptSuggestions(own, jsonOf(doc)).edits);
}

describe('the copy in which somebody suggests', () => {
  it('[S1] never changes the text itself, whatever is typed', () => {
    const synced = text();
    const before = jsonOf(synced);
    const { editor, fork, told } = suggestIn(synced);
    caretAt(editor, 'fox', 3);
    type(editor, ' quickly');
    press(editor, 'Enter');
    select(editor, 'Second');
    editor.commands.deleteSelection();
    fork.settle();
    expect(jsonOf(synced)).toEqual(before);
    expect(told().length).toBeGreaterThan(1);
  });

  it('[S3] counts words typed on and on as one suggestion, which keeps its id', () => {
    const synced = text();
    const { editor, fork, told } = suggestIn(synced);
    caretAt(editor, 'fox', 3);
    type(editor, ' qui');
    fork.settle();
    const [first] = told();
    type(editor, 'ckly and far');
    fork.settle();
    expect(told()).toHaveLength(1);
    expect(told()[0]?.id).toBe(first?.id);
  });

  it('[S3] counts a replacement as one suggestion with before and after', () => {
    const { editor, fork, told } = suggestIn(text());
    select(editor, 'brown');
    type(editor, 'red');
    fork.settle();
    expect(told()).toHaveLength(1);
    expect(told()[0]?.operations).toMatchObject([
      { kind: 'change', before: [{ text: 'brown' }], after: [{ text: 'red' }] },
    ]);
  });

  it('takes in what others write at the same moment and keeps the caret among the own words', () => {
    const { ours, theirs } = twins(text());
    const author = openEditor(theirs);
    const { editor, fork, mended } = suggestIn(ours);
    caretAt(editor, 'fox', 3);
    type(editor, ' qui');
    caretAt(author, 'The brown');
    type(author, 'Look: ');
    type(editor, 'ckly');
    caretAt(author, 'Second');
    type(author, 'A ');
    expect(words(editor.getJSON() as never)).toBe(
      'Aims|Look: The brown fox quickly jumps.|A Second thought.',
    );
    expect(holds(ours, fork)).toBe(true);
    expect(fork.own).toHaveLength(1);
    expect(mended()).toBe(0);
  });

  it('[S5] steps aside where somebody changed the words meant, and stands again once they are back', () => {
    const { ours, theirs } = twins(text());
    const author = openEditor(theirs);
    const { editor, fork } = suggestIn(ours);
    select(editor, 'brown');
    type(editor, 'red');
    fork.settle();
    const [own] = fork.own;
    select(author, 'brown');
    type(author, 'grey');
    expect(words(fork.text)).toBe('Aims|The grey fox jumps.|Second thought.');
    expect([...fork.aside]).toEqual([own?.id]);
    expect(holds(ours, fork)).toBe(true);
    author.commands.undo();
    expect(words(fork.text)).toBe('Aims|The red fox jumps.|Second thought.');
    expect(fork.own).toEqual([own]);
  });

  it('follows a decision: what was accepted stands there once, what was rejected is gone', () => {
    const synced = text();
    const { editor, fork, told } = suggestIn(synced);
    caretAt(editor, 'fox', 3);
    type(editor, ' quickly');
    select(editor, 'Second');
    type(editor, 'Third');
    fork.settle();
    const [one, two] = told();
    if (!one || !two) throw new Error('two suggestions were made');
    accept(synced, [one]);
    fork.setOwn([two]);
    expect(words(editor.getJSON() as never)).toBe('Aims|The brown fox quickly jumps.|Third thought.');
    fork.setOwn([]);
    expect(words(editor.getJSON() as never)).toBe('Aims|The brown fox quickly jumps.|Second thought.');
    type(editor, 'x');
    expect(holds(synced, fork)).toBe(true);
  });

  it('takes up open suggestions again, and goes on with them', () => {
    const synced = text();
    const first = suggestIn(synced);
    caretAt(first.editor, 'fox', 3);
    type(first.editor, ' quickly');
    press(first.editor, 'Enter');
    first.fork.settle();
    const own = first.told();
    const again = suggestIn(synced, own);
    expect(again.editor.getJSON()).toEqual(first.editor.getJSON());
    caretAt(again.editor, 'quickly', 7);
    type(again.editor, ' now');
    again.fork.settle();
    expect(again.told().map(({ id }) => id)).toEqual(own.map(({ id }) => id));
  });

  it('[S2] tracks every kind of edit of the editor', () => {
    const kinds: [kind: string, words: string, edit: (editor: Editor) => unknown][] = [
      ['bold', 'brown', (editor) => editor.commands.toggleBold()],
      ['link', 'brown', (editor) => editor.commands.setLink({ href: 'https://example.org/' })],
      ['replace', 'brown', (editor) => type(editor, 'red')],
      ['delete', 'brown', (editor) => editor.commands.deleteSelection()],
      ['heading', 'Second', (editor) => editor.commands.setHeading({ level: 2 })],
      ['level', 'Aims', (editor) => editor.commands.setHeading({ level: 3 })],
      ['list', 'Second', (editor) => editor.commands.toggleBulletList()],
      ['unlist', 'one', (editor) => editor.commands.liftListItem('listItem')],
      ['indent', 'two', (editor) => editor.commands.sinkListItem('listItem')],
      ['split', 'fox', (editor) => press(editor, 'Enter')],
      ['join', '', (editor) => editor.commands.joinBackward()],
      ['down', 'brown', (editor) => editor.commands.moveBlock('down')],
      ['row', 'aa', (editor) => editor.commands.addRowAfter()],
      ['column', 'aa', (editor) => editor.commands.addColumnAfter()],
      ['no row', 'aa', (editor) => editor.commands.deleteRow()],
      ['no column', 'aa', (editor) => editor.commands.deleteColumn()],
      ['cell', 'bb', (editor) => type(editor, 'more')],
      ['rule', 'Second', (editor) => editor.commands.setHorizontalRule()],
      ['quote', 'Second', (editor) => editor.commands.toggleBlockquote()],
      ['callout', 'Second', (editor) => editor.commands.setCallout('tip')],
      ['code', 'Second', (editor) => editor.commands.toggleCodeBlock()],
      ['table', 'Second', (editor) => editor.commands.insertTable({ rows: 2, cols: 2 })],
      ['no table', 'aa', (editor) => editor.commands.deleteTable()],
    ];
    for (const [kind, place, edit] of kinds) {
      const synced = serverDoc(
        heading(1, 'Aims'),
        paragraph('The brown fox jumps.'),
        paragraph('Second thought.'),
        bullets('one', 'two'),
        table(['aa', 'bb'], ['cc', 'dd']),
      );
      const before = jsonOf(synced);
      const { editor, fork, takenBack } = suggestIn(synced);
      if (place === '') caretAt(editor, 'Second');
      else select(editor, place);
      edit(editor);
      fork.settle();
      expect(takenBack, kind).toEqual([]);
      expect(fork.own.length, kind).toBeGreaterThan(0);
      expect(jsonOf(synced), kind).toEqual(before);
      expect(holds(synced, fork), kind).toBe(true);
    }
  });
});
