import type {} from '@accord/client/editor/commands';
import { editorExtensions } from '@accord/client/editor/extensions';
import type { Insertion } from '@accord/client/editor/feature';
import type {} from '@accord/shared/manuscript/commands';
import { FRAGMENT, type NodeJson } from '@accord/shared/manuscript/document';
import { blocksToYjs } from '@accord/shared/manuscript/yjs';
import { type AnyExtension, Editor } from '@tiptap/core';
import { afterEach } from 'vitest';
import * as Y from 'yjs';

/** Words don't matter to these tests; where they do, they come with the insertions. */
const t = (() => 'word') as never;

// jsdom does no layout; ProseMirror asks for it when it scrolls the caret into view.
const nowhere = { x: 0, y: 0, top: 0, left: 0, bottom: 0, right: 0, width: 0, height: 0 } as DOMRect;
Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
Range.prototype.getBoundingClientRect = () => nowhere;
document.elementFromPoint = () => null;

const open = new Set<Editor>();
afterEach(() => {
  for (const editor of open) editor.destroy();
  open.clear();
});

/** A document as the server writes it when a chapter is created. */
export function serverDoc(...blocks: NodeJson[]): Y.Doc {
  const doc = new Y.Doc();
  doc.getXmlFragment(FRAGMENT).insert(0, blocksToYjs(blocks));
  return doc;
}

export interface Asked {
  link: number;
  toolbar: number;
}

/** An editor as the page makes it, without the page. */
export function openEditor(
  doc: Y.Doc,
  options: {
    editable?: boolean;
    insertions?: Insertion[];
    asked?: Asked;
    /** Extensions of the features under test. */
    added?: readonly AnyExtension[];
  } = {},
): Editor {
  const { editable = true, insertions = [], asked = { link: 0, toolbar: 0 }, added = [] } = options;
  const element = document.body.appendChild(document.createElement('div'));
  const editor = new Editor({
    element,
    extensions: editorExtensions({
      doc,
      t,
      added,
      insertions,
      onLink: () => {
        asked.link += 1;
      },
      toToolbar: () => {
        asked.toolbar += 1;
      },
    }),
    editable,
    injectCSS: false,
  });
  open.add(editor);
  // A test may open thousands: none may be held longer than it is used.
  editor.on('destroy', () => {
    open.delete(editor);
    element.remove();
  });
  return editor;
}

/** Two copies of a document that hear of each other at once, until `parted` is set. */
export function twins(doc: Y.Doc): { ours: Y.Doc; theirs: Y.Doc } {
  const theirs = new Y.Doc();
  Y.applyUpdate(theirs, Y.encodeStateAsUpdate(doc));
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== theirs) Y.applyUpdate(theirs, update, doc);
  });
  theirs.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== doc) Y.applyUpdate(doc, update, theirs);
  });
  return { ours: doc, theirs };
}

/** Counts the updates a document emits from now on. */
export function countUpdates(doc: Y.Doc): () => number {
  let count = 0;
  doc.on('update', () => {
    count += 1;
  });
  return () => count;
}

/** Types like a person, through the editor's input handling, so that Markdown shortcuts and the block menu see it. */
export function type(editor: Editor, text: string): void {
  for (const character of text) {
    const { view } = editor;
    const { from, to } = view.state.selection;
    const insert = () => view.state.tr.insertText(character, from, to);
    if (!view.someProp('handleTextInput', (handle) => handle(view, from, to, character, insert)))
      view.dispatch(insert());
  }
}

/** Presses a key combination in ProseMirror's notation; returns whether the editor took it. */
export function press(editor: Editor, combination: string): boolean {
  const parts = combination.split(/-(?=.)/);
  const key = parts.pop() ?? '';
  const event = new KeyboardEvent('keydown', {
    key: key === 'Space' ? ' ' : key,
    keyCode: key.length === 1 ? key.toUpperCase().charCodeAt(0) : 0,
    ctrlKey: parts.includes('Mod'),
    altKey: parts.includes('Alt'),
    shiftKey: parts.includes('Shift'),
    cancelable: true,
  });
  return editor.view.someProp('handleKeyDown', (handle) => handle(editor.view, event)) === true;
}

/** Puts the caret into the first text block that contains `words`, `offset` characters after their beginning. */
export function caretAt(editor: Editor, words: string, offset = 0): void {
  editor.commands.setTextSelection(find(editor, words) + offset);
}

/** Selects `words`. */
export function select(editor: Editor, words: string): void {
  const from = find(editor, words);
  editor.commands.setTextSelection({ from, to: from + words.length });
}

function find(editor: Editor, words: string): number {
  let found = -1;
  editor.state.doc.descendants((node, pos) => {
    const at = node.isTextblock ? node.textContent.indexOf(words) : -1;
    if (at >= 0 && found < 0) found = pos + 1 + at;
    return found < 0;
  });
  if (found < 0) throw new Error(`the text has no "${words}"`);
  return found;
}

/** The id of the innermost block that contains `words`. */
export function idOf(editor: Editor, words: string): string {
  return String(editor.state.doc.resolve(find(editor, words)).parent.attrs.id);
}

/** Blocks without an id, and ids that stand twice. */
export function idFaults(editor: Editor): string[] {
  const faults: string[] = [];
  const seen = new Set<string>();
  editor.state.doc.descendants((node) => {
    if (!node.isBlock) return;
    const { id } = node.attrs;
    if (typeof id !== 'string' || id === '') faults.push(`${node.type.name} without an id`);
    else if (seen.has(id)) faults.push(`${node.type.name} with the id of another block`);
    else seen.add(id);
  });
  return faults;
}
