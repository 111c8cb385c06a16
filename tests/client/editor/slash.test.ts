// @vitest-environment jsdom
import type { Insertion } from '@accord/client/editor/feature';
import { findInsertions } from '@accord/client/editor/slash/find-insertions';
import { slashState } from '@accord/client/editor/slash/slash';
import { codeBlock, paragraph } from '@accord/shared/manuscript/build';
import { FRAGMENT } from '@accord/shared/manuscript/document';
import type { Editor } from '@tiptap/core';
import { describe, expect, it } from 'vitest';
import type * as Y from 'yjs';
import { caretAt, openEditor, press, serverDoc, twins, type } from './open-editor';

const insertion = (id: string, label: string, words: string[] = []): Insertion => ({
  id,
  label,
  words,
  insert: (editor) => editor.commands.insertContent(`[${id}]`),
});

const INSERTIONS = [
  insertion('paragraph', 'Absatz'),
  insertion('heading1', 'Überschrift 1', ['Titel', ' Abschnitt', ' h1']),
  insertion('heading2', 'Überschrift 2', ['Titel', ' Abschnitt', ' h2']),
  insertion('table', 'Tabelle', ['Raster', ' Zeilen']),
];
const ids = (found: readonly Insertion[] | undefined) => found?.map(({ id }) => id);

describe('finding a block by what is typed', () => {
  it('works without accents and case, by the beginning of any word, name first', () => {
    expect(ids(findInsertions(INSERTIONS, ''))).toEqual(['paragraph', 'heading1', 'heading2', 'table']);
    expect(ids(findInsertions(INSERTIONS, 'uber'))).toEqual(['heading1', 'heading2']);
    expect(ids(findInsertions(INSERTIONS, 'ÜBERSCHRIFT 2'))).toEqual(['heading2']);
    expect(ids(findInsertions(INSERTIONS, 'ab'))).toEqual(['paragraph', 'heading1', 'heading2']);
    expect(ids(findInsertions(INSERTIONS, 'zeil'))).toEqual(['table']);
    expect(ids(findInsertions(INSERTIONS, 'belle'))).toEqual([]);
  });
});

describe('the / menu', () => {
  const open = (...words: string[]) => {
    const doc = serverDoc(...words.map((text) => paragraph(text)), codeBlock(null, 'code'));
    const { ours, theirs } = twins(doc);
    return { theirs, editor: openEditor(ours, { insertions: INSERTIONS }) };
  };
  const found = (editor: Editor) => ids(slashState(editor.state)?.found);

  it('opens behind a space, narrows, marks with the arrow keys and inserts in place of what was typed', () => {
    const { editor } = open('Words');
    caretAt(editor, 'Words', 5);
    type(editor, ' /tit');
    expect(found(editor)).toEqual(['heading1', 'heading2']);
    expect(press(editor, 'ArrowDown')).toBe(true);
    expect(editor.view.dom.getAttribute('aria-activedescendant')).toBe('slash-list-heading2');
    expect(press(editor, 'Enter')).toBe(true);
    expect(editor.state.doc.firstChild?.textContent).toBe('Words [heading2]');
    expect(found(editor)).toBeUndefined();
    expect(editor.view.dom.hasAttribute('aria-activedescendant')).toBe(false);
  });

  it('stays shut inside a word, in code, and for a slash that somebody else types', () => {
    const { editor, theirs } = open('and', 'other');
    caretAt(editor, 'and', 3);
    type(editor, '/');
    expect(found(editor)).toBeUndefined();
    caretAt(editor, 'code', 4);
    type(editor, ' /');
    expect(found(editor)).toBeUndefined();
    caretAt(editor, 'other');
    ((theirs.getXmlFragment(FRAGMENT).get(1) as Y.XmlElement).get(0) as Y.XmlText).insert(0, '/');
    expect(editor.getText()).toContain('/other');
    expect(found(editor)).toBeUndefined();
  });

  it('closes with Escape, when nothing fits, and when the caret leaves; what was typed stays', () => {
    const { editor } = open('Words');
    caretAt(editor, 'Words', 5);
    type(editor, ' /ta');
    expect(press(editor, 'Escape')).toBe(true);
    type(editor, 'b');
    expect(found(editor)).toBeUndefined();
    type(editor, ' /xyz');
    expect(found(editor)).toBeUndefined();
    type(editor, ' /t');
    expect(found(editor)).toBeDefined();
    caretAt(editor, 'Words');
    expect(found(editor)).toBeUndefined();
    expect(editor.state.doc.firstChild?.textContent).toBe('Words /tab /xyz /t');
  });

  it('stays open, at its place, while somebody else writes above it', () => {
    const { editor, theirs } = open('above', 'below');
    caretAt(editor, 'below', 5);
    type(editor, ' /ta');
    ((theirs.getXmlFragment(FRAGMENT).get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(
      0,
      'typed by another ',
    );
    expect(found(editor)).toEqual(['table']);
    press(editor, 'Enter');
    expect(editor.state.doc.child(1).textContent).toBe('below [table]');
    expect(editor.state.doc.child(0).textContent).toBe('typed by another above');
  });
});
