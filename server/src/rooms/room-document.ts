import { Failure } from '@accord/shared/kernel/failure';
import { FRAGMENT } from '@accord/shared/manuscript/document';
import { type Range, skimUpdate } from '@accord/shared/sync/skim';
import * as Y from 'yjs';
import type { LogEntry, StoredDocument, UpdateLog } from '../storage/ports';
import { checkShape, Unsound } from './shape';

const EMPTY_UPDATE = Uint8Array.of(0, 0);

/**
 * A document that is nothing but what was applied to it. Yjs would tidy redundant formatting marks away by itself
 * after remote changes; the server leaves that to clients, whose deletions go through the log like any other.
 */
export function newDocument(): Y.Doc {
  const doc = new Y.Doc();
  doc.getXmlFragment(FRAGMENT);
  doc.on('afterTransaction', (transaction) => {
    transaction._needFormattingCleanup = false;
  });
  return doc;
}

/** Rebuilds a document from what the log holds. @throws Failure('document-unreadable') */
export function buildDocument(stored: StoredDocument | null): Y.Doc {
  const doc = newDocument();
  if (!stored) return doc;
  try {
    doc.transact(() => {
      if (stored.base) Y.applyUpdate(doc, stored.base);
      for (const entry of stored.tail) Y.applyUpdate(doc, entry.update);
    });
  } catch (error) {
    throw new Failure('document-unreadable', 'The stored text can not be rebuilt.', { cause: error });
  }
  if (isPending(doc)) throw new Failure('document-unreadable', 'The stored text has gaps.');
  return doc;
}

/** Whether Yjs holds something back because what it hangs on is missing. */
export function isPending(doc: Y.Doc): boolean {
  return doc.store.pendingStructs !== null || doc.store.pendingDs !== null;
}

/**
 * The text of an open chapter. Between turns it equals what the log holds; within a turn it runs ahead until the commit. It
 * is kept as stored bytes until something needs a real Y.Doc: opening a chapter to read costs no rebuild.
 */
export class RoomDocument {
  readonly generation: number;
  readonly owners: Map<number, string>;
  seq: number;
  /** Bytes stored, roughly: the base and all after it. */
  bytes: number;
  tailEntries: number;
  tailBytes: number;
  /** Elements and texts that were ever put in and not yet dropped by a compaction. */
  types = 0;
  private built: Y.Doc | null = null;
  private stateBytes: Uint8Array | null = null;
  private vectorBytes: Uint8Array | null = null;

  private constructor(private stored: StoredDocument | null) {
    const tail = stored?.tail ?? [];
    this.generation = stored?.generation ?? 1;
    this.owners = new Map(stored?.owners);
    this.seq = tail.at(-1)?.seq ?? stored?.baseSeq ?? 0;
    this.tailEntries = tail.length;
    this.tailBytes = tail.reduce((total, entry) => total + entry.update.length, 0);
    this.bytes = (stored?.base?.length ?? 0) + this.tailBytes;
  }

  /** @throws Failure('document-unreadable') */
  static async load(log: UpdateLog, id: string): Promise<RoomDocument> {
    return new RoomDocument(await log.load(id));
  }

  get doc(): Y.Doc {
    if (!this.built) {
      this.built = buildDocument(this.stored);
      this.stored = null;
      for (const structs of this.built.store.clients.values()) {
        for (const struct of structs)
          if (struct instanceof Y.Item && struct.content instanceof Y.ContentType) this.types++;
      }
    }
    return this.built;
  }

  /** What is here, as a sync step 1 carries it. */
  stateVector(): Uint8Array {
    this.vectorBytes ??= this.built ? Y.encodeStateVector(this.built) : vectorOf(this.stored);
    return this.vectorBytes;
  }

  /** All of it, as one update. */
  state(): Uint8Array {
    if (!this.stateBytes) {
      const { stored } = this;
      if (!this.built && !stored) this.stateBytes = EMPTY_UPDATE;
      else if (!this.built && stored?.base && stored.tail.length === 0) this.stateBytes = stored.base;
      else this.stateBytes = Y.encodeStateAsUpdate(this.doc);
    }
    return this.stateBytes;
  }

  /** What somebody with this state vector lacks. @throws when the bytes are no state vector */
  since(stateVector: Uint8Array): Uint8Array {
    const empty = stateVector.length === 1 && stateVector[0] === 0;
    return empty ? this.state() : Y.encodeStateAsUpdate(this.doc, stateVector);
  }

  /**
   * Applies a turn's updates in one transaction.
   * @returns one update that stands for all of them, when there are several
   * @throws whatever Yjs throws, or Unsound; the document is then of no use any more and must be loaded again
   */
  apply(updates: readonly { update: Uint8Array; inserted: readonly Range[] }[], limits: { depth: number }) {
    const { doc } = this;
    let merged: Uint8Array | null = null;
    const keep = (update: Uint8Array) => {
      merged = update;
    };
    if (updates.length > 1) doc.on('update', keep);
    try {
      doc.transact(() => {
        for (const { update, inserted } of updates) {
          Y.applyUpdate(doc, update);
          checkShape(doc, inserted, limits);
        }
      });
    } finally {
      doc.off('update', keep);
    }
    if (isPending(doc)) throw new Unsound('malformed', 'hangs on something that is not there');
    this.stateBytes = null;
    this.vectorBytes = null;
    return merged as Uint8Array | null;
  }

  /** Takes note that what was applied is on disk. */
  committed(entries: readonly LogEntry[], seq: number): void {
    this.seq = seq;
    this.tailEntries += entries.length;
    for (const entry of entries) {
      this.tailBytes += entry.update.length;
      this.bytes += entry.update.length;
      for (const client of entry.claimed) this.owners.set(client, entry.personId);
    }
  }

  /** Takes note of a compaction; the few entries that came while it ran are counted by their average. */
  compacted(uptoSeq: number, baseBytes: number): void {
    const left = this.seq - uptoSeq;
    this.tailBytes = this.tailEntries === 0 ? 0 : Math.round((this.tailBytes * left) / this.tailEntries);
    this.tailEntries = left;
    this.bytes = baseBytes + this.tailBytes;
  }

  destroy(): void {
    this.built?.destroy();
  }
}

/** The state vector of stored bytes, without building a document. */
function vectorOf(stored: StoredDocument | null): Uint8Array {
  const vector = new Map<number, number>();
  const count = (update: Uint8Array) => {
    for (const [client, clock, length] of skimUpdate(update).structs) {
      vector.set(client, Math.max(vector.get(client) ?? 0, clock + length));
    }
  };
  if (stored?.base) count(stored.base);
  for (const entry of stored?.tail ?? []) count(entry.update);
  return Y.encodeStateVector(vector);
}
