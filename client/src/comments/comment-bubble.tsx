import type { Editor } from '@tiptap/core';
import { MessageSquarePlus } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { buttonClass } from '../ui/button-class';
import css from './comments.module.css';

/** Distance of the button from the words it is about, in pixels. */
const AWAY = 8;

/** A button beside words that are selected: the shortest way to comment on them, for readers too. */
export function CommentBubble({ editor, onComment }: { editor: Editor; onComment: () => void }) {
  const { t } = useTranslation();
  const button = useRef<HTMLButtonElement>(null);
  const [isShown, setShown] = useState(false);

  useEffect(() => {
    let frame = 0;
    const place = () => {
      frame = 0;
      const { view, state } = editor;
      if (editor.isDestroyed) return;
      const { selection } = state;
      const words =
        !selection.empty && state.doc.textBetween(selection.from, selection.to, ' ').trim() !== '';
      setShown(words);
      // Under a finger the button stands at the foot of the window: above the words the system has its own.
      if (!words || !button.current || window.matchMedia('(pointer: coarse)').matches) return;
      const { left, right, bottom } = view.coordsAtPos(selection.head, -1);
      const end = view.dom.getBoundingClientRect().right;
      const { offsetWidth, offsetHeight } = button.current;
      const x = Math.min(Math.max(AWAY, right + AWAY), Math.max(left, end) - offsetWidth + AWAY);
      const y = Math.min(bottom + AWAY, window.innerHeight - offsetHeight - AWAY);
      button.current.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
    };
    const later = () => {
      frame ||= requestAnimationFrame(place);
    };
    later();
    editor.on('selectionUpdate', later);
    editor.on('update', later);
    window.addEventListener('scroll', later, { passive: true });
    window.addEventListener('resize', later, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      editor.off('selectionUpdate', later);
      editor.off('update', later);
      window.removeEventListener('scroll', later);
      window.removeEventListener('resize', later);
    };
  }, [editor, isShown]);

  if (!isShown) return null;
  return (
    <button
      ref={button}
      type="button"
      className={`${buttonClass('plain', true)} ${css.bubble}`}
      // The words stay selected.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onComment}
    >
      <MessageSquarePlus size={16} aria-hidden />
      {t(($) => $.comments.beginShort)}
    </button>
  );
}
