import { BLOCK_TYPES } from '@accord/shared/manuscript/blocks';
import { FRAGMENT } from '@accord/shared/manuscript/document';
import { type AnyExtension, Extension } from '@tiptap/core';
import { Collaboration, isChangeOrigin } from '@tiptap/extension-collaboration';
import type { ResolvedPos } from '@tiptap/pm/model';
import { type EditorState, Plugin, Selection, TextSelection, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import {
  defaultDeleteFilter,
  getRelativeSelection,
  type ProsemirrorBinding,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
  yUndoPluginKey,
} from '@tiptap/y-tiptap';
import { type Doc, UndoManager } from 'yjs';

/** Keys struck within this many milliseconds of each other are undone together. */
const UNDO_GROUP_MS = 600;

/**
 * Whether a transaction brings in what stands in the Yjs document already: somebody else's edit, or an undo. Nothing
 * may be changed in answer to one: every open tab would do it at once, and the binding would not carry it over.
 */
export function comesFromYjs(transactions: readonly Transaction[]): boolean {
  return transactions.some((transaction) => isChangeOrigin(transaction));
}

/**
 * Binds the editor to a chapter's text. Undo takes back this editor's own edits only, and never removes a block
 * in which somebody else has written meanwhile (U1).
 */
export function collaboration(doc: Doc): AnyExtension[] {
  return [
    Collaboration.extend({
      addProseMirrorPlugins() {
        this.options.yUndoOptions = { undoManager: ownUndo(doc) };
        return this.parent?.() ?? [];
      },
    }).configure({ document: doc, field: FRAGMENT }),
    ReadOnlyGuard,
    SoundSelection,
  ];
}

function ownUndo(doc: Doc): UndoManager {
  const kept = new Set<string>(BLOCK_TYPES);
  return new UndoManager(doc.getXmlFragment(FRAGMENT), {
    captureTimeout: UNDO_GROUP_MS,
    trackedOrigins: new Set([ySyncPluginKey]),
    deleteFilter: (item) => defaultDeleteFilter(item, kept),
    captureTransaction: (transaction) => transaction.meta.get('addToHistory') !== false,
  });
}

/** Refuses every change of the text while the editor is read-only, whatever plugin or command made it. */
const ReadOnlyGuard = Extension.create({
  name: 'readOnlyGuard',
  addProseMirrorPlugins() {
    const { editor } = this;
    return [
      new Plugin({
        filterTransaction: (transaction) =>
          !transaction.docChanged || isChangeOrigin(transaction) || editor.options.editable,
      }),
    ];
  },
});

/**
 * Keeps a person's caret where they put it while others write. Three things would move it:
 * - The browser tells of a click or an arrow key only after the event, and what arrives in between would put the caret
 *   back to where ProseMirror last saw it: the next words would go there.
 * - The binding mistrusts Yjs as soon as somebody else writes in the caret's own block, and keeps the count of
 *   characters before it instead: every key struck elsewhere in the paragraph would move it among other words.
 * - The binding keeps with every edit where the selection was before it, and after an undo takes that for the present
 *   one as soon as somebody else writes: the caret would jump there, and where the text has become shorter it would fail.
 * For the same reason a key reads the caret first: on a busy page several keys arrive before the browser tells of the first
 * (End, then Enter), and the second would act where the caret no longer is (E8).
 * A caret left between blocks (on opening a text that begins with a list, or where somebody deleted the block around
 * it) goes into the nearest text.
 */
const SoundSelection = Extension.create({
  name: 'soundSelection',
  addProseMirrorPlugins() {
    const { editor } = this;
    return [
      new Plugin({
        props: {
          handleDOMEvents: {
            keydown(view) {
              const unread = unreadSelection(view);
              if (unread) view.dispatch(view.state.tr.setSelection(unread));
              return false;
            },
          },
        },
        view(view) {
          const noteCaret = () => {
            const binding = bindingOf(view.state);
            const selection = binding && unreadSelection(view);
            if (!selection) return;
            const seen = view.state.apply(view.state.tr.setSelection(selection));
            binding.beforeTransactionSelection = getRelativeSelection(binding, seen);
          };
          const { doc } = ySyncPluginKey.getState(view.state) as { doc: Doc };
          const { undoManager } = yUndoPluginKey.getState(view.state) as { undoManager: UndoManager };
          doc.on('beforeAllTransactions', noteCaret);
          undoManager.on('stack-item-added', ({ stackItem }) => {
            stackItem.meta.delete(bindingOf(view.state));
          });
          return {
            update: noteAnew,
            destroy: () => doc.off('beforeAllTransactions', noteCaret),
          };
        },
        appendTransaction(transactions, before, after) {
          const { selection, tr } = after;
          let sound: Selection | null = null;
          if (comesFromYjs(transactions)) {
            sound = selection instanceof TextSelection ? keptSelection(transactions, before, after) : null;
            const { $anchor, $head } = sound ?? selection;
            if (
              selection instanceof TextSelection &&
              !($head.parent.inlineContent && $anchor.parent.inlineContent)
            )
              sound = Selection.near($head);
          } else if (transactions.every(onlyDraws)) sound = unreadSelection(editor.view);
          if (!sound || sound.eq(selection)) return null;
          return tr.setSelection(sound).setMeta('addToHistory', false);
        },
      }),
    ];
  },
});

/**
 * Notes the selection anew once what came from Yjs is drawn. What comes next may be part of the same news (Yjs tidies up
 * formatting behind a deletion by an edit of its own), and the place noted before all of it may not exist any more:
 * the binding would fail over it, and from then on take away what others have written.
 */
function noteAnew(view: EditorView, before: EditorState): void {
  const binding = bindingOf(view.state);
  if (binding?.beforeTransactionSelection && view.state.doc !== before.doc)
    binding.beforeTransactionSelection = getRelativeSelection(binding, view.state);
}

const bindingOf = (state: EditorState): ProsemirrorBinding | null =>
  (ySyncPluginKey.getState(state) as { binding?: ProsemirrorBinding } | undefined)?.binding ?? null;

/** Whether a transaction does nothing but draw something anew: the others' carets, comments, what is searched for. */
const onlyDraws = (transaction: Transaction): boolean =>
  !transaction.docChanged && !transaction.selectionSet && !transaction.storedMarksSet;

/** The caret or selection of text in the browser, where ProseMirror has not heard of it yet. */
function unreadSelection(view: EditorView): TextSelection | null {
  const { doc, selection } = view.state;
  if (!view.editable || view.composing || !view.hasFocus() || !(selection instanceof TextSelection))
    return null;
  const inBrowser = view.dom.ownerDocument.getSelection();
  const { anchorNode, focusNode } = inBrowser ?? {};
  if (!inBrowser || !anchorNode || !focusNode) return null;
  if (!view.dom.contains(anchorNode) || !view.dom.contains(focusNode)) return null;
  const anchor = view.posAtDOM(anchorNode, inBrowser.anchorOffset, 1);
  const head = view.posAtDOM(focusNode, inBrowser.focusOffset, 1);
  if (Math.min(anchor, head) < 0 || Math.max(anchor, head) > doc.content.size) return null;
  const [$anchor, $head] = [doc.resolve(anchor), doc.resolve(head)];
  if (!$anchor.parent.inlineContent || !$head.parent.inlineContent) return null;
  const unread = new TextSelection($anchor, $head);
  // There the browser puts the caret by itself when the text gets the focus.
  if (unread.eq(selection) || unread.eq(Selection.atStart(doc))) return null;
  return unread;
}

/** Where Yjs says the selection is now, if each end is still in the block it was in. */
function keptSelection(
  transactions: readonly Transaction[],
  before: EditorState,
  after: EditorState,
): TextSelection | null {
  const binding = bindingOf(after);
  const noted = binding?.beforeTransactionSelection;
  if (!binding || noted?.type !== 'text' || transactions.some(isUndo)) return null;
  const end = (place: unknown, old: number): ResolvedPos | null => {
    const now = relativePositionToAbsolutePosition(binding.doc, binding.type, place, binding.mapping);
    if (now === null || now > after.doc.content.size || old > before.doc.content.size) return null;
    const $now = after.doc.resolve(now);
    const id = $now.parent.inlineContent ? ($now.parent.attrs.id as unknown) : null;
    return id && before.doc.resolve(old).parent.attrs.id === id ? $now : null;
  };
  const $anchor = end(noted.anchor, noted.absAnchor);
  const $head = end(noted.head, noted.absHead);
  return $anchor && $head && new TextSelection($anchor, $head);
}

const isUndo = (transaction: Transaction): boolean =>
  (transaction.getMeta(ySyncPluginKey) as { isUndoRedoOperation?: boolean } | undefined)
    ?.isUndoRedoOperation === true;
