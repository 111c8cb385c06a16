import type { AccessWord } from '@accord/shared/sync/wire';
import type { Change, CopyHead, Device, DeviceCopy, UnsavedUpdate } from './device';
import { cursorOver, done, openDatabase, result } from './indexed-db';
import type { KeptWords } from './kept-words';

interface HeadRow extends CopyHead {
  readonly incarnation: string;
}
interface UpdateRow {
  readonly chapterId: string;
  readonly update: Uint8Array;
  /** '' for what came from the server. */
  readonly tab: string;
  readonly seq: number;
}
interface MarkRow {
  readonly chapterId: string;
  readonly tab: string;
  readonly seq: number;
}

const STORES = ['copies', 'updates', 'marks', 'kept'] as const;
const COPY_STORES = ['copies', 'updates', 'marks'] as const;

/** Name of a person's database on this device. */
export const databaseName = (personId: string): string => `accord-${personId}`;

/**
 * The device store on IndexedDB, modelled on y-indexeddb (append rows, compact now and then), with what Accord adds:
 * one database per person, a mark per tab of how far its changes are durable, and an incarnation per copy, so that a
 * tab never appends to a copy another tab has dropped.
 * @throws DOMException when the browser refuses a database
 */
export async function openIndexedDbDevice(personId: string): Promise<Device> {
  const name = databaseName(personId);
  const db = await openDatabase(name, (fresh) => {
    fresh.createObjectStore('copies', { keyPath: 'chapterId' });
    fresh.createObjectStore('updates', { autoIncrement: true }).createIndex('chapter', 'chapterId');
    fresh.createObjectStore('marks', { keyPath: ['chapterId', 'tab'] }).createIndex('chapter', 'chapterId');
    fresh.createObjectStore('kept', { keyPath: 'id' });
  });
  const channel = new BroadcastChannel(name);
  const wipedListeners = new Set<() => void>();
  let wiped = false;
  const noteWiped = () => {
    wiped = true;
    for (const listener of [...wipedListeners]) listener();
  };
  channel.onmessage = (event: MessageEvent) => {
    if (event.data === 'wiped') noteWiped();
  };

  const write = (stores: readonly string[]) => db.transaction(stores, 'readwrite');
  const read = (stores: readonly string[]) => db.transaction(stores, 'readonly');

  const headOf = (tx: IDBTransaction, chapterId: string): Promise<HeadRow | undefined> =>
    result(tx.objectStore('copies').get(chapterId));

  /** Runs `change` when that incarnation is still there; all within one transaction. */
  async function within(
    chapterId: string,
    incarnation: string,
    change: (tx: IDBTransaction, head: HeadRow) => void | Promise<void>,
  ): Promise<boolean> {
    if (wiped) return true;
    const tx = write(COPY_STORES);
    const finished = done(tx);
    const head = await headOf(tx, chapterId);
    const there = head?.incarnation === incarnation;
    if (head && there) await change(tx, head);
    await finished;
    return there;
  }

  async function marksOf(tx: IDBTransaction, chapterId: string): Promise<Map<string, number>> {
    const rows: MarkRow[] = await result(tx.objectStore('marks').index('chapter').getAll(chapterId));
    return new Map(rows.map((row) => [row.tab, row.seq]));
  }

  const isUnsaved = (row: UpdateRow, marks: ReadonlyMap<string, number>) =>
    row.tab !== '' && row.seq > (marks.get(row.tab) ?? 0);

  async function clearCopy(tx: IDBTransaction, chapterId: string): Promise<void> {
    tx.objectStore('copies').delete(chapterId);
    await cursorOver(tx.objectStore('updates').index('chapter').openCursor(chapterId), (cursor) =>
      cursor.delete(),
    );
    await cursorOver(tx.objectStore('marks').index('chapter').openCursor(chapterId), (cursor) =>
      cursor.delete(),
    );
  }

  /** Copies being made, or made last. */
  const making = new Map<string, Promise<string>>();

  async function makeCopy(
    head: CopyHead,
    state: Uint8Array,
    unsaved: readonly UnsavedUpdate[],
  ): Promise<string> {
    if (wiped) return '';
    const tx = write(COPY_STORES);
    const finished = done(tx);
    const before = await headOf(tx, head.chapterId);
    const joins = before?.generation === head.generation;
    if (before && !joins) await clearCopy(tx, head.chapterId);
    const incarnation = joins ? before.incarnation : crypto.randomUUID();
    tx.objectStore('copies').put({ ...head, incarnation } satisfies HeadRow);
    const rows = tx.objectStore('updates');
    rows.add({ chapterId: head.chapterId, update: state, tab: '', seq: 0 } satisfies UpdateRow);
    for (const { tab, seq, update } of unsaved) {
      rows.add({ chapterId: head.chapterId, update, tab, seq } satisfies UpdateRow);
    }
    await finished;
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
      await cursorOver(tx.objectStore('updates').index('chapter').openCursor(chapterId), (cursor) => {
        const row: UpdateRow = cursor.value;
        updates.push(row.update);
        if (isUnsaved(row, marks)) unsaved.push({ tab: row.tab, seq: row.seq, update: row.update });
        lastRow = Math.max(lastRow, cursor.primaryKey as number);
      });
      return { ...head, updates, unsaved, lastRow };
    },

    createCopy(head, state, unsaved) {
      const made = makeCopy(head, state, unsaved);
      making.set(head.chapterId, made);
      return made;
    },

    append: (chapterId, incarnation, { update, mine }: Change) =>
      within(chapterId, incarnation, (tx) => {
        const row: UpdateRow = { chapterId, update, tab: mine?.tab ?? '', seq: mine?.seq ?? 0 };
        tx.objectStore('updates').add(row);
      }),

    async markDurable(chapterId, incarnation, marks) {
      await within(chapterId, incarnation, async (tx) => {
        const known = await marksOf(tx, chapterId);
        for (const [tab, seq] of marks) {
          if (seq > (known.get(tab) ?? 0))
            tx.objectStore('marks').put({ chapterId, tab, seq } satisfies MarkRow);
        }
      });
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
        await cursorOver(tx.objectStore('updates').index('chapter').openCursor(chapterId), (cursor) => {
          const row: UpdateRow = cursor.value;
          if ((cursor.primaryKey as number) <= lastRow && !isUnsaved(row, marks)) cursor.delete();
          else tabsInUse.add(row.tab);
        });
        tx.objectStore('updates').add({ chapterId, update: state, tab: '', seq: 0 } satisfies UpdateRow);
        for (const tab of marks.keys())
          if (!tabsInUse.has(tab)) tx.objectStore('marks').delete([chapterId, tab]);
      });
    },

    async dropCopy(chapterId, kept) {
      if (wiped) return;
      const tx = write([...COPY_STORES, 'kept']);
      const finished = done(tx);
      if (kept) tx.objectStore('kept').put(kept);
      await clearCopy(tx, chapterId);
      await finished;
    },

    listCopies: async () => (await result(read(['copies']).objectStore('copies').getAllKeys())).map(String),
    listKept: (): Promise<KeptWords[]> => result(read(['kept']).objectStore('kept').getAll()),

    async forgetKept(id) {
      const tx = write(['kept']);
      tx.objectStore('kept').delete(id);
      await done(tx);
    },

    async wipe() {
      const tx = write(STORES);
      for (const store of STORES) tx.objectStore(store).clear();
      await done(tx);
      channel.postMessage('wiped');
      noteWiped();
    },
    onWiped(listener) {
      wipedListeners.add(listener);
      return () => wipedListeners.delete(listener);
    },
    close() {
      channel.close();
      db.close();
    },
  };
}
