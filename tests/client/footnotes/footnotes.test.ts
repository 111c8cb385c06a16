// @vitest-environment jsdom
import { Footnotes, footnotesOf } from '@accord/client/editor/footnotes/footnotes';
import { fetchCleaner } from '@accord/client/editor/paste/cleaner';
import { Pasting } from '@accord/client/editor/paste/pasting';
import { document as documentOf, note, noteMark, paragraph } from '@accord/shared/manuscript/build';
import { numberFootnotes } from '@accord/shared/manuscript/footnotes';
import type { Editor } from '@tiptap/core';
import { beforeAll, expect, test } from 'vitest';
import { paste, take } from '../editor/clipboard';
import { caretAt, idFaults, openEditor, press, select, serverDoc, twins, type } from '../editor/open-editor';
import { outline } from '../paste/pasted';

beforeAll(async () => {
  await fetchCleaner();
});

const added = [Footnotes, Pasting];
const open = (...blocks: Parameters<typeof serverDoc>) => openEditor(serverDoc(...blocks), { added });

/** Numbers as shown: of the marks in the text, then of the notes. */
function shown(editor: Editor): { marks: string; notes: string } {
  const all = (selector: string) => [...editor.view.dom.querySelectorAll<HTMLElement>(selector)];
  return {
    marks: all('.note-mark')
      .map((mark) => mark.dataset.number)
      .join(' '),
    notes: all('.note')
      .map(
        (frame) =>
          `${frame.querySelector('.note-number')?.textContent}:${frame.querySelector('.note-text')?.textContent}`,
      )
      .join(' '),
  };
}

/** Note ids of references without a note, of notes without a reference, and those that two share. */
function faults(editor: Editor): string[] {
  const { references, notes } = footnotesOf(editor.state);
  const ids = (places: typeof notes) => places.map(({ noteId }) => noteId);
  const twice = (list: string[]) => list.filter((id, index) => list.indexOf(id) !== index);
  return [...twice(ids(references)), ...twice(ids(notes)), ...idFaults(editor)];
}

const two = () =>
  open(
    paragraph(['First', noteMark('n1'), ' here.']),
    paragraph(['Second', noteMark('n2'), ' there.']),
    note('n1', 'One.'),
    note('n2', 'Two.'),
  );

test('numbers follow the order of the references, notes nobody refers to come last', () => {
  const blocks = [
    paragraph(['a', noteMark('late'), noteMark('early')]),
    note('lost', 'x'),
    note('early', 'y'),
    note('late', 'z'),
  ];
  expect([...numberFootnotes(documentOf(...blocks))]).toEqual([
    ['late', 1],
    ['early', 2],
    ['lost', 3],
  ]);
  expect(shown(open(...blocks))).toEqual({ marks: '1 2', notes: '3:x 2:y 1:z' });
});

test('Ctrl+Alt+F calls a note, takes the caret to it, and Enter leads back behind the mark', () => {
  const editor = two();
  caretAt(editor, 'here', 1);
  press(editor, 'Mod-Alt-f');
  type(editor, 'Between.');
  expect(shown(editor)).toEqual({ marks: '1 2 3', notes: '1:One. 2:Between. 3:Two.' });
  press(editor, 'Enter');
  type(editor, '!');
  expect(outline(editor.state.doc).split('\n')[0]).toBe('paragraph: First[^] [^]!here.');
  expect(faults(editor)).toEqual([]);
});

test('a note is never split in two by Enter, nor called inside a note', () => {
  const editor = two();
  caretAt(editor, 'Two.', 1);
  press(editor, 'Enter');
  expect(footnotesOf(editor.state).notes).toHaveLength(2);
  caretAt(editor, 'Two.', 1);
  press(editor, 'Mod-Alt-f');
  expect(footnotesOf(editor.state).references).toHaveLength(2);
});

test('Enter on a selected mark leads to its note', () => {
  const editor = two();
  editor.commands.setNodeSelection(footnotesOf(editor.state).references[1]?.pos ?? 0);
  press(editor, 'Enter');
  expect(editor.state.selection.$from.parent.textContent).toBe('Two.');
});

test('a note whose mark is gone stays, says so, and can be removed', () => {
  const editor = two();
  select(editor, 'First');
  editor.commands.deleteRange({ from: 1, to: 8 });
  expect(shown(editor)).toEqual({ marks: '1', notes: '2:One. 1:Two.' });
  const frame = editor.view.dom.querySelector<HTMLElement>('.note');
  expect(frame?.querySelector<HTMLElement>('.note-orphan')?.hidden).toBe(false);
  frame?.querySelector<HTMLButtonElement>('.note-remove')?.click();
  expect(shown(editor)).toEqual({ marks: '1', notes: '1:Two.' });
});

test('a mark whose note is gone leads to a new note', () => {
  const editor = open(paragraph(['a', noteMark('n1')]));
  editor.commands.setNodeSelection(2);
  press(editor, 'Enter');
  type(editor, 'anew');
  expect(shown(editor)).toEqual({ marks: '1', notes: '1:anew' });
});

test('copying a mark gives the copy a note of its own with the same text', async () => {
  const editor = two();
  editor.commands.setTextSelection({ from: 1, to: 7 });
  const copied = take(editor);
  caretAt(editor, 'there', 1);
  await paste(editor, copied);
  expect(shown(editor)).toEqual({ marks: '1 2 3', notes: '1:One. 2:Two. 3:One.' });
  expect(faults(editor)).toEqual([]);
  expect(outline(editor.state.doc)).toContain('paragraph: Second[^] First[^]there.');
});

test('cutting and pasting a mark keeps its note', async () => {
  const editor = two();
  editor.commands.setTextSelection({ from: 1, to: 7 });
  const cut = take(editor, 'cut');
  expect(shown(editor).marks).toBe('1');
  caretAt(editor, 'there', 1);
  await paste(editor, cut);
  expect(shown(editor)).toEqual({ marks: '1 2', notes: '2:One. 1:Two.' });
  expect(footnotesOf(editor.state).references.map(({ noteId }) => noteId)).toEqual(['n2', 'n1']);
});

test('a mark copied into another chapter brings its note along, to the end', async () => {
  const from = two();
  from.commands.setTextSelection({ from: 1, to: 7 });
  const copied = take(from);
  const to = open(paragraph('Other.'), paragraph('End.'));
  caretAt(to, 'Other.', 5);
  await paste(to, copied);
  expect(outline(to.state.doc)).toBe('paragraph: OtherFirst[^].\nparagraph: End.\nfootnote: One.');
  expect(faults(to)).toEqual([]);
});

test('footnotes pasted from Word land at the end, and the caret stays behind what was pasted', async () => {
  const editor = two();
  caretAt(editor, 'here', 1);
  await paste(editor, {
    html: `<p class=MsoNormal>New<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1">[1]</a></p>
      <div style='mso-element:footnote' id=ftn1><p><a style='mso-footnote-id:ftn1' href="#_ftnref1" name="_ftn1">[1]</a> From Word</p></div>`,
  });
  type(editor, '!');
  expect(shown(editor)).toEqual({ marks: '1 2 3', notes: '1:One. 2:From Word 3:Two.' });
  expect(outline(editor.state.doc)).toContain('paragraph: First[^] New[^]!here.');
});

test('numbers follow what others write, and only the writer repairs', () => {
  const { ours, theirs } = twins(
    serverDoc(paragraph(['a', noteMark('n1')]), paragraph('b'), note('n1', 'One.')),
  );
  const mine = openEditor(ours, { added });
  const other = openEditor(theirs, { added });
  caretAt(mine, 'a');
  press(mine, 'Mod-Alt-f');
  type(mine, 'New.');
  expect(shown(other)).toEqual({ marks: '1 2', notes: '1:New. 2:One.' });
  expect(other.getJSON()).toEqual(mine.getJSON());
});
