import type { Editor } from '@tiptap/core';
import { yUndoPluginKey } from '@tiptap/y-tiptap';

/**
 * Undo steps that were made in another text than the one there is now would bring back what is no longer meant; whoever
 * changes an editor's text by other means than the person's own hand lets them go.
 */
export function forgetUndo(editor: Editor): void {
  const state = yUndoPluginKey.getState(editor.state) as { undoManager?: { clear(): void } } | undefined;
  state?.undoManager?.clear();
}
