import type { LiveChapters } from '@accord/server/rooms/live-chapters';
import type { ClockRange, Storage } from '@accord/server/storage/ports';
import { WORKSPACE_ID } from '@accord/shared/kernel/id';
import { FRAGMENT, type NodeJson } from '@accord/shared/manuscript/document';
import { blocksToYjs, yjsToJson } from '@accord/shared/manuscript/yjs';
import * as Y from 'yjs';

/**
 * Chapters without rooms: every change is a real Yjs update, appended to a real log with what it inserted and deleted,
 * then announced. What is read is put together from the log.
 */
export function createWrittenChapters(storage: Storage) {
  const { log, bus } = storage;
  const writers = new Map<string, Y.Doc>();

  async function restore(chapterId: string): Promise<{ doc: Y.Doc; seq: number }> {
    const stored = await log.load(chapterId);
    const doc = new Y.Doc();
    if (stored?.base) Y.applyUpdate(doc, stored.base);
    for (const { update } of stored?.tail ?? []) Y.applyUpdate(doc, update);
    return { doc, seq: stored?.tail.at(-1)?.seq ?? stored?.baseSeq ?? 0 };
  }

  async function change(
    chapterId: string,
    personId: string,
    edit: (text: Y.XmlFragment) => void,
  ): Promise<number> {
    const { doc } = await restore(chapterId);
    const mine = writers.get(personId) ?? new Y.Doc();
    writers.set(personId, mine);
    doc.clientID = mine.clientID;
    const before = Y.encodeStateVector(doc);
    const deletedBefore = deletionsOf(Y.encodeStateAsUpdate(doc));
    doc.transact(() => edit(doc.getXmlFragment(FRAGMENT)));
    const update = Y.encodeStateAsUpdate(doc, before);
    const inserted = Y.decodeUpdate(update).structs.map(
      ({ id, length }): ClockRange => [id.client, id.clock, length],
    );
    const known = new Set(deletedBefore.map(String));
    const deleted = deletionsOf(update).filter((range) => !known.has(String(range)));
    const at = Date.now();
    const entry = { personId, sessionId: 'tab', at, update, inserted, deleted, claimed: [] };
    const seq = (await log.append(new Map([[chapterId, [entry]]]))).get(chapterId) ?? 0;
    bus.publish('text-committed', { chapterId, seq, personIds: [personId], at });
    return seq;
  }

  const chapters: Pick<LiveChapters, 'read' | 'seed'> = {
    async read(chapterId) {
      const { doc, seq } = await restore(chapterId);
      return { seq, json: yjsToJson(doc.getXmlFragment(FRAGMENT)), state: Y.encodeStateAsUpdate(doc) };
    },
    async seed(chapterId, document, personId) {
      await change(chapterId, personId, (text) => text.insert(0, blocksToYjs(document.content ?? [])));
    },
  };

  return {
    chapters,
    change,
    seed: (chapterId: string, document: NodeJson) => chapters.seed(chapterId, document, WORKSPACE_ID),
    /** Appends words to the first paragraph. */
    type: (chapterId: string, personId: string, words: string) =>
      change(chapterId, personId, (text) => {
        const paragraph = text.get(0) ?? text.insert(0, [new Y.XmlElement('paragraph')]) ?? text.get(0);
        if (!(paragraph instanceof Y.XmlElement)) throw new Error('no paragraph');
        const run = paragraph.toArray().at(-1);
        if (run instanceof Y.XmlText) run.insert(run.length, words);
        else paragraph.push([new Y.XmlText(words)]);
      }),
    /** Takes `length` letters from the start of the first paragraph. */
    erase: (chapterId: string, personId: string, length: number) =>
      change(chapterId, personId, (text) => {
        const run = (text.get(0) as Y.XmlElement).get(0);
        if (run instanceof Y.XmlText) run.delete(0, length);
      }),
    /** Compacts everything so far. */
    async compact(chapterId: string) {
      const { doc, seq } = await restore(chapterId);
      await log.compact(chapterId, seq, Y.encodeStateAsUpdate(doc));
    },
  };
}

function deletionsOf(update: Uint8Array): ClockRange[] {
  const ranges: ClockRange[] = [];
  for (const [client, items] of Y.decodeUpdate(update).ds.clients) {
    for (const { clock, len } of items)
      for (let at = clock; at < clock + len; at++) ranges.push([client, at, 1]);
  }
  return ranges;
}
