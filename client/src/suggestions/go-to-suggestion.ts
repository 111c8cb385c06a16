import type { Editor } from '@tiptap/core';
import { beginningsOf } from './drawing';
import { drawnIn } from './suggestion-layer';

/** Where a suggestion begins in the text, or the place kept for its card. */
function positionOf(editor: Editor, id: string, otherwise: number | null): number | null {
  const from = beginningsOf(drawnIn(editor.view)).get(id) ?? otherwise;
  return from === null ? null : Math.min(from, editor.state.doc.content.size);
}

/** Shows the place of a suggestion when it is out of sight. */
export function showSuggestion(editor: Editor | null, id: string, otherwise: number | null): void {
  if (!editor || editor.isDestroyed) return;
  const from = positionOf(editor, id, otherwise);
  if (from === null) return;
  const { top } = editor.view.coordsAtPos(from, 1);
  const height = window.innerHeight;
  if (top > height * 0.15 && top < height * 0.8) return;
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  window.scrollBy({ top: top - height * 0.3, behavior: calm ? 'auto' : 'smooth' });
}

/** Gives the focus back to the text, the caret where the suggestion is. */
export function goToSuggestion(editor: Editor | null, id: string, otherwise: number | null): void {
  if (!editor || editor.isDestroyed) return;
  const from = positionOf(editor, id, otherwise);
  if (from !== null && editor.isEditable) editor.commands.setTextSelection(from);
  showSuggestion(editor, id, otherwise);
  editor.view.dom.focus({ preventScroll: true });
}
