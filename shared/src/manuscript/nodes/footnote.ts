import { mergeAttributes, Node } from '@tiptap/core';

/** The mark in the text that points at a footnote by its `noteId`. */
export const FootnoteReference = Node.create({
  name: 'footnoteReference',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes() {
    return { noteId: noteId() };
  },
  parseHTML() {
    // Before the superscript mark, which claims every other `sup`.
    return [{ tag: 'sup[data-note]', priority: 60 }];
  },
  renderHTML({ HTMLAttributes }) {
    return ['sup', mergeAttributes(HTMLAttributes)];
  },
});

/**
 * The text of a footnote. Stands at the end of the chapter by convention; the schema allows it anywhere, so that no
 * mixture of two people's edits breaks the schema.
 */
export const Footnote = Node.create({
  name: 'footnote',
  group: 'block',
  content: 'inline*',
  defining: true,
  isolating: true,
  addAttributes() {
    return { noteId: noteId() };
  },
  parseHTML() {
    return [{ tag: 'div[data-footnote]' }, { tag: 'aside[data-footnote]' }];
  },
  renderHTML({ HTMLAttributes }) {
    return ['div', mergeAttributes(HTMLAttributes, { 'data-footnote': '' }), 0];
  },
});

function noteId() {
  return {
    default: null,
    parseHTML: (element: HTMLElement) => element.getAttribute('data-note'),
    renderHTML: (attributes: Record<string, unknown>) =>
      typeof attributes.noteId === 'string' ? { 'data-note': attributes.noteId } : {},
  };
}
