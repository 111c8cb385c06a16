// @vitest-environment jsdom
import { heading, paragraph, table } from '@accord/shared/manuscript/build';
import type { Editor } from '@tiptap/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caretAt, openEditor, serverDoc, twins } from './open-editor';

const pair = () => {
  const { ours, theirs } = twins(serverDoc(heading(1, 'Aims'), paragraph('Both write here.')));
  return { mine: openEditor(ours), other: openEditor(theirs) };
};
const together = (editor: Editor) => editor.getText({ blockSeparator: '|' });

describe('undo while others write', () => {
  it('[U1] takes back my words and leaves those typed into their middle meanwhile', () => {
    const { mine, other } = pair();
    mine.commands.insertContentAt(7, 'Mine one, mine two. ');
    caretAt(other, 'mine two');
    other.commands.insertContent('THEIRS ');
    mine.commands.undo();
    expect(together(mine)).toBe('Aims|THEIRS Both write here.');
    expect(together(other)).toBe(together(mine));
    mine.commands.redo();
    expect(together(mine)).toContain('THEIRS');
    expect(together(mine)).toContain('Mine one');
  });

  it('[U1] never takes back what somebody else did last', () => {
    const { mine, other } = pair();
    other.commands.insertContentAt(7, 'THEIRS ');
    expect(mine.can().undo()).toBe(false);
    mine.commands.undo();
    expect(together(mine)).toBe('Aims|THEIRS Both write here.');
  });

  it('[U1] keeps a heading of mine in which somebody else has written', () => {
    const { mine, other } = pair();
    mine.commands.insertContentAt(mine.state.doc.content.size, {
      type: 'heading',
      attrs: { level: 2 },
      content: [{ type: 'text', text: 'Mine' }],
    });
    caretAt(other, 'Mine', 4);
    other.commands.insertContent(' and THEIRS');
    mine.commands.undo();
    expect(together(other)).toContain('and THEIRS');
    expect(together(other)).not.toContain('Mine');
    expect(together(mine)).toBe(together(other));
  });

  it('[U1] keeps the words somebody else wrote into a table of mine', () => {
    const { mine, other } = pair();
    mine.commands.focus('end');
    mine.commands.insertTable({ rows: 2, cols: 2 });
    let cell = -1;
    other.state.doc.descendants((node, pos) => {
      if (node.type.name === 'tableCell') cell = pos;
    });
    other.commands.insertContentAt(cell + 2, 'THEIRS');
    mine.commands.undo();
    expect(together(other)).toContain('THEIRS');
    expect(together(mine)).toBe(together(other));
  });

  it('[U1] however two people take turns, undoing all of mine leaves every word of theirs', () => {
    const turn = fc.record({ mine: fc.boolean(), at: fc.nat(1000), split: fc.boolean() });
    fc.assert(
      fc.property(fc.array(turn, { minLength: 1, maxLength: 14 }), (turns) => {
        const { ours, theirs } = twins(serverDoc(paragraph('alpha'), paragraph('beta'), table(['x'], ['y'])));
        const [mine, other] = [openEditor(ours), openEditor(theirs)];
        const words: string[] = [];
        turns.forEach(({ mine: isMine, at, split }, index) => {
          const editor = isMine ? mine : other;
          const places: number[] = [];
          editor.state.doc.descendants((node, pos) => {
            for (let i = 0; node.isTextblock && i <= node.content.size; i += 1) places.push(pos + 1 + i);
          });
          const place = places[at % places.length] ?? 1;
          editor.commands.setTextSelection(place);
          if (isMine && split) editor.commands.splitBlock();
          else {
            const word = isMine ? `m${index}` : `<${index}>`;
            if (!isMine) words.push(word);
            editor.commands.insertContent({ type: 'text', text: word });
          }
        });
        for (let i = 0; i <= turns.length; i += 1) mine.commands.undo();
        // Letters of one may stand between letters of the other: each letter must be there, in order, once.
        const left = mine.getText().replace(/[^<>0-9]/g, '');
        for (const word of words) for (const letter of word) expect(left).toContain(letter);
        expect(left).toHaveLength(words.join('').length);
        expect(mine.getJSON()).toEqual(other.getJSON());
        mine.destroy();
        other.destroy();
      }),
      { numRuns: 40 },
    );
  });
});
