import { applyEdits } from '@accord/shared/manuscript/apply-edits';
import { textOf, walk } from '@accord/shared/manuscript/blocks';
import * as build from '@accord/shared/manuscript/build';
import type { NodeJson } from '@accord/shared/manuscript/document';
import { acceptSuggestions, touches } from '@accord/shared/suggestions/accept';
import { suggestionsBetween } from '@accord/shared/suggestions/difference';
import { invertOperations } from '@accord/shared/suggestions/invert';
import { placeHere, placeSuggestion } from '@accord/shared/suggestions/place';
import type { Operation } from '@accord/shared/suggestions/suggestions';
import { describe, expect, it } from 'vitest';

const { document, paragraph, bullets, table, figure, bold, quote, heading, rule } = build;

const withText = (block: NodeJson, content: build.Inline): NodeJson => ({
  ...block,
  content: build.inline(content),
});
const [intro, main] = [paragraph('We met in Turku and wrote a text.'), paragraph('The second paragraph.')];
const base = document(intro, main);
const introReads = (content: build.Inline): NodeJson => document(withText(intro, content), main);

/** The suggestions that a copy adds up to, as those of one person. */
function proposed(fork: NodeJson, person = 'a', text = base) {
  return suggestionsBetween(text, fork, []).suggestions.map(({ operations }, index) => ({
    id: `${person}${index}`,
    operations,
  }));
}
const lines = (text: NodeJson) => {
  const read: string[] = [];
  walk(text, (node) => {
    if (['paragraph', 'heading', 'figure', 'codeBlock'].includes(node.type)) read.push(textOf(node));
  });
  return read;
};
const operationsOf = (fork: NodeJson, text = base): readonly Operation[] =>
  proposed(fork, 'a', text)[0]?.operations ?? [];

describe('overlapping suggestions', () => {
  it('[S4] both are kept; accepting one marks the other, with its quote, and leaves the text to the first', () => {
    const one = proposed(introReads('We met in Helsinki and wrote a text.'), 'a');
    const other = proposed(introReads('We met in Oulu and wrote a text.'), 'b');
    const result = acceptSuggestions(one, base, other);
    expect(lines(result.document)[0]).toBe('We met in Helsinki and wrote a text.');
    expect(result.needsLook).toEqual([{ id: 'b0', by: 'a0', quote: 'Turku' }]);
    expect(result.reanchored).toEqual([]);
    const bulk = acceptSuggestions([...one, ...other], base);
    expect(bulk).toMatchObject({ accepted: ['a0'], conflicts: [], needsLook: [{ id: 'b0', by: 'a0' }] });
  });

  it('[S4] letters of one word, words for one place, and a removed paragraph’s words are the same text', () => {
    const says = (a: NodeJson, b: NodeJson) =>
      touches({ operations: operationsOf(a) }, { operations: operationsOf(b) }, base);
    expect(
      says(
        introReads('We met in Turkku and wrote a text.'),
        introReads('We met in Turkus and wrote a text.'),
      ),
    ).toBe(true);
    expect(
      says(
        introReads('We all met in Turku and wrote a text.'),
        introReads('We both met in Turku and wrote a text.'),
      ),
    ).toBe(true);
    expect(says(document(main), introReads('We met in Oulu and wrote a text.'))).toBe(true);
    expect(
      says(
        introReads('We all met in Turku and wrote a text.'),
        introReads('We met in Oulu and wrote a text.'),
      ),
    ).toBe(false);
    expect(says(document(main), document(intro))).toBe(false);
  });

  it('[S4] two that make a list of other kinds, or that change the columns and the rows of a table, are not accepted together', () => {
    const list = bullets('one', 'two');
    const tasks = {
      ...list,
      type: 'taskList',
      content: list.content?.map((item) => ({ ...item, type: 'taskItem' })) as NodeJson[],
    };
    const longer = {
      ...list,
      content: [
        ...(list.content ?? []),
        { type: 'listItem', attrs: { id: 'newitem' }, content: [paragraph('three')] },
      ],
    };
    const text = document(list);
    const open = [...proposed(document(tasks), 'a', text), ...proposed(document(longer), 'b', text)];
    expect(acceptSuggestions(open, text)).toMatchObject({
      accepted: ['a0'],
      needsLook: [{ id: 'b0', by: 'a0' }],
    });
    expect(acceptSuggestions(open.toReversed(), text)).toMatchObject({
      accepted: ['b0'],
      needsLook: [{ id: 'a0', by: 'b0' }],
    });
  });

  it('[S10] two that together would empty a list take the list away; those that would empty the chapter are not both accepted', () => {
    const list = bullets('one', 'two');
    const text = document(intro, list);
    const without = (at: number) =>
      document(intro, { ...list, content: (list.content ?? []).filter((_, index) => index !== at) });
    const open = [...proposed(without(0), 'a', text), ...proposed(without(1), 'b', text)];
    expect(acceptSuggestions(open, text).document).toEqual(document(intro));
    const all = [...proposed(document(main), 'a'), ...proposed(document(intro), 'b')];
    expect(acceptSuggestions(all, base)).toMatchObject({ accepted: ['a0'], conflicts: ['b0'] });
  });
});

describe('a text that has moved on', () => {
  it('[S5] conflicts where the words were changed, removed or formatted', () => {
    const operations = operationsOf(introReads('We met in Oulu and wrote a text.'));
    const fits = (text: NodeJson) => placeSuggestion({ operations }, text).fits;
    expect(fits(introReads('Yesterday we met in Turku and wrote long texts.'))).toBe(true);
    expect(fits(introReads('We met in Turkku and wrote a text.'))).toBe(false);
    expect(fits(introReads('We met and wrote a text.'))).toBe(false);
    expect(fits(introReads(['We met in ', bold('Turku'), ' and wrote a text.']))).toBe(false);
    expect(fits(document(main))).toBe(false);
    // The same words elsewhere are not the words meant.
    expect(fits(document(main, paragraph('We met in Turku and wrote a text.')))).toBe(false);
  });

  it('[S5] the same word in another sentence is not taken for the one meant', () => {
    const block = paragraph('We see the cat here. Then the cat sat.');
    const operations = operationsOf(
      document(withText(block, 'We see the dog here. Then the cat sat.')),
      document(block),
    );
    expect(placeSuggestion({ operations }, document(withText(block, 'Then the cat sat.'))).fits).toBe(false);
    const twice = paragraph('the cat saw the cat');
    const second = operationsOf(document(withText(twice, 'the cat saw the dog')), document(twice));
    expect(placeSuggestion({ operations: second }, document(withText(twice, 'the cat'))).fits).toBe(false);
  });

  it('[S5] attributes: another one may have changed meanwhile, the same may not', () => {
    const image = figure({ src: '/api/images/one.webp', alt: 'A', width: 100, height: 50 }, 'Caption');
    const set = (attrs: object) => document({ ...image, attrs: { ...image.attrs, ...attrs } });
    const operations = operationsOf(set({ alt: 'B' }), document(image));
    const placed = placeSuggestion({ operations }, set({ width: 300 }));
    expect(placed.fits && applyEdits(set({ width: 300 }), placed.edits).content?.[0]?.attrs).toMatchObject({
      alt: 'B',
      width: 300,
    });
    expect(placeSuggestion({ operations }, set({ alt: 'C' })).fits).toBe(false);
  });

  it('[S5] a paragraph made a quotation takes along what is written in it meanwhile; a removed one that was written in stays', () => {
    const wrapped = operationsOf(document(quote(intro), main));
    const meanwhile = introReads('We all met in Turku and wrote a text.');
    const placed = placeSuggestion({ operations: wrapped }, meanwhile);
    expect(placed.fits && lines(applyEdits(meanwhile, placed.edits))).toEqual([
      'We all met in Turku and wrote a text.',
      'The second paragraph.',
    ]);
    expect(placed.fits && applyEdits(meanwhile, placed.edits).content?.[0]?.type).toBe('blockquote');
    expect(placeSuggestion({ operations: operationsOf(document(main)) }, meanwhile).fits).toBe(false);
  });

  it('[S5] a new paragraph stands by the neighbour that is left, and nowhere when both are gone', () => {
    const operations = operationsOf(document(intro, paragraph('New.'), main));
    const read = (text: NodeJson) => {
      const placed = placeSuggestion({ operations }, text);
      return placed.fits ? lines(applyEdits(text, placed.edits)) : 'conflict';
    };
    expect(read(document(main, heading(1, 'Else')))).toEqual(['New.', 'The second paragraph.', 'Else']);
    expect(read(document(rule(), intro, heading(1, 'Else')))).toEqual([
      'We met in Turku and wrote a text.',
      'New.',
      'Else',
    ]);
    expect(read(document(main, intro))).toBe('conflict');
    expect(read(document(heading(1, 'Else')))).toBe('conflict');
  });

  it('[S5] apply here puts the words where the decider says', () => {
    const operations = operationsOf(introReads('We met in Oulu and wrote a text.'));
    const text = introReads('We met in Vaasa and wrote a text.');
    const blockId = String(intro.attrs?.id);
    const placed = placeHere({ operations }, text, {
      start: { blockId, offset: 10 },
      end: { blockId, offset: 15 },
    });
    expect(placed.fits && lines(applyEdits(text, placed.edits))[0]).toBe('We met in Oulu and wrote a text.');
    const added = operationsOf(document(intro, paragraph('New.'), main));
    const beside = placeHere({ operations: added }, document(heading(1, 'Else'), withText(main, 'Other')), {
      start: { blockId: String(main.attrs?.id), offset: 0 },
      end: { blockId: String(main.attrs?.id), offset: 0 },
    });
    expect(beside.fits && beside.edits).toMatchObject([{ kind: 'insert-block', index: 2 }]);
    expect(
      placeHere({ operations: operationsOf(introReads('We met in Turku.')) }, text, {
        start: { blockId, offset: 0 },
        end: { blockId, offset: 2 },
      }).fits,
    ).toBe(false);
  });
});

describe('what accepting leaves alone', () => {
  it('[S9] a deletion beside an image, and at the end of a cell, changes only what was marked', () => {
    const image = figure({ src: '/api/images/one.webp', alt: 'A', width: 100, height: 50 }, 'Caption');
    const grid = table(['Head'], ['cell text']);
    const text = document(intro, image, grid);
    const row = grid.content?.[1] as NodeJson;
    const cell = row.content?.[0] as NodeJson;
    const shorter = withText(cell.content?.[0] as NodeJson, 'cell');
    const fork = document(withText(intro, 'We met in Turku and wrote'), image, {
      ...grid,
      content: [grid.content?.[0] as NodeJson, { ...row, content: [{ ...cell, content: [shorter] }] }],
    });
    const open = proposed(fork, 'a', text);
    expect(open).toHaveLength(2);
    const result = acceptSuggestions(open, text).document;
    expect(lines(result)).toEqual(['We met in Turku and wrote', 'Caption', 'Head', 'cell']);
    expect(result.content?.[1]).toEqual(image);
  });

  it('[S6] operations turned round take back what they did', () => {
    const fork = document(
      main,
      { ...withText(intro, 'We all met in Turku.'), type: 'heading', attrs: { ...intro.attrs, level: 2 } },
      paragraph('New.'),
    );
    for (const { operations } of proposed(fork)) {
      const there = placeSuggestion({ operations }, base);
      const after = there.fits ? applyEdits(base, there.edits) : null;
      const back = after && placeSuggestion({ operations: invertOperations(operations) }, after);
      expect(back?.fits && after && applyEdits(after, back.edits)).toEqual(base);
    }
  });

  it('[S6] taking back is refused where the text has moved on', () => {
    const { undo, document: after } = acceptSuggestions(
      proposed(introReads('We met in Oulu and wrote a text.')),
      base,
    );
    expect(lines(after)[0]).toBe('We met in Oulu and wrote a text.');
    expect(acceptSuggestions(undo, introReads('We met in Oulunsalo and wrote a text.'))).toMatchObject({
      accepted: [],
      conflicts: ['a0'],
    });
  });

  it('[S5] a suggestion stored with words the schema does not let stand there does not fit', () => {
    const operations = operationsOf(document(intro, paragraph('New.'), main));
    const odd = operations.map((operation) =>
      operation.kind === 'blocks'
        ? {
            ...operation,
            after: [{ type: 'listItem', attrs: { id: 'lost-item' }, content: [paragraph('x')] }],
          }
        : operation,
    );
    expect(placeSuggestion({ operations: odd }, base).fits).toBe(false);
  });

  it('[E3] a suggestion that brings an unsafe link or somebody else’s image does not fit', () => {
    const fits = (fork: NodeJson) => placeSuggestion({ operations: operationsOf(fork) }, base).fits;
    expect(
      fits(introReads(['We met in ', build.link('Turku', 'https://turku.fi/'), ' and wrote a text.'])),
    ).toBe(true);
    expect(
      fits(introReads(['We met in ', build.link('Turku', 'javascript:alert(1)'), ' and wrote a text.'])),
    ).toBe(false);
    const image = figure({ src: 'https://elsewhere.example/x.png', alt: '', width: 1, height: 1 }, '');
    expect(fits(document(intro, image, main))).toBe(false);
  });

  it('operations that make no sense fit nowhere, and never throw', () => {
    const [blockId, other] = [String(intro.attrs?.id), String(main.attrs?.id)];
    const nonsense: Operation[] = [
      {
        kind: 'retype',
        blockId,
        before: { type: 'paragraph', attrs: {} },
        after: { type: 'table', attrs: {} },
        quote: '',
      },
      {
        kind: 'move',
        blockId,
        from: { parentId: null, previousId: null, nextId: other },
        to: { parentId: blockId, previousId: null, nextId: null },
        quote: '',
      },
      {
        kind: 'blocks',
        place: { parentId: other, previousId: null, nextId: null },
        before: [],
        after: [paragraph('x')],
      },
      {
        kind: 'blocks',
        place: { parentId: null, previousId: blockId, nextId: null },
        before: [],
        after: [main],
      },
    ];
    for (const operation of nonsense)
      expect(placeSuggestion({ operations: [operation] }, base).fits).toBe(false);
  });
});
