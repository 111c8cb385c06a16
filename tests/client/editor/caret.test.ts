// @vitest-environment jsdom
import { paragraph } from '@accord/shared/manuscript/build';
import { FRAGMENT } from '@accord/shared/manuscript/document';
import type { Editor } from '@tiptap/core';
import { yCursorPluginKey } from '@tiptap/y-tiptap';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { caretAt, countUpdates, openEditor, select, serverDoc, twins, type } from './open-editor';

function together(): {
  mine: Editor;
  write: (block: number, at: number, words: string) => void;
  ours: Y.Doc;
} {
  const { ours, theirs } = twins(serverDoc(paragraph('Marie begins.'), paragraph('Klara ends.')));
  const mine = openEditor(ours);
  const textOf = (block: number) =>
    (theirs.getXmlFragment(FRAGMENT).get(block) as Y.XmlElement).get(0) as Y.XmlText;
  return { mine, ours, write: (block, at, words) => textOf(block).insert(at, words) };
}

const blocks = (editor: Editor): string[] => editor.state.doc.content.content.map((node) => node.textContent);

/** As a click or a key does, before the browser tells of it. */
function clickAt(editor: Editor, block: number, offset: number): void {
  // jsdom gives the focus only to what has a tabindex.
  editor.view.dom.tabIndex = 0;
  editor.view.focus();
  expect(editor.view.hasFocus()).toBe(true);
  document.getSelection()?.collapse(editor.view.dom.children[block]?.firstChild ?? null, offset);
}

describe('[U1] my caret, while somebody else writes', () => {
  it('stays behind my last letter when they write before it in the same paragraph', () => {
    const { mine, write } = together();
    caretAt(mine, 'begins', 6);
    write(0, 0, 'Now ');
    type(mine, ' it');
    expect(blocks(mine)).toEqual(['Now Marie begins it.', 'Klara ends.']);
  });

  it('stays where it is when they write behind it, and keeps what is selected', () => {
    const { mine, write } = together();
    caretAt(mine, 'begins');
    write(0, 13, ' Then');
    type(mine, 'soon ');
    select(mine, 'begins');
    write(0, 0, 'Now ');
    type(mine, 'goes on');
    expect(blocks(mine)).toEqual(['Now Marie soon goes on. Then', 'Klara ends.']);
  });

  it('keeps my letters in their order when both write at the very same place', () => {
    const { mine, write } = together();
    caretAt(mine, 'begins.', 7);
    [...' Gamma one'].forEach((letter, index) => {
      type(mine, letter);
      write(0, 13 + index, 'x');
    });
    expect(blocks(mine)[0]).toBe('Marie begins.xxxxxxxxxx Gamma one');
  });

  it('stays where I just clicked, though the browser has not told of the click', () => {
    const { mine, write } = together();
    caretAt(mine, 'begins.', 7);
    clickAt(mine, 1, 11);
    write(0, 13, ' Alpha');
    type(mine, ' Gamma');
    expect(blocks(mine)).toEqual(['Marie begins. Alpha', 'Klara ends. Gamma']);
  });

  it('stays where I just clicked when only their caret moves', () => {
    const { mine } = together();
    caretAt(mine, 'begins.', 7);
    clickAt(mine, 1, 11);
    mine.view.dispatch(mine.state.tr.setMeta(yCursorPluginKey, { awarenessUpdated: true }));
    type(mine, ' Gamma');
    expect(blocks(mine)).toEqual(['Marie begins.', 'Klara ends. Gamma']);
  });

  it('is read without a change of the text', () => {
    const { mine, ours, write } = together();
    caretAt(mine, 'begins.', 7);
    clickAt(mine, 1, 11);
    const updates = countUpdates(ours);
    write(0, 13, ' Alpha');
    expect(updates()).toBe(1);
  });

  it('stays where I put it after an undo when they write next', () => {
    const { mine, write } = together();
    caretAt(mine, 'begins', 6);
    type(mine, ' it');
    mine.commands.undo();
    caretAt(mine, 'ends', 4);
    write(0, 0, 'Now ');
    type(mine, ' it');
    expect(blocks(mine)).toEqual(['Now Marie begins.', 'Klara ends it.']);
  });

  it('stands in the way of nothing when they write after I undid what made the text longer', () => {
    const { mine, write } = together();
    caretAt(mine, 'ends.', 5);
    mine.commands.insertTable({ rows: 2, cols: 2 });
    mine.commands.undo();
    write(0, 0, 'Now ');
    expect(blocks(mine)).toEqual(['Now Marie begins.', 'Klara ends.']);
  });

  it('stands in the way of nothing when they delete words that I made bold meanwhile', () => {
    const ours = serverDoc(paragraph('Marie begins.'), paragraph('Klara ends.'));
    const theirs = new Y.Doc();
    const exchange = () => {
      Y.applyUpdate(theirs, Y.encodeStateAsUpdate(ours));
      Y.applyUpdate(ours, Y.encodeStateAsUpdate(theirs));
    };
    exchange();
    const mine = openEditor(ours);
    const other = openEditor(theirs);
    select(mine, 'Klara');
    mine.commands.toggleBold();
    caretAt(mine, 'ends.', 5);
    select(other, 'Klara ends.');
    other.commands.deleteSelection();
    caretAt(other, 'begins.', 7);
    exchange();
    type(other, ' Alpha');
    exchange();
    type(mine, 'Gamma');
    exchange();
    expect(blocks(mine)).toEqual(['Marie begins. Alpha', 'Gamma']);
    expect(blocks(other)).toEqual(blocks(mine));
  });
});

describe('[E8] a key acts where the caret is seen', () => {
  const strike = (editor: Editor, key: string, keyCode: number) =>
    editor.view.dom.dispatchEvent(
      new KeyboardEvent('keydown', { key, keyCode, bubbles: true, cancelable: true }),
    );

  it('though the browser has not told yet that an earlier key or a click moved it', () => {
    const { mine } = together();
    caretAt(mine, 'Marie');
    clickAt(mine, 1, 0);
    strike(mine, 'Backspace', 8);
    expect(blocks(mine)).toEqual(['Marie begins.Klara ends.']);
  });

  it('and on what is seen to be selected', () => {
    const { mine } = together();
    caretAt(mine, 'ends');
    clickAt(mine, 0, 5);
    document.getSelection()?.extend(mine.view.dom.children[1]?.firstChild as Node, 5);
    strike(mine, 'Backspace', 8);
    expect(blocks(mine)).toEqual(['Marie ends.']);
  });
});
