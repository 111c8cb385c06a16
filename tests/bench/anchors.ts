import { textAnchor } from '@accord/shared/manuscript/anchoring';
import type { NodeJson } from '@accord/shared/manuscript/document';
import { createLocator } from '@accord/shared/manuscript/locate';

const BLOCKS = 300;
const WORDS = 70;
const THREADS = 200;
const ROUNDS = 15;

/** The same numbers each time (Park and Miller's generator). */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

const SYLLABLES = 'ta re mi son pel kan vor lis une bra chi dor'.split(' ');

function paragraphs(next: (below: number) => number): string[] {
  const vocabulary = Array.from({ length: 3000 }, () =>
    Array.from({ length: 1 + next(4) }, () => SYLLABLES[next(SYLLABLES.length)]).join(''),
  );
  // Words are used unequally often, as in a language.
  const word = () => vocabulary[next(1 + next(vocabulary.length))];
  return Array.from({ length: BLOCKS }, () => Array.from({ length: WORDS }, word).join(' '));
}

/**
 * Milliseconds to read a chapter of 300 paragraphs and find 200 threads in it, the median and the longest of 15 rounds: as
 * it was when they were begun, and changed in ways that have to be followed.
 */
export function measureAnchors(): { what: string; found: number; median: number; longest: number }[] {
  const next = random(20_261_124);
  const texts = paragraphs(next);
  const chapter = (id: string, change: (text: string) => string): NodeJson => ({
    type: 'doc',
    content: texts.map((text, index) => ({
      type: 'paragraph',
      attrs: { id: `${id}${index}` },
      content: [{ type: 'text', text: change(text) }],
    })),
  });
  const before = chapter('block', (text) => text);
  const anchors = Array.from({ length: THREADS }, () => {
    const index = next(BLOCKS);
    const blockId = `block${index}`;
    const from = next((texts[index] ?? '').length - 100);
    return textAnchor(before, { blockId, offset: from }, { blockId, offset: from + 10 + next(80) });
  });
  const rewritten = (text: string) =>
    text.replace(/ (\w)(\w+)/g, (all, a, b, at) => (at % 5 ? all : ` ${a}x${b}`));
  const cases: [string, NodeJson][] = [
    ['unchanged', before],
    ['each paragraph typed into', chapter('block', (text) => `New ${text}`)],
    ['each paragraph rewritten all over', chapter('block', rewritten)],
    ['each paragraph cut and pasted', chapter('pasted', (text) => text)],
    ['each pasted and rewritten', chapter('pasted', rewritten)],
  ];
  return cases.map(([what, document]) => {
    const times: number[] = [];
    let found = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const start = performance.now();
      const locator = createLocator(document);
      found = anchors.filter((anchor) => anchor && locator.locate(anchor).found === 'text').length;
      times.push(performance.now() - start);
    }
    times.sort((one, other) => one - other);
    return { what, found, median: times[Math.floor(ROUNDS / 2)] ?? 0, longest: times.at(-1) ?? 0 };
  });
}
