import { countWordsIn, walk } from '@accord/shared/manuscript/blocks';
import { cleanDocument } from '@accord/shared/manuscript/clean';
import type { MarkJson, NodeJson } from '@accord/shared/manuscript/document';
import { renderHtml } from '@accord/shared/manuscript/render-html';
import { renderMarkdown } from '@accord/shared/manuscript/render-markdown';
import { renderText } from '@accord/shared/manuscript/render-text';
import { manuscriptSchema } from '@accord/shared/manuscript/schema';
import { Node } from '@tiptap/pm/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

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
const { tree } = fc.letrec<{ tree: NodeJson }>((tie) => ({
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
function withWords(content: NodeJson[]): { doc: NodeJson; words: string[] } {
  const words: string[] = [];
  const doc: NodeJson = { type: 'doc', content };
  walk(doc, (node) => {
    if (node.text === undefined) return;
    words.push(`w${words.length}w`);
    node.text = node.text.replace('§', words.at(-1) ?? '');
  });
  return { doc, words };
}

const wordsOf = (rendered: string): string[] => (rendered.match(/w\d+w/g) ?? []).sort();

describe('any tree a client can leave in a chapter', () => {
  const forAny = (check: (doc: NodeJson, words: string[]) => void) =>
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 6 }), (content) => {
        const { doc, words } = withWords(structuredClone(content));
        check(doc, words.sort());
      }),
      { numRuns: 400 },
    );

  it('keeps each word once as text', () =>
    forAny((doc, words) => expect(wordsOf(renderText(doc))).toEqual(words)));
  it('keeps each word once as HTML', () =>
    forAny((doc, words) => expect(wordsOf(renderHtml(doc, { language: 'en' }))).toEqual(words)));
  it('keeps each word once as Markdown', () =>
    forAny((doc, words) => expect(wordsOf(renderMarkdown(doc))).toEqual(words)));
  it('is cleaned to nodes the schema knows, with the words still counted', () =>
    forAny((doc, words) => {
      const clean = cleanDocument(doc);
      expect(() => Node.fromJSON(manuscriptSchema, clean)).not.toThrow();
      expect(countWordsIn(clean)).toBeGreaterThanOrEqual(words.length === 0 ? 0 : 1);
      expect(cleanDocument(clean)).toEqual(clean);
    }));
  it('[K8] makes HTML of known elements and attributes only', () =>
    forAny((doc) => {
      for (const [, tag, attributes] of renderHtml(doc, { language: 'en' }).matchAll(
        /<([^\s>/]+)((?: [^>]*)?)>/g,
      )) {
        expect(TAGS).toContain(tag);
        for (const [, name] of (attributes ?? '').matchAll(/ ([^\s=]+)="[^"]*"/g))
          expect(ATTRIBUTES).toContain(name);
        expect(attributes).not.toMatch(/="\s*javascript:/i);
      }
    }));
});

const TAGS =
  'h1 h2 h3 h4 p ul ol li input div blockquote table thead tbody tr th td figure img figcaption pre code hr br a sup sub strong em u s span'.split(
    ' ',
  );
const ATTRIBUTES =
  'id class role start type disabled checked aria-labelledby aria-label tabindex colspan rowspan scope src alt width height loading href rel value'.split(
    ' ',
  );
