import type { Editor } from '@tiptap/core';
import { MessageSquarePlus, MessageSquareText } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { buttonClass } from '../ui/button-class';
import css from './comments.module.css';

/** Distance of the button from the words it is about, in pixels. */
const AWAY = 8;

/**
 * A button beside words that are selected: the shortest way to comment on them, for readers too. Where the cards are not
 * shown, it leads from commented words to what is said about them.
 *
 * @param onComment null for those who may not
 * @param onShow shows the card of the comment that was pressed on; null while none is hidden
 */
export function CommentBubble(props: {
  editor: Editor;
  onComment: (() => void) | null;
  onShow: (() => void) | null;
}) {
  const { editor, onComment, onShow } = props;
  const { t } = useTranslation();
  const button = useRef<HTMLButtonElement>(null);
  const leads = onShow !== null;
  const isSelected = useWordsSelected(editor, button, leads);
  const act = onShow ?? (isSelected ? onComment : null);
  if (!act) return null;
  const Icon = leads ? MessageSquareText : MessageSquarePlus;
  return (
    <button
      ref={button}
      type="button"
      className={`${buttonClass('plain', true)} ${css.bubble}`}
      // The words stay selected.
      onMouseDown={(event) => event.preventDefault()}
      onClick={act}
    >
      <Icon size={16} aria-hidden />
      {leads ? t(($) => $.comments.show) : t(($) => $.comments.begin)}
    </button>
  );
}

/** Whether words are selected that are in sight; keeps the button beside them. */
function useWordsSelected(
  editor: Editor,
  button: React.RefObject<HTMLButtonElement | null>,
  leads: boolean,
): boolean {
  const [isSelected, setSelected] = useState(false);
  useEffect(() => {
    let frame = 0;
    const place = () => {
      frame = 0;
      if (editor.isDestroyed) return;
      const { view, state } = editor;
      const { selection, doc } = state;
      const { left, right, top, bottom } = view.coordsAtPos(selection.head, -1);
      const inSight = bottom > 0 && top < window.innerHeight;
      // Somebody who writes elsewhere has the words selected still, but no need of the button.
      const elsewhere = document.activeElement?.matches('input, textarea') ?? false;
      const words = !selection.empty && doc.textBetween(selection.from, selection.to, ' ').trim() !== '';
      setSelected(words && inSight && !elsewhere);
      // Under a finger the button stands at the foot of the window: by the words the system has its own.
      if (!button.current || window.matchMedia('(pointer: coarse)').matches) return;
      const { offsetWidth, offsetHeight } = button.current;
      const end = Math.max(left, view.dom.getBoundingClientRect().right);
      const x = Math.min(right + AWAY, end - offsetWidth);
      const y = Math.min(bottom + AWAY, window.innerHeight - offsetHeight - AWAY);
      button.current.style.transform = `translate(${Math.round(Math.max(AWAY, x))}px, ${Math.round(Math.max(AWAY, y))}px)`;
    };
    const later = () => {
      frame ||= requestAnimationFrame(place);
    };
    later();
    editor.on('selectionUpdate', later);
    editor.on('update', later);
    window.addEventListener('scroll', later, { passive: true });
    window.addEventListener('resize', later, { passive: true });
    document.addEventListener('focusin', later);
    return () => {
      cancelAnimationFrame(frame);
      editor.off('selectionUpdate', later);
      editor.off('update', later);
      window.removeEventListener('scroll', later);
      window.removeEventListener('resize', later);
      document.removeEventListener('focusin', later);
    };
    // Drawn for the first time, it is put in its place.
  }, [editor, button, isSelected, leads]);
  return isSelected;
}
