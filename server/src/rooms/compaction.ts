import { Failure } from '@accord/shared/kernel/failure';
import { FRAGMENT } from '@accord/shared/manuscript/document';
import { yjsToJson } from '@accord/shared/manuscript/yjs';
import * as Y from 'yjs';
import type { UpdateLog } from '../storage/ports';
import { isPending, newDocument } from './room-document';

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
export async function compact(log: UpdateLog, documentId: string, slice: number): Promise<Compacted | null> {
  const stored = await log.load(documentId);
  const last = stored?.tail.at(-1);
  if (!stored || !last) return null;
  const updates = stored.tail.map((entry) => entry.update);
  if (stored.base) updates.unshift(stored.base);
  const original = await replay(updates, slice);
  await pause();
  const base = Y.encodeStateAsUpdate(original);
  await pause();
  const copy = await replay([base], slice);
  await pause();
  const before = fingerprint(original);
  await pause();
  const same = before === fingerprint(copy);
  original.destroy();
  copy.destroy();
  if (!same) throw new Failure('document-unreadable', 'A compacted document differs from its log.');
  await log.compact(documentId, last.seq, base);
  return { uptoSeq: last.seq, baseBytes: base.length };
}

async function replay(updates: readonly Uint8Array[], slice: number): Promise<Y.Doc> {
  const doc = newDocument();
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
  if (isPending(doc)) throw new Failure('document-unreadable', 'The stored text has gaps.');
  return doc;
}

/** Text and clocks: equal for two documents that say the same and go on the same way. */
function fingerprint(doc: Y.Doc): string {
  const vector = [...Y.decodeStateVector(Y.encodeStateVector(doc))].sort(([a], [b]) => a - b);
  return JSON.stringify([yjsToJson(doc.getXmlFragment(FRAGMENT)), vector]);
}

const pause = () => new Promise<void>((resume) => setImmediate(resume));
