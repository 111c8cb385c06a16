import { createHash } from 'node:crypto';
import { bold, document, figure, italic, paragraph } from '@accord/shared/manuscript/build';
import { canonicalHash, canonicalJson } from '@accord/shared/manuscript/canonical';
import type { MarkJson, NodeJson } from '@accord/shared/manuscript/document';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const value = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
const attrs = fc.dictionary(fc.constantFrom('id', 'level', 'href', '__proto__', 'ä', 'z9'), value, {
  maxKeys: 4,
});
const mark: fc.Arbitrary<MarkJson> = fc.record(
  { type: fc.constantFrom('bold', 'italic', 'link'), attrs },
  { requiredKeys: ['type'] },
);
const text: fc.Arbitrary<NodeJson> = fc.record(
  {
    type: fc.constant('text'),
    text: fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }),
    marks: fc.uniqueArray(mark, { maxLength: 3, selector: ({ type }) => type }),
  },
  { requiredKeys: ['type', 'text'] },
);
const tree = fc.letrec<{ node: NodeJson; block: NodeJson }>((tie) => ({
  node: fc.oneof({ maxDepth: 4 }, text, tie('block')),
  block: fc.record(
    {
      type: fc.constantFrom('paragraph', 'listItem', 'table'),
      attrs,
      content: fc.array(tie('node'), { maxLength: 4 }),
    },
    { requiredKeys: ['type'] },
  ),
}));
const manuscript = fc
  .array(tree.block, { maxLength: 5 })
  .map((content): NodeJson => ({ type: 'doc', content }));

/** The same text, spelled differently: keys and marks the other way round, runs cut up, "nothing" said in other words. */
function respelled(node: NodeJson): NodeJson {
  const reversed = <T extends object>(object: T): T =>
    Object.fromEntries(Object.entries(object).reverse()) as T;
  const nothing = node.attrs ? {} : { attrs: { unset: null, missing: undefined } };
  const other: NodeJson = reversed({
    ...node,
    ...nothing,
    ...(node.attrs && { attrs: reversed({ ...node.attrs, unset: null }) }),
    marks: (node.marks ?? []).map((each) => reversed(each.attrs ? each : { ...each, attrs: {} })).reverse(),
    content: (node.content ?? []).flatMap((child) => {
      if (child.type !== 'text') return [respelled(child)];
      const letters = child.text ?? '';
      const parts = [letters.slice(0, 1), '', letters.slice(1)];
      return parts.map((part) => respelled({ ...child, text: part }));
    }),
  });
  return other;
}

describe('the canonical JSON of a text', () => {
  it('is the same however the text is spelled', () => {
    fc.assert(
      fc.property(manuscript, (doc) => {
        expect(canonicalJson(respelled(doc))).toBe(canonicalJson(doc));
      }),
    );
  });

  it('is JSON of the same text: spelled again it is itself', () => {
    fc.assert(
      fc.property(manuscript, (doc) => {
        const json = canonicalJson(doc);
        expect(canonicalJson(JSON.parse(json) as NodeJson)).toBe(json);
      }),
    );
  });

  it.each<[string, NodeJson, NodeJson]>([
    ['a letter', document(paragraph('one')), document(paragraph('onе'))],
    ['a mark', document(paragraph(['a', bold('b')])), document(paragraph(['a', italic('b')]))],
    ['where a mark ends', document(paragraph([bold('ab'), 'c'])), document(paragraph([bold('a'), 'bc']))],
    ['where a paragraph ends', document(paragraph('ab')), document(paragraph('a'), paragraph('b'))],
    [
      'the order of blocks',
      document(paragraph('a'), paragraph('b')),
      document(paragraph('b'), paragraph('a')),
    ],
    ['an empty paragraph', document(paragraph('a')), document(paragraph('a'), paragraph(''))],
    ['composed and decomposed letters', document(paragraph('\u00e9')), document(paragraph('e\u0301'))],
    [
      'text across an inline node',
      document(paragraph(['ab'])),
      document(paragraph(['a', { type: 'hardBreak' }, 'b'])),
    ],
    [
      'an attribute that is false, zero or empty',
      { type: 'doc', content: [{ type: 'taskItem', attrs: { checked: false } }] },
      { type: 'doc', content: [{ type: 'taskItem' }] },
    ],
  ])('tells %s', (_, one, other) => {
    expect(canonicalJson(one)).not.toBe(canonicalJson(other));
    expect(canonicalHash(one)).not.toBe(canonicalHash(other));
  });

  it('changes whenever a letter does', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (one, other) => {
        const hashOf = (text: string) =>
          canonicalHash(document({ ...paragraph(text), attrs: { id: 'block' } }));
        expect(hashOf(one) === hashOf(other)).toBe(one === other);
        expect(hashOf(one)).toBe(hashOf(one));
      }),
    );
  });

  it('is hashed as SHA-256 of its UTF-8, as any other tool would', () => {
    fc.assert(
      fc.property(manuscript, (doc) => {
        expect(canonicalHash(doc)).toBe(
          createHash('sha256').update(canonicalJson(doc), 'utf8').digest('hex'),
        );
      }),
    );
  });

  it('has the spelling that stored versions rest on', () => {
    const doc = document(paragraph(['Plain ', bold('bold')]));
    for (const block of doc.content ?? []) block.attrs = { id: 'p1' };
    expect(canonicalJson(doc)).toBe(
      '{"content":[{"attrs":{"id":"p1"},"content":[{"text":"Plain ","type":"text"},{"marks":[{"type":"bold"}],"text":"bold","type":"text"}],"type":"paragraph"}],"type":"doc"}',
    );
    expect(canonicalHash(doc)).toBe('a3d10f8345ef979f3b81ffee168ae43e93310915380b9fa0e444b3fa7c9766ab');
  });

  it('leaves the document it was given as it is', () => {
    const doc = document(
      paragraph(['a', 'b', bold('c')]),
      figure({ src: '/api/images/abcd', alt: 'x', width: 1, height: 1 }, 'x'),
    );
    const before = structuredClone(doc);
    canonicalJson(doc);
    expect(doc).toEqual(before);
  });
});
