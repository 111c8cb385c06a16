// @vitest-environment jsdom
import {
  closeFind,
  currentMatch,
  Find,
  findState,
  goToMatch,
  lookFor,
  openFind,
  replaceAll,
  replaceCurrent,
} from '@accord/client/editor/find/find';
import { findMatches } from '@accord/client/editor/find/search';
import {
  bold,
  bullets,
  document as documentOf,
  noteMark,
  paragraph,
  table,
} from '@accord/shared/manuscript/build';
import { manuscriptSchema } from '@accord/shared/manuscript/schema';
import type { Editor } from '@tiptap/core';
import { describe, expect, test } from 'vitest';
import { caretAt, openEditor, press, select, serverDoc, twins, type } from '../editor/open-editor';
import { outline } from '../paste/pasted';

const open = (...blocks: Parameters<typeof serverDoc>) => openEditor(serverDoc(...blocks), { added: [Find] });

/** Opens the panel and looks for something. */
function search(editor: Editor, text: string, how: { matchCase?: boolean; wholeWord?: boolean } = {}) {
  openFind(editor.view, true);
  lookFor(editor.view, { text, matchCase: false, wholeWord: false, ...how });
}
const texts = (editor: Editor) =>
  findState(editor.state).matches.map(({ from, to }) => editor.state.doc.textBetween(from, to, '', '¶'));
const drawn = (editor: Editor) =>
  [...editor.view.dom.querySelectorAll('.found')].map((each) => each.textContent);

describe('what is found', () => {
  const found = (
    text: string,
    how: { matchCase?: boolean; wholeWord?: boolean },
    ...blocks: Parameters<typeof documentOf>
  ) => {
    const doc = manuscriptSchema.nodeFromJSON(documentOf(...blocks));
    return findMatches(doc, { text, matchCase: false, wholeWord: false, ...how }).map(({ from, to }) =>
      doc.textBetween(from, to, '', '¶'),
    );
  };
  test('case counts only when asked, in every script', () => {
    expect(found('école', {}, paragraph('École école'))).toEqual(['École', 'école']);
    expect(found('école', { matchCase: true }, paragraph('École école'))).toEqual(['école']);
  });
  test('whole words end at letters, accents and digits', () => {
    expect(found('art', { wholeWord: true }, paragraph('art, party, art2, ärt-art'))).toEqual(['art', 'art']);
  });
  test('a match runs across marks and stops at blocks', () => {
    expect(found('one two', {}, paragraph(['on', bold('e t'), 'wo']))).toEqual(['one two']);
    expect(found('ab', {}, paragraph('a'), paragraph('b'))).toEqual([]);
  });
  test('a footnote mark inside does not shift what is found behind it', () => {
    expect(found('here', {}, paragraph(['A', noteMark('n'), ' here']))).toEqual(['here']);
  });
  test('spaces and quotes are found as people type them', () => {
    expect(found("l'école « a »", {}, paragraph('l’école «\u00a0a\u00a0»'))).toHaveLength(1);
  });
  test('signs with a meaning in patterns mean themselves', () => {
    for (const text of ['a.b', '(1)', '[x]', '1+1', '$5', '\\d', 'a/b', 'a-b', '^', '*'])
      expect(found(text, {}, paragraph(`x ${text} y`))).toEqual([text]);
  });
  test('lists and tables are looked through', () => {
    expect(found('x', {}, bullets('x', 'y'), table(['x'], ['x']))).toHaveLength(3);
  });
});

test('Ctrl+F looks for what is selected, and Escape leaves the caret at the match', () => {
  const editor = open(paragraph('tea and tea'));
  select(editor, 'tea');
  press(editor, 'Mod-f');
  expect(findState(editor.state)).toMatchObject({ open: true, replacing: false, query: { text: 'tea' } });
  expect(drawn(editor)).toEqual(['tea', 'tea']);
  goToMatch(editor.view, 'next');
  closeFind(editor.view);
  expect(drawn(editor)).toEqual([]);
  expect(editor.state.selection.from).toBe(9);
});

test('next and previous go around the ends and say where they are', () => {
  const editor = open(paragraph('a a a'));
  search(editor, 'a');
  const goes = (direction: 'next' | 'previous') => {
    goToMatch(editor.view, direction);
    return currentMatch(editor.state);
  };
  editor.commands.setTextSelection(1);
  expect([goes('next'), goes('next'), goes('next'), goes('next')]).toEqual([0, 1, 2, 0]);
  expect([goes('previous'), goes('previous')]).toEqual([2, 1]);
});

test('replacing goes from match to match and keeps the marks of what it replaces', () => {
  const editor = open(paragraph(['a ', bold('old'), ' old']));
  search(editor, 'old');
  editor.commands.setTextSelection(1);
  expect(replaceCurrent(editor.view, 'new')).toBe(false);
  expect(replaceCurrent(editor.view, 'new')).toBe(true);
  expect(outline(editor.state.doc)).toBe('paragraph: a *new* old');
  expect(replaceCurrent(editor.view, '')).toBe(true);
  expect(outline(editor.state.doc)).toBe('paragraph: a *new* ');
});

test('replacing a word by one that contains it does not go round for ever', () => {
  const editor = open(paragraph('cat cat'));
  search(editor, 'cat');
  expect(replaceAll(editor.view, 'cat cat')).toBe(2);
  expect(outline(editor.state.doc)).toBe('paragraph: cat cat cat cat');
});

test('[U1] replacing all is one step to undo, apart from what was typed before', () => {
  const editor = open(paragraph('one one'), paragraph('one'));
  caretAt(editor, 'one one');
  type(editor, 'x');
  search(editor, 'one');
  expect(replaceAll(editor.view, 'two')).toBe(3);
  editor.commands.undo();
  expect(outline(editor.state.doc)).toBe('paragraph: xone one\nparagraph: one');
  editor.commands.redo();
  expect(outline(editor.state.doc)).toBe('paragraph: xtwo two\nparagraph: two');
});

test('matches follow the edits of others', () => {
  const { ours, theirs } = twins(serverDoc(paragraph('tea'), paragraph('end')));
  const mine = openEditor(ours, { added: [Find] });
  const other = openEditor(theirs);
  search(mine, 'tea');
  caretAt(other, 'tea');
  type(other, 'green tea, ');
  expect(texts(mine)).toEqual(['tea', 'tea']);
  expect(drawn(mine)).toEqual(['tea', 'tea']);
});

test('in a text that can only be read one can find but not replace', () => {
  const editor = openEditor(serverDoc(paragraph('tea')), { added: [Find], editable: false });
  search(editor, 'tea');
  expect(replaceAll(editor.view, 'x')).toBe(0);
  expect(texts(editor)).toEqual(['tea']);
});
