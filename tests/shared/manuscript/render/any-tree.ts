import { walk } from '@accord/shared/manuscript/blocks';
import type { MarkJson, NodeJson } from '@accord/shared/manuscript/document';
import { manuscriptSchema } from '@accord/shared/manuscript/schema';
import fc from 'fast-check';

const TYPES = [...Object.keys(manuscriptSchema.nodes), 'video', 'doc', '__proto__', ''];
const MARKS = [...Object.keys(manuscriptSchema.marks), 'blink'];

const attribute = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    1,
    2,
    3,
    1e12,
    -1,
    'note',
    'n1',
    'n2',
    'javascript:alert(1)',
    'https://example.org/',
  ),
  fc.string(),
);
const attrs = fc.record(
  {
    id: attribute,
    level: attribute,
    start: attribute,
    checked: attribute,
    kind: attribute,
    colspan: attribute,
    rowspan: attribute,
    src: attribute,
    noteId: attribute,
    language: attribute,
    href: attribute,
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Record<string, unknown>>;

const marks = fc.uniqueArray(fc.record({ type: fc.constantFrom(...MARKS), attrs }), {
  maxLength: 3,
  selector: ({ type }) => type,
}) as fc.Arbitrary<MarkJson[]>;

/** Text that Markdown and HTML could take for signs; `§` is later replaced by a word of its own. */
const SIGNS = [
  '',
  ' ',
  '\n',
  '*',
  '_',
  '`',
  '|',
  '<b>',
  '# ',
  '1. ',
  '- ',
  '[x](',
  '&amp;',
  '~~',
  '\\',
  '"',
  '\u2028',
];
const text = fc
  .tuple(fc.constantFrom(...SIGNS), fc.constantFrom(...SIGNS))
  .map(([before, after]) => `${before}§${after}`);

/** Any tree at all: known and unknown nodes in any order, as a raw Yjs client could write them. */
export const { tree } = fc.letrec<{ tree: NodeJson }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 6 },
    fc.record({ type: fc.constant('text'), text, marks }) as fc.Arbitrary<NodeJson>,
    fc.record({
      type: fc.constantFrom(...TYPES),
      attrs,
      content: fc.array(tie('tree'), { maxLength: 4 }),
    }) as fc.Arbitrary<NodeJson>,
  ),
}));

/** Gives each text its own word, so that losing or doubling one shows. */
export function withWords(content: NodeJson[]): { doc: NodeJson; words: string[] } {
  const words: string[] = [];
  const doc: NodeJson = { type: 'doc', content };
  walk(doc, (node) => {
    if (node.text === undefined) return;
    words.push(`w${words.length}w`);
    node.text = node.text.replace('§', words.at(-1) ?? '');
  });
  return { doc, words };
}

export const wordsOf = (rendered: string): string[] => (rendered.match(/w\d+w/g) ?? []).sort();
