// @vitest-environment jsdom
import { createWording } from '@accord/client/comparison/wording';
import { formatsFor } from '@accord/client/i18n/formats';
import { laterWords, startI18n } from '@accord/client/i18n/i18n';
import {
  bold,
  bullets,
  callout,
  codeBlock,
  document,
  figure,
  heading,
  type Inline,
  italic,
  link,
  note,
  noteMark,
  paragraph,
  steps,
  table,
  tasks,
} from '@accord/shared/manuscript/build';
import type { NodeJson } from '@accord/shared/manuscript/document';
import { compareDocuments } from '@accord/shared/versions/comparison';
import type { AuthoredPiece, Authors, Row } from '@accord/shared/versions/comparison-model';
import { describe, expect, it } from 'vitest';

/** The cases that a comparison is judged by: what is in the model, and how it reads in English. */

const i18n = await startI18n('en');
await laterWords(i18n, 'en');

const withId = (node: NodeJson, id: string): NodeJson => ({ ...node, attrs: { ...node.attrs, id } });
const p = (id: string, content: Inline) => withId(paragraph(content), id);
const attrs = (node: NodeJson, more: Record<string, unknown>): NodeJson => ({
  ...node,
  attrs: { ...node.attrs, ...more },
});

const WHALES = 'Whales sing to each other over hundreds of miles of open sea.';
const BIRDS = 'Small birds cross the desert by night, when the air is cool.';
const TREES = 'Old trees share water with the young ones through their roots.';
const [whales, birds, trees] = [p('whales', WHALES), p('birds', BIRDS), p('trees', TREES)];

/** How a piece looks: `+words+` came, `-words-` went, `*words*` have other formatting, `¶` is a break; `_` marks what is not said. */
function drawn(pieces: readonly AuthoredPiece[]): string {
  const words = (content: readonly NodeJson[]) =>
    content.map(({ text, type }) => text ?? (type === 'footnoteReference' ? '[n]' : '↵')).join('');
  return pieces
    .map((piece) => {
      if (piece.kind === 'break') return piece.change === 'inserted' ? '+¶+' : '-¶-';
      if (piece.kind === 'reformatted') return `*${words(piece.after)}*`;
      const sign = { kept: '', inserted: '+', deleted: '-' }[piece.kind];
      return `${sign}${words(piece.content)}${sign}`;
    })
    .join('');
}

/** Everything but what did not change: what became of each row, and its line in English. */
function read(before: NodeJson, after: NodeJson, authors?: Authors) {
  const { rows, summary, noteNumbers } = compareDocuments(before, after, authors);
  const wording = createWording(i18n.t, formatsFor('en'), noteNumbers);
  const changed = rows.filter((row) => row.kind === 'moved-away' || row.fate !== 'unchanged');
  return {
    rows,
    said: changed.map(wording.line),
    drawn: changed.flatMap((row) => (row.kind === 'text' ? [drawn(row.pieces)] : [])),
    fates: rows.map((row) => (row.kind === 'moved-away' ? row.kind : row.fate)),
    summary: wording.summary(summary),
  };
}

describe('[V3] words', () => {
  it('that changed are shown within their paragraph, whole words at a time', () => {
    const told = read(
      document(p('a', 'The cat sat on the mat.')),
      document(p('a', 'The cats sat on a mat.')),
    );
    expect(told.drawn).toEqual(['The -cat-+cats+ sat on -the-+a+ mat.']);
    expect(told.said).toEqual(['“cat” → “cats”. “the” → “a”']);
    expect(told.summary).toBe('1 paragraph changed.');
  });

  it('of several people are cut where another person begins, inserted and deleted ones', () => {
    const run = (from: number, to: number, personId: string) => ({ from, to, personId });
    const told = read(
      document(p('a', 'We teach. Old words.')),
      document(p('a', 'We teach. New ideas grow.')),
      {
        inserted: [
          { block: 0, id: 'a', runs: [run(0, 10, 'aino'), run(10, 14, 'jean'), run(14, 24, 'greta')] },
        ],
        deleted: [{ block: 0, id: 'a', runs: [run(10, 19, 'luca')] }],
      },
    );
    const [row] = told.rows;
    expect(
      row?.kind === 'text' && row.pieces.map((piece) => ('by' in piece ? piece.by : piece.kind)),
    ).toEqual(['kept', 'luca', 'jean', 'greta', 'kept']);
    expect(told.said).toEqual(['“Old words” → “New ideas grow”']);
  });
});

describe('[V3] a paragraph', () => {
  it('that was split is not shown as rewritten, though the space at the split is gone', () => {
    const told = read(
      document(p('a', `${WHALES} ${BIRDS}`), trees),
      document(p('a', WHALES), p('new', BIRDS), trees),
    );
    expect(told.fates).toEqual(['split', 'unchanged']);
    expect(told.drawn).toEqual([`${WHALES}+¶+${BIRDS}`]);
    expect(told.said).toEqual(['Split into 2 paragraphs']);
    expect(told.summary).toBe('1 paragraph split.');
  });

  it('that was split in the middle of a sentence and edited shows the edit alone', () => {
    const told = read(
      document(p('a', BIRDS)),
      document(p('a', 'Small birds cross the desert'), p('new', 'By night, when the air is cold.')),
    );
    expect(told.drawn).toEqual([
      'Small birds cross the desert+¶+-by -+By +night, when the air is -cool-+cold+.',
    ]);
    expect(told.said).toEqual(['Split into 2 paragraphs. “by” → “By”. “cool” → “cold”']);
    expect(told.summary).toBe('1 paragraph changed and 1 paragraph split.');
  });

  it('that was joined with the next one is not shown as rewritten', () => {
    const told = read(document(whales, birds, trees), document(p('whales', `${WHALES} ${BIRDS}`), trees));
    expect(told.fates).toEqual(['merged', 'unchanged']);
    expect(told.drawn).toEqual([`${WHALES}-¶-${BIRDS}`]);
    expect(told.said).toEqual(['Joined from 2 paragraphs']);
    expect(told.summary).toBe('2 paragraphs joined.');
  });

  it('that was moved says from where, and leaves a sign where it stood', () => {
    const told = read(document(whales, birds, trees), document(trees, whales, birds));
    expect(told.fates).toEqual(['moved', 'unchanged', 'unchanged', 'moved-away']);
    expect(told.said).toEqual([
      'Moved here from after “Small birds cross the desert by night, when the air is cool.”',
      'Stood here: “Old trees share water with the young ones through their…”',
    ]);
    expect(told.drawn).toEqual([TREES]);
    expect(told.summary).toBe('1 block moved.');
  });

  it('that was moved and edited shows only the edit as changed', () => {
    const told = read(
      document(whales, birds, trees),
      document(p('trees', TREES.replace('water', 'sugar')), whales, birds),
    );
    expect(told.fates[0]).toBe('moved');
    expect(told.drawn).toEqual(['Old trees share -water-+sugar+ with the young ones through their roots.']);
    expect(told.summary).toBe('1 paragraph changed and 1 block moved.');
  });

  it('of a section that moved as a whole is told of once', () => {
    const section = [
      withId(heading(2, 'By the sea'), 'sea'),
      p('s1', 'First about the sea.'),
      p('s2', 'Then its tides.'),
    ];
    const rest = [whales, birds, trees, p('last', 'Last of all come the bees and their dances.')];
    const told = read(document(...section, ...rest), document(...rest, ...section));
    expect(told.said).toEqual([
      '3 blocks stood here: “By the sea”',
      '3 blocks moved here from the beginning',
      'Moved with the block above',
      'Moved with the block above',
    ]);
  });

  it('that was copied is a copy', () => {
    const told = read(document(whales, birds), document(whales, birds, p('copy', WHALES)));
    expect(told.said[0]).toMatch(/^Copy of “Whales sing to each other over hundreds of miles of/);
    expect(told.summary).toBe('1 block copied.');
  });

  it('that is new or gone is that', () => {
    const told = read(document(whales, birds), document(whales, trees));
    expect(told.said).toEqual([
      'Removed: Paragraph. Deleted “Small birds cross the desert by night, when the air is cool.”',
      'Added: Paragraph. Inserted “Old trees share water with the young ones through their roots.”',
    ]);
    expect(told.summary).toBe('1 paragraph added and 1 paragraph removed.');
  });

  it('that became a heading, and a heading of another level, keep their words', () => {
    const told = read(
      document(whales, withId(heading(2, 'By land'), 'land')),
      document(withId(heading(2, WHALES), 'whales'), withId(heading(3, 'By land'), 'land')),
    );
    expect(told.fates).toEqual(['retyped', 'retyped']);
    expect(told.said).toEqual(['Paragraph → Heading 2', 'Heading 2 → Heading 3']);
    expect(told.summary).toBe('2 blocks of another kind or level.');
  });
});

describe('[V3] formatting', () => {
  it('alone is listed in words, and no word counts as changed', () => {
    const told = read(
      document(p('a', 'Guidance for the whole school.')),
      document(p('a', ['Guidance for the ', bold('whole school'), '.'])),
    );
    expect(told.drawn).toEqual(['Guidance for the *whole school*.']);
    expect(told.said).toEqual(['Bold added to “whole school”']);
    expect(told.summary).toBe('1 block with new formatting only.');
  });

  it('that is exchanged names what went and what came', () => {
    const told = read(document(p('a', [bold('Now'), ' then'])), document(p('a', [italic('Now'), ' then'])));
    expect(told.said).toEqual(['Italic added to “Now”. Bold removed from “Now”']);
  });

  it('of a link tells where it led and where it leads', () => {
    const to = (href: string) => document(p('a', ['See ', link('our page', href), '.']));
    expect(read(to('https://one.example/'), to('https://two.example/')).said).toEqual([
      '“our page” leads elsewhere: https://one.example/ → https://two.example/',
    ]);
    expect(read(document(p('a', 'See our page.')), to('https://one.example/')).said).toEqual([
      'Link added to “our page”: https://one.example/',
    ]);
  });
});

describe('[V3] lists', () => {
  const item = (id: string, words: string, ...under: NodeJson[]): NodeJson => ({
    type: 'listItem',
    attrs: { id: `i-${id}` },
    content: [p(id, words), ...under],
  });
  const list = (type: string, ...items: NodeJson[]): NodeJson => ({
    type,
    attrs: { id: `list-${items[0]?.attrs?.id}` },
    content: items,
  });

  it('an item that was indented has another level; its words and the other items are as they were', () => {
    const told = read(
      document(list('bulletList', item('a', 'One'), item('b', 'Two'), item('c', 'Three'))),
      document(
        list('bulletList', item('a', 'One', list('bulletList', item('b', 'Two'))), item('c', 'Three')),
      ),
    );
    expect(told.fates).toEqual(['unchanged', 'retyped', 'unchanged']);
    expect(told.said).toEqual(['Indented: list level 1 → 2']);
    expect(told.summary).toBe('1 block of another kind or level.');
  });

  it('that turn from bullets to numbers say so once', () => {
    const items = [item('a', 'One'), item('b', 'Two')];
    const told = read(document(list('bulletList', ...items)), document(list('orderedList', ...items)));
    expect(told.said).toEqual(['Bulleted list → Numbered list']);
  });

  it('take paragraphs in and let them go', () => {
    expect(read(document(p('a', 'One')), document(list('bulletList', item('a', 'One')))).said).toEqual([
      'Now part of: Bulleted list',
    ]);
    expect(read(document(list('bulletList', item('a', 'One'))), document(p('a', 'One'))).said).toEqual([
      'No longer part of: Bulleted list',
    ]);
  });

  it('begin with another number, and tasks are ticked off', () => {
    const numbered = steps('One', 'Two');
    expect(read(document(numbered), document(attrs(numbered, { start: 4 }))).said).toEqual([
      'Numbering begins with 4 instead of 1',
    ]);
    const open = tasks({ done: false, text: 'Write to the schools' });
    const done = structuredClone(open);
    if (done.content?.[0]) done.content[0].attrs = { ...done.content[0].attrs, checked: true };
    expect(read(document(open), document(done)).said).toEqual(['Task ticked off']);
  });

  it('that were cut in two are no “no change”', () => {
    const [one, two] = [item('a', 'One'), item('b', 'Two')];
    const told = read(
      document(list('bulletList', one, two)),
      document(list('bulletList', one), list('bulletList', two)),
    );
    expect(told.said).toEqual(['Separated from the block above: Bulleted list']);
  });
});

describe('[V3] call-outs and code', () => {
  it('tell their kind and language', () => {
    const framed = callout('note', whales, birds);
    expect(read(document(framed), document(attrs(framed, { kind: 'warning' }))).said).toEqual([
      'Call-out: Note → Warning',
    ]);
    expect(read(document(whales, birds), document(framed)).said).toEqual(['Now part of: Call-out']);
    const code = codeBlock('xml', '<a/>');
    expect(read(document(code), document(attrs(code, { language: null }))).said).toEqual([
      'Language of the code: xml → none',
    ]);
  });
});

describe('[V4] tables', () => {
  const cells = (...words: string[]) => words.map((word) => ({ cell: word }));
  /** Row and column ids as the editor keeps them: cells have ids made of both. */
  const grid = (columns: string, ...rows: [string, ...string[]][]): NodeJson => {
    const [header = [''], ...body] = rows;
    const made = table(cells(...header.slice(1)), ...body.map((row) => cells(...row.slice(1))));
    for (const [index, row] of (made.content ?? []).entries())
      for (const [at, cell] of (row.content ?? []).entries()) {
        const id = `${rows[index]?.[0]}${columns[at]}`;
        cell.attrs = { ...cell.attrs, id };
        for (const inner of cell.content ?? []) inner.attrs = { ...inner.attrs, id: `p${id}` };
      }
    return withId(made, 'table');
  };
  const before = grid('xy', ['h', 'Country', 'Schools'], ['f', 'Finland', '12'], ['g', 'Germany', '20']);
  const tableIn = (rows: readonly Row[]) => rows.find((row) => row.kind === 'table');
  const lines = (row: ReturnType<typeof tableIn>) =>
    row?.together && {
      rows: row.together.rows.map(({ line }) => line),
      columns: row.together.columns,
    };

  it('a row that was added is a row, and the other cells are as they were', () => {
    const told = read(
      document(before),
      document(
        grid(
          'xy',
          ['h', 'Country', 'Schools'],
          ['f', 'Finland', '12'],
          ['i', 'Italy', '9'],
          ['g', 'Germany', '20'],
        ),
      ),
    );
    expect(told.said).toEqual(['1 table row added']);
    expect(told.summary).toBe('1 table row added.');
    expect(lines(tableIn(told.rows))).toEqual({
      rows: ['kept', 'kept', 'added', 'kept'],
      columns: ['kept', 'kept'],
    });
    expect(tableIn(told.rows)?.cells.map(({ fate }) => fate)).toEqual([
      ...['unchanged', 'unchanged', 'unchanged', 'unchanged', 'added', 'added', 'unchanged', 'unchanged'],
    ]);
  });

  it('a column that was removed is a column, and a changed cell is shown word by word', () => {
    const wide = grid(
      'xyz',
      ['h', 'Country', 'Schools', 'Contact person'],
      ['f', 'Finland', '12', 'Aino'],
      ['g', 'Germany', '20 schools in all', 'Greta'],
    );
    const narrow = grid(
      'xy',
      ['h', 'Country', 'Schools'],
      ['f', 'Finland', '12'],
      ['g', 'Germany', '21 schools in all'],
    );
    const told = read(document(wide), document(narrow));
    expect(told.said).toEqual(['1 table column removed. 1 table cell changed. “20” → “21”']);
    expect(told.summary).toBe('1 table column removed and 1 table cell changed.');
    expect(lines(tableIn(told.rows))).toEqual({
      rows: ['kept', 'kept', 'kept'],
      columns: ['kept', 'kept', 'removed'],
    });
    const changed = tableIn(told.rows)?.cells.find(({ fate }) => fate === 'changed');
    expect(changed?.rows.map((row) => row.kind === 'text' && drawn(row.pieces))).toEqual([
      '-20-+21+ schools in all',
    ]);
  });

  it('a row that was moved is moved', () => {
    const told = read(
      document(before),
      document(grid('xy', ['h', 'Country', 'Schools'], ['g', 'Germany', '20'], ['f', 'Finland', '12'])),
    );
    expect(told.said).toEqual(['1 table row moved']);
  });

  it('without any ids, a row is known by what it says', () => {
    const bare = (node: NodeJson): NodeJson => ({
      ...node,
      attrs: { ...node.attrs, id: null },
      ...(node.content && { content: node.content.map(bare) }),
    });
    const told = read(
      document(
        bare(table(['Country', 'Schools'], ['Finland', 'twelve small schools'], ['Germany', 'twenty'])),
      ),
      document(
        bare(
          table(
            ['Country', 'Schools'],
            ['Italy', 'nine'],
            ['Finland', 'thirteen small schools'],
            ['Germany', 'twenty'],
          ),
        ),
      ),
    );
    expect(told.said).toEqual(['1 table row added. 1 table cell changed. “twelve” → “thirteen”']);
  });

  it('header row, widths and merged cells are named', () => {
    const first = (made: NodeJson, change: (cell: NodeJson) => NodeJson): NodeJson => ({
      ...made,
      content: (made.content ?? []).map((row, index) =>
        index > 0 ? row : { ...row, content: (row.content ?? []).map(change) },
      ),
    });
    const plain = first(before, (cell) => ({ ...cell, type: 'tableCell' }));
    expect(read(document(before), document(plain)).said).toEqual(['The first row is no header any more']);
    const wide = first(before, (cell) => (cell.attrs?.id === 'hx' ? attrs(cell, { width: 200 }) : cell));
    expect(read(document(before), document(wide)).said).toEqual([
      'Width of column 1: automatic → 200 pixels',
    ]);
    const merged = structuredClone(before);
    const row = merged.content?.[1];
    const [one, two] = row?.content ?? [];
    if (row && one && two)
      row.content = [
        { ...attrs(one, { colspan: 2 }), content: [...(one.content ?? []), ...(two.content ?? [])] },
      ];
    const told = read(document(before), document(merged));
    expect(told.said).toEqual(['1 cell merged with its neighbours']);
    expect(
      tableIn(told.rows)?.cells.flatMap(({ rows }) =>
        rows.map((each) => each.kind !== 'moved-away' && each.fate),
      ),
    ).not.toContain('added');
    expect(read(document(merged), document(before)).said[0]).toMatch(/^1 merged cell split again/);
  });
});

describe('[V4] images', () => {
  const image = (src: string, alt: string | null, caption: Inline = 'A class at work') =>
    withId(attrs(figure({ src, alt: '', width: 640, height: 480 }, caption), { alt }), 'fig');

  it('that were exchanged are there before and after', () => {
    const told = read(
      document(whales, image('/api/images/before', 'A class')),
      document(whales, image('/api/images/afterwards', 'A class')),
    );
    expect(told.said).toEqual(['Image replaced']);
    expect(told.summary).toBe('1 image changed.');
    expect(told.rows[1]).toMatchObject({
      fate: 'changed',
      before: [{ image: { src: '/api/images/before' } }],
      after: [{ image: { src: '/api/images/afterwards' } }],
    });
  });

  it('that were taken out and others put in their place, with another id, are exchanged too', () => {
    const [one, other] = [
      image('/api/images/before', 'A class'),
      withId(image('/api/images/afterwards', 'A class'), 'new'),
    ];
    expect(read(document(whales, one, birds), document(whales, other, birds)).said).toEqual([
      'Image replaced',
    ]);
  });

  it('with another description show both, and say when they became decorative', () => {
    const told = read(
      document(image('/api/images/before', 'A class')),
      document(image('/api/images/before', 'Pupils of a class')),
    );
    expect(told.said).toEqual(['Description: “A class” → “Pupils of a class”']);
    const to = (alt: string | null) =>
      read(document(image('/api/images/before', 'A class')), document(image('/api/images/before', alt))).said;
    expect(to('')).toEqual(['Now marked as decorative']);
    expect(to(null)).toEqual(['Description removed: “A class”']);
  });

  it('with another caption show it word by word', () => {
    const told = read(
      document(image('/api/images/before', 'A class')),
      document(image('/api/images/before', 'A class', 'A class at play')),
    );
    expect(told.said).toEqual(['Caption changed. “work” → “play”']);
    expect(told.drawn).toEqual(['A class at -work-+play+']);
  });
});

describe('[V3] footnotes', () => {
  it('that are new are a mark in the text and a note', () => {
    const told = read(
      document(p('a', 'As shown before.')),
      document(p('a', ['As shown before', noteMark('n1'), '.']), withId(note('n1', 'Laine 2024.'), 'note')),
    );
    expect(told.said).toEqual(['Footnote mark 1 added', 'Added: Footnote. Inserted “Laine 2024.”']);
    expect(told.drawn[0]).toBe('As shown before+[n]+.');
    expect(told.summary).toBe('1 paragraph changed and 1 footnote added.');
  });

  it('with other words change in the note alone', () => {
    const text = p('a', ['As shown', noteMark('n1'), '.']);
    const told = read(
      document(text, withId(note('n1', 'Laine 2024.'), 'note')),
      document(text, withId(note('n1', 'Laine 2025.'), 'note')),
    );
    expect(told.fates).toEqual(['unchanged', 'changed']);
    expect(told.said).toEqual(['“2024” → “2025”']);
    expect(told.summary).toBe('1 footnote changed.');
  });
});

describe('[V4] what can’t be shown', () => {
  it('says so, and never “no change”', () => {
    const odd = attrs(whales, { tone: 'solemn' });
    const told = read(document(whales), document(odd));
    expect(told.said).toEqual(['Changed, can’t be shown in detail']);
    expect(told.summary).toBe('1 block changed in a way that can’t be shown.');
    // Not in its words, their formatting, its type or its attributes; and it is told at the block itself.
    const marked: NodeJson = { ...birds, marks: [{ type: 'solemn' }] };
    const inside = read(document(whales, birds), document(whales, marked));
    expect(inside.fates).toEqual(['unchanged', 'changed']);
    expect(inside.said).toEqual(['Changed, can’t be shown in detail']);
    const empty: NodeJson = { type: 'bulletList', attrs: { id: 'l' }, content: [] };
    expect(read(document(), document(empty)).said).not.toEqual([]);
  });

  it('a change of spaces and line breaks alone has a name too', () => {
    const told = read(document(p('a', 'One two')), document(p('a', ['One', { type: 'hardBreak' }, 'two'])));
    expect(told.said).toEqual(['Words changed']);
    expect(told.summary).toBe('1 paragraph changed.');
  });

  it('two equal texts are said to be the same, whatever became of the ids of empty blocks', () => {
    const [one, other, third] = [p('one', ''), p('other', ''), p('third', '')];
    expect(read(document(one, other), document(other, third)).summary).toBe('The two texts are the same.');
  });

  it('two equal texts are said to be the same', () => {
    const text = document(whales, withId(bullets('One', 'Two'), 'l'), table(['a', 'b'], ['c', 'd']));
    const told = read(text, structuredClone(text));
    expect(told.said).toEqual([]);
    expect(told.summary).toBe('The two texts are the same.');
  });
});
