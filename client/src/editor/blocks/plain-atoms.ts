import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { AddMarkStep, ReplaceAroundStep, ReplaceStep } from '@tiptap/pm/transform';
import { comesFromYjs } from '../collaboration';

/**
 * Takes marks off everything inline that is not text (line breaks, footnote marks) as soon as an edit of this editor
 * sets them: Yjs does not carry them, so that others would see another text.
 */
export const PlainAtoms = Extension.create({
  name: 'plainAtoms',
  addProseMirrorPlugins() {
    return [
      new Plugin({
        appendTransaction(transactions, _before, after) {
          if (comesFromYjs(transactions)) return null;
          const marked = new Set<number>();
          for (const transaction of transactions) {
            transaction.steps.forEach((step, index) => {
              if (
                !(
                  step instanceof AddMarkStep ||
                  step instanceof ReplaceStep ||
                  step instanceof ReplaceAroundStep
                )
              )
                return;
              const later = transaction.mapping.slice(index);
              const from = Math.max(0, later.map(step.from, -1));
              const to = Math.min(after.doc.content.size, later.map(step.to, 1));
              after.doc.nodesBetween(from, to, (node, pos) => {
                if (node.isInline && !node.isText && node.marks.length > 0) marked.add(pos);
              });
            });
          }
          if (marked.size === 0) return null;
          const tr = after.tr;
          for (const pos of marked) tr.removeMark(pos, pos + 1);
          for (const pos of marked)
            for (const mark of after.doc.nodeAt(pos)?.marks ?? []) tr.removeNodeMark(pos, mark);
          return tr.setStoredMarks(after.storedMarks);
        },
      }),
    ];
  },
});
