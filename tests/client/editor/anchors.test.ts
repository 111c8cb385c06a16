// @vitest-environment jsdom
import type { TextAnchor } from '@accord/shared/manuscript/anchor';
import { textAnchor } from '@accord/shared/manuscript/anchoring';
import { heading, paragraph } from '@accord/shared/manuscript/build';
import { FRAGMENT, type NodeJson } from '@accord/shared/manuscript/document';
import { inlineText } from '@accord/shared/manuscript/inline-text';
import { createLocator } from '@accord/shared/manuscript/locate';
import { yjsToJson } from '@accord/shared/manuscript/yjs';
import { pointsOfHint, relativeHint, writeEdits } from '@accord/shared/manuscript/yjs-edits';
import type { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import { yUndoPluginKey } from '@tiptap/y-tiptap';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type * as Y from 'yjs';
import { paste, take } from './clipboard';
import { caretAt, idOf, openEditor, press, select, serverDoc, twins, type } from './open-editor';

const CHAPTER = [
  heading(1, 'Aims'),
  paragraph('Every country of the partnership describes the way it works today.'),
  paragraph('Each of them writes in its own language, and all of them agree.'),
  paragraph('The last paragraph.'),
];

/** The anchor of words as a comment on them would keep it. */
function anchorOn(editor: Editor, doc: Y.Doc, words: string): TextAnchor {
  const json = editor.getJSON() as NodeJson;
  const blockId = idOf(editor, words);
  const block = json.content?.find(({ attrs }) => attrs?.id === blockId);
  const offset = block ? inlineText(block).indexOf(words) : -1;
  const anchor = textAnchor(json, { blockId, offset }, { blockId, offset: offset + words.length });
  if (!anchor) throw new Error('no such words');
  return { ...anchor, hint: relativeHint(doc.getXmlFragment(FRAGMENT), anchor.start, anchor.end) };
}

/** The words found in an editor, parts in several blocks divided by a stroke. */
function wordsOf(editor: Editor, doc: Y.Doc, anchor: TextAnchor): string {
  const json = editor.getJSON() as NodeJson;
  const hint = anchor.hint && pointsOfHint(doc.getXmlFragment(FRAGMENT), anchor.hint);
  const located = createLocator(json).locate(anchor, hint);
  if (located.found !== 'text') return located.found;
  return located.ranges
    .map(({ blockId, from, to }) => {
      const block = json.content?.find(({ attrs }) => attrs?.id === blockId);
      return block ? inlineText(block).slice(from, to) : `?${blockId}`;
    })
    .join('|');
}

/** Two people at one text; what both find must be the same. */
function pair() {
  const { ours, theirs } = twins(serverDoc(...CHAPTER));
  const mine = openEditor(ours);
  const other = openEditor(theirs);
  const anchor = anchorOn(mine, ours, 'writes in its own language');
  const found = () => {
    const words = wordsOf(mine, ours, anchor);
    expect(wordsOf(other, theirs, anchor)).toBe(words);
    return words;
  };
  return { mine, other, found, ours };
}

describe('commented words in the editor', () => {
  it('[C4] follow what two people type before, in and after them', () => {
    const { mine, other, found } = pair();
    caretAt(mine, 'Each');
    type(mine, 'Now ');
    expect(found()).toBe('writes in its own language');
    caretAt(other, 'own');
    type(other, 'very ');
    expect(found()).toBe('writes in its very own language');
    caretAt(mine, 'language', 'language'.length);
    type(mine, ' only');
    caretAt(other, 'writes');
    type(other, 'also ');
    expect(found()).toBe('writes in its very own language');
    select(mine, 'writes in ');
    mine.commands.deleteSelection();
    expect(found()).toBe('its very own language');
  });

  it('[C3] are gone with their deletion and back with its undoing, whoever undoes it', () => {
    const { mine, other, found } = pair();
    select(other, ' writes in its own language');
    other.commands.deleteSelection();
    expect(found()).toBe('nowhere');
    caretAt(mine, 'The last');
    type(mine, 'And ');
    other.commands.undo();
    expect(found()).toBe('writes in its own language');
    // The whole paragraph, with its id.
    mine.commands.setNodeSelection(mine.state.doc.resolve(0).posAtIndex(2));
    mine.commands.deleteSelection();
    expect(found()).toBe('nowhere');
    mine.commands.undo();
    expect(found()).toBe('writes in its own language');
  });

  it('[C5] stay over both parts when their paragraph is split, and whole when it is joined again', () => {
    const { mine, other, found } = pair();
    caretAt(mine, 'own language');
    press(mine, 'Enter');
    expect(found()).toBe('writes in its |own language');
    caretAt(other, 'own language', 3);
    type(other, ' dear');
    expect(found()).toBe('writes in its |own dear language');
    caretAt(mine, 'own dear');
    mine.commands.joinBackward();
    expect(found()).toBe('writes in its own dear language');
    mine.commands.undo();
    expect(found().replace('|', '')).toBe('writes in its own dear language');
  });

  it('[C5] go where their paragraph goes: by command, by cut and paste, and as a heading', async () => {
    const { mine, found } = pair();
    caretAt(mine, 'Each of them');
    mine.commands.moveBlock('up');
    expect(found()).toBe('writes in its own language');
    mine.commands.setHeading({ level: 2 });
    expect(found()).toBe('writes in its own language');
    mine.commands.setNodeSelection(mine.state.doc.resolve(0).posAtIndex(1));
    const cut = take(mine, 'cut');
    expect(found()).toBe('nowhere');
    caretAt(mine, 'The last paragraph.', 'The last paragraph.'.length);
    press(mine, 'Enter');
    await paste(mine, cut);
    expect(found()).toBe('writes in its own language');
  });

  it('[C5] are not taken over by a copy of them', async () => {
    const { mine, found } = pair();
    select(mine, 'Each of them writes in its own language, and all of them agree.');
    const copy = take(mine);
    caretAt(mine, 'Every');
    press(mine, 'Enter');
    caretAt(mine, 'Aims', 4);
    press(mine, 'Enter');
    await paste(mine, copy);
    type(mine, ' Copied.');
    expect(found()).toBe('writes in its own language');
    select(mine, 'Copied.');
    mine.commands.undo();
    expect(found()).toBe('writes in its own language');
  });

  it('are where they were once everything that was done is undone', () => {
    const acts: ((editor: Editor) => unknown)[] = [
      (editor) => type(editor, 'abc '),
      (editor) => press(editor, 'Enter'),
      (editor) => editor.commands.joinBackward(),
      (editor) => editor.commands.deleteSelection(),
      (editor) => editor.commands.toggleBold(),
      (editor) => editor.commands.setHardBreak(),
      (editor) => editor.commands.moveBlock('down'),
    ];
    const step = fc.record({ act: fc.nat(acts.length - 1), at: fc.nat(), reach: fc.nat(40) });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), (steps) => {
        const doc = serverDoc(...CHAPTER);
        const editor = openEditor(doc);
        const anchor = anchorOn(editor, doc, 'writes in its own language');
        const before = editor.getText();
        for (const { act, at, reach } of steps) {
          const from = at % editor.state.doc.content.size;
          const to = Math.min(from + reach, editor.state.doc.content.size);
          const [$from, $to] = [editor.state.doc.resolve(from), editor.state.doc.resolve(to)];
          editor.view.dispatch(editor.state.tr.setSelection(TextSelection.between($from, $to)));
          acts[act]?.(editor);
          yUndoPluginKey.getState(editor.state)?.undoManager.stopCapturing();
        }
        while (editor.commands.undo());
        // A block in which undo keeps what stands in it may stay in two: then the words do, too.
        if (editor.getText() === before)
          expect(wordsOf(editor, doc, anchor)).toBe('writes in its own language');
        editor.destroy();
      }),
      { numRuns: 40 },
    );
  });
});

describe('what the server writes while people write', () => {
  it('leaves every editor with the text, without an answer from it, and their carets where they were', () => {
    const { mine, other, ours } = pair();
    caretAt(mine, 'agree');
    const fragment = ours.getXmlFragment(FRAGMENT);
    let updates = 0;
    ours.on('update', () => {
      updates += 1;
    });
    const blockId = idOf(mine, 'Each of them');
    const words = 'Each of them writes';
    writeEdits(fragment, [
      {
        kind: 'replace-text',
        blockId,
        from: 0,
        to: words.length,
        content: [
          { type: 'text', text: 'All', marks: [{ type: 'bold' }] },
          { type: 'hardBreak' },
          { type: 'text', text: ' of them write' },
        ],
      },
      { kind: 'retype', blockId: idOf(mine, 'Aims'), type: 'heading', attrs: { level: 3 } },
      { kind: 'move-block', blockId: idOf(mine, 'The last'), parentId: null, index: 1 },
    ]);
    expect(updates).toBe(1);
    expect(mine.getJSON()).toEqual(other.getJSON());
    expect(mine.getText({ blockSeparator: '|' })).toContain('Aims|The last paragraph.|Every');
    expect(mine.getText({ blockSeparator: '|' })).toContain('All\n of them write in its');
    type(mine, 'surely ');
    expect(mine.getText()).toContain('and all of them surely agree.');
    const stored = yjsToJson(fragment);
    expect(stored.content?.map(inlineText)).toEqual((other.getJSON() as NodeJson).content?.map(inlineText));
  });
});
