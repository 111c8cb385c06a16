import { keptText, wordsIn } from '@accord/client/sync/device/kept-words';
import { FRAGMENT } from '@accord/shared/manuscript/document';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';

function chapter(...paragraphs: string[]): Y.Doc {
  const doc = new Y.Doc();
  const blocks = paragraphs.map((text, index) => {
    const block = new Y.XmlElement('paragraph');
    block.setAttribute('id', `b${index + 1}`);
    block.insert(0, [new Y.XmlText(text)]);
    return block;
  });
  doc.getXmlFragment(FRAGMENT).insert(0, blocks);
  return doc;
}

/** A person's copy of a chapter, with the updates that person makes. */
function writer(of: Y.Doc): { doc: Y.Doc; updates: Uint8Array[]; words: (block: number) => Y.XmlText } {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(of));
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'others') updates.push(update);
  });
  const words = (block: number) =>
    (doc.getXmlFragment(FRAGMENT).get(block) as Y.XmlElement).get(0) as Y.XmlText;
  return { doc, updates, words };
}

describe('words the server would not take', () => {
  it('[U4] come back with the whole block around them, mine told apart', () => {
    const { doc, updates, words } = writer(chapter('First.', 'The end.'));
    words(1).insert(4, 'very ');
    words(1).insert(9, 'bitter ');
    expect(wordsIn(doc, updates)).toEqual([
      {
        blockId: 'b2',
        parts: [
          { text: 'The ', mine: false },
          { text: 'very bitter ', mine: true },
          { text: 'end.', mine: false },
        ],
      },
    ]);
  });

  it('[U4] come back also from a block that somebody else has deleted', () => {
    const base = chapter('First.', 'Doomed.');
    const { doc, updates, words } = writer(base);
    words(1).insert(0, 'Mine. ');
    const other = writer(base);
    other.doc.getXmlFragment(FRAGMENT).delete(1, 1);
    for (const update of other.updates) Y.applyUpdate(doc, update, 'others');
    expect(wordsIn(doc, updates)).toEqual([{ blockId: null, parts: [{ text: 'Mine. ', mine: true }] }]);
  });

  it('leave out what I typed and took back myself', () => {
    const { doc, updates, words } = writer(chapter('First.'));
    words(0).insert(6, ' Typo');
    words(0).delete(8, 3);
    words(0).insert(8, 'rue');
    expect(wordsIn(doc, updates).map((block) => block.parts)).toEqual([
      [
        { text: 'First.', mine: false },
        { text: ' True', mine: true },
      ],
    ]);
  });

  it('are none when all I did was delete', () => {
    const { doc, updates, words } = writer(chapter('First.'));
    words(0).delete(0, 2);
    expect(wordsIn(doc, updates)).toEqual([]);
  });

  it('read as text, block by block', () => {
    const { doc, updates, words } = writer(chapter('One', 'Two', 'Three'));
    words(0).insert(3, ' a');
    words(2).insert(5, ' c');
    expect(keptText({ blocks: wordsIn(doc, updates) })).toBe('One a\n\nThree c');
  });
});
