// @vitest-environment jsdom
import { anchorOfSelection } from '@accord/client/comments/anchor-of-selection';
import { createCommentLayer, drawMarks, marksIn } from '@accord/client/comments/comment-layer';
import {
  beginningsOf,
  drawing,
  type Remark,
  remarksAt,
  stretchesOf,
} from '@accord/client/comments/comment-places';
import type { ThreadAnchor } from '@accord/shared/comments/comments';
import { FRAGMENT, type NodeJson } from '@accord/shared/manuscript/document';
import type { Editor } from '@tiptap/core';
import { describe, expect, it } from 'vitest';
import type { Doc } from 'yjs';
import { caretAt, openEditor, select, serverDoc, twins, type } from '../editor/open-editor';

const paragraph = (id: string, text: string): NodeJson => ({
  type: 'paragraph',
  attrs: { id },
  content: [{ type: 'text', text }],
});

function open(doc: Doc, editable = true): Editor {
  const layer = createCommentLayer();
  return openEditor(doc, { editable, added: layer.feature.extensions ?? [] });
}
const remark = (id: string, anchor: ThreadAnchor): Remark => ({
  id,
  anchor,
  look: 'open',
  isActive: false,
  description: 'commented text, 0 replies, open',
});
/** Comments on `words` as the page does. */
function commentOn(editor: Editor, doc: Doc, words: string): ThreadAnchor {
  select(editor, words);
  const anchor = anchorOfSelection(editor.state, doc.getXmlFragment(FRAGMENT));
  if (!anchor) throw new Error('nothing to hold on to');
  return anchor;
}
function draw(editor: Editor, doc: Doc, remarks: readonly Remark[]): void {
  const stretches = stretchesOf(editor.state.doc, doc.getXmlFragment(FRAGMENT), remarks);
  drawMarks(editor.view, drawing(editor.state.doc, stretches, remarks));
}
/** The words drawn as commented, a remark at a time. */
const drawn = (editor: Editor, id: string): string[] =>
  marksIn(editor.view)
    .find()
    .filter(({ spec }) => (spec as { remark: string }).remark === id)
    .map(({ from, to }) => editor.state.doc.textBetween(from, to));

const text = () =>
  serverDoc(
    paragraph('block-1', 'The quick brown fox jumps.'),
    paragraph('block-2', 'Another sentence here.'),
  );

describe('what is commented is drawn in the text', () => {
  it('and is no part of it: neither the text nor its history knows of it (C7, C13)', () => {
    const doc = text();
    const editor = open(doc);
    let updates = 0;
    doc.on('update', () => {
      updates += 1;
    });
    const before = JSON.stringify(editor.getJSON());
    draw(editor, doc, [remark('one', commentOn(editor, doc, 'quick brown'))]);
    expect(drawn(editor, 'one')).toEqual(['quick brown']);
    expect(editor.view.dom.querySelector('mark.commented')?.textContent).toBe('quick brown');
    expect(JSON.stringify(editor.getJSON())).toBe(before);
    expect(updates).toBe(0);
    expect(editor.can().undo()).toBe(false);
  });

  it('[C2] beside the words that a proposer’s own copy strikes, since in the chapter they still stand', () => {
    const chapter = text();
    const copy = text();
    const [editor, original] = [open(copy), open(chapter).getJSON() as NodeJson];
    const struck = remark('one', commentOn(editor, copy, 'quick brown'));
    const inStruckBlock = remark('two', commentOn(editor, copy, 'sentence'));
    select(editor, 'quick brown');
    editor.commands.insertContent('slow red');
    select(editor, 'Another sentence here.');
    editor.chain().selectParentNode().deleteSelection().run();
    const where = (from: NodeJson | null) =>
      stretchesOf(editor.state.doc, null, [struck, inStruckBlock], from).map(({ id, from, to }) => [
        id,
        from,
        to,
      ]);
    expect(where(null)).toEqual([]);
    const afterThe = 1 + 'The '.length;
    const [one, two] = where(original);
    expect(one?.[0]).toBe('one');
    expect([afterThe, afterThe + 'slow red'.length]).toContain(one?.[1]);
    expect(two).toEqual(['two', 1 + 'The slow red fox jumps.'.length, 1 + 'The slow red fox jumps.'.length]);
    drawMarks(
      editor.view,
      drawing(editor.state.doc, stretchesOf(editor.state.doc, null, [struck], original), [struck]),
    );
    expect(beginningsOf(marksIn(editor.view)).get('one')).toBe(one?.[1]);
  });

  it('[U1] and leaves a caret where somebody has just put it, before the browser has told of the click', () => {
    const doc = text();
    const editor = open(doc);
    const anchor = commentOn(editor, doc, 'sentence');
    caretAt(editor, 'The');
    // jsdom gives the focus only to what has a tabindex.
    editor.view.dom.tabIndex = 0;
    editor.view.focus();
    expect(editor.view.hasFocus()).toBe(true);
    document.getSelection()?.collapse(editor.view.dom.children[0]?.firstChild ?? null, 9);
    draw(editor, doc, [remark('one', anchor)]);
    type(editor, ',');
    expect(editor.state.doc.child(0).textContent).toBe('The quick, brown fox jumps.');
  });

  it('[C4] follows typing inside at once, and does not grow at its edges', () => {
    const doc = text();
    const editor = open(doc);
    draw(editor, doc, [remark('one', commentOn(editor, doc, 'quick brown'))]);
    caretAt(editor, 'quick brown', 5);
    type(editor, ' red');
    expect(drawn(editor, 'one')).toEqual(['quick red brown']);
    caretAt(editor, 'quick red brown', 'quick red brown'.length);
    type(editor, '!');
    caretAt(editor, 'quick red brown', 0);
    type(editor, 'x');
    expect(drawn(editor, 'one')).toEqual(['quick red brown']);
  });

  it('[C6] of two that overlap each is reached at the words they share, the shorter first', () => {
    const doc = text();
    const editor = open(doc);
    const remarks = [
      remark('long', commentOn(editor, doc, 'quick brown fox')),
      remark('short', commentOn(editor, doc, 'brown')),
    ];
    draw(editor, doc, remarks);
    select(editor, 'brown');
    expect(remarksAt(marksIn(editor.view), editor.state.selection.from + 2)).toEqual(['short', 'long']);
    select(editor, 'fox');
    expect(remarksAt(marksIn(editor.view), editor.state.selection.from + 1)).toEqual(['long']);
  });

  it('stays where it is when somebody else writes elsewhere: no search is needed for that', () => {
    const { ours, theirs } = twins(text());
    const [mine, other] = [open(ours), open(theirs)];
    draw(mine, ours, [
      remark('one', commentOn(mine, ours, 'quick brown')),
      remark('two', commentOn(mine, ours, 'sentence')),
    ]);
    caretAt(other, 'fox', 0);
    type(other, 'sly ');
    expect(mine.state.doc.textContent).toContain('sly fox');
    expect(drawn(mine, 'one')).toEqual(['quick brown']);
    expect(drawn(mine, 'two')).toEqual(['sentence']);
    expect(beginningsOf(marksIn(mine.view)).get('two')).toBe(
      mine.state.doc.child(0).nodeSize + 1 + 'Another '.length,
    );
  });

  it('[C2] [C3] is gone with its text, and back on it as soon as the deletion is undone', () => {
    const { ours, theirs } = twins(text());
    const [mine, other] = [open(ours), open(theirs)];
    const remarks = [remark('one', commentOn(mine, ours, 'quick brown'))];
    select(mine, 'The quick brown fox jumps.');
    mine.commands.deleteSelection();
    caretAt(other, 'Another', 0);
    type(other, 'Yet ');
    for (const [editor, doc] of [
      [mine, ours],
      [other, theirs],
    ] as const) {
      draw(editor, doc, remarks);
      expect(drawn(editor, 'one')).toEqual([]);
    }
    mine.commands.undo();
    for (const [editor, doc] of [
      [mine, ours],
      [other, theirs],
    ] as const) {
      draw(editor, doc, remarks);
      expect(drawn(editor, 'one')).toEqual(['quick brown']);
    }
  });

  it('[C1] in a text that may only be read too', () => {
    const doc = text();
    const editor = open(doc, false);
    draw(editor, doc, [remark('one', commentOn(editor, doc, 'Another'))]);
    expect(drawn(editor, 'one')).toEqual(['Another']);
  });
});

describe('[C1] what a comment is about', () => {
  const cell = (id: string, words: string): NodeJson => ({
    type: 'tableCell',
    attrs: { id },
    content: [paragraph(`${id}-text`, words)],
  });
  const doc = serverDoc(
    { type: 'heading', attrs: { id: 'heading-1', level: 2 }, content: [{ type: 'text', text: 'A heading' }] },
    {
      type: 'figure',
      attrs: { id: 'figure-1', alt: 'A class outdoors' },
      content: [{ type: 'text', text: 'Caption' }],
    },
    {
      type: 'table',
      attrs: { id: 'table-1' },
      content: [
        {
          type: 'tableRow',
          attrs: { id: 'row-1' },
          content: [cell('cell-1', 'left'), cell('cell-2', 'right')],
        },
      ],
    },
    paragraph('block-9', 'Two words.'),
  );
  const about = (at: string) => {
    const editor = open(doc);
    caretAt(editor, at);
    return anchorOfSelection(editor.state, null);
  };

  it('selected words, with what stands around them', () => {
    const editor = open(doc);
    expect(commentOn(editor, doc, 'words')).toMatchObject({
      kind: 'text',
      quote: 'words',
      prefix: 'Two ',
      suffix: '.',
    });
  });
  it('with nothing selected a heading, a picture, a table cell, a paragraph', () => {
    expect(about('A heading')).toMatchObject({ kind: 'block', blockId: 'heading-1', quote: 'A heading' });
    expect(about('Caption')).toMatchObject({ kind: 'block', blockId: 'figure-1' });
    expect(about('right')).toMatchObject({ kind: 'block', blockId: 'cell-2', quote: 'right' });
    expect(about('Two words.')).toMatchObject({ kind: 'block', blockId: 'block-9' });
  });
  it('a picture that is selected as a whole', () => {
    const editor = open(doc);
    let at = -1;
    editor.state.doc.descendants((node, pos) => {
      if (node.type.name === 'figure') at = pos;
    });
    editor.commands.setNodeSelection(at);
    expect(anchorOfSelection(editor.state, null)).toMatchObject({ kind: 'block', blockId: 'figure-1' });
    draw(editor, doc, [remark('one', { kind: 'block', blockId: 'figure-1', quote: '' })]);
    expect(editor.view.dom.querySelector('.commented-block')).not.toBeNull();
  });
});
