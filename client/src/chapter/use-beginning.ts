import { FRAGMENT } from '@accord/shared/manuscript/document';
import type { Editor } from '@tiptap/core';
import { useCallback, useEffect } from 'react';
import { anchorOfSelection } from '../comments/anchor-of-selection';
import type { CommentLayer } from '../comments/comment-layer';
import { useComments } from '../comments/comments';
import type { CardActivity } from '../margin/active-card';
import type { ChapterSession } from '../sync/chapter-session';

/** Beginning a comment, for those who may, else null; the toolbar's button learns of it too. */
export function useBeginning(props: {
  session: ChapterSession;
  editor: Editor | null;
  layer: CommentLayer;
  activate: CardActivity['activate'];
  /** Makes the cards be seen. */
  open: () => void;
}): ((about: 'selection' | 'chapter') => void) | null {
  const { session, editor, layer, activate, open } = props;
  const { mayComment, beginThread } = useComments();
  const begin = useCallback(
    (about: 'selection' | 'chapter') => {
      const fragment = session.manuscript.get()?.doc.getXmlFragment(FRAGMENT) ?? null;
      const anchor =
        about === 'chapter'
          ? ({ kind: 'chapter' } as const)
          : editor && anchorOfSelection(editor.state, fragment);
      if (!anchor) return;
      open();
      activate(beginThread(anchor), { focus: true });
    },
    [beginThread, session, editor, activate, open],
  );
  useEffect(() => {
    layer.begin.set(mayComment ? () => begin('selection') : null);
    return () => layer.begin.set(null);
  }, [layer, mayComment, begin]);
  return mayComment ? begin : null;
}
