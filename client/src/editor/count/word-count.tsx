import { countWords } from '@accord/shared/manuscript/blocks';
import type { Editor } from '@tiptap/core';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** How long the text has to rest before its words are counted again, in milliseconds. */
const REST = 400;

interface Counts {
  document: number;
  selection: number;
}

/** How many words the chapter has and, when something is selected, how many are in the selection. */
export function WordCount({ editor }: { editor: Editor | null }) {
  const { t } = useTranslation();
  const counts = useWordCounts(editor);
  if (!counts) return null;
  return (
    <span>
      {counts.selection > 0
        ? t(($) => $.editor.count.selection, { count: counts.selection })
        : t(($) => $.editor.count.document, { count: counts.document })}
    </span>
  );
}

function useWordCounts(editor: Editor | null): Counts | null {
  const [counts, setCounts] = useState<Counts | null>(null);
  useEffect(() => {
    if (!editor) return undefined;
    let timer = 0;
    let counted: { doc: ProseMirrorNode; words: number } | null = null;
    const count = () => {
      timer = 0;
      if (editor.isDestroyed) return;
      const { doc, selection } = editor.state;
      if (counted?.doc !== doc) counted = { doc, words: wordsBetween(doc, 0, doc.content.size) };
      const selected = selection.empty
        ? 0
        : selection.ranges.reduce((sum, { $from, $to }) => sum + wordsBetween(doc, $from.pos, $to.pos), 0);
      setCounts({ document: counted.words, selection: selected });
    };
    const later = () => {
      timer ||= window.setTimeout(count, REST);
    };
    count();
    editor.on('transaction', later);
    return () => {
      window.clearTimeout(timer);
      editor.off('transaction', later);
    };
  }, [editor]);
  return counts;
}

/** Words between two positions; the end of a block ends a word. */
export function wordsBetween(doc: ProseMirrorNode, from: number, to: number): number {
  return countWords(doc.textBetween(from, to, '\n', (leaf) => (leaf.type.name === 'hardBreak' ? '\n' : '')));
}
