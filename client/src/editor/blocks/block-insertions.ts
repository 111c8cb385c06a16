import type {} from '@accord/shared/manuscript/commands';
import { CALLOUT_KINDS } from '@accord/shared/manuscript/safe';
import type { ChainedCommands, Editor } from '@tiptap/core';
import type { TFunction } from 'i18next';
import type { Insertion } from '../feature';

export const HEADING_LEVELS = [1, 2, 3, 4] as const;
type HeadingName = `heading${(typeof HEADING_LEVELS)[number]}`;

/** The blocks every chapter can hold, named in the language of the interface. */
export function blockInsertions(t: TFunction): Insertion[] {
  const words = (list: string) => list.split(',');
  const run = (change: (chain: ChainedCommands) => ChainedCommands) => (editor: Editor) => {
    change(editor.chain().focus()).run();
  };
  const outsideTable = (editor: Editor) => !editor.isActive('table');
  return [
    {
      id: 'paragraph',
      label: t(($) => $.editor.blocks.paragraph),
      words: words(t(($) => $.editor.words.paragraph)),
      insert: run((chain) => chain.setParagraph()),
    },
    ...HEADING_LEVELS.map((level): Insertion => {
      const name: HeadingName = `heading${level}`;
      return {
        id: name,
        label: t(($) => $.editor.blocks[name]),
        words: words(t(($) => $.editor.words.heading, { level })),
        insert: run((chain) => chain.setHeading({ level })),
      };
    }),
    {
      id: 'bulletList',
      label: t(($) => $.editor.blocks.bulletList),
      words: words(t(($) => $.editor.words.bulletList)),
      insert: run((chain) => chain.toggleBulletList()),
    },
    {
      id: 'orderedList',
      label: t(($) => $.editor.blocks.orderedList),
      words: words(t(($) => $.editor.words.orderedList)),
      insert: run((chain) => chain.toggleOrderedList()),
    },
    {
      id: 'taskList',
      label: t(($) => $.editor.blocks.taskList),
      words: words(t(($) => $.editor.words.taskList)),
      insert: run((chain) => chain.toggleTaskList()),
    },
    {
      id: 'blockquote',
      label: t(($) => $.editor.blocks.blockquote),
      words: words(t(($) => $.editor.words.blockquote)),
      insert: run((chain) => chain.setBlockquote()),
    },
    {
      id: 'table',
      label: t(($) => $.editor.blocks.table),
      words: words(t(($) => $.editor.words.table)),
      isPossible: outsideTable,
      insert: run((chain) => chain.insertTable({ rows: 3, cols: 3, withHeaderRow: true })),
    },
    ...CALLOUT_KINDS.map(
      (kind): Insertion => ({
        id: `callout-${kind}`,
        label: t(($) => $.editor.callouts[kind]),
        words: words(t(($) => $.editor.words.callout)),
        insert: run((chain) => chain.setCallout(kind)),
      }),
    ),
    {
      id: 'codeBlock',
      label: t(($) => $.editor.blocks.codeBlock),
      words: words(t(($) => $.editor.words.codeBlock)),
      insert: run((chain) => chain.setCodeBlock()),
    },
    {
      id: 'horizontalRule',
      label: t(($) => $.editor.blocks.horizontalRule),
      words: words(t(($) => $.editor.words.horizontalRule)),
      insert: run((chain) => chain.setHorizontalRule()),
    },
  ];
}
