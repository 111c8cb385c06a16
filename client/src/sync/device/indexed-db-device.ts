import type { AccessWord } from '@accord/shared/sync/wire';
import {
  COPY_STORES,
  dropSaved,
  eachRow,
  type HeadRow,
  headOf,
  isUnsaved,
  layOut,
  marksOf,
  raiseMarks,
  removeCopy,
  STORES,
  type UpdateRow,
} from './copy-rows';
import type { Change, CopyHead, Device, DeviceCopy } from './device';
import { done, openDatabase, result } from './indexed-db';
import type { KeptWords } from './kept-words';
import { createTidings } from './tidings';
import type { UnsavedUpdate } from './unsaved-update';

/** Name of a person's database on this device. */
export const databaseName = (personId: string): string => `accord-${personId}`;

/**
 * The device store on IndexedDB, modelled on y-indexeddb (append rows, compact now and then), with what Accord adds:
 * one database per person, a mark per tab of how far its changes are durable, and an incarnation per copy, so that a
 * tab learns when another one has dropped the copy it writes to.
 * @param now milliseconds since the epoch
 * @throws DOMException when the browser refuses a database
 */
export async function openIndexedDbDevice(personId: string, now: () => number = Date.now): Promise<Device> {
  const name = databaseName(personId);
  const db = await openDatabase(name, layOut);
  const tidings = createTidings(name);

  // Changes survive the end of the browser, and of the system too when they are asked to be `strict`. That costs a flush
  // of the disk; words that are on their way to the server do without.
  const write = (stores: readonly string[], durability: IDBTransactionDurability = 'default') =>
    db.transaction(stores, 'readwrite', { durability });
  const read = (stores: readonly string[]) => db.transaction(stores, 'readonly');

  /** Runs `change` when that incarnation is still there; all within one transaction. */
  async function within(
    chapterId: string,
    incarnation: string,
    change: (tx: IDBTransaction, head: HeadRow) => void | Promise<void>,
  ): Promise<void> {
    if (tidings.wiped) return;
    const tx = write(COPY_STORES);
    const finished = done(tx);
    const head = await headOf(tx, chapterId);
    if (head?.incarnation === incarnation) await change(tx, head);
    await finished;
  }

  /** Copies being made, or made last. */
  const making = new Map<string, Promise<string>>();

  async function makeCopy(
    head: CopyHead,
    state: Uint8Array,
    unsaved: readonly UnsavedUpdate[],
  ): Promise<string> {
    if (tidings.wiped) return '';
    const { chapterId, title } = head;
    const tx = write(STORES);
    const finished = done(tx);
    const before = await headOf(tx, chapterId);
    const joins = before?.generation === head.generation;
    if (!joins) await removeCopy(tx, { chapterId, title, reason: 'older-generation', at: now() }, unsaved);
    const incarnation = joins ? before.incarnation : crypto.randomUUID();
    tx.objectStore('copies').put({ ...head, incarnation } satisfies HeadRow);
    const rows = tx.objectStore('updates');
    for (const row of [{ tab: '', seq: 0, update: state }, ...unsaved]) {
      const { tab, seq, update } = row;
      rows.add({ chapterId, incarnation, update, tab, seq } satisfies UpdateRow);
    }
    await finished;
    if (!joins) tidings.keptChanged();
    return incarnation;
  }

  return {
    lasting: true,

    async readCopy(chapterId): Promise<DeviceCopy | null> {
      // Left and opened again at once: what waits for the copy to be made is written before it is read.
      await making.get(chapterId)?.catch(() => undefined);
      const tx = read(COPY_STORES);
      const head = await headOf(tx, chapterId);
      if (!head) return null;
      const marks = await marksOf(tx, chapterId);
      const updates: Uint8Array[] = [];
      const unsaved: UnsavedUpdate[] = [];
      let lastRow = 0;
      await eachRow(tx, chapterId, (row, key) => {
        lastRow = Math.max(lastRow, key);
        // Written for a copy that was gone by then; its tab has it in the next one, or it is kept when this one goes.
        if ((row.incarnation ?? head.incarnation) !== head.incarnation) return;
        updates.push(row.update);
        if (isUnsaved(row, marks)) unsaved.push({ tab: row.tab, seq: row.seq, update: row.update });
      });
      return { ...head, updates, unsaved, lastRow };
    },

    createCopy(head, state, unsaved) {
      const made = makeCopy(head, state, unsaved);
      making.set(head.chapterId, made);
      return made;
    },

    async append(chapterId, incarnation, { update, mine }: Change) {
      if (tidings.wiped) return true;
      const tx = write(COPY_STORES);
      const finished = done(tx);
      const row: UpdateRow = { chapterId, incarnation, update, tab: mine?.tab ?? '', seq: mine?.seq ?? 0 };
      tx.objectStore('updates').add(row);
      const head = headOf(tx, chapterId);
      // All is asked for in the task of the change itself, the commit too: a page that goes away in its next breath, and
      // hears none of the answers, has written.
      tx.commit();
      const there = (await head)?.incarnation === incarnation;
      await finished;
      return there;
    },

    async markDurable(chapterId, incarnation, marks) {
      if (tidings.wiped) return;
      const tx = write(STORES);
      const finished = done(tx);
      if ((await headOf(tx, chapterId))?.incarnation === incarnation) await raiseMarks(tx, chapterId, marks);
      const dropped = await dropSaved(tx, chapterId, marks);
      await finished;
      if (dropped) tidings.keptChanged();
    },

    async noteAccess(chapterId, incarnation, access: AccessWord) {
      await within(chapterId, incarnation, (tx, head) => {
        tx.objectStore('copies').put({ ...head, access });
      });
    },

    async compact(chapterId, incarnation, lastRow, state) {
      await within(chapterId, incarnation, async (tx) => {
        const marks = await marksOf(tx, chapterId);
        const tabsInUse = new Set<string>();
        await eachRow(tx, chapterId, (row, key, cursor) => {
          if (key <= lastRow && !isUnsaved(row, marks)) cursor.delete();
          else tabsInUse.add(row.tab);
        });
        const row: UpdateRow = { chapterId, incarnation, update: state, tab: '', seq: 0 };
        tx.objectStore('updates').add(row);
        for (const tab of marks.keys())
          if (!tabsInUse.has(tab)) tx.objectStore('marks').delete([chapterId, tab]);
      });
    },

    async dropCopy({ chapterId, title, reason, at }, own) {
      if (tidings.wiped) return;
      // From here on these words are nowhere else.
      const tx = write(STORES, 'strict');
      const finished = done(tx);
      await removeCopy(tx, { chapterId, title, reason, at }, own?.updates ?? []);
      if (own) tx.objectStore('kept').put(own);
      await finished;
      tidings.keptChanged();
    },

    listCopies: async () => (await result(read(['copies']).objectStore('copies').getAllKeys())).map(String),
    async listKept() {
      const all: KeptWords[] = await result(read(['kept']).objectStore('kept').getAll());
      return all.sort((one, other) => one.at - other.at);
    },

    async forgetKept(id) {
      const tx = write(['kept']);
      tx.objectStore('kept').delete(id);
      await done(tx);
      tidings.keptChanged();
    },

    async wipe() {
      const tx = write(STORES);
      for (const store of STORES) tx.objectStore(store).clear();
      await done(tx);
      tidings.wipe();
    },
    onWiped: tidings.onWiped,
    onKept: tidings.onKept,
    close() {
      tidings.close();
      db.close();
    },
  };
}
