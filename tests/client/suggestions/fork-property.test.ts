// @vitest-environment jsdom
import { sameText } from '@accord/client/suggestions/text-reader';
import { bullets, callout, heading, paragraph, table } from '@accord/shared/manuscript/build';
import { acceptSuggestions } from '@accord/shared/suggestions/accept';
import type { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openEditor, press, serverDoc, twins } from '../editor/open-editor';
import { jsonOf, suggestIn, words } from './suggesting';

const EDITS: ((editor: Editor, word: string) => unknown)[] = [
  (editor, word) => editor.commands.insertContent(word),
  (editor, word) => editor.commands.insertContent(word),
  (editor, word) => editor.commands.insertContent(word),
  (editor) => editor.commands.deleteSelection(),
  (editor) => editor.commands.deleteSelection(),
  (editor) => press(editor, 'Enter'),
  (editor) => press(editor, 'Shift-Enter'),
  (editor) => editor.commands.joinBackward(),
  (editor) => editor.commands.toggleBold(),
  (editor) => editor.commands.setLink({ href: 'https://example.org/' }),
  (editor) => editor.commands.setHeading({ level: 2 }),
  (editor) => editor.commands.toggleBulletList(),
  (editor) => editor.commands.toggleOrderedList(),
  (editor) => editor.commands.toggleTaskList(),
  (editor) => press(editor, 'Tab'),
  (editor) => press(editor, 'Shift-Tab'),
  (editor) => editor.commands.setCallout('example'),
  (editor) => editor.commands.unsetCallout(),
  (editor) => editor.commands.toggleCodeBlock(),
  (editor) => editor.commands.insertTable({ rows: 2, cols: 2 }),
  (editor) => editor.commands.addColumnAfter(),
  (editor) => editor.commands.addRowAfter(),
  (editor) => editor.commands.deleteColumn(),
  (editor) => editor.commands.deleteRow(),
  (editor) => editor.commands.stepColumnWidth(2),
  (editor) => editor.commands.toggleHeaderRow(),
  (editor) => editor.commands.moveBlock('down'),
  (editor) => editor.commands.moveBlock('up'),
  (editor) => editor.commands.setHorizontalRule(),
  (editor) => editor.commands.undo(),
  (editor) => editor.commands.redo(),
];

const step = fc.record({
  suggests: fc.boolean(),
  edit: fc.nat(EDITS.length - 1),
  at: fc.nat(10_000),
  reach: fc.nat(12),
  rest: fc.boolean(),
});

describe('the copy in which somebody suggests, whatever both do', () => {
  it('[S2] [S5] always is the text with the open suggestions carried out', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 3, maxLength: 20 }), (steps) => {
        const { ours, theirs } = twins(
          serverDoc(
            heading(1, 'Aims'),
            paragraph('First words here.'),
            bullets('one', 'two'),
            table(['a', 'b'], ['c', 'd']),
            callout('tip', 'ask'),
          ),
        );
        const author = openEditor(theirs);
        const { editor, fork, takenBack } = suggestIn(ours);
        const holds = () => {
          const typed = words(jsonOf(fork.doc));
          fork.settle();
          expect(words(jsonOf(fork.doc))).toBe(typed);
          expect(sameText(acceptSuggestions(fork.own, jsonOf(ours)).document, jsonOf(fork.doc))).toBe(true);
          const pm = { ...editor.getJSON() } as never;
          expect(sameText(pm, jsonOf(fork.doc))).toBe(true);
        };
        try {
          steps.forEach(({ suggests, edit, at, reach, rest }, index) => {
            const who = suggests ? editor : author;
            const size = who.state.doc.content.size;
            const from = at % Math.max(1, size);
            const [$from, $to] = [from, Math.min(size, from + (reach > 6 ? reach : 0))].map((pos) =>
              who.state.doc.resolve(pos),
            );
            if ($from && $to) who.view.dispatch(who.state.tr.setSelection(TextSelection.between($from, $to)));
            const before = JSON.stringify(jsonOf(ours));
            EDITS[edit]?.(who, `w${index} `);
            if (suggests) expect(JSON.stringify(jsonOf(ours))).toBe(before);
            if (rest) holds();
          });
          holds();
          expect(takenBack).toEqual([]);
        } finally {
          editor.destroy();
          author.destroy();
          fork.stop();
        }
      }),
      { numRuns: 60 },
    );
  });
});
