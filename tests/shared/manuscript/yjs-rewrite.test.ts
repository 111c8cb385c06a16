import { canonicalJson } from '@accord/shared/manuscript/canonical';
import { FRAGMENT, type NodeJson } from '@accord/shared/manuscript/document';
import { blocksToYjs, yjsToJson } from '@accord/shared/manuscript/yjs';
import { rewriteText } from '@accord/shared/manuscript/yjs-rewrite';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { chapters, chaptersWithPoorIds } from '../../kit/documents';
import '../../kit/seed';

const paragraph = (id: string | null, text: string): NodeJson => ({
  type: 'paragraph',
  ...(id && { attrs: { id } }),
  content: [{ type: 'text', text }],
});
const doc = (...content: NodeJson[]): NodeJson => ({ type: 'doc', content });

function open(document: NodeJson): Y.Doc {
  const ydoc = new Y.Doc();
  ydoc.getXmlFragment(FRAGMENT).insert(0, blocksToYjs(document.content ?? []));
  return ydoc;
}
const text = (ydoc: Y.Doc): Y.XmlFragment => ydoc.getXmlFragment(FRAGMENT);
const json = (ydoc: Y.Doc): NodeJson => yjsToJson(text(ydoc));
const words = (ydoc: Y.Doc) =>
  (json(ydoc).content ?? []).map(({ content }) => (content ?? []).map((run) => run.text).join(''));

/** Somebody else's copy, who types at the end of a block without having heard of anything. */
function typedBeside(ydoc: Y.Doc, blockIndex: number, at: number, letters: string): Uint8Array {
  const other = new Y.Doc();
  Y.applyUpdate(other, Y.encodeStateAsUpdate(ydoc));
  const before = Y.encodeStateVector(other);
  ((text(other).get(blockIndex) as Y.XmlElement).get(0) as Y.XmlText).insert(at, letters);
  return Y.encodeStateAsUpdate(other, before);
}

describe('[V5] writing a version over a text', () => {
  it('gives exactly the version, whatever stood there', () => {
    fc.assert(
      fc.property(
        fc.oneof(chapters, chaptersWithPoorIds),
        fc.oneof(chapters, chaptersWithPoorIds),
        (now, version) => {
          const ydoc = open(now);
          const wanted = json(open(version));
          rewriteText(text(ydoc), wanted);
          expect(canonicalJson(json(ydoc))).toBe(canonicalJson(wanted));
          const replica = new Y.Doc();
          Y.applyUpdate(replica, Y.encodeStateAsUpdate(ydoc));
          expect(canonicalJson(json(replica))).toBe(canonicalJson(wanted));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('writes nothing where nothing differs', () => {
    fc.assert(
      fc.property(chaptersWithPoorIds, (chapter) => {
        const ydoc = open(chapter);
        let updates = 0;
        ydoc.on('update', () => updates++);
        rewriteText(text(ydoc), json(ydoc));
        expect(updates).toBe(0);
      }),
      { numRuns: 50 },
    );
  });

  it('leaves the letters that stay: what somebody types among them at that moment survives, once', () => {
    const ydoc = open(doc(paragraph('one', 'Quiet herons wait.'), paragraph('two', 'Loud geese.')));
    const typed = typedBeside(ydoc, 0, 12, ' and swans');
    rewriteText(text(ydoc), doc(paragraph('one', 'Calm herons wait.'), paragraph('three', 'Nobody.')));
    Y.applyUpdate(ydoc, typed);
    expect(words(ydoc)).toEqual(['Calm herons and swans wait.', 'Nobody.']);
  });

  it('keeps blocks in their elements around those that come, go and change places', () => {
    const ydoc = open(doc(...['a', 'b', 'c', 'd', 'e'].map((id) => paragraph(id, `Block ${id}`))));
    const elements = text(ydoc).toArray();
    rewriteText(text(ydoc), doc(...['x', 'a', 'd', 'b', 'c', 'e'].map((id) => paragraph(id, `Block ${id}`))));
    const after = text(ydoc).toArray();
    expect(words(ydoc)).toEqual(['x', 'a', 'd', 'b', 'c', 'e'].map((id) => `Block ${id}`));
    expect([1, 3, 4, 5].map((index) => elements.indexOf(after[index] as Y.XmlElement))).toEqual([0, 1, 2, 4]);
  });

  it('of blocks without ids keeps those at their place', () => {
    const ydoc = open(doc(paragraph(null, 'One'), paragraph(null, 'Two')));
    const [first] = text(ydoc).toArray();
    rewriteText(
      text(ydoc),
      doc(paragraph(null, 'One more'), paragraph(null, 'Two'), paragraph(null, 'Three')),
    );
    expect(text(ydoc).get(0)).toBe(first);
    expect(words(ydoc)).toEqual(['One more', 'Two', 'Three']);
  });
});
