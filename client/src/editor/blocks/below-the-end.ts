import { Extension } from '@tiptap/core';
import { Plugin, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

/**
 * Lets people write on behind a table, a call-out or an image: a press below the last block, or Ctrl+Enter in a
 * container, opens a paragraph there.
 */
export const BelowTheEnd = Extension.create({
  name: 'belowTheEnd',
  addKeyboardShortcuts() {
    return { 'Mod-Enter': () => this.editor.isEditable && leaveContainer(this.editor.view) };
  },
  addProseMirrorPlugins() {
    return [
      new Plugin({
        props: {
          handleClick(view, _pos, event) {
            const last = view.dom.lastElementChild;
            if (!view.editable || !last || event.clientY <= last.getBoundingClientRect().bottom) return false;
            return writeAtTheEnd(view);
          },
        },
      }),
    ];
  },
});

/** Puts the caret into the last paragraph before the footnotes, making one where there is none. */
function writeAtTheEnd(view: EditorView): boolean {
  const { doc, schema, tr } = view.state;
  let at = doc.content.size;
  let index = doc.childCount - 1;
  for (; index >= 0 && doc.child(index).type.name === 'footnote'; index -= 1) at -= doc.child(index).nodeSize;
  const last = index >= 0 ? doc.child(index) : null;
  if (last?.isTextblock && last.type.name !== 'figure' && last.type.name !== 'codeBlock') {
    tr.setSelection(TextSelection.create(tr.doc, at - 1));
  } else {
    const paragraph = schema.nodes.paragraph?.create();
    if (!paragraph) return false;
    tr.insert(at, paragraph).setSelection(TextSelection.create(tr.doc, at + 1));
  }
  view.dispatch(tr.scrollIntoView());
  view.focus();
  return true;
}

/** Opens a paragraph behind the outermost container (or code block, figure, list) around the caret. */
function leaveContainer(view: EditorView): boolean {
  const { $head } = view.state.selection;
  const block = $head.depth > 0 ? $head.node(1) : null;
  const paragraph = view.state.schema.nodes.paragraph?.create();
  if (!block || !paragraph || block.type.name === 'paragraph') return false;
  const at = $head.after(1);
  const tr = view.state.tr.insert(at, paragraph);
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, at + 1)).scrollIntoView());
  return true;
}
