import { useEffect, useMemo } from 'react';
import { applyUpdate, Doc, encodeStateAsUpdate, encodeStateVector } from 'yjs';

/** Origin of what flows into a copy. */
const COPY = Symbol('read-only copy');

/**
 * A copy of a document that follows it, one way. A read-only editor is bound to the copy: the binding to Yjs deletes
 * nodes its schema refuses even when nobody may type, and so it never reaches the text itself.
 */
export class ReadOnlyCopy {
  readonly doc = new Doc();
  readonly #source: Doc;

  constructor(source: Doc) {
    this.#source = source;
    this.#catchUp();
  }

  /** Follows the source until the returned function is called. */
  follow(): () => void {
    const pass = (update: Uint8Array) => applyUpdate(this.doc, update, COPY);
    this.#source.on('update', pass);
    this.#catchUp();
    return () => this.#source.off('update', pass);
  }

  #catchUp(): void {
    applyUpdate(this.doc, encodeStateAsUpdate(this.#source, encodeStateVector(this.doc)), COPY);
  }
}

/** The document to bind an editor to: `doc` itself when it may be edited, otherwise a copy that follows it. */
export function useBoundDocument(doc: Doc, editable: boolean): Doc {
  const copy = useMemo(() => (editable ? null : new ReadOnlyCopy(doc)), [doc, editable]);
  useEffect(() => copy?.follow(), [copy]);
  return copy?.doc ?? doc;
}
