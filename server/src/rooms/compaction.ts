import { Failure } from '@accord/shared/kernel/failure';
import { FRAGMENT } from '@accord/shared/manuscript/document';
import { yjsToJson } from '@accord/shared/manuscript/yjs';
import * as Y from 'yjs';
import type { StoredEntry, UpdateLog } from '../storage/ports';
import { isPending, newDocument } from './room-document';

/** Watches a log while it is replayed, and tells what of its steps must outlive them. */
export interface LogWatch {
  /** @param doc still empty; what stands for earlier steps is applied to it before the first `apply` */
  begin(
    documentId: string,
    doc: Y.Doc,
  ): Promise<{
    /** Applies one entry, alone in its transaction. */
    apply(entry: StoredEntry): void | Promise<void>;
    kept(): Uint8Array;
  }>;
}

export interface Compacted {
  readonly uptoSeq: number;
  readonly baseBytes: number;
}

/**
 * Replays a document's log into a fresh Y.Doc, checks that what it wrote down says the same text, and hands it to the log as the
 * new base. Works in slices, so that nobody's keystroke waits for it; see shared/decisions/0005-compaction-in-slices.md.
 * @param slice longest stretch of work, in milliseconds
 * @returns null when there was nothing to compact
 * @throws Failure('document-unreadable') when the log's content or the check fails; the log is then as it was
 */
export async function compact(
  log: UpdateLog,
  documentId: string,
  slice: number,
  watch: LogWatch | null = null,
): Promise<Compacted | null> {
  const stored = await log.load(documentId);
  const last = stored?.tail.at(-1);
  if (!stored || !last) return null;
  const original = newDocument();
  const watching = await watch?.begin(documentId, original);
  const updates = watching ? [] : stored.tail.map((entry) => entry.update);
  if (stored.base) updates.unshift(stored.base);
  await replay(original, updates, slice);
  if (watching) {
    await inSlices(stored.tail, slice, (entry) => watching.apply(entry));
    checkWhole(original);
  }
  await pause();
  const base = Y.encodeStateAsUpdate(original);
  await pause();
  const copy = newDocument();
  await replay(copy, [base], slice);
  await pause();
  const before = fingerprint(original);
  await pause();
  const same = before === fingerprint(copy);
  original.destroy();
  copy.destroy();
  if (!same) throw new Failure('document-unreadable', 'A compacted document differs from its log.');
  await log.compact(documentId, last.seq, base, watching?.kept());
  return { uptoSeq: last.seq, baseBytes: base.length };
}

/** Several updates at a time are one transaction: much cheaper. */
async function replay(doc: Y.Doc, updates: readonly Uint8Array[], slice: number): Promise<void> {
  let next = 0;
  while (next < updates.length) {
    const until = performance.now() + slice;
    doc.transact(() => {
      do {
        Y.applyUpdate(doc, updates[next++] ?? new Uint8Array([0, 0]));
      } while (next < updates.length && performance.now() < until);
    });
    if (next < updates.length) await pause();
  }
  checkWhole(doc);
}

async function inSlices<T>(
  all: readonly T[],
  slice: number,
  work: (one: T) => void | Promise<void>,
): Promise<void> {
  let until = performance.now() + slice;
  for (const one of all) {
    await work(one);
    if (performance.now() < until) continue;
    await pause();
    until = performance.now() + slice;
  }
}

function checkWhole(doc: Y.Doc): void {
  if (isPending(doc)) throw new Failure('document-unreadable', 'The stored text has gaps.');
}

/** Text and clocks: equal for two documents that say the same and go on the same way. */
function fingerprint(doc: Y.Doc): string {
  const vector = [...Y.decodeStateVector(Y.encodeStateVector(doc))].sort(([a], [b]) => a - b);
  return JSON.stringify([yjsToJson(doc.getXmlFragment(FRAGMENT)), vector]);
}

const pause = () => new Promise<void>((resume) => setImmediate(resume));
