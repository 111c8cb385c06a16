import { applyEdits, EditError } from '@accord/shared/manuscript/apply-edits';
import { bold, document, hardBreak, noteMark, paragraph } from '@accord/shared/manuscript/build';
import { canonicalJson } from '@accord/shared/manuscript/canonical';
import { FRAGMENT, type NodeJson } from '@accord/shared/manuscript/document';
import type { Edit } from '@accord/shared/manuscript/edits';
import { inlineText, joinInline, partsCharacter } from '@accord/shared/manuscript/inline-text';
import { manuscriptSchema } from '@accord/shared/manuscript/schema';
import { blocksToYjs, yjsToJson } from '@accord/shared/manuscript/yjs';
import { pointsOfHint, relativeHint, writeEdits } from '@accord/shared/manuscript/yjs-edits';
import { Node } from '@tiptap/pm/model';
import { prosemirrorToYXmlFragment } from '@tiptap/y-tiptap';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { documents, editOf, intents } from './edited';

const filled = (chapter: NodeJson): Y.Doc => {
  const doc = new Y.Doc();
  doc.getXmlFragment(FRAGMENT).insert(0, blocksToYjs(chapter.content ?? []));
  return doc;
};
const fragmentOf = (doc: Y.Doc): Y.XmlFragment => doc.getXmlFragment(FRAGMENT);
const copyOf = (doc: Y.Doc): Y.Doc => {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
};
const exchange = (one: Y.Doc, other: Y.Doc) => {
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other));
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one));
};
const textOf = (doc: Y.Doc): string[] => (yjsToJson(fragmentOf(doc)).content ?? []).map(inlineText);
const text = (words: string): NodeJson => ({ type: 'text', text: words });
const id = (node: NodeJson | undefined): string => String(node?.attrs?.id);

describe('edits written into Yjs', () => {
  it('give the same text as on JSON, and are refused alike', () => {
    fc.assert(
      fc.property(documents, fc.array(intents, { minLength: 1, maxLength: 6 }), (chapter, wishes) => {
        const doc = filled(chapter);
        for (const [number, wish] of wishes.entries()) {
          const before = yjsToJson(fragmentOf(doc));
          const edit = editOf(before, wish, number);
          let expected: NodeJson | null = null;
          try {
            expected = applyEdits(before, [edit]);
          } catch {
            expect(() => writeEdits(fragmentOf(doc), [edit])).toThrow(EditError);
            expect(yjsToJson(fragmentOf(doc))).toEqual(before);
          }
          if (!expected) continue;
          writeEdits(fragmentOf(doc), [edit]);
          expect(canonicalJson(yjsToJson(fragmentOf(doc)))).toBe(canonicalJson(expected));
        }
      }),
      { numRuns: 400 },
    );
  });

  it('several at once are one transaction, and all or none', () => {
    const block = paragraph('one two');
    const doc = filled(document(block));
    let updates = 0;
    doc.on('update', () => {
      updates += 1;
    });
    const replace = (from: number, to: number, words: string): Edit => ({
      kind: 'replace-text',
      blockId: id(block),
      from,
      to,
      content: [text(words)],
    });
    expect(() => writeEdits(fragmentOf(doc), [replace(0, 3, '1'), replace(0, 99, '2')])).toThrow(EditError);
    expect(updates).toBe(0);
    writeEdits(fragmentOf(doc), [replace(4, 7, '2'), replace(0, 3, '1')]);
    expect(updates).toBe(1);
    expect(textOf(doc)).toEqual(['1 2']);
  });

  it('leave the Yjs form that the editor writes itself: it has nothing to correct', () => {
    fc.assert(
      fc.property(documents, fc.array(intents, { minLength: 1, maxLength: 4 }), (chapter, wishes) => {
        const doc = filled(chapter);
        for (const [number, wish] of wishes.entries()) {
          try {
            writeEdits(fragmentOf(doc), [editOf(yjsToJson(fragmentOf(doc)), wish, number)]);
          } catch (error) {
            expect(error).toBeInstanceOf(EditError);
          }
        }
        const node = Node.fromJSON(manuscriptSchema, yjsToJson(fragmentOf(doc)));
        const theirs = prosemirrorToYXmlFragment(node, new Y.Doc().getXmlFragment('default'));
        expect(shapeOf(fragmentOf(doc))).toEqual(shapeOf(theirs));
      }),
      { numRuns: 200 },
    );
  });

  it('keep what others type into the same paragraph at the same moment, where they typed it', () => {
    const block = paragraph(['The quick brown fox jumps over the ', bold('lazy'), ' dog.']);
    const ours = filled(document(block));
    const theirs = copyOf(ours);
    const typed = (fragmentOf(theirs).get(0) as Y.XmlElement).get(0) as Y.XmlText;
    typed.insert(3, ' very');
    typed.insert(typed.length, ' Really.');
    writeEdits(fragmentOf(ours), [
      {
        kind: 'replace-text',
        blockId: id(block),
        from: 10,
        to: 39,
        content: [text('red fox leaps over the '), bold('idle')],
      },
    ]);
    exchange(ours, theirs);
    expect(textOf(ours)).toEqual(['The very quick red fox leaps over the idle dog. Really.']);
    expect(yjsToJson(fragmentOf(theirs))).toEqual(yjsToJson(fragmentOf(ours)));
  });

  it('keep what others type inside words that stay within what is replaced, or only become bold', () => {
    const block = paragraph('One sentence that is replaced in part by another.');
    const ours = filled(document(block));
    const theirs = copyOf(ours);
    ((fragmentOf(theirs).get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(18, 'surely ');
    writeEdits(fragmentOf(ours), [
      {
        kind: 'replace-text',
        blockId: id(block),
        from: 0,
        to: 49,
        content: [text('A sentence '), bold('that is replaced'), text(' wholly.')],
      },
    ]);
    exchange(ours, theirs);
    expect(textOf(ours)).toEqual(['A sentence that surely is replaced wholly.']);
  });

  it('never lose a word that somebody typed at the same moment, whatever words are replaced', () => {
    const words = fc.array(
      fc.record({ text: fc.constantFrom('the ', 'fox ', 'a', 'é', '😀', 'quick '), bold: fc.boolean() }),
      { maxLength: 8 },
    );
    const nodes = (parts: { text: string; bold: boolean }[]) =>
      joinInline(parts.map((part) => (part.bold ? bold(part.text) : text(part.text))));
    const typing = fc.record({ at: fc.nat(60) });
    const change = fc.record({ from: fc.nat(40), length: fc.nat(20), words });
    fc.assert(
      fc.property(words, fc.array(typing), fc.array(change), (first, typed, changes) => {
        const block: NodeJson = {
          type: 'paragraph',
          attrs: { id: 'here' },
          content: [text('.'), ...nodes(first)],
        };
        const ours = filled(document(block));
        const theirs = copyOf(ours);
        const run = (fragmentOf(theirs).get(0) as Y.XmlElement).get(0) as Y.XmlText;
        typed.forEach(({ at }, index) => {
          const place = at % (run.length + 1);
          // Not between the halves of a character, where nobody can type.
          if (!partsCharacter(inlineText(yjsToJson(fragmentOf(theirs)).content?.[0] ?? block), place))
            run.insert(place, `<${index}>`);
        });
        const before = textOf(theirs).join();
        for (const { from, length, words: put } of changes) {
          const size = textOf(ours).join().length;
          const [left, right] = [from % (size + 1), Math.min((from % (size + 1)) + length, size)];
          const edit: Edit = {
            kind: 'replace-text',
            blockId: 'here',
            from: left,
            to: right,
            content: nodes(put),
          };
          try {
            writeEdits(fragmentOf(ours), [edit]);
          } catch (error) {
            expect(error).toBeInstanceOf(EditError);
          }
        }
        exchange(ours, theirs);
        expect(yjsToJson(fragmentOf(theirs))).toEqual(yjsToJson(fragmentOf(ours)));
        for (const [word] of before.matchAll(/<\d+>/g)) expect(textOf(ours).join()).toContain(word);
      }),
      { numRuns: 200 },
    );
  });

  it('put a line break into a text and take it out again without parting it for good', () => {
    const block = paragraph('before after');
    const doc = filled(document(block));
    writeEdits(fragmentOf(doc), [
      { kind: 'replace-text', blockId: id(block), from: 6, to: 7, content: [hardBreak()] },
    ]);
    const element = fragmentOf(doc).get(0) as Y.XmlElement;
    expect(element.length).toBe(3);
    writeEdits(fragmentOf(doc), [
      { kind: 'replace-text', blockId: id(block), from: 6, to: 7, content: [text(' ')] },
    ]);
    expect(element.length).toBe(1);
    expect(textOf(doc)).toEqual(['before after']);
  });

  it('new words have the marks they are given, not those of their neighbours', () => {
    const block = paragraph([bold('bold')]);
    const doc = filled(document(block));
    writeEdits(fragmentOf(doc), [
      { kind: 'replace-text', blockId: id(block), from: 4, to: 4, content: [text(' plain')] },
      { kind: 'replace-text', blockId: id(block), from: 2, to: 2, content: [text('-')] },
    ]);
    expect(yjsToJson(fragmentOf(doc)).content?.[0]?.content).toEqual([
      bold('bo'),
      text('-'),
      bold('ld'),
      text(' plain'),
    ]);
  });

  it.each(['😁', '🈀'])(
    'a character that shares half of its code with %s is replaced as a whole',
    (other) => {
      const block = paragraph('before 😀 after');
      const doc = filled(document(block));
      writeEdits(fragmentOf(doc), [
        { kind: 'replace-text', blockId: id(block), from: 7, to: 9, content: [text(other)] },
      ]);
      expect(textOf(doc)).toEqual([`before ${other} after`]);
    },
  );

  it('reads and writes paragraphs in which two texts stand side by side, as two people’s edits leave them', () => {
    const doc = new Y.Doc();
    const element = new Y.XmlElement('paragraph');
    element.setAttribute('id', 'side');
    element.insert(0, [
      new Y.XmlText('one '),
      new Y.XmlText('two '),
      new Y.XmlElement('hardBreak'),
      new Y.XmlText(''),
      new Y.XmlText('three'),
    ]);
    fragmentOf(doc).insert(0, [element]);
    const edits: Edit[] = [
      { kind: 'replace-text', blockId: 'side', from: 2, to: 6, content: [text('-')] },
      { kind: 'replace-text', blockId: 'side', from: 6, to: 6, content: [text('then ')] },
      { kind: 'replace-text', blockId: 'side', from: 0, to: 0, content: [noteMark('n1')] },
    ];
    const expected = applyEdits(yjsToJson(fragmentOf(doc)), edits);
    writeEdits(fragmentOf(doc), edits);
    expect(yjsToJson(fragmentOf(doc))).toEqual(expected);
  });
});

/**
 * Elements and texts as they stand in Yjs; texts that hold nothing left out, and neighbours of the same marks as one: these
 * make no difference to the editor.
 */
function shapeOf(parent: Y.XmlFragment): unknown[] {
  return parent.toArray().flatMap((child): unknown[] => {
    if (child instanceof Y.XmlElement) return [[child.nodeName, child.getAttributes(), shapeOf(child)]];
    if (!(child instanceof Y.XmlText) || child.length === 0) return [];
    const stretches: { insert: string; attributes: unknown }[] = [];
    for (const { insert, attributes } of child.toDelta()) {
      const last = stretches.at(-1);
      if (last && JSON.stringify(last.attributes) === JSON.stringify(attributes)) last.insert += insert;
      else stretches.push({ insert, attributes });
    }
    return [stretches];
  });
}

describe('hints', () => {
  const block = paragraph(['The quick', hardBreak(), 'brown fox.']);
  const point = (offset: number) => ({ blockId: id(block), offset });

  it('lead back to the points they were made of', () => {
    const doc = filled(document(block));
    for (let from = 0; from <= 20; from += 1) {
      for (let to = from; to <= 20; to += 1) {
        const hint = relativeHint(fragmentOf(doc), point(from), point(to));
        expect(hint && pointsOfHint(fragmentOf(doc), hint)).toEqual({ start: point(from), end: point(to) });
      }
    }
  });

  it('[C4] follow typing before and inside, not at the edges', () => {
    const doc = filled(document(block));
    const hint = relativeHint(fragmentOf(doc), point(4), point(15));
    const type = (offset: number, words: string) =>
      writeEdits(fragmentOf(doc), [
        { kind: 'replace-text', blockId: id(block), from: offset, to: offset, content: [text(words)] },
      ]);
    const now = () => hint && pointsOfHint(fragmentOf(doc), hint);
    type(0, 'So: ');
    expect(now()).toEqual({ start: point(8), end: point(19) });
    type(8, 'very ');
    type(24, ' red');
    expect(now()).toEqual({ start: point(13), end: point(24) });
    type(18, '!');
    expect(now()).toEqual({ start: point(13), end: point(25) });
  });

  it('are none where the block is gone, was never there, or the hint is no hint', () => {
    const doc = filled(document(paragraph('stays'), block));
    const hint = relativeHint(fragmentOf(doc), point(4), point(9));
    writeEdits(fragmentOf(doc), [{ kind: 'remove-block', blockId: id(block) }]);
    expect(hint && pointsOfHint(fragmentOf(doc), hint)).toBeNull();
    expect(relativeHint(fragmentOf(doc), point(4), point(9))).toBeNull();
    for (const wrong of ['', 'AAAA', '////', 'AQID', '====', 'x'])
      expect(pointsOfHint(fragmentOf(doc), { start: wrong, end: wrong })).toBeNull();
    expect(hint && pointsOfHint(fragmentOf(new Y.Doc()), hint)).toBeNull();
  });
});
