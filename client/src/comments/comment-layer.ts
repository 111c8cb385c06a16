import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { DecorationSet, type EditorView } from '@tiptap/pm/view';
import type { EditorFeature } from '../editor/feature';
import { mappingThrough } from '../margin/position-mapping';
import { createFact, type WritableFact } from '../sync/fact';
import { lazyPart } from '../ui/lazy-part';

/** What is drawn of comments in the text. Threads are no part of the text: nothing here ever changes it (C7, C13). */
const key = new PluginKey<DecorationSet>('comments');

/**
 * The place of comments in an editor. It is there from the beginning, since an editor can't be given more later without
 * being made anew, but holds next to nothing: what draws and answers comes once the text can be written in.
 */
export interface CommentLayer {
  readonly feature: EditorFeature;
  /** Begins a comment on what is selected; null while nobody may or can. */
  readonly begin: WritableFact<(() => void) | null>;
  /** Somebody pressed on the text at a position. */
  onPress: ((view: EditorView, position: number) => void) | null;
}

export function createCommentLayer(): CommentLayer {
  const layer: CommentLayer = {
    begin: createFact<(() => void) | null>(null),
    onPress: null,
    feature: {
      extensions: [
        Extension.create({
          name: 'comments',
          addProseMirrorPlugins: () => [
            new Plugin<DecorationSet>({
              key,
              state: {
                init: () => DecorationSet.empty,
                apply(transaction, marks) {
                  const drawn = transaction.getMeta(key) as DecorationSet | undefined;
                  if (drawn) return drawn;
                  return transaction.docChanged
                    ? marks.map(mappingThrough(transaction), transaction.doc)
                    : marks;
                },
              },
              props: {
                decorations: (state) => key.getState(state),
                handleClick(view, position) {
                  layer.onPress?.(view, position);
                  return false;
                },
              },
            }),
          ],
        }),
      ],
      Tools: lazyPart(async () => {
        const { commentTool } = await import('./comment-tool');
        return { default: commentTool(layer.begin) };
      }),
    },
  };
  return layer;
}

/** What is drawn now; it follows every edit. */
export function marksIn(view: EditorView): DecorationSet {
  return key.getState(view.state) ?? DecorationSet.empty;
}

/** Draws comments anew. */
export function drawMarks(view: EditorView, marks: DecorationSet): void {
  view.dispatch(view.state.tr.setMeta(key, marks).setMeta('addToHistory', false));
}
