import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { VisuallyHidden } from '../../ui/visually-hidden';
import { iconOf } from '../blocks/insertion-icons';
import { chooseInsertion, markInsertion, SLASH_LIST, slashOption, slashState } from './slash';
import css from './slash-menu.module.css';

/** Room in pixels between the line and the menu, and between the menu and the window's edge. */
const GAP = 6;

/** The list that `/` opens. Focus stays in the text; the marked option is announced through the text's own role. */
export function SlashMenu({ editor }: { editor: Editor }) {
  const { t } = useTranslation();
  const list = useRef<HTMLDivElement>(null);
  const open = useEditorState({
    editor,
    selector: ({ editor: { state } }) => slashState(state),
    equalityFn: Object.is,
  });

  useLayoutEffect(() => {
    if (open && list.current) place(list.current, editor.view.coordsAtPos(open.from));
  }, [open, editor]);
  useEffect(() => {
    const follow = () => {
      const state = slashState(editor.state);
      if (state && list.current) place(list.current, editor.view.coordsAtPos(state.from));
    };
    window.addEventListener('scroll', follow, true);
    window.addEventListener('resize', follow);
    return () => {
      window.removeEventListener('scroll', follow, true);
      window.removeEventListener('resize', follow);
    };
  }, [editor]);
  useEffect(() => {
    const marked = open?.found[open.marked];
    if (marked) document.getElementById(slashOption(marked))?.scrollIntoView({ block: 'nearest' });
  }, [open]);

  if (!open) return null;
  return createPortal(
    <>
      <div
        ref={list}
        id={SLASH_LIST}
        role="listbox"
        // Scrolls, and so has to be focusable; the keys are the text's all the same.
        tabIndex={0}
        onMouseDown={(event) => event.preventDefault()}
        aria-label={t(($) => $.editor.slash.label)}
        className={css.list}
      >
        {open.found.map((insertion, index) => {
          const { id, label } = insertion;
          const Icon = iconOf(insertion);
          return (
            // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the text, which names the marked option
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled in the text
            <div
              key={id}
              id={slashOption(insertion)}
              role="option"
              aria-selected={index === open.marked}
              className={css.option}
              onPointerMove={() => index !== open.marked && markInsertion(editor, index)}
              // The text would lose its focus, and the menu would close, before the click.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => chooseInsertion(editor, insertion)}
            >
              <Icon size={18} aria-hidden />
              {label}
            </div>
          );
        })}
      </div>
      <VisuallyHidden>
        <span role="status">{t(($) => $.editor.slash.found, { count: open.found.length })}</span>
      </VisuallyHidden>
    </>,
    document.body,
  );
}

/** Puts the menu under the line it belongs to, or above where there is no room, inside the window. */
function place(menu: HTMLElement, line: { left: number; top: number; bottom: number }): void {
  const { innerWidth, innerHeight } = window;
  const below = innerHeight - line.bottom - 2 * GAP;
  const above = line.top - 2 * GAP;
  const under = below >= Math.min(menu.scrollHeight, 240) || below >= above;
  menu.style.maxHeight = `${Math.max(96, Math.min(352, under ? below : above))}px`;
  const { width, height } = menu.getBoundingClientRect();
  menu.style.left = `${Math.max(GAP, Math.min(line.left, innerWidth - width - GAP))}px`;
  menu.style.top = `${under ? line.bottom + GAP : line.top - GAP - height}px`;
}
