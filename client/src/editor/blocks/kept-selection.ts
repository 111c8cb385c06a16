import { Extension } from '@tiptap/core';
import { Plugin, TextSelection } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

/** Keeps showing what is selected while a menu or dialog has the focus, where the browser itself stops. */
export const KeptSelection = Extension.create({
  name: 'keptSelection',
  addProseMirrorPlugins() {
    const { editor } = this;
    return [
      new Plugin({
        props: {
          decorations({ doc, selection }) {
            if (editor.isFocused || !editor.isEditable || selection.empty) return null;
            if (!(selection instanceof TextSelection)) return null;
            const { from, to } = selection;
            return DecorationSet.create(doc, [Decoration.inline(from, to, { class: 'kept-selection' })]);
          },
        },
      }),
    ];
  },
});
