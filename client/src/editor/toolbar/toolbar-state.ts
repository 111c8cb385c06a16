import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { HEADING_LEVELS } from '../blocks/block-insertions';

/** The style of the blocks the selection is in, as the style menu names it. */
export type BlockStyle =
  | 'paragraph'
  | 'heading1'
  | 'heading2'
  | 'heading3'
  | 'heading4'
  | 'blockquote'
  | 'codeBlock'
  | 'mixed';

/** What the toolbar shows as on, and what it offers, at the selection. */
export function useToolbarState(editor: Editor) {
  return useEditorState({
    editor,
    selector: ({ editor: current }) => {
      const inTask = current.isActive('taskItem');
      const item = inTask ? 'taskItem' : 'listItem';
      const can = current.can();
      return {
        style: styleOf(current),
        bold: current.isActive('bold'),
        italic: current.isActive('italic'),
        underline: current.isActive('underline'),
        strike: current.isActive('strike'),
        superscript: current.isActive('superscript'),
        subscript: current.isActive('subscript'),
        code: current.isActive('code'),
        link: current.isActive('link'),
        bullets: current.isActive('bulletList'),
        numbers: current.isActive('orderedList'),
        tasks: inTask,
        inTable: current.isActive('table'),
        callout: current.isActive('callout'),
        codeLanguage: current.isActive('codeBlock') ? languageOf(current) : null,
        canUndo: can.undo(),
        canRedo: can.redo(),
        canIndent: can.sinkListItem(item),
        canOutdent: can.liftListItem(item),
        canMark: !current.isActive('codeBlock'),
      };
    },
  });
}

/** The language of the code block, as it is written there. */
function languageOf(editor: Editor): string {
  const { language } = editor.getAttributes('codeBlock');
  return typeof language === 'string' ? language : '';
}

function styleOf(editor: Editor): BlockStyle {
  const styles = new Set<BlockStyle>();
  const { doc, selection } = editor.state;
  for (const { $from, $to } of selection.ranges) {
    doc.nodesBetween($from.pos, $to.pos, (node) => {
      if (!node.isTextblock) return true;
      const { name } = node.type;
      const level = HEADING_LEVELS.find((known) => known === node.attrs.level) ?? 1;
      styles.add(name === 'heading' ? `heading${level}` : name === 'codeBlock' ? 'codeBlock' : 'paragraph');
      return false;
    });
  }
  const [style = 'paragraph'] = styles;
  if (styles.size > 1) return 'mixed';
  return style === 'paragraph' && editor.isActive('blockquote') ? 'blockquote' : style;
}
