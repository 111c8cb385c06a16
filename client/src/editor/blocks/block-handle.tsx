import type { Editor } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { GripVertical } from 'lucide-react';
import { type DragEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import css from './block-handle.module.css';

/**
 * A grip beside the block under the mouse, to drag the block elsewhere. For a mouse only: fingers that swipe over the text
 * must not find blocks in their way, and keys move blocks with Alt+Shift+arrows, fingers by the toolbar.
 */
export function BlockHandle({ editor }: { editor: Editor }) {
  const { t } = useTranslation();
  const handle = useRef<HTMLDivElement>(null);
  const [id, setId] = useState<string | null>(null);
  const dragged = useRef<string | null>(null);

  useEffect(() => {
    const { view } = editor;
    const sheet = view.dom.parentElement;
    if (!sheet) return undefined;
    const follow = (event: PointerEvent) => {
      if (event.pointerType !== 'mouse' || event.buttons !== 0) return;
      const block = blockAt(view, event.clientY);
      setId(block?.id ?? null);
      if (block && handle.current) place(handle.current, block.element, view);
    };
    // A key or somebody else's edit may move the block away from under the grip.
    const hide = () => {
      setId(null);
      if (dragged.current) redraw(view, dragged.current);
    };
    sheet.addEventListener('pointermove', follow);
    sheet.parentElement?.addEventListener('pointerleave', hide);
    editor.on('update', hide);
    return () => {
      sheet.removeEventListener('pointermove', follow);
      sheet.parentElement?.removeEventListener('pointerleave', hide);
      editor.off('update', hide);
    };
  }, [editor]);

  const start = (event: DragEvent) => {
    const { view } = editor;
    const pos = id === null ? null : posOf(view, id);
    if (pos === null) return;
    dragged.current = id;
    const slice = redraw(view, id ?? '');
    if (!slice) return;
    const { dom, text } = view.serializeForClipboard(slice);
    event.dataTransfer.clearData();
    event.dataTransfer.setData('text/html', dom.innerHTML);
    event.dataTransfer.setData('text/plain', text);
    event.dataTransfer.effectAllowed = 'copyMove';
    const element = view.nodeDOM(pos);
    if (element instanceof Element) event.dataTransfer.setDragImage(element, 0, 0);
  };
  const end = () => {
    dragged.current = null;
    editor.view.dragging = null;
    setId(null);
  };

  return (
    <div
      ref={handle}
      className={css.handle}
      hidden={id === null}
      draggable
      aria-hidden
      title={t(($) => $.editor.handle)}
      onDragStart={start}
      onDragEnd={end}
    >
      <GripVertical size={18} />
    </div>
  );
}

/** Notes for ProseMirror what is being dragged, as it is now. @returns it, or null when it is gone */
function redraw(view: EditorView, id: string) {
  const pos = posOf(view, id);
  if (pos === null) {
    view.dragging = null;
    return null;
  }
  const node = NodeSelection.create(view.state.doc, pos);
  const slice = node.content();
  // ProseMirror's own field for it, not in its types: what is taken out where the slice is dropped elsewhere.
  view.dragging = Object.assign({ slice, move: true }, { node });
  return slice;
}

function posOf({ state }: EditorView, id: string): number | null {
  let found: number | null = null;
  state.doc.forEach((node, pos) => {
    if (node.attrs.id === id) found ??= pos;
  });
  return found;
}

/** The chapter's block at this height of the window. Footnotes stay where they are. */
function blockAt(view: EditorView, y: number): { id: string; element: Element } | null {
  let found: { id: string; element: Element } | null = null;
  view.state.doc.forEach((node, pos) => {
    if (found || node.type.name === 'footnote' || typeof node.attrs.id !== 'string') return;
    const element = view.nodeDOM(pos);
    if (!(element instanceof Element)) return;
    const { top, bottom } = element.getBoundingClientRect();
    if (y >= top && y <= bottom) found = { id: node.attrs.id, element };
  });
  return found;
}

function place(handle: HTMLElement, block: Element, view: EditorView): void {
  const frame = handle.offsetParent?.getBoundingClientRect();
  if (!frame) return;
  const text = view.dom.getBoundingClientRect();
  handle.style.insetBlockStart = `${block.getBoundingClientRect().top - frame.top}px`;
  handle.style.left = `${Math.max(0, text.left - frame.left - WIDTH)}px`;
}

/** Of the grip, in pixels. */
const WIDTH = 28;
