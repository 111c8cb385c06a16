// @vitest-environment jsdom
import { bullets, heading, paragraph, table } from '@accord/shared/manuscript/build';
import { FRAGMENT } from '@accord/shared/manuscript/document';
import { blocksToYjs } from '@accord/shared/manuscript/yjs';
import type { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { caretAt, press, select, type } from '../../client/editor/open-editor';
import { CHAPTER, pause, type Writer, writersOf } from './writers';

const PEOPLE = ['aino', 'jean', 'greta'] as const;

/** A paragraph with a sentence of each of three people. */
async function threeSentences() {
  const chapter = await writersOf(PEOPLE, heading(1, 'Aims'), paragraph('Start.'));
  const [aino, jean, greta] = chapter.writers as [Writer, Writer, Writer];
  for (const [one, words] of [
    [aino, ' Aino wrote this.'],
    [jean, ' Jean added more.'],
    [greta, ' Greta closed it.'],
  ] as const) {
    chapter.exchange();
    one.editor.commands.setTextSelection(one.editor.state.doc.content.size - 1);
    type(one.editor, words);
  }
  chapter.exchange();
  return { ...chapter, aino, jean, greta };
}

const WHOLE = 'null:Start.|aino: Aino wrote this.|jean: Jean added more.|greta: Greta closed it.';

/** Copies what is selected as the clipboard does, without the clipboard. */
const copy = ({ state }: Editor) => state.selection.content();
const cut = (editor: Editor) => {
  const slice = copy(editor);
  editor.commands.deleteSelection();
  return slice;
};
const paste = (editor: Editor, slice: ReturnType<typeof copy>) =>
  editor.view.dispatch(editor.state.tr.replaceSelection(slice));

describe('who wrote a word', () => {
  it('[V3] three people in one paragraph', async () => {
    const { said } = await threeSentences();
    expect(await said()).toEqual(['null:Aims', WHOLE]);
  });

  it('[V3] splitting gives nothing to whoever splits', async () => {
    const { said, greta, jean, exchange } = await threeSentences();
    caretAt(greta.editor, 'Jean added');
    press(greta.editor, 'Enter');
    exchange();
    caretAt(jean.editor, 'wrote this');
    press(jean.editor, 'Enter');
    expect(await said()).toEqual([
      'null:Aims',
      'null:Start.|aino: Aino ',
      'aino:wrote this.|jean: ',
      'jean:Jean added more.|greta: Greta closed it.',
    ]);
  });

  it('[V3] nor does joining again, nor Enter over a selection', async () => {
    const { said, greta, jean, exchange } = await threeSentences();
    caretAt(greta.editor, 'Jean added');
    press(greta.editor, 'Enter');
    exchange();
    caretAt(jean.editor, 'Jean added');
    jean.editor.commands.joinBackward();
    expect(await said()).toEqual(['null:Aims', WHOLE]);
    exchange();
    select(greta.editor, 'this. Jean ');
    press(greta.editor, 'Enter');
    expect(await said()).toEqual([
      'null:Aims',
      'null:Start.|aino: Aino wrote ',
      'jean:added more.|greta: Greta closed it.',
    ]);
  });

  it('[V3] moving, retyping and listing a block carry its words along', async () => {
    const { said, greta, jean, aino, exchange } = await threeSentences();
    caretAt(greta.editor, 'Jean added');
    greta.editor.commands.moveBlock('up');
    expect(await said()).toEqual([WHOLE, 'null:Aims']);
    exchange();
    caretAt(jean.editor, 'Jean added');
    jean.editor.commands.setHeading({ level: 2 });
    expect(await said()).toEqual([WHOLE, 'null:Aims']);
    exchange();
    caretAt(aino.editor, 'Jean added');
    aino.editor.commands.toggleBulletList();
    expect(await said()).toEqual([WHOLE, 'null:Aims']);
    exchange();
    caretAt(greta.editor, 'Jean added');
    greta.editor.commands.setCallout('tip');
    expect(await said()).toEqual([WHOLE, 'null:Aims']);
  });

  it('[V3] two paragraphs alike in their first and last words change places with their authors', async () => {
    const { said, greta, jean, exchange } = await writersOf(
      PEOPLE,
      paragraph('The end.'),
      paragraph('x'),
    ).then((chapter) => ({
      ...chapter,
      jean: chapter.writers[1] as Writer,
      greta: chapter.writers[2] as Writer,
    }));
    select(jean.editor, 'x');
    jean.editor.commands.deleteSelection();
    jean.editor.commands.insertContent('The pupils decide in the end.');
    exchange();
    caretAt(greta.editor, 'pupils');
    greta.editor.commands.moveBlock('up');
    expect(await said()).toEqual(['jean:The pupils decide in the end.', 'null:The end.']);
  });

  it('[V3] what is cut and pasted stays whose it was, also a single word', async () => {
    const { said, greta, jean, aino, exchange } = await threeSentences();
    select(greta.editor, 'Aino wrote this. Jean ');
    const slice = cut(greta.editor);
    greta.editor.commands.setTextSelection(1);
    paste(greta.editor, slice);
    expect(await said()).toEqual([
      'aino:Aino wrote this.|jean: Jean |null:Aims',
      'null:Start.|aino: |jean:added more.|greta: Greta closed it.',
    ]);
    exchange();
    select(aino.editor, 'added ');
    const word = cut(aino.editor);
    exchange();
    caretAt(jean.editor, 'Aims');
    type(jean.editor, 'My ');
    caretAt(aino.editor, 'Aims', 4);
    paste(aino.editor, word);
    expect((await said())[0]).toBe('aino:Aino wrote this.|jean: Jean My |null:Aims|jean:added ');
  });

  it('[V3] a copied sentence stays whose it was; a copied word does not', async () => {
    const { said, greta, exchange, aino } = await threeSentences();
    select(greta.editor, 'Aino wrote this. Jean added more.');
    const slice = copy(greta.editor);
    greta.editor.commands.setTextSelection(1);
    paste(greta.editor, slice);
    expect((await said())[0]).toBe('aino:Aino wrote this.|jean: Jean added more.|null:Aims');
    exchange();
    // Three words, but fewer than 20 letters.
    select(aino.editor, 'Greta closed it');
    const word = copy(aino.editor);
    aino.editor.commands.setTextSelection(1);
    paste(aino.editor, word);
    expect((await said())[0]).toBe('aino:Greta closed itAino wrote this.|jean: Jean added more.|null:Aims');
    exchange();
    greta.editor.commands.setTextSelection(1);
    greta.editor.commands.insertContent('Aino wrote this, said nobody ever. ');
    expect((await said())[0]).toMatch(/^greta:Aino wrote this, said nobody ever. \|aino:/);
  });

  it('[U1][V3] undo gives deleted words back to who wrote them, letter by letter and block by block', async () => {
    const { said, greta, aino, jean, exchange } = await threeSentences();
    select(greta.editor, 'wrote this. Jean added');
    greta.editor.commands.deleteSelection();
    greta.editor.commands.undo();
    expect(await said()).toEqual(['null:Aims', WHOLE]);
    exchange();
    caretAt(aino.editor, 'Jean added', 1);
    for (let times = 0; times < 4; times++) {
      const { from } = aino.editor.state.selection;
      aino.editor.commands.deleteRange({ from: from - 1, to: from });
    }
    aino.editor.commands.undo();
    expect(await said()).toEqual(['null:Aims', WHOLE]);
    exchange();
    jean.editor.commands.selectAll();
    jean.editor.commands.deleteSelection();
    exchange();
    jean.editor.commands.undo();
    expect(await said()).toEqual(['null:Aims', WHOLE]);
  });

  it('[U1][V3] one letter undone is the letter that was deleted; struck again it is another', async () => {
    const { said, jean } = await threeSentences();
    caretAt(jean.editor, 'wrote', 1);
    jean.editor.commands.deleteRange({
      from: jean.editor.state.selection.from,
      to: jean.editor.state.selection.from + 1,
    });
    pause(jean.editor);
    jean.editor.commands.undo();
    expect(await said()).toEqual(['null:Aims', WHOLE]);
    jean.editor.commands.redo();
    pause(jean.editor);
    type(jean.editor, 'r');
    expect((await said())[1]).toBe(WHOLE.replace('wrote', 'w|jean:r|aino:ote'));
  });

  it('[V3] words dragged to another block in one go stay whose they were, however short', async () => {
    const { said, aino } = await threeSentences();
    select(aino.editor, 'it');
    const { from, to } = aino.editor.state.selection;
    const { tr, schema } = aino.editor.state;
    aino.editor.view.dispatch(tr.delete(from, to).insert(5, schema.text('it')));
    expect(await said()).toEqual(['null:Aims|greta:it', WHOLE.replace('closed it.', 'closed .')]);
  });

  it('[V3] what is struck over a word is new', async () => {
    const { said, greta } = await threeSentences();
    select(greta.editor, 'wrote');
    type(greta.editor, 'x');
    expect(await said()).toEqual(['null:Aims', WHOLE.replace('wrote', '|greta:x|aino:')]);
  });

  it('[V3] all of that also after compactions, and over them', async () => {
    const { said, compact, greta, jean, aino, exchange } = await threeSentences();
    caretAt(greta.editor, 'Jean added');
    press(greta.editor, 'Enter');
    exchange();
    await compact();
    const split = [
      'null:Aims',
      'null:Start.|aino: Aino wrote this.|jean: ',
      'jean:Jean added more.|greta: Greta closed it.',
    ];
    expect(await said()).toEqual(split);
    select(jean.editor, 'Aino wrote this.');
    const slice = cut(jean.editor);
    await compact();
    exchange();
    jean.editor.commands.setTextSelection(1);
    paste(jean.editor, slice);
    expect((await said())[0]).toBe('aino:Aino wrote this.|null:Aims');
    exchange();
    caretAt(aino.editor, 'Greta closed');
    select(aino.editor, 'closed');
    aino.editor.commands.deleteSelection();
    await compact();
    aino.editor.commands.undo();
    await compact();
    expect((await said())[2]).toBe('jean:Jean added more.|greta: Greta closed it.');
  });

  it('[V5] a restore gives words back to who wrote them, also long after they were deleted', async () => {
    const { said, versions, state, writers, exchange, compact, take, server, aino } = await threeSentences();
    versions.set('v1', state());
    caretAt(aino.editor, 'Jean added');
    press(aino.editor, 'Enter');
    exchange();
    aino.editor.commands.selectAll();
    type(aino.editor, 'All new.');
    // Much else is deleted after that: nobody remembers.
    for (let times = 0; times < 3; times++) {
      pause(aino.editor);
      aino.editor.commands.insertContent(`${times} gone`.repeat(12_000));
      aino.editor.commands.selectAll();
      type(aino.editor, 'All new.');
    }
    await compact();
    const restoring = new Y.Doc();
    Y.applyUpdate(restoring, Y.encodeStateAsUpdate(server));
    const before = Y.encodeStateVector(restoring);
    restoring.transact(() => {
      const text = restoring.getXmlFragment(FRAGMENT);
      text.delete(0, text.length);
      text.insert(0, blocksToYjs([heading(1, 'Aims'), paragraph(WHOLE.replace(/(^|\|)\w+:/g, ''))]));
    });
    take(Y.encodeStateAsUpdate(restoring, before), 'root1', 'restore:v1');
    expect(writers).toHaveLength(3);
    expect(await said()).toEqual(['null:Aims', WHOLE]);
    await compact();
    expect(await said()).toEqual(['null:Aims', WHOLE]);
  });

  it('[V3] who deleted what, apart from what was carried elsewhere', async () => {
    const { attribution, state, texts, said, greta, jean, exchange } = await threeSentences();
    const [from, before] = [state(), texts()];
    caretAt(greta.editor, 'Jean added');
    press(greta.editor, 'Enter');
    exchange();
    select(jean.editor, 'Greta closed ');
    jean.editor.commands.deleteSelection();
    select(greta.editor, 'Start.');
    greta.editor.commands.deleteSelection();
    exchange();
    await said();
    const gone = await attribution.deletersOf(CHAPTER, from, state());
    expect(before[1]).toBe('Start. Aino wrote this. Jean added more. Greta closed it.');
    const named = gone.map(({ runs }) =>
      runs.map((run) => `${run.personId}:${before[1]?.slice(run.from, run.to)}`),
    );
    expect(named).toEqual([[], ['greta:Start.', 'jean:Greta closed ']]);
    expect(await said(await attribution.authorsOf(CHAPTER, state()))).toEqual(await said());
  });
});

/** Each person writes with letters of their own, so the letters tell who wrote them. */
const ALPHABETS = { aino: 'abcdefgh', jean: 'ijklmnop', greta: 'qrstuvwxyz' } as const;
const writerOf = (letter: string) =>
  PEOPLE.find((person) => ALPHABETS[person].includes(letter)) ?? (/[A-Z]/.test(letter) ? null : undefined);

type Act = (editor: Editor, word: string, rest: { slice: ReturnType<typeof copy> | null }) => unknown;
const ACTS: readonly Act[] = [
  (editor, word) => editor.commands.insertContent(word),
  (editor, word) => editor.commands.insertContent(word),
  (editor, word) => type(editor, word),
  (editor) => press(editor, 'Enter'),
  (editor) => press(editor, 'Enter'),
  (editor) => press(editor, 'Shift-Enter'),
  (editor) => editor.commands.joinBackward(),
  (editor) => editor.commands.toggleBold(),
  (editor) => editor.commands.setHeading({ level: 2 }),
  (editor) => editor.commands.toggleBulletList(),
  (editor) => press(editor, 'Tab'),
  (editor) => editor.commands.setCallout('example'),
  (editor) => editor.commands.unsetCallout(),
  (editor) => editor.commands.toggleCodeBlock(),
  (editor) => editor.commands.addColumnAfter(),
  (editor) => editor.commands.addRowAfter(),
  (editor) => editor.commands.moveBlock('down'),
  (editor) => editor.commands.moveBlock('up'),
  (editor) => editor.commands.deleteSelection(),
  (editor) => editor.commands.undo(),
  (editor) => editor.commands.redo(),
  (editor, _, rest) => {
    rest.slice = editor.state.selection.content();
    editor.commands.deleteSelection();
  },
  (editor, _, rest) => {
    if (rest.slice) paste(editor, rest.slice);
    rest.slice = null;
  },
];

interface Step {
  who: number;
  act: number;
  letters: number[];
  at: number;
  reach: number;
  exchange: boolean;
  compact: number;
}
const step: fc.Arbitrary<Step> = fc.record({
  who: fc.nat(2),
  act: fc.nat(ACTS.length - 1),
  letters: fc.array(fc.nat(7), { minLength: 3, maxLength: 9 }),
  at: fc.nat(10_000),
  reach: fc.nat(20),
  exchange: fc.boolean(),
  compact: fc.nat(9),
});

/** The nearest place before that parts no word: who deletes over several blocks takes whole words. */
function wordEdge({ state: { doc } }: Editor, pos: number): number {
  const inside = () =>
    /^\p{L}{2}$/u.test(doc.textBetween(Math.max(0, at - 1), Math.min(doc.content.size, at + 1), ' '));
  let at = pos;
  while (inside()) at--;
  return at;
}

/** Plays the steps. @returns how many letters are whose they are, and what is wrong with the others */
async function played(steps: readonly Step[], hear: (exchange: boolean) => boolean) {
  const chapter = await writersOf(
    PEOPLE,
    heading(1, 'AIMS'),
    paragraph('FIRST WORDS OF ALL.'),
    bullets('ONE', 'TWO'),
    table(['NORTH', 'SOUTH'], ['EAST', 'WEST']),
  );
  const rests = PEOPLE.map((): { slice: ReturnType<typeof copy> | null } => ({ slice: null }));
  const done: string[] = [];
  for (const { who, act, letters, at, reach, exchange, compact } of steps) {
    if (hear(exchange)) chapter.exchange();
    const [writer, rest] = [chapter.writers[who], rests[who]];
    if (!writer || !rest) continue;
    const { editor, personId } = writer;
    const alphabet = ALPHABETS[personId as keyof typeof ALPHABETS];
    const { size } = editor.state.doc.content;
    const from = at % Math.max(1, size);
    const [$from, $to] = [from, Math.min(size, from + (reach > 8 ? reach : 0))].map((pos) =>
      editor.state.doc.resolve(reach > 8 ? wordEdge(editor, pos) : pos),
    );
    if ($from && $to) editor.view.dispatch(editor.state.tr.setSelection(TextSelection.between($from, $to)));
    pause(editor);
    ACTS[act]?.(editor, `${letters.map((letter) => alphabet[letter]).join('')} `, rest);
    if (compact === 0) await chapter.compact();
    done.push(`${personId} ${act} ${from}..${$to?.pos} -> ${chapter.texts().join('/')}`);
  }
  const texts = chapter.texts();
  const wrong: string[] = [];
  let right = 0;
  for (const { block, runs } of await chapter.attribution.authors(CHAPTER))
    for (const { from, to, personId } of runs)
      for (const letter of (texts[block] ?? '').slice(from, to)) {
        const writer = writerOf(letter);
        if (writer === personId) right++;
        else if (writer !== undefined)
          wrong.push(`${letter} of ${writer} is ${personId}'s in ${texts[block]}`);
      }
  for (const { editor } of chapter.writers) editor.destroy();
  return { right, wrong, done };
}

describe('whatever three people do', () => {
  const steps = fc.array(step, { minLength: 5, maxLength: 40 });

  it('[V3] each letter stays whose it is', async () => {
    let letters = 0;
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const { right, wrong, done } = await played(all, () => true);
        letters += right;
        expect(wrong, done.join('\n')).toEqual([]);
      }),
      { numRuns: 40, endOnFailure: true },
    );
    expect(letters).toBeGreaterThan(1000);
  });

  it('[V3] also where they had not heard of each other, but for a few letters in a hundred', async () => {
    const sum = { right: 0, wrong: 0 };
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const { right, wrong } = await played(all, (exchange) => exchange);
        sum.right += right;
        sum.wrong += wrong.length;
      }),
      { numRuns: 40, endOnFailure: true },
    );
    expect(sum.right).toBeGreaterThan(1000);
    expect(sum.wrong / sum.right).toBeLessThan(0.03);
  });
});
