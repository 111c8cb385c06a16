import { textOf } from '@accord/shared/manuscript/blocks';
import * as build from '@accord/shared/manuscript/build';
import type { NodeJson } from '@accord/shared/manuscript/document';
import { textOfInline } from '@accord/shared/manuscript/inline-text';
import { acceptSuggestions } from '@accord/shared/suggestions/accept';
import { type Description, describeSuggestion, operationsAnchor } from '@accord/shared/suggestions/describe';
import { suggestionsBetween } from '@accord/shared/suggestions/difference';
import { MAX_OPERATIONS, type Operation } from '@accord/shared/suggestions/suggestions';
import { describe, expect, it } from 'vitest';

const { document, paragraph, heading, bullets, table, figure, note, noteMark, bold, quote } = build;

const withText = (block: NodeJson, content: build.Inline): NodeJson => ({
  ...block,
  content: build.inline(content),
});
const named = (block: NodeJson, id: string): NodeJson => ({ ...block, attrs: { ...block.attrs, id } });

/** What the change of one paragraph reads as: `[before→after]` for each suggestion. */
function reads(
  before: build.Inline,
  after: build.Inline,
  previous: Parameters<typeof suggestionsBetween>[2] = [],
) {
  const block = paragraph(before);
  return suggestionsBetween(document(block), document(withText(block, after)), previous).suggestions.map(
    ({ operations }) =>
      operations
        .map((operation) =>
          operation.kind === 'change'
            ? `${textOfInline(operation.before)}→${textOfInline(operation.after)}`
            : operation.kind,
        )
        .join(' & '),
  );
}

function described(base: NodeJson, fork: NodeJson): Description[] {
  const { suggestions, unsupported } = suggestionsBetween(base, fork, []);
  expect(unsupported).toEqual([]);
  const open = suggestions.map(({ operations }, index) => ({ id: `s${index}`, operations }));
  expect(acceptSuggestions(open, base).accepted).toHaveLength(open.length);
  return suggestions.map(({ operations }) => describeSuggestion(operations));
}

describe('words of a paragraph', () => {
  it('[S3] continuous typing is one suggestion, a replacement one item with before and after', () => {
    expect(reads('We met in Turku.', 'We all met in Turku.')).toEqual(['→all ']);
    expect(reads('We met in Turku.', 'We met in rainy, cold Turku.')).toEqual(['→rainy, cold ']);
    expect(reads('We met in Turku.', 'We worked together in Turku.')).toEqual(['met→worked together']);
    expect(reads('We met in Turku today.', 'You meet at Turku today.')).toEqual(['We met in→You meet at']);
    expect(reads('One sentence. Two sentences. Three.', 'One sentence. Three.')).toEqual([
      'Two sentences. →',
    ]);
  });

  it('[S3] words far from each other are two suggestions', () => {
    expect(reads('We met in Turku and wrote a text.', 'They met in Turku and wrote two texts.')).toEqual([
      'We→They',
      'a text→two texts',
    ]);
  });

  it('[S3] letters added to or taken from a word stand alone; a word that becomes another is shown whole', () => {
    expect(reads('the colour of it', 'the color of it')).toEqual(['u→']);
    expect(reads('one tool here', 'one tools here')).toEqual(['→s']);
    expect(reads('the house there', 'the home there')).toEqual(['house→home']);
    expect(reads('an 👩‍🏫 here', 'an 👩‍🔬 here')).toEqual(['👩‍🏫→👩‍🔬']);
  });

  it('[S3] a sentence written anew is one replacement, though an "of" stayed', () => {
    expect(
      reads(
        'They gathered examples from teachers of five countries.',
        'Our networks sent stories out of many schools.',
      ),
    ).toHaveLength(1);
  });

  it('[S2] formatting is a change of its own, with the marks that go and come', () => {
    const block = paragraph(['It is ', 'very', ' good.']);
    const [description] = described(
      document(block),
      document(withText(block, ['It is ', bold('very'), ' good.'])),
    );
    expect(description).toMatchObject({
      kind: 'format',
      marksOn: [{ type: 'bold' }],
      marksOff: [],
      before: 'very',
    });
  });

  it('[S9] a deletion beside a footnote leaves the footnote, one around it takes it', () => {
    const block = paragraph(['one two', noteMark('n1'), ' three four']);
    const base = document(block, note('n1', 'Note.'));
    const after = (content: build.Inline) => {
      const fork = { ...base, content: [withText(block, content), ...(base.content ?? []).slice(1)] };
      const open = suggestionsBetween(base, fork, []).suggestions.map(({ operations }, at) => ({
        id: `s${at}`,
        operations,
      }));
      const result = acceptSuggestions(open, base).document.content?.[0];
      return result?.content?.map(({ type, text }) => text ?? type);
    };
    expect(after(['one', noteMark('n1'), ' four'])).toEqual(['one', 'footnoteReference', ' four']);
    expect(after(['one four'])).toEqual(['one four']);
  });
});

describe('blocks', () => {
  const [first, second, third] = [
    paragraph('First of all.'),
    paragraph('Second words here.'),
    paragraph('Third.'),
  ];
  const base = document(first, second, third);

  it('[S2] added, removed, moved and replaced blocks are said to be that', () => {
    const added = [paragraph('New.'), paragraph('Newer.')];
    expect(described(base, document(first, ...added, second, third))).toMatchObject([
      { kind: 'add-blocks', count: 2, after: 'New.\nNewer.' },
    ]);
    expect(described(base, document(first, third))).toMatchObject([
      { kind: 'remove-blocks', count: 1, before: 'Second words here.' },
    ]);
    expect(described(base, document(third, first, second))).toMatchObject([
      { kind: 'move-blocks', count: 1, before: 'Third.' },
    ]);
    expect(described(base, document(first, quote(second), third))).toMatchObject([
      { kind: 'replace-blocks', blockType: 'paragraph', toType: 'blockquote' },
    ]);
  });

  it('[S2] a paragraph split or merged is one suggestion', () => {
    const rest = paragraph('words here.');
    const split = document(first, withText(second, 'Second '), rest, third);
    expect(described(base, split)).toMatchObject([{ kind: 'split' }]);
    expect(described(split, base)).toMatchObject([{ kind: 'merge' }]);
  });

  it('[S2] blocks cut and pasted under other ids are moved, not removed here and added there', () => {
    expect(described(base, document(first, third, named(second, 'pasted')))).toMatchObject([
      { kind: 'move-blocks', count: 1 },
    ]);
  });

  it('[S2] heading level, alt text and another image are changes of attributes', () => {
    const title = heading(2, 'Title');
    const image = figure({ src: '/api/images/one.webp', alt: 'A', width: 10, height: 10 }, 'Caption');
    const from = document(title, image);
    const set = (block: NodeJson, attrs: object) => ({ ...block, attrs: { ...block.attrs, ...attrs } });
    expect(described(from, document(set(title, { level: 3 }), set(image, { alt: 'B' })))).toMatchObject([
      { kind: 'attributes', blockType: 'heading', attributes: [{ name: 'level', before: 2, after: 3 }] },
      { kind: 'attributes', blockType: 'figure', attributes: [{ name: 'alt', before: 'A', after: 'B' }] },
    ]);
    expect(
      described(from, document({ ...title, type: 'paragraph', attrs: { id: title.attrs?.id } }, image)),
    ).toMatchObject([{ kind: 'retype', blockType: 'heading', toType: 'paragraph' }]);
  });

  it('[S2] rows and columns of a table come and go as such', () => {
    const before = table(['A', 'B'], ['1', '2'], ['3', '4']);
    const rows = before.content as NodeJson[];
    const cell = (type: string) => ({
      type,
      attrs: { id: `new-${Math.random()}`.replace('.', ''), colspan: 1, rowspan: 1 },
      content: [paragraph('x')],
    });
    const wider = {
      ...before,
      content: rows.map((row, at) => ({
        ...row,
        content: [...(row.content ?? []), cell(at === 0 ? 'tableHeader' : 'tableCell')],
      })),
    };
    expect(described(document(before), document(wider))).toMatchObject([{ kind: 'add-columns', count: 1 }]);
    expect(described(document(wider), document(before))).toMatchObject([
      { kind: 'remove-columns', count: 1 },
    ]);
    const shorter = { ...before, content: rows.slice(0, 2) };
    expect(described(document(before), document(shorter))).toMatchObject([
      { kind: 'remove-rows', count: 1, before: '3\n4' },
    ]);
    expect(described(document(shorter), document(before))).toMatchObject([{ kind: 'add-rows', count: 1 }]);
  });

  it('[S2] a footnote and its mark are one suggestion, two footnotes are two', () => {
    const from = document(first, second);
    const fork = document(
      withText(first, ['First', noteMark('n1'), ' of all.']),
      withText(second, ['Second', noteMark('n2'), ' words here.']),
      note('n1', 'One.'),
      note('n2', 'Two.'),
    );
    expect(described(from, fork).map(({ after }) => after)).toEqual(['One.', 'Two.']);
  });

  it('[S2] the kind of a list and of its items change together', () => {
    const list = bullets('one', 'two');
    const asTasks = {
      ...list,
      type: 'taskList',
      content: list.content?.map((item) => ({
        ...item,
        type: 'taskItem',
        attrs: { ...item.attrs, checked: false },
      })) as NodeJson[],
    };
    expect(described(document(list), document(asTasks))).toMatchObject([
      { kind: 'retype', blockType: 'bulletList', toType: 'taskList' },
    ]);
  });

  it('what can’t be suggested is named, never dropped', () => {
    const nameless = { type: 'paragraph', content: [{ type: 'text', text: 'No id.' }] };
    expect(suggestionsBetween(base, document(first, second, third, nameless), []).unsupported).toMatchObject([
      { reason: 'no-identity', quote: 'No id.' },
    ]);
    const twice = document(first, second, named(second, 'other'), named(third, first.attrs?.id as string));
    expect(suggestionsBetween(base, twice, []).unsupported.length).toBeGreaterThan(0);
    const rows = Array.from({ length: MAX_OPERATIONS + 5 }, () => ['a', 'b']);
    const long = table(['A', 'B'], ...rows);
    const narrow = {
      ...long,
      content: long.content?.map((row) => ({
        ...row,
        content: row.content?.slice(0, 1) as NodeJson[],
      })) as NodeJson[],
    };
    const { suggestions, unsupported } = suggestionsBetween(document(long), document(narrow), []);
    expect({ suggestions, unsupported: unsupported.map(({ reason }) => reason) }).toEqual({
      suggestions: [],
      unsupported: ['too-large'],
    });
  });

  it('says where it is', () => {
    const at = (fork: NodeJson) =>
      operationsAnchor(suggestionsBetween(base, fork, []).suggestions[0]?.operations ?? []);
    expect(at(document(first, withText(second, 'Second good words here.'), third))).toMatchObject({
      kind: 'text',
      start: { blockId: second.attrs?.id, offset: 7 },
    });
    expect(at(document(first, third))).toMatchObject({
      kind: 'block',
      blockId: second.attrs?.id,
      quote: textOf(second),
    });
    expect(at(document(first, paragraph('New.'), second, third))).toMatchObject({
      kind: 'block',
      blockId: first.attrs?.id,
    });
    expect(operationsAnchor([])).toBeNull();
  });
});

describe('while it goes on being written', () => {
  const block = paragraph('We met in Turku and wrote a text together.');
  const base = document(block);
  const fork = (content: string) => document(withText(block, content));
  const keep = (difference: ReturnType<typeof suggestionsBetween>) =>
    difference.suggestions.map(({ operations }, index) => ({ id: `own${index}`, operations }));

  it('[S3] a suggestion keeps its id while its words grow, and another begun elsewhere is new', () => {
    const before = keep(suggestionsBetween(base, fork('We all met in Turku and wrote a text together.'), []));
    const after = suggestionsBetween(
      base,
      fork('We all happily met in Turku and wrote a good text together.'),
      before,
    );
    expect(after.suggestions.map(({ id }) => id)).toEqual(['own0', undefined]);
  });

  it('[S3] what was one suggestion stays one, also when a word of the old text comes back in the middle', () => {
    const before = keep(suggestionsBetween(base, fork('We x together.'), []));
    expect(before).toHaveLength(1);
    const after = suggestionsBetween(base, fork('We sat down in Turku for a week together.'), before);
    expect(after.suggestions.map(({ id }) => id)).toEqual(['own0']);
  });

  it('an id is continued by the nearest, and none is left when all is taken back', () => {
    const before = keep(suggestionsBetween(base, fork('They met in Turku and wrote texts together.'), []));
    expect(before).toHaveLength(2);
    const after = suggestionsBetween(base, fork('We met in Turku and wrote many texts together.'), before);
    expect(after.suggestions.map(({ id }) => id)).toEqual(['own1']);
    expect(
      suggestionsBetween(base, fork('We met in Turku and wrote a text together.'), before).suggestions,
    ).toEqual([]);
  });

  it('looks at no block that is the very same in both', () => {
    const watched = new Proxy(paragraph('Same.'), {
      get: (target, key) => {
        if (key === 'content') throw new Error('looked at');
        return Reflect.get(target, key);
      },
    });
    const with2 = (one: NodeJson): NodeJson => ({ type: 'doc', content: [watched, one] });
    expect(suggestionsBetween(with2(block), with2(withText(block, 'We met.')), []).suggestions).toHaveLength(
      1,
    );
  });
});

describe('operations', () => {
  it('are small enough to be kept: no more than what changed, and its block’s words', () => {
    const block = paragraph('word '.repeat(200));
    const [own] = suggestionsBetween(
      document(block),
      document(withText(block, 'word '.repeat(201))),
      [],
    ).suggestions;
    const operation = own?.operations[0] as Operation;
    expect(operation.kind === 'change' && textOfInline(operation.after).trim()).toBe('word');
  });
});
