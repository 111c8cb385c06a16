import { Failure } from '@accord/shared/kernel/failure';
import { joinRows, rowOf } from './attribution-rows';
import { GroupCommit } from './group-commit';
import { createJournals } from './journal';
import type { Head } from './log-encoding';
import {
  Damaged,
  openAttribution,
  openBase,
  openBytes,
  openEntry,
  openHead,
  sealAttribution,
  sealBase,
  sealBytes,
  sealEntry,
  sealHead,
  sealText,
} from './log-encoding';
import * as keys from './log-keys';
import type { Operation, OrderedStore, Row } from './ordered-store';
import { RowsUnreadable } from './ordered-store';
import type { Attribution, UpdateLog } from './ports';
import type { ReadDocument } from './stored-document';
import { readDocument } from './stored-document';

const NEW: Head = { generation: 1, baseSeq: 0, lastSeq: 0 };

/** The update log over an ordered store; `close` waits for writes under way, and leaves the store open. */
export function createUpdateLog(store: OrderedStore): UpdateLog & { close(): Promise<void> } {
  const commits = new GroupCommit(store);
  /** Heads of the documents touched since the start, as the last prepared write leaves them; for calls in the queue only. */
  const heads = new Map<string, Head>();

  const headOf = async (id: string): Promise<Head> => {
    const known = heads.get(id);
    if (known) return known;
    const key = keys.headKey(id);
    const head = await unreadable(id, async () => {
      if (await store.get(keys.damagedKey(id))) throw new Damaged('it is marked as damaged');
      const sealed = await store.get(key);
      return sealed ? openHead(key, sealed) : NEW;
    });
    heads.set(id, head);
    return head;
  };

  /** The head after every write asked for so far. */
  const committedHead = (id: string): Promise<Head> =>
    commits.submit(async () => ({ operations: [], result: await headOf(id) }));

  const putHead = (id: string, head: Head): Operation => {
    const key = keys.headKey(id);
    return { type: 'put', key, value: sealHead(key, head) };
  };

  const read = async (id: string): Promise<ReadDocument> => {
    try {
      return readDocument(await store.range(...keys.documentRange(id)));
    } catch (error) {
      if (!(error instanceof RowsUnreadable)) throw error;
      return { document: readDocument(error.rows).document, problem: error.message };
    }
  };

  return {
    ...createJournals(store, commits),

    append: async (entries) =>
      commits.submit(async () => {
        const operations: Operation[] = [];
        const after = new Map<string, Head>();
        for (const [id, list] of entries) {
          const head = await headOf(id);
          let seq = head.lastSeq;
          for (const entry of list) {
            const key = keys.entryKey(id, ++seq);
            operations.push({ type: 'put', key, value: sealEntry(key, entry) });
            for (const client of entry.claimed) {
              const owner = keys.ownerKey(id, client);
              operations.push({ type: 'put', key: owner, value: sealText(owner, entry.personId) });
            }
          }
          if (seq > head.lastSeq) operations.push(putHead(id, { ...head, lastSeq: seq }));
          after.set(id, { ...head, lastSeq: seq });
        }
        return {
          operations,
          result: new Map([...after].map(([id, head]) => [id, head.lastSeq])),
          stage: () => {
            for (const [id, head] of after) heads.set(id, head);
          },
        };
      }),

    async load(id) {
      const { document, problem } = await read(id);
      if (problem) throw new Failure('document-unreadable', `Document ${id} is damaged: ${problem}`);
      return document;
    },

    salvage: read,

    async documents() {
      const [from, to] = keys.DOCUMENTS;
      const ids: string[] = [];
      // Jumps from document to document: reading every row to learn the names would read the whole log.
      for (let next: string = from; ; ) {
        const [row] = await store.range(next, to, { limit: 1 });
        if (!row) return ids.sort();
        const { id } = keys.partOf(row[0]);
        ids.push(id);
        next = `d/${id}0`;
      }
    },

    async compact(id, uptoSeq, base, origins) {
      const before = await committedHead(id);
      if (!Number.isInteger(uptoSeq) || uptoSeq <= before.baseSeq || uptoSeq > before.lastSeq) {
        throw new RangeError(
          `Document ${id} can be compacted from ${before.baseSeq + 1} to ${before.lastSeq}, not to ${uptoSeq}`,
        );
      }
      // Entries never change, so they are read before the queue; only that none was compacted meanwhile is checked in it.
      const rows = await unreadable(id, () => store.range(...keys.entryRange(id, uptoSeq)));
      const attributed = joinRows(await unreadable(id, async () => rows.map(attributionOf)));
      if (rows.length !== uptoSeq - before.baseSeq) {
        const now = await committedHead(id);
        if (now.baseSeq !== before.baseSeq)
          throw new Failure('conflict', `Document ${id} was compacted meanwhile`);
        throw new Failure('document-unreadable', `Document ${id} is damaged: it has a gap before ${uptoSeq}`);
      }
      await commits.submit(async () => {
        const head = await headOf(id);
        if (head.baseSeq !== before.baseSeq || head.generation !== before.generation) {
          throw new Failure('conflict', `Document ${id} was compacted or restored meanwhile`);
        }
        const compacted = { ...head, baseSeq: uptoSeq };
        const baseKey = keys.baseKey(id);
        const operations: Operation[] = [
          putHead(id, compacted),
          { type: 'put', key: baseKey, value: sealBase(baseKey, uptoSeq, base) },
          ...rows.map(([key]): Operation => ({ type: 'del', key })),
        ];
        if (attributed.length > 0) {
          const key = keys.attributionKey(id, uptoSeq);
          operations.push({ type: 'put', key, value: sealAttribution(key, attributed) });
        }
        if (origins) {
          const key = keys.originsKey(id);
          operations.push({ type: 'put', key, value: sealBase(key, uptoSeq, origins) });
        }
        return { operations, result: undefined, stage: () => heads.set(id, compacted) };
      });
    },

    origins: async (id) =>
      unreadable(id, async () => {
        const key = keys.originsKey(id);
        const sealed = await store.get(key);
        if (!sealed) return null;
        const { seq, base } = openBase(key, sealed);
        return { uptoSeq: seq, bytes: base };
      }),

    attribution: async (id, afterSeq = 0) =>
      unreadable(id, async () => {
        const rows = await store.range(...keys.attributionRange(id, afterSeq));
        const compacted: Attribution[] = [];
        const recent: Attribution[] = [];
        for (const row of rows) {
          if (keys.partOf(row[0]).part === '4entry') recent.push(attributionOf(row));
          else compacted.push(...openAttribution(...row));
        }
        return [...compacted, ...recent].filter(({ seq }) => seq > afterSeq);
      }),

    bumpGeneration: async (id) =>
      commits.submit(async () => {
        const head = await headOf(id);
        const raised = { ...head, generation: head.generation + 1 };
        const owners = await store.range(...keys.ownerRange(id));
        return {
          operations: [putHead(id, raised), ...owners.map(([key]): Operation => ({ type: 'del', key }))],
          result: raised.generation,
          stage: () => heads.set(id, raised),
        };
      }),

    async putBlob(name, bytes) {
      const key = keys.blobKey(name);
      const value = sealBytes(key, bytes);
      await commits.submit(() => ({ operations: [{ type: 'put', key, value }], result: undefined }));
    },

    async getBlob(name) {
      const key = keys.blobKey(name);
      return unreadable(name, async () => {
        const sealed = await store.get(key);
        return sealed ? openBytes(key, sealed) : null;
      });
    },

    get readOnly() {
      return commits.readOnly;
    },

    close: () => commits.close(),
  };
}

function attributionOf([key, value]: Row): Attribution {
  return rowOf({ ...openEntry(key, value), seq: Number(keys.partOf(key).rest) });
}

/** Turns whatever goes wrong while stored bytes are read into the one failure the rest of the server knows. */
async function unreadable<T>(id: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    if (cause instanceof Failure || cause instanceof RangeError) throw cause;
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Failure('document-unreadable', `${id} is damaged: ${why}`, { cause });
  }
}
