import { document, heading, paragraph } from '@accord/shared/manuscript/build';
import { alignDocuments } from '@accord/shared/manuscript/difference/alignment';
import type { NodeJson } from '@accord/shared/manuscript/document';
import type { BlockAuthors } from '@accord/shared/versions/attribution';
import { compareDocuments } from '@accord/shared/versions/comparison';

const VOCABULARY =
  'teachers learn together when schools give them time and trust to try what they read about'.split(' ');

/** A chapter of so many blocks of about 40 words, the same at each call. */
function chapter(blocks: number): NodeJson {
  let seed = 7;
  const random = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    return seed % below;
  };
  const sentence = (words: number) =>
    Array.from({ length: words }, () => `${VOCABULARY[random(VOCABULARY.length)]}${random(50)}`).join(' ');
  return document(
    ...Array.from({ length: blocks }, (_, index) => ({
      ...(index % 12 === 0 ? heading(2, sentence(5)) : paragraph(sentence(40))),
      attrs: { id: `block-${index}`, ...(index % 12 === 0 && { level: 2 }) },
    })),
  );
}

/** Two states of a long chapter: a block in ten is changed, a few moved. */
function twoStates(blocks: number): { before: NodeJson; after: NodeJson } {
  const before = chapter(blocks);
  const content = (before.content ?? []).map((block, index) =>
    index % 10 === 3
      ? { ...block, content: [{ type: 'text', text: `${block.content?.[0]?.text} and more` }] }
      : block,
  );
  content.splice(100, 0, ...content.splice(blocks - 200, 5));
  return { before, after: { ...before, content } };
}

/** The median of nine runs, in milliseconds. */
function median(work: () => unknown): number {
  const times = Array.from({ length: 9 }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return times.sort((one, other) => one - other)[4] ?? 0;
}

/** How long aligning two states of a long chapter takes, in milliseconds. */
export function measureAlignment(blocks: number): { milliseconds: number; hashing: number } {
  const { before, after } = twoStates(blocks);
  return {
    milliseconds: median(() => alignDocuments(before, after)),
    hashing: median(() => JSON.parse(JSON.stringify([before, after]))),
  };
}

/** How long the whole comparison of such states takes as a person reads it, each word with its author, in milliseconds. */
export function measureComparison(blocks: number): { similar: number; rewritten: number; bytes: number } {
  const { before, after } = twoStates(blocks);
  const authors = Array.from(
    { length: blocks },
    (_, block): BlockAuthors => ({
      block,
      id: null,
      runs: Array.from({ length: 40 }, (_, run) => ({
        from: run * 7,
        to: run * 7 + 7,
        personId: `person${run % 5}`,
      })),
    }),
  );
  const compare = (one: NodeJson, other: NodeJson) =>
    compareDocuments(one, other, { inserted: authors, deleted: authors });
  // Nothing to hold on to: no block has the id or the words it had.
  const anew: NodeJson = {
    type: 'doc',
    content: (before.content ?? []).map((block, index) => ({
      ...block,
      attrs: { ...block.attrs, id: `new-${index}` },
      content: [
        { type: 'text', text: (block.content?.[0]?.text ?? '').replace(/\w+/g, (word) => `${word}x`) },
      ],
    })),
  };
  return {
    similar: median(() => compare(before, after)),
    rewritten: median(() => compare(before, anew)),
    bytes: JSON.stringify(compare(before, after)).length,
  };
}
