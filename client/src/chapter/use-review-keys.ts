import type { Editor } from '@tiptap/core';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { COMMENT_KEYS, commentKeyOf } from '../comments/comment-keys';
import { isAppleKeyboard, useKeyText } from '../editor/keys/key-text';
import type { ActiveCard } from '../margin/active-card';
import type { MarginItem } from '../margin/margin';
import { neighbour } from '../margin/neighbour';
import { type KeySection, useKeySections } from '../ui/key-list';

/** The keys of reviewing, wherever on the page the focus is: begin a comment, go to the next and the previous card. */
export function useReviewKeys(props: {
  items: readonly MarginItem[];
  active: ActiveCard | null;
  goTo: (id: string) => void;
  /** Null for those who may not comment. */
  begin: ((about: 'selection') => void) | null;
  editor: Editor | null;
}): void {
  const now = useRef(props);
  useEffect(() => {
    now.current = props;
  });
  useEffect(() => {
    const apple = isAppleKeyboard();
    const onKey = (event: KeyboardEvent) => {
      const { items, active, goTo, begin, editor } = now.current;
      const key = commentKeyOf(event, apple);
      if (!key) return;
      event.preventDefault();
      event.stopPropagation();
      if (key === 'begin') return begin?.('selection');
      const id = neighbour(items, active?.id ?? null, editor?.state.selection.head ?? 0, key);
      if (id !== null) goTo(id);
    };
    // Before the editor: there the same keys may mean something else.
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, []);
  useKeyLines();
}

/** Puts the keys into the list that `?` opens. */
function useKeyLines(): void {
  const { t } = useTranslation();
  const keyText = useKeyText();
  const sections = useMemo<KeySection[]>(
    () => [
      {
        title: t(($) => $.comments.keys.title),
        lines: [
          { keys: [keyText(COMMENT_KEYS.begin)], does: t(($) => $.comments.keys.begin) },
          { keys: [keyText(COMMENT_KEYS.next)], does: t(($) => $.comments.keys.next) },
          { keys: [keyText(COMMENT_KEYS.previous)], does: t(($) => $.comments.keys.previous) },
          { keys: [keyText('Mod-Enter')], does: t(($) => $.comments.keys.send) },
          { keys: [keyText('Escape')], does: t(($) => $.comments.keys.back) },
        ],
      },
    ],
    [t],
  );
  useKeySections(sections);
}
