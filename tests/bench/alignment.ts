import { document, heading, paragraph } from '@accord/shared/manuscript/build';
import { alignDocuments } from '@accord/shared/manuscript/difference/alignment';
import type { NodeJson } from '@accord/shared/manuscript/document';

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

/** How long aligning two states of a long chapter takes, in milliseconds, the median of nine; a block in ten is changed, a few moved. */
export function measureAlignment(blocks: number): { milliseconds: number; hashing: number } {
  const before = chapter(blocks);
  const content = (before.content ?? []).map((block, index) =>
    index % 10 === 3
      ? { ...block, content: [{ type: 'text', text: `${block.content?.[0]?.text} and more` }] }
      : block,
  );
  content.splice(100, 0, ...content.splice(blocks - 200, 5));
  const after = { ...before, content };
  const median = (work: () => unknown): number => {
    const times = Array.from({ length: 9 }, () => {
      const start = performance.now();
      work();
      return performance.now() - start;
    });
    return times.sort((one, other) => one - other)[4] ?? 0;
  };
  return {
    milliseconds: median(() => alignDocuments(before, after)),
    hashing: median(() => JSON.parse(JSON.stringify([before, after]))),
  };
}
