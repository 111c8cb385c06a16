import { FRAGMENT } from '@accord/shared/manuscript/document';
import * as Y from 'yjs';
import type { LogEntry, StoredDocument, UpdateLog } from '../../storage/ports';
import { standing, textBlocksOf } from './block-letters';
import type { Carried } from './carried';
import { Origins, type VersionBlock } from './origins';

/** How a step is named that writes a version's words back. */
const RESTORE = 'restore:';
/** Longest stretch of replaying, in milliseconds: nobody's keystroke waits for it. */
const SLICE_MS = 4;
/** Chapters kept ready to go on from. */
const READY = 4;

interface Replay {
  readonly doc: Y.Doc;
  readonly origins: Origins;
  seq: number;
}

/** Reads chapters' logs step by step for what was carried. */
export interface Replays {
  /** What was carried in a chapter up to its newest step. @throws Failure('document-unreadable') */
  carried(chapterId: string): Promise<Carried>;
  /** For a compaction, which replays the log itself. */
  begin(
    chapterId: string,
    doc: Y.Doc,
  ): Promise<{ apply(entry: LogEntry): void | Promise<void>; kept(): Uint8Array }>;
}

export function createReplays({
  log,
  versionState,
}: {
  log: Pick<UpdateLog, 'load' | 'origins'>;
  /** The state of a version; null when there is none, or it can't be read. */
  versionState: (chapterId: string, versionId: string) => Promise<Uint8Array | null>;
}): Replays {
  /** The last used is the last. */
  const ready = new Map<string, Replay>();

  const step = (chapterId: string, doc: Y.Doc, origins: Origins, entry: LogEntry): void | Promise<void> => {
    const { sessionId } = entry;
    if (!sessionId.startsWith(RESTORE)) return origins.step(doc, entry);
    return versionState(chapterId, sessionId.slice(RESTORE.length)).then((state) =>
      origins.step(doc, entry, state && blocksOf(state)),
    );
  };

  async function begun(chapterId: string, stored: StoredDocument): Promise<Replay> {
    const kept = await log.origins(chapterId);
    const doc = quietDocument();
    const origins = new Origins(doc, kept?.bytes ?? null);
    if (stored.base) Y.applyUpdate(doc, stored.base);
    return { doc, origins, seq: stored.baseSeq };
  }

  return {
    async carried(chapterId) {
      const stored = await log.load(chapterId);
      const last = stored?.tail.at(-1)?.seq ?? stored?.baseSeq ?? 0;
      let replay = ready.get(chapterId);
      ready.delete(chapterId);
      if (!stored) return new Origins(quietDocument(), null).carried;
      if (!replay || replay.seq < stored.baseSeq || replay.seq > last)
        replay = await begun(chapterId, stored);
      let until = performance.now() + SLICE_MS;
      for (const entry of stored.tail) {
        if (entry.seq <= replay.seq) continue;
        await step(chapterId, replay.doc, replay.origins, entry);
        replay.seq = entry.seq;
        if (performance.now() < until) continue;
        await new Promise<void>((resume) => setImmediate(resume));
        until = performance.now() + SLICE_MS;
      }
      ready.set(chapterId, replay);
      for (const oldest of ready.keys()) if (ready.size > READY) ready.delete(oldest);
      return replay.origins.carried;
    },

    async begin(chapterId, doc) {
      const kept = await log.origins(chapterId);
      const origins = new Origins(doc, kept?.bytes ?? null);
      return {
        apply: (entry) => step(chapterId, doc, origins, entry),
        kept: () => origins.bytes(),
      };
    },
  };
}

/** A document that changes by what is applied to it only: Yjs would tidy formatting away by itself. */
export function quietDocument(state?: Uint8Array): Y.Doc {
  const doc = new Y.Doc();
  doc.getXmlFragment(FRAGMENT);
  doc.on('afterTransaction', (transaction: Y.Transaction) => {
    transaction._needFormattingCleanup = false;
  });
  if (state) Y.applyUpdate(doc, state);
  return doc;
}

function blocksOf(state: Uint8Array): VersionBlock[] {
  const doc = quietDocument(state);
  const blocks = textBlocksOf(doc.getXmlFragment(FRAGMENT)).map(standing);
  doc.destroy();
  return blocks;
}
