import { FRAGMENT, type NodeJson } from '@accord/shared/manuscript/document';
import type { Edit } from '@accord/shared/manuscript/edits';
import { yjsToJson } from '@accord/shared/manuscript/yjs';
import { writeEdits } from '@accord/shared/manuscript/yjs-edits';
import { rewriteText } from '@accord/shared/manuscript/yjs-rewrite';
import * as Y from 'yjs';
import type { TextToEdit, Writer } from './live-chapters';

/** One person's part of what the server writes. */
export interface Written {
  readonly personId: string;
  readonly update: Uint8Array;
}

/** A copy of a chapter's committed text, on which a server feature writes what then becomes a turn of the room. */
export class TextCopy implements TextToEdit {
  readonly written: Written[] = [];
  private readonly doc = new Y.Doc();

  /** @param state all of the text, as one update */
  constructor(state: Uint8Array) {
    Y.applyUpdate(this.doc, state);
  }

  get fragment(): Y.XmlFragment {
    return this.doc.getXmlFragment(FRAGMENT);
  }

  get json(): NodeJson {
    return yjsToJson(this.fragment);
  }

  write(writer: Writer, edits: readonly Edit[]): number {
    return this.writeAs(writer, (fragment) => writeEdits(fragment, edits));
  }

  rewrite(writer: Writer, target: NodeJson): number {
    return this.writeAs(writer, (fragment) => rewriteText(fragment, target));
  }

  private writeAs({ personId, clientId }: Writer, how: (fragment: Y.XmlFragment) => void): number {
    const { doc, fragment } = this;
    doc.clientID = clientId;
    const before = Y.getState(doc.store, clientId);
    const keep = (update: Uint8Array) => void this.written.push({ personId, update });
    doc.on('update', keep);
    try {
      doc.transact(() => {
        how(fragment);
        // Deletions alone leave no trace of who made them: something that comes and goes does (see `Writer`).
        if (Y.getState(doc.store, clientId) === before) {
          fragment.insert(fragment.length, [new Y.XmlElement('paragraph')]);
          fragment.delete(fragment.length - 1, 1);
        }
      });
    } finally {
      doc.off('update', keep);
    }
    return Y.getState(doc.store, clientId);
  }

  destroy(): void {
    this.doc.destroy();
  }
}
