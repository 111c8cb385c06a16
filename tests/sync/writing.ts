import { FRAGMENT } from '@accord/shared/manuscript/document';
import { yjsToJson } from '@accord/shared/manuscript/yjs';
import * as Y from 'yjs';

/** Appends a paragraph to a chapter's document. @returns the update */
export function paragraph(doc: Y.Doc, words: string): Uint8Array {
  return change(doc, (text) => {
    const element = new Y.XmlElement('paragraph');
    element.insert(0, [new Y.XmlText(words)]);
    text.insert(text.length, [element]);
  });
}

/** Types at the end of the last paragraph. @returns the update */
export function type(doc: Y.Doc, words: string): Uint8Array {
  return change(doc, (text) => {
    const last = text.get(text.length - 1) as Y.XmlElement;
    const run = last.get(0) as Y.XmlText;
    run.insert(run.length, words);
  });
}

/** Changes a chapter's document. @returns what the change comes to */
export function change(doc: Y.Doc, how: (text: Y.XmlFragment) => void): Uint8Array {
  const before = Y.encodeStateVector(doc);
  let update: Uint8Array | null = null;
  const keep = (bytes: Uint8Array) => {
    update = bytes;
  };
  doc.on('update', keep);
  doc.transact(() => how(doc.getXmlFragment(FRAGMENT)), 'test');
  doc.off('update', keep);
  return update ?? Y.encodeStateAsUpdate(doc, before);
}

/** The words of each block. */
export function words(doc: Y.Doc): string[] {
  return (yjsToJson(doc.getXmlFragment(FRAGMENT)).content ?? []).map(
    (block) => block.content?.map((run) => run.text ?? '').join('') ?? '',
  );
}
