import { BLOCK_TYPES } from '@accord/shared/manuscript/blocks';
import { FRAGMENT } from '@accord/shared/manuscript/document';
import { type AnyExtension, Extension } from '@tiptap/core';
import { Collaboration, isChangeOrigin } from '@tiptap/extension-collaboration';
import { Plugin, Selection, TextSelection, type Transaction } from '@tiptap/pm/state';
import { defaultDeleteFilter, ySyncPluginKey } from '@tiptap/y-tiptap';
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
 * Puts a caret that the binding left between blocks (on opening a text that begins with a list, or where somebody
 * deleted the block around it) into the nearest text.
 */
const SoundSelection = Extension.create({
  name: 'soundSelection',
  addProseMirrorPlugins() {
    return [
      new Plugin({
        appendTransaction(transactions, _before, { selection, tr }) {
          if (!comesFromYjs(transactions) || !(selection instanceof TextSelection)) return null;
          if (selection.$head.parent.inlineContent && selection.$anchor.parent.inlineContent) return null;
          return tr.setSelection(Selection.near(selection.$head)).setMeta('addToHistory', false);
        },
      }),
    ];
  },
});
