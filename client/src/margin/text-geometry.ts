import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import type { EditorView } from '@tiptap/pm/view';

/** Where positions of a text are on the screen. */
export interface TextGeometry {
  /** Height of the line that holds `position`, in pixels from the top of the window; null when it is not drawn. */
  topOf(position: number): number | null;
}

/**
 * Reads heights from an editor. How far a place lies below the top of its block is remembered for as long as the block
 * stays the same, so that hundreds of places cost one look at each block.
 */
export function textGeometry(view: EditorView): TextGeometry {
  let width = 0;
  let inside = new WeakMap<ProseMirrorNode, Map<number, number>>();

  const topOfElement = (position: number): number | null => {
    const element = view.nodeDOM(position);
    return element instanceof HTMLElement ? element.getBoundingClientRect().top : null;
  };

  return {
    topOf(position) {
      if (view.isDestroyed) return null;
      const { doc } = view.state;
      if (view.dom.clientWidth !== width) {
        width = view.dom.clientWidth;
        inside = new WeakMap();
      }
      const $position = doc.resolve(Math.min(Math.max(position, 0), doc.content.size));
      const { parent, parentOffset, depth } = $position;
      if (!parent.isTextblock || depth === 0) return topOfElement(position);
      const top = topOfElement($position.before());
      if (top === null) return null;
      const known = inside.get(parent) ?? new Map<number, number>();
      inside.set(parent, known);
      let below = known.get(parentOffset);
      if (below === undefined) {
        below = view.coordsAtPos(position, 1).top - top;
        known.set(parentOffset, below);
      }
      return top + below;
    },
  };
}
