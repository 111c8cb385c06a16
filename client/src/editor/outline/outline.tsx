import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { classes } from '../../ui/classes';
import { headingAt, headingsOf } from './headings';
import css from './outline.module.css';

/**
 * The headings of the chapter. The one around the caret is marked, or the topmost one in view while nobody writes; a
 * press leads there. `onGo` is called after a press, to close a sheet the outline stands in.
 */
export function Outline({ editor, onGo }: { editor: Editor | null; onGo?: () => void }) {
  return editor && <Headings key={editor.instanceId} editor={editor} {...(onGo ? { onGo } : {})} />;
}

function Headings({ editor, onGo }: { editor: Editor; onGo?: () => void }) {
  const { t } = useTranslation();
  // Without their places, which every keystroke above them moves.
  const headings = useEditorState({
    editor,
    selector: ({ editor: current }) =>
      headingsOf(current.state.doc).map(({ id, level, text }) => ({ id, level, text })),
  });
  const writing = useHasWritten(editor);
  const atCaret = useEditorState({
    editor,
    selector: ({ editor: { state } }) =>
      writing ? headingAt(headingsOf(state.doc), state.selection.head) : null,
  });
  const inView = useHeadingInView(editor, atCaret === null);
  if (headings.length === 0) return <p className={css.empty}>{t(($) => $.editor.outline.empty)}</p>;
  const current = atCaret ?? inView;
  const top = Math.min(...headings.map(({ level }) => level));
  return (
    <nav aria-label={t(($) => $.editor.outline.label)}>
      <ol className={css.list}>
        {headings.map(({ id, level, text }, index) => (
          <li key={`${id}-${index}`} className={classes(css.item, css[`level${level - top + 1}`])}>
            <Button
              className={css.button ?? ''}
              aria-current={index === current ? 'location' : 'false'}
              onPress={() => {
                goTo(editor, index);
                onGo?.();
              }}
            >
              {text ? <span translate="no">{text}</span> : <em>{t(($) => $.editor.outline.untitled)}</em>}
            </Button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function goTo(editor: Editor, index: number): void {
  const heading = headingsOf(editor.state.doc)[index];
  if (!heading) return;
  const element = editor.view.nodeDOM(heading.pos);
  if (editor.isEditable) {
    editor
      .chain()
      .setTextSelection(heading.pos + 1)
      .focus(null, { scrollIntoView: false })
      .run();
  }
  if (!(element instanceof HTMLElement)) return;
  element.scrollIntoView({ block: 'start', behavior: 'smooth' });
  // A reader who goes on by keyboard or screen reader goes on from there.
  if (!editor.isEditable) {
    element.tabIndex = -1;
    element.focus({ preventScroll: true });
  }
}

/** Index of the heading whose part of the text stands at the top of the window, while `active`. */
function useHeadingInView(editor: Editor, active: boolean): number {
  const [index, setIndex] = useState(-1);
  useEffect(() => {
    if (!active) return undefined;
    let frame = 0;
    const look = () => {
      frame = 0;
      if (editor.isDestroyed) return;
      const edge = Math.min(160, window.innerHeight / 3);
      let found = -1;
      headingsOf(editor.state.doc).forEach(({ pos }, at) => {
        const element = editor.view.nodeDOM(pos);
        if (element instanceof HTMLElement && element.getBoundingClientRect().top <= edge) found = at;
      });
      setIndex(found);
    };
    const later = () => {
      frame ||= requestAnimationFrame(look);
    };
    later();
    editor.on('update', later);
    window.addEventListener('scroll', later, { capture: true, passive: true });
    return () => {
      cancelAnimationFrame(frame);
      editor.off('update', later);
      window.removeEventListener('scroll', later, { capture: true });
    };
  }, [editor, active]);
  return index;
}

/** Whether the caret has been in the text: from then on it says where the person is, also while a menu has the focus. */
function useHasWritten(editor: Editor): boolean {
  const [written, setWritten] = useState(editor.isEditable && editor.isFocused);
  useEffect(() => {
    const note = () => setWritten(editor.isEditable);
    editor.on('focus', note);
    return () => {
      editor.off('focus', note);
    };
  }, [editor]);
  return written;
}
