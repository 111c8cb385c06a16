import { MAX_QUOTE, MAX_TWINS, QUOTE_GAP, TextAnchor } from '@accord/shared/manuscript/anchor';
import { blockAnchor, blockQuote, textAnchor } from '@accord/shared/manuscript/anchoring';
import { bullets, document, figure, heading, paragraph, table } from '@accord/shared/manuscript/build';
import type { NodeJson } from '@accord/shared/manuscript/document';
import { inlineText, isTextBlock } from '@accord/shared/manuscript/inline-text';
import { locate } from '@accord/shared/manuscript/locate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchored, chapter } from './anchored';
import { documents } from './edited';

const point = (blockId: string, offset: number) => ({ blockId, offset });

describe('pointing at words', () => {
  it('keeps the words and what stands beside them in their block', () => {
    expect(anchored('One.', 'The [quick brown] fox.')).toEqual({
      kind: 'text',
      start: point('p1', 4),
      end: point('p1', 15),
      quote: 'quick brown',
      prefix: 'The ',
      suffix: ' fox.',
      hint: null,
    });
  });

  it('joins the blocks of a longer selection by line feeds, and is the same whichever end was selected first', () => {
    const anchor = anchored('One [two', 'three', 'four] five');
    expect(anchor.quote).toBe('two\nthree\nfour');
    expect([anchor.prefix, anchor.suffix]).toEqual(['One ', ' five']);
    const { document } = chapter('One two', 'three', 'four five');
    expect(textAnchor(document, anchor.end, anchor.start)).toEqual(anchor);
  });

  it('draws ends that stand at the edge of a block in to the words', () => {
    const { document } = chapter('One', '', 'two', '', 'three');
    const anchor = textAnchor(document, point('p0', 3), point('p4', 0));
    expect(anchor).toMatchObject({ start: point('p2', 0), end: point('p2', 3), quote: 'two' });
    expect(textAnchor(document, point('p0', 3), point('p1', 0))).toMatchObject({ quote: '' });
  });

  it('keeps both ends of very long words, and never half of a character', () => {
    const text = '😀'.repeat(MAX_QUOTE);
    const { document } = chapter(`${'😀'.repeat(10)}x${text}`, `${text}x`);
    const anchor = textAnchor(document, point('p0', 41), point('p1', 2 * MAX_QUOTE - 40));
    expect(anchor?.quote.length).toBeLessThanOrEqual(MAX_QUOTE + 1);
    expect(anchor?.quote.split(QUOTE_GAP)).toHaveLength(2);
    for (const part of [anchor?.quote, anchor?.prefix, anchor?.suffix]) expect(part).not.toMatch(/\p{Cs}/u);
    expect(
      TextAnchor.safeParse({ ...anchor, start: point('paragraph0', 41), end: point('paragraph1', 1) })
        .success,
    ).toBe(true);
  });

  it('names the blocks that hold the same words already', () => {
    const words = 'This guidance was made by the partners.';
    expect(anchored(`[${words}]`, 'Other.', words).twins).toEqual(['p2']);
    expect(anchored('[Yes]', 'No', 'Yes').twins).toEqual(['p2']);
    // Short words in other surroundings are not looked for there anyway.
    expect(anchored('It is a [yes] to that question.', 'Yes, that is yes.').twins).toBeUndefined();
    expect(anchored(...Array.from({ length: 40 }, () => `[${words}]`)).twins).toBeUndefined();
    const many = [`[${words}]`, ...Array.from({ length: 40 }, () => words)];
    expect(anchored(...many).twins).toHaveLength(MAX_TWINS);
  });

  it('is nothing where there is no such block, no text block, or no such place', () => {
    const list = bullets('one');
    const text = document(list, paragraph('two'));
    const id = String(list.content?.[0]?.content?.[0]?.attrs?.id);
    expect(textAnchor(text, point('gone', 0), point(id, 1))).toBeNull();
    expect(textAnchor(text, point(String(list.attrs?.id), 0), point(id, 1))).toBeNull();
    expect(textAnchor(text, point(id, 0), point(id, 4))).toBeNull();
  });

  it('and looking for them in the same text finds them', () => {
    fc.assert(
      fc.property(documents, fc.nat(), fc.nat(), fc.nat(), fc.nat(), (text, one, other, from, to) => {
        const blocks: NodeJson[] = [];
        const visit = (node: NodeJson) => {
          if (isTextBlock(node.type)) blocks.push(node);
          for (const child of node.content ?? []) visit(child);
        };
        visit(text);
        const pick = (number: number, at: number) => {
          const block = blocks[number % blocks.length];
          return block && point(String(block.attrs?.id), at % (inlineText(block).length + 1));
        };
        const [start, end] = [pick(one, from), pick(other, to)];
        const anchor = start && end && textAnchor(text, start, end);
        if (!anchor || anchor.quote === '') return;
        const located = locate(anchor, text);
        expect(located.found).toBe('text');
        if (located.found !== 'text') return;
        const [first, last] = [located.ranges[0], located.ranges.at(-1)];
        // In a text of a few letters over and over, equal places beside each other are as good.
        const quoted = located.ranges.map(({ blockId, from, to }) => {
          const block = blocks.find(({ attrs }) => attrs?.id === blockId);
          return block ? inlineText(block).slice(from, to) : '';
        });
        expect(quoted.join('')).toBe(anchor.quote.replaceAll('\n', ''));
        if (anchor.quote.length > 12) {
          expect(point(String(first?.blockId), first?.from ?? -1)).toEqual(anchor.start);
          expect(point(String(last?.blockId), last?.to ?? -1)).toEqual(anchor.end);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('pointing at a block', () => {
  it('keeps the beginning of its text, of an image without a caption its description, and how it is known again', () => {
    const image = { src: '/api/images/map', alt: 'A map', width: 4, height: 3 };
    const picture = figure(image, '');
    const captioned = figure(image, 'Where we  are');
    const cells = table(['a'], ['b']);
    const text = document(heading(2, 'x'.repeat(300)), picture, captioned, cells);
    const anchorOf = (index: number) => blockAnchor(text, String(text.content?.[index]?.attrs?.id));
    expect(anchorOf(0)).toMatchObject({ kind: 'block', type: 'heading', quote: 'x'.repeat(200) });
    expect(anchorOf(1)).toMatchObject({ type: 'figure', quote: 'A map', src: '/api/images/map' });
    expect(anchorOf(2)).toMatchObject({ quote: 'Where we are' });
    expect(blockQuote(cells)).toBe('a b');
    expect(blockAnchor(text, 'gone')).toBeNull();
  });
});
