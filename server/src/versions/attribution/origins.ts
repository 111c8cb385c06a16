import { FRAGMENT } from '@accord/shared/manuscript/document';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import type { LogEntry } from '../../storage/ports';
import { blockOf, staysOf, textBlocksOf } from './block-letters';
import { Carried } from './carried';
import { Deleted } from './deleted';
import { COPY, explain, noteDeletions, type Sources } from './explain';
import type { Passage } from './letters';
import { Seen } from './seen';
import { standingBefore, stepOf } from './step';

/** A version's text block, as a source of what a restore writes. */
export type VersionBlock = Passage & { readonly id: string | null };

const FORMAT = 1;
/** With this many times the chapter's own length, what was seen is gathered anew. */
const SEEN_AT_MOST = 2_000_000;

/**
 * Watches a chapter being replayed step by step and notes which letters were not written by who sent them, but carried:
 * split off, moved, pasted, undone, restored. See shared/decisions/0011-who-wrote-a-word.md.
 */
export class Origins {
  readonly carried: Carried;
  readonly #deleted: Deleted;
  #step: { readonly personId: string; readonly version: readonly VersionBlock[] | null } | null = null;
  /** Long stretches of all that stood here, and the blocks that changed since; null before anybody asked. */
  #seen: { readonly index: Seen; readonly dirty: Set<Y.XmlElement> } | null = null;

  /**
   * @param doc the document that will be replayed in; what is applied outside of `step` is taken for known
   * @param kept what `bytes` gave for the text the document begins with
   */
  constructor(doc: Y.Doc, kept: Uint8Array | null) {
    const decoder = kept && decoding.createDecoder(kept);
    const known = decoder !== null && decoding.readVarUint(decoder) === FORMAT;
    this.carried = known ? Carried.read(decoder) : new Carried();
    this.#deleted = known ? Deleted.read(decoder) : new Deleted();
    doc.on('afterTransaction', (transaction: Y.Transaction) => {
      if (this.#step) this.#observe(transaction, this.#step);
    });
  }

  /**
   * Applies one entry of the log.
   * @param version the text blocks of the version it restores, when it does
   */
  step(doc: Y.Doc, { personId, update }: LogEntry, version: readonly VersionBlock[] | null = null): void {
    this.#step = { personId, version };
    try {
      Y.applyUpdate(doc, update);
    } finally {
      this.#step = null;
    }
  }

  /** All that must be kept when the steps themselves are not. */
  bytes(): Uint8Array {
    return encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, FORMAT);
      this.carried.write(encoder);
      this.#deleted.write(encoder);
    });
  }

  #observe(
    transaction: Y.Transaction,
    { personId, version }: { personId: string; version: readonly VersionBlock[] | null },
  ): void {
    const blocks = stepOf(transaction);
    const sources: Sources = {
      personId,
      carried: this.carried,
      deleted: this.#deleted,
      version,
      standing: () => this.#standing(transaction),
    };
    const gone = blocks.map(({ before }) => [...before.open]);
    explain(blocks, sources);
    for (const [index, touched] of blocks.entries()) {
      if (touched.fresh.length > 0) this.#deleted.interrupted(touched.block);
      const known = this.#deleted.runs.length;
      noteDeletions(touched, gone[index] ?? [], sources);
      for (const deletion of this.#deleted.runs.slice(known))
        if (deletion.text.length >= COPY) this.#seen?.index.add(deletion);
      this.#seen?.dirty.add(touched.block);
    }
  }

  /** What stood in the chapter before this step, or was deleted lately. */
  #standing(transaction: Y.Transaction): Seen {
    const stay = staysOf(transaction);
    if (!this.#seen || this.#seen.index.size > SEEN_AT_MOST) {
      const index = new Seen(12, 8);
      for (const deletion of this.#deleted.runs) index.add(deletion);
      const dirty = new Set(textBlocksOf(transaction.doc.getXmlFragment(FRAGMENT)));
      for (const client of transaction.deleteSet.clients.keys()) collectDeleted(transaction, client, dirty);
      this.#seen = { index, dirty };
    }
    const { index, dirty } = this.#seen;
    for (const block of dirty) index.add(standingBefore(block, stay));
    dirty.clear();
    return index;
  }
}

/** Blocks of which this step deleted something: they may be gone from the text. */
function collectDeleted(transaction: Y.Transaction, client: number, into: Set<Y.XmlElement>): void {
  const structs = transaction.doc.store.clients.get(client) ?? [];
  for (const { clock, len } of transaction.deleteSet.clients.get(client) ?? [])
    for (let index = Y.findIndexSS(structs, clock); index < structs.length; index++) {
      const struct = structs[index];
      if (!struct || struct.id.clock >= clock + len) break;
      const block = struct instanceof Y.Item ? blockOf(struct) : null;
      if (block) into.add(block);
    }
}
