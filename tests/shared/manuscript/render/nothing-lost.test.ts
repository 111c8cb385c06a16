import { countWordsIn } from '@accord/shared/manuscript/blocks';
import { cleanDocument } from '@accord/shared/manuscript/clean';
import type { NodeJson } from '@accord/shared/manuscript/document';
import { renderHtml } from '@accord/shared/manuscript/render-html';
import { renderMarkdown } from '@accord/shared/manuscript/render-markdown';
import { renderText } from '@accord/shared/manuscript/render-text';
import { manuscriptSchema } from '@accord/shared/manuscript/schema';
import { Node } from '@tiptap/pm/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tree, withWords, wordsOf } from './any-tree';

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
