import type { TextAnchor } from '@accord/shared/manuscript/anchor';
import { blockAnchor, textAnchor } from '@accord/shared/manuscript/anchoring';
import {
  bullets,
  codeBlock,
  document,
  figure,
  hardBreak,
  heading,
  noteMark,
  paragraph,
  table,
} from '@accord/shared/manuscript/build';
import type { NodeJson } from '@accord/shared/manuscript/document';
import { createLocator, locate } from '@accord/shared/manuscript/locate';
import { describe, expect, it } from 'vitest';
import { anchored, chapter, follow, shown } from './anchored';

/** The bracketed words of the one text are found in the other where its brackets stand. */
const becomes = (before: string[], ...after: string[][]) => {
  for (const lines of after) expect(follow(anchored(...before), ...lines)).toEqual(lines);
};

const FOX = ['The [quick brown fox] jumps over the lazy dog.'];

describe('the words that a comment is about', () => {
  it('are found where they stood, whatever is written before and after them', () => {
    becomes(
      FOX,
      FOX,
      ['Once upon a time, the [quick brown fox] jumps over the lazy dog.'],
      ['The [quick brown fox] sleeps.'],
      ['[quick brown fox] jumps over the lazy dog.'],
      ['The [quick brown fox]'],
      ['[quick brown fox]'],
      ['A [quick brown fox] slept.'],
    );
  });

  it('[C4] deleting a part of them shrinks the anchor, down to the last word', () => {
    becomes(
      FOX,
      ['The [brown fox] jumps over the lazy dog.'],
      ['The [quick fox] jumps over the lazy dog.'],
      ['The [quick brown] jumps over the lazy dog.'],
      ['The [fox] jumps over the lazy dog.'],
      ['The [quick] jumps over the lazy dog.'],
      ['The [brown] jumps over the lazy dog.'],
      ['The [qu] jumps over the lazy dog.'],
      ['The [x] jumps over the lazy dog.'],
      // Together with text around them.
      ['The [brown fox] jumps.'],
      ['[fox] jumps over the lazy dog.'],
      ['The [quick]'],
    );
  });

  it('[C4] typing at an edge does not extend the anchor, also when something was typed inside', () => {
    becomes(
      ['Teachers come back from a course with [new ideas].'],
      ['Teachers come back from a course with [new and good ideas] of others.'],
      ['Teachers come back from a course with [new and good ideas], and friends.'],
      ['Teachers come back from a course with [new thoughts].'],
    );
    becomes(
      ['Teachers come back from a course [with new ideas].'],
      ['Teachers come back from a course [with many good ideas] of others.'],
      ['Teachers come back from a course wielding wings [with many good ideas].'],
    );
  });

  it('[C4] typing inside them extends the anchor', () => {
    becomes(
      FOX,
      ['The [quick little brown fox] jumps over the lazy dog.'],
      [
        'The [quick, quicker, by far the quickest of all the animals that live in the wood: the brown fox] jumps over the lazy dog.',
      ],
      ['The [quick browned fox] jumps over the lazy dog.'],
      ['The [quick red fox] jumps over the lazy dog.'],
      ['The [quick brown\uFFFCfox] jumps over the lazy dog.'],
    );
    becomes(['My [color] is blue.'], ['My [colour] is blue.']);
    becomes(['[organisation]'], ['[organization]'], ['An [organization] of ours']);
  });

  it('[C4] typing at either edge of them does not', () => {
    becomes(
      FOX,
      ['The very [quick brown fox] jumps over the lazy dog.'],
      ['The [quick brown fox] always jumps over the lazy dog.'],
      ['The very[quick brown fox]es jumps over the lazy dog.'],
    );
    becomes(['[One.]'], ['Zero. [One.]'], ['[One.] Two.'], ['Zero. [One.] Two.']);
  });

  it('[C2] are nowhere once they are deleted, also where others are like them', () => {
    becomes(
      FOX,
      ['The jumps over the lazy dog.'],
      ['The  jumps over the lazy dog.'],
      [''],
      [],
      ['other: Something else.'],
      ['The lynx jumps over the lazy dog.'],
      ['The slow white cat jumps over the lazy dog.'],
    );
    becomes(['[Yes]', 'Yes', 'No'], ['', 'Yes', 'No'], ['p1: Yes', 'p2: No'], ['Perhaps', 'Yes', 'No']);
    becomes(
      ['The aim of the project and [the] way to it.'],
      ['The aim of the project and way to it.'],
      ['The aim of the project and a way to it.'],
    );
  });

  it('[C3] are found again once the deletion is undone', () => {
    const anchor = anchored(...FOX, 'Another paragraph.');
    for (const gone of [['The jumps over the lazy dog.', 'Another paragraph.'], ['Another paragraph.'], ['']])
      expect(follow(anchor, ...gone).join()).not.toContain('[');
    expect(follow(anchor, ...FOX, 'Another paragraph.')).toEqual([...FOX, 'Another paragraph.']);
    // Also when the block that came back has another id, or stands elsewhere.
    expect(
      follow(anchor, 'p1: Another paragraph.', 'back: The quick brown fox jumps over the lazy dog.'),
    ).toEqual(['p1: Another paragraph.', 'back: The [quick brown fox] jumps over the lazy dog.']);
  });

  it('[C5] splitting their block keeps them, over both parts', () => {
    becomes(
      FOX,
      ['The [quick]', 'new: [brown fox] jumps over the lazy dog.'],
      ['The [quick ]', 'new: [brown fox] jumps over the lazy dog.'],
      ['new: The [quick]', 'p0: [brown fox] jumps over the lazy dog.'],
      ['The ', 'new: [quick brown fox] jumps over the lazy dog.'],
      ['new: The ', 'p0: [quick brown fox] jumps over the lazy dog.'],
      ['The [quick brown fox]', 'new: jumps over the lazy dog.'],
      ['', 'new: The [quick brown fox] jumps over the lazy dog.'],
      ['The ', 'one: [quick brown fox]', 'two: jumps over the lazy dog.'],
      ['The [quick]', 'one: [brown]', 'two: [fox] jumps over the lazy dog.'],
      // And then somebody types.
      ['The [quick]', 'new: [dark brown fox] jumps over the lazy dog.'],
      ['The [quick]', 'new: [brown fox] sleeps.'],
      ['A [quick]', 'new: [brown fox] jumps over the lazy dog.'],
      ['A very [quick]', 'new: [little brown fox] sleeps.'],
    );
    becomes(
      ['[A whole paragraph that is commented.]'],
      ['[A whole paragraph]', 'new: [that is commented.]'],
      ['[A whole]', 'new: [blue paragraph that is commented.]'],
    );
  });

  it('[C5] joining their block with another keeps them', () => {
    becomes(
      ['Before.', ...FOX, 'After.'],
      ['Before.The [quick brown fox] jumps over the lazy dog.', 'p2: After.'],
      ['Before. The [quick brown fox] jumps over the lazy dog.', 'p2: After.'],
      ['Before.', 'The [quick brown fox] jumps over the lazy dog.After.'],
      ['Before.The [quick dark brown fox] jumps over the lazy dog.', 'p2: After.'],
    );
  });

  it('[C5] moving their block moves them, by drag with its id, by cut and paste without', () => {
    becomes(
      [...FOX, 'One.', 'Two.'],
      ['p1: One.', 'p2: Two.', 'p0: The [quick brown fox] jumps over the lazy dog.'],
      ['p1: One.', 'p2: Two.', 'new: The [quick brown fox] jumps over the lazy dog.'],
      ['p1: One.', 'p2: Two. The [quick brown fox] jumps over the lazy dog.'],
      // And then somebody edits it.
      ['p1: One.', 'p2: Two.', 'new: The [quick, brown fox] jumps over the lazy dog.'],
      ['p1: One.', 'p2: Two.', 'new: The [brown fox] jumps over the lazy dog.'],
    );
    becomes(
      ['One. [Two is quite a long sentence.] Three.', 'Four.'],
      ['One. Three.', 'Four. [Two is quite a long sentence.]'],
      ['[Two is quite a long sentence.] One. Three.', 'Four.'],
    );
  });

  it('[C5] a copy of them does not take the thread over', () => {
    becomes(
      [...FOX, 'Last.'],
      [
        'copy: The quick brown fox jumps over the lazy dog.',
        'p0: The [quick brown fox] jumps over the lazy dog.',
      ],
      [
        'The [quick brown fox] jumps over the lazy dog.',
        'copy: The quick brown fox jumps over the lazy dog.',
      ],
      ['copy: The quick brown fox jumps over the lazy dog.', 'p0: The [brown fox] jumps over the lazy dog.'],
      ['The [brown fox] jumps over the lazy dog.', 'copy: The quick brown fox jumps over the lazy dog.'],
      ['The [brown fox] sleeps.', 'copy: The quick brown fox jumps over the lazy dog.'],
      // Nor does it when they are deleted.
      ['The jumps over the lazy dog.', 'copy: The quick brown fox jumps over the lazy dog.'],
    );
    // Text that was there before does not, whatever becomes of the words.
    becomes(
      ['[This guidance was made by the partners.]', 'Text.', 'This guidance was made by the partners.'],
      ['p1: Text.', 'p2: This guidance was made by the partners.'],
      ['', 'Text.', 'This guidance was made by the partners.'],
      [
        'p1: Text.',
        'p2: This guidance was made by the partners.',
        'new: [This guidance was made by the partners.]',
      ],
    );
  });

  it('are told from equal words in the same block by what stands beside them', () => {
    becomes(
      ['In spring the partners meet, in autumn [the partners] write.'],
      ['In spring the partners meet, in autumn [the partners] write.'],
      ['The partners meet. In spring the partners meet, in autumn [the partners] write.'],
      ['In autumn [the partners] write.'],
      ['In spring the partners meet, in autumn write.'],
    );
  });
});

describe('in a text rewritten all round', () => {
  it('words that stand there once are found letter by letter, also where what was typed ends like them', () => {
    becomes(
      ['kalo [lotin mertin tintin] sastin drotin veltin.'],
      ['kal[lotin mertin tintin]gigveltin sasn drtin veltin.'],
      ['x[lotin mertin tintin]veltin tin.'],
    );
  });

  it('a passage that shares a few words with them is not taken for them', () => {
    becomes(
      ['The national [agencies publish guidance on recognition every year], and report on it.', 'Other.'],
      [
        'p1: Other.',
        'new: Universities were told by national papers that guidance on sport is published monthly.',
      ],
    );
  });
});

describe('an anchor over several blocks', () => {
  const TWO = ['One [and then]', '[comes two,]', '[then] three.', 'Four.'];

  it('is found block by block', () => {
    becomes(
      TWO,
      TWO,
      ['So: One [and then]', '[comes two,]', '[then] three.', 'Four.'],
      ['One [and then]', '[comes, now, two,]', '[then] three.', 'Four.'],
      ['One [and then]', 'p2: [then] three.', 'p3: Four.'],
      ['One [and then]', 'new: [inserted]', 'p1: [comes two,]', 'p2: [then] three.', 'p3: Four.'],
      ['One [and thencomes two,]', 'p2: [then] three.', 'p3: Four.'],
    );
  });

  it('keeps what is left when its first or last block goes', () => {
    becomes(
      ['A first paragraph [with a longer end.]', '[The second one has a longer beginning], too.', 'Last.'],
      ['A first paragraph [with a longer end.]', 'p2: Last.'],
      ['p1: [The second one has a longer beginning], too.', 'p2: Last.'],
    );
  });

  it('[C5] keeps the parts that went with a block that was moved', () => {
    becomes(
      ['[The first paragraph of the two.', 'The second one, which moves away.]', 'Last.'],
      ['p1: [The second one, which moves away.]', 'p0: [The first paragraph of the two.]', 'Last.'],
      ['[The first paragraph of the two.]', 'p2: Last.', 'new: [The second one, which moves away.]'],
    );
    becomes(
      ['[A sentence that stays. And one that goes elsewhere.]', 'Last.'],
      ['[A sentence that stays.]', 'Last.', 'new: [And one that goes elsewhere.]'],
    );
  });
});

describe('equal words', () => {
  const YES = ['[Yes]', 'No', 'Yes'];
  const point = (blockId: string, offset: number) => ({ blockId, offset });

  it('that nothing tells apart are not taken for each other', () => {
    becomes(YES, ['', 'No', 'Yes'], ['p1: No', 'p2: Yes'], ['p1: No', 'p2: Yes', 'new: Yes']);
  });

  it('are told apart by the hint of Yjs, but a hint alone finds nothing', () => {
    const anchor = anchored('To be, or not [to be], said he.');
    const { document: twice } = chapter('Well: to be and to be and to be.');
    const at = (from: number) =>
      shown(twice, locate(anchor, twice, { start: point('p0', from), end: point('p0', from + 5) })).join();
    expect(shown(twice, locate(anchor, twice)).join()).not.toContain('[');
    expect(at(6)).toBe('Well: [to be] and to be and to be.');
    expect(at(16)).toBe('Well: to be and [to be] and to be.');
    expect(at(26)).toBe('Well: to be and to be and [to be].');
    expect(at(11)).not.toContain('[');
    const elsewhere = { start: point('p0', 0), end: point('p0', 4) };
    expect(locate(anchor, twice, elsewhere)).toEqual({ found: 'nowhere' });
  });

  it('[C4] what was typed inside and left when the words around it went is found by the hint', () => {
    const anchor = anchored('We met in the [old red] house by the lake.');
    const { document: rewritten } = chapter('We met in the splendid house by the lake.');
    expect(locate(anchor, rewritten)).toEqual({ found: 'nowhere' });
    const hint = { start: point('p0', 14), end: point('p0', 22) };
    expect(shown(rewritten, locate(anchor, rewritten, hint))).toEqual([
      'We met in the [splendid] house by the lake.',
    ]);
  });

  it('two blocks of one id, as a copy by command leaves them, are told apart by their words', () => {
    const anchor = anchored('One.', 'Two [words] here.');
    const { document: doubled } = chapter('One.', 'p1: Other text.', 'p1: Two words here.');
    expect(locate(anchor, doubled)).toEqual({ found: 'text', ranges: [{ blockId: 'p1', from: 4, to: 9 }] });
  });
});

describe('long, short and odd anchors', () => {
  const long = Array.from({ length: 400 }, (_, index) => `word${index}`).join(' ');

  it('of a quote of which only both ends are kept, all between them is found', () => {
    const anchor = anchored(`Before [${long}] after.`);
    expect(anchor.quote.length).toBeLessThan(long.length);
    expect(follow(anchor, `Now before ${long} after.`)).toEqual([`Now before [${long}] after.`]);
    const edited = long.replace('word200', 'something else').replace('word3 ', '').replace('word397', 'w');
    expect(follow(anchor, `Before ${edited} after.`)).toEqual([`Before [${edited}] after.`]);
    const cut = long.indexOf('word200');
    const [left, right] = [long.slice(0, cut), long.slice(cut)];
    expect(follow(anchor, `Before ${left}`, `new: ${right} after.`)).toEqual([
      `Before [${left}]`,
      `new: [${right}] after.`,
    ]);
    expect(follow(anchor, 'Before after.')).toEqual(['Before after.']);
    // Of the middle nothing is known.
    const [kept, rest] = [long.slice(0, 1000), long.slice(1000, 1200)];
    expect(follow(anchor, `Before ${kept}${rest}`)).toEqual([`Before [${kept}]${rest}`]);
  });

  it('a point stays between what stood before and after it', () => {
    const anchor = anchored('The quick brown[] fox jumps.');
    const offset = (...lines: string[]) => {
      const located = locate(anchor, chapter(...lines).document);
      return located.found === 'text' ? located.ranges : located.found;
    };
    expect(offset('The quick brown fox jumps.')).toEqual([{ blockId: 'p0', from: 15, to: 15 }]);
    expect(offset('A quick brown fox jumps.')).toEqual([{ blockId: 'p0', from: 13, to: 13 }]);
    expect(offset('The quick brown little fox jumps.')).toEqual([{ blockId: 'p0', from: 15, to: 15 }]);
    expect(offset('Something else.')).toBe('nowhere');
    expect(offset('new: The quick brown fox jumps.')).toBe('nowhere');
  });

  it('marks of footnotes, line breaks and rare characters count as they do in the editor', () => {
    const block = paragraph(['Wörter 😀 ', noteMark('n1'), ' and', hardBreak(), 'more 😀.']);
    const id = String(block.attrs?.id);
    const before = document(block);
    const anchor = textAnchor(before, { blockId: id, offset: 7 }, { blockId: id, offset: 19 }) as TextAnchor;
    expect(anchor.quote).toBe('😀 \uFFFC and\uFFFCmor');
    const after = document({
      ...block,
      content: [{ type: 'text', text: '😀 New: ' }, ...(block.content ?? [])],
    });
    expect(locate(anchor, after)).toEqual({ found: 'text', ranges: [{ blockId: id, from: 15, to: 27 }] });
    const note = textAnchor(before, { blockId: id, offset: 10 }, { blockId: id, offset: 11 }) as TextAnchor;
    expect(locate(note, after)).toEqual({ found: 'text', ranges: [{ blockId: id, from: 18, to: 19 }] });
  });

  it('line feeds within code are text of its block', () => {
    const code = codeBlock(null, 'let a;\nlet b;\nlet c;');
    const id = String(code.attrs?.id);
    const anchor = textAnchor(document(code), { blockId: id, offset: 4 }, { blockId: id, offset: 12 });
    const after = document(paragraph('x'), {
      ...code,
      content: [{ type: 'text', text: '//\nlet a;\nlet b;\nlet c;' }],
    });
    expect(anchor && locate(anchor, after)).toEqual({
      found: 'text',
      ranges: [{ blockId: id, from: 7, to: 15 }],
    });
  });

  it('text in lists, cells and captions is found as any other', () => {
    const before = document(
      bullets('one item', 'another item'),
      table(['head'], ['a cell of a table']),
      figure({ src: '/images/a', alt: '', width: 1, height: 1 }, 'The caption of it'),
    );
    const locator = createLocator(before);
    const texts: NodeJson[] = [];
    const visit = (node: NodeJson) => {
      if (node.content?.[0]?.type === 'text') texts.push(node);
      for (const child of node.content ?? []) visit(child);
    };
    visit(before);
    expect(texts).toHaveLength(5);
    for (const block of texts) {
      const blockId = String(block.attrs?.id);
      const anchor = textAnchor(before, { blockId, offset: 0 }, { blockId, offset: 4 });
      expect(anchor && locator.locate(anchor)).toEqual({
        found: 'text',
        ranges: [{ blockId, from: 0, to: 4 }],
      });
    }
  });
});

describe('an anchor on a block', () => {
  const picture = figure({ src: '/api/images/one', alt: 'A map', width: 4, height: 3 }, '');
  const title = heading(2, 'The aims of the partnership');
  const cells = table(['a', 'b'], ['Yes', 'Yes']);
  const before = document(title, picture, cells);
  const renamed = (node: NodeJson, id: string): NodeJson => ({ ...node, attrs: { ...node.attrs, id } });
  const anchorOf = (node: NodeJson | undefined) => {
    const anchor = blockAnchor(before, String(node?.attrs?.id));
    if (!anchor) throw new Error('no such block');
    return anchor;
  };

  it('is found by the block’s id, whatever became of its text and wherever it stands', () => {
    const changed = { ...title, type: 'paragraph', content: [{ type: 'text', text: 'Aims' }] };
    expect(locate(anchorOf(title), document(picture, changed))).toEqual({
      found: 'block',
      blockId: title.attrs?.id,
    });
    const cell = cells.content?.[1]?.content?.[0];
    expect(locate(anchorOf(cell), before)).toEqual({ found: 'block', blockId: cell?.attrs?.id });
  });

  it('[C5] is found again when the block was cut and pasted: an image by its address, others by their text', () => {
    const pasted = document(renamed(picture, 'pasted1'), paragraph('x'), renamed(title, 'pasted2'));
    expect(locate(anchorOf(picture), pasted)).toEqual({ found: 'block', blockId: 'pasted1' });
    expect(locate(anchorOf(title), pasted)).toEqual({ found: 'block', blockId: 'pasted2' });
  });

  it('[C2] is nowhere when the block is gone, and no other is taken for it', () => {
    const gone = { found: 'nowhere' };
    expect(locate(anchorOf(title), document(picture))).toEqual(gone);
    expect(locate(anchorOf(title), document(paragraph('The aims of the partnership')))).toEqual(gone);
    const twice = document(renamed(title, 'one1'), renamed(title, 'two2'));
    expect(locate(anchorOf(title), twice)).toEqual(gone);
    const [yes, other] = cells.content?.[1]?.content ?? [];
    const left = document(table(['a'], [{ cell: 'x' }]), other ?? paragraph());
    expect(locate(anchorOf(yes), left)).toEqual(gone);
  });
});
