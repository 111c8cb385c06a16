// @vitest-environment jsdom
import { fetchCleaner } from '@accord/client/editor/paste/cleaner';
import { closePasteNews, Pasting, pasteNews } from '@accord/client/editor/paste/pasting';
import { bullets, paragraph } from '@accord/shared/manuscript/build';
import { expect, test } from 'vitest';
import { paste, take } from '../editor/clipboard';
import { caretAt, idFaults, idOf, openEditor, select, serverDoc } from '../editor/open-editor';
import { fixture, outline } from './pasted';

await fetchCleaner();

const open = (...blocks: Parameters<typeof serverDoc>) =>
  openEditor(serverDoc(...blocks), { added: [Pasting] });

test('[A7] a paste from Word is told once, as one step to undo, until it is closed', async () => {
  const editor = open(paragraph('Before.'));
  caretAt(editor, 'Before.', 7);
  await paste(editor, { html: fixture('word-desktop') });
  expect(pasteNews(editor.state).lines).toContainEqual({ kind: 'pictures', count: 1 });
  expect(idFaults(editor)).toEqual([]);
  closePasteNews(editor.view);
  expect(pasteNews(editor.state).lines).toEqual([]);
  editor.commands.undo();
  expect(outline(editor.state.doc)).toBe('paragraph: Before.');
});

test('a paste that loses nothing says nothing', async () => {
  const editor = open(paragraph(''));
  await paste(editor, { html: '<p>plain</p>' });
  expect(pasteNews(editor.state)).toEqual({ number: 0, lines: [] });
});

test('plain text keeps its paragraphs, and what looks like Markdown stays text', async () => {
  const editor = open(paragraph(''));
  await paste(editor, { text: '# a\n\n**b** ~~c~~ `d`\r\n- e' });
  expect(outline(editor.state.doc)).toBe('paragraph: # a\nparagraph: **b** ~~c~~ `d`\nparagraph: - e');
});

test('[C5] a copied block gets an id of its own, a moved one keeps its id', async () => {
  const editor = open(bullets('one', 'two'), paragraph('three'), paragraph('four'));
  const three = idOf(editor, 'three');
  select(editor, 'three');
  const copied = take(editor);
  caretAt(editor, 'four', 4);
  editor.commands.splitBlock();
  await paste(editor, copied);
  expect(idFaults(editor)).toEqual([]);
  expect(idOf(editor, 'three')).toBe(three);

  editor.commands.setNodeSelection(editor.state.doc.child(0).nodeSize);
  const cut = take(editor, 'cut');
  caretAt(editor, 'one', 3);
  await paste(editor, cut);
  expect(outline(editor.state.doc)).toContain('paragraph: one\n    paragraph: three\n  listItem');
  expect(idOf(editor, 'three')).toBe(three);
  expect(idFaults(editor)).toEqual([]);
});

test('[C5] ids of another chapter are not taken over', async () => {
  const other = open(paragraph('foreign a'), paragraph('foreign b'));
  const ids = [idOf(other, 'foreign a'), idOf(other, 'foreign b')];
  other.commands.selectAll();
  const copied = take(other);
  const editor = open(paragraph('x'), paragraph(''));
  editor.commands.setTextSelection(4);
  await paste(editor, copied);
  expect(ids).not.toContain(idOf(editor, 'foreign a'));
  expect(ids).not.toContain(idOf(editor, 'foreign b'));
});

test('a paste that is refused whole leaves what is selected', async () => {
  const editor = open(paragraph('keep me'));
  select(editor, 'keep');
  await paste(editor, { html: `<p>${'word '.repeat(300_000)}</p>` });
  expect(outline(editor.state.doc)).toBe('paragraph: keep me');
  expect(pasteNews(editor.state).lines).toEqual([{ kind: 'tooLarge', count: 1 }]);
});
