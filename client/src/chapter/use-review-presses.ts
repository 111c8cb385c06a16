import type { Editor } from '@tiptap/core';
import { useEffect, useRef } from 'react';
import { type CommentLayer, marksIn } from '../comments/comment-layer';
import { remarksAt } from '../comments/comment-places';
import { useThreadDescription } from '../comments/thread-card';
import type { ThreadItems } from '../comments/use-thread-items';
import type { CardActivity } from '../margin/active-card';
import { useVoice } from '../ui/notices';

/**
 * What happens when somebody presses on commented text, or comes into it with the caret: the press opens its card (pressed
 * again, the next of several that overlap there, C6), and the caret's coming is said (C14).
 */
export function useReviewPresses(props: {
  layer: CommentLayer;
  editor: Editor | null;
  threads: ThreadItems;
  activity: CardActivity;
}): void {
  const { layer, editor } = props;
  const { announce } = useVoice();
  const describe = useThreadDescription();
  const now = useRef({ ...props, describe, announce });
  useEffect(() => {
    now.current = { ...props, describe, announce };
  });

  useEffect(() => {
    layer.onPress = (view, position) => {
      const { active, activate } = now.current.activity;
      const ids = remarksAt(marksIn(view), position);
      if (ids.length === 0) {
        if (active) activate(null);
        return;
      }
      const next = ids[(ids.indexOf(active?.id ?? '') + 1) % ids.length];
      if (next !== undefined) activate(next);
    };
    return () => {
      layer.onPress = null;
    };
  }, [layer]);

  useEffect(() => {
    if (!editor) return undefined;
    let inside: string | undefined;
    const onSelection = () => {
      const { selection } = editor.state;
      const [id] = selection.empty ? remarksAt(marksIn(editor.view), selection.head) : [];
      if (id === inside) return;
      inside = id;
      const view = now.current.threads.views.find(({ thread }) => thread.id === id);
      if (view) now.current.announce(now.current.describe(view.thread));
    };
    editor.on('selectionUpdate', onSelection);
    return () => {
      editor.off('selectionUpdate', onSelection);
    };
  }, [editor]);
}
