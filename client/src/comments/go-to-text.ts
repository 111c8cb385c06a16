import type { Editor } from '@tiptap/core';
import { marksIn } from './comment-layer';
import { beginningsOf } from './comment-places';

/** Shows the place of a comment when it is out of sight. @returns whether it has a place */
export function showPlace(editor: Editor | null, id: string): boolean {
  const from = editor && !editor.isDestroyed ? beginningsOf(marksIn(editor.view)).get(id) : undefined;
  if (!editor || from === undefined) return false;
  const top = topOf(editor, from);
  const height = window.innerHeight;
  if (top < height * 0.15 || top > height * 0.8) {
    const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    window.scrollBy({ top: top - height * 0.3, behavior: calm ? 'auto' : 'smooth' });
  }
  return true;
}

/** Whether the place of a comment is in the window now. */
export function isInView(editor: Editor | null, id: string): boolean {
  const from = editor && !editor.isDestroyed ? beginningsOf(marksIn(editor.view)).get(id) : undefined;
  if (!editor || from === undefined) return true;
  const top = topOf(editor, from);
  return top > 0 && top < window.innerHeight;
}

/** Gives the focus back to the text, the caret where the comment is. */
export function goBackToText(editor: Editor | null, id: string): void {
  if (!editor || editor.isDestroyed) return;
  const from = beginningsOf(marksIn(editor.view)).get(id);
  if (editor.isEditable && from !== undefined) {
    const { doc } = editor.state;
    const inText = doc.resolve(from).parent.isTextblock ? from : Math.min(from + 1, doc.content.size);
    editor.commands.setTextSelection(inText);
  }
  showPlace(editor, id);
  editor.view.dom.focus({ preventScroll: true });
}

function topOf(editor: Editor, position: number): number {
  const { doc } = editor.state;
  const inText = doc.resolve(position).parent.isTextblock;
  const element = inText ? null : editor.view.nodeDOM(position);
  return element instanceof HTMLElement
    ? element.getBoundingClientRect().top
    : editor.view.coordsAtPos(position, 1).top;
}
