import { FRAGMENT } from '@accord/shared/manuscript/document';
import { acceptSuggestions, type Open } from '@accord/shared/suggestions/accept';
import * as Y from 'yjs';
import { rewrite } from './rewrite';
import { TextReader } from './text-reader';

/** How long news rests before the text is worked out again, in milliseconds. */
const REST = 150;

/** The text as it would be if all open suggestions were accepted (S11): to be read, never written to, never sent. */
export class AsIfAccepted {
  readonly doc = new Y.Doc();
  readonly #reader: TextReader;
  readonly #synced: Y.Doc;
  readonly #open: () => readonly Open[];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(synced: Y.Doc, open: () => readonly Open[]) {
    this.#synced = synced;
    this.#open = open;
    this.#reader = new TextReader(synced.getXmlFragment(FRAGMENT));
    Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(synced));
    this.#bring();
    synced.on('update', this.later);
  }

  /** There is news of the text or the suggestions. */
  readonly later = (): void => {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#bring();
    }, REST);
  };

  stop(): void {
    clearTimeout(this.#timer);
    this.#synced.off('update', this.later);
    this.#reader.stop();
  }

  #bring(): void {
    const { document } = acceptSuggestions(this.#open(), this.#reader.read());
    this.doc.transact(() => rewrite(this.doc.getXmlFragment(FRAGMENT), document));
  }
}
