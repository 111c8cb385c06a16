import type { CopyHead } from './device';
import { cursorOver, result } from './indexed-db';
import type { KeptWords } from './kept-words';
import { coveredBy, leftBehind, type Occasion, savedSince } from './set-aside';
import type { UnsavedUpdate } from './unsaved-update';

export interface HeadRow extends CopyHead {
  readonly incarnation: string;
}
export interface UpdateRow {
  readonly chapterId: string;
  /** Of the copy it was written for; a row may outlive that by a moment. Missing in rows of earlier versions. */
  readonly incarnation?: string;
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

export const COPY_STORES = ['copies', 'updates', 'marks'] as const;
export const STORES = [...COPY_STORES, 'kept'] as const;

export function layOut(fresh: IDBDatabase): void {
  fresh.createObjectStore('copies', { keyPath: 'chapterId' });
  fresh.createObjectStore('updates', { autoIncrement: true }).createIndex('chapter', 'chapterId');
  fresh.createObjectStore('marks', { keyPath: ['chapterId', 'tab'] }).createIndex('chapter', 'chapterId');
  fresh.createObjectStore('kept', { keyPath: 'id' });
}

export const headOf = (tx: IDBTransaction, chapterId: string): Promise<HeadRow | undefined> =>
  result(tx.objectStore('copies').get(chapterId));

export async function marksOf(tx: IDBTransaction, chapterId: string): Promise<Map<string, number>> {
  const rows: MarkRow[] = await result(tx.objectStore('marks').index('chapter').getAll(chapterId));
  return new Map(rows.map((row) => [row.tab, row.seq]));
}

/** Marks only rise. */
export async function raiseMarks(
  tx: IDBTransaction,
  chapterId: string,
  marks: ReadonlyMap<string, number>,
): Promise<void> {
  const known = await marksOf(tx, chapterId);
  for (const [tab, seq] of marks) {
    if (seq > (known.get(tab) ?? 0)) tx.objectStore('marks').put({ chapterId, tab, seq } satisfies MarkRow);
  }
}

export const isUnsaved = (row: UpdateRow, marks: ReadonlyMap<string, number>): boolean =>
  row.tab !== '' && row.seq > (marks.get(row.tab) ?? 0);

/** Calls `visit` for each row of a chapter, in the order they were written. */
export const eachRow = (
  tx: IDBTransaction,
  chapterId: string,
  visit: (row: UpdateRow, key: number, cursor: IDBCursorWithValue) => void,
): Promise<void> =>
  cursorOver(tx.objectStore('updates').index('chapter').openCursor(chapterId), (cursor) =>
    visit(cursor.value, cursor.primaryKey as number, cursor),
  );

const keptOf = async (tx: IDBTransaction, chapterId: string): Promise<KeptWords[]> => {
  const all: KeptWords[] = await result(tx.objectStore('kept').getAll());
  return all.filter((words) => words.chapterId === chapterId);
};

/**
 * Removes a chapter's copy; what no server has of it goes to the kept words in the same step.
 * @param own changes of the tab that removes it, which it keeps itself
 */
export async function removeCopy(
  tx: IDBTransaction,
  occasion: Occasion,
  own: readonly UnsavedUpdate[],
): Promise<void> {
  const { chapterId } = occasion;
  const marks = await marksOf(tx, chapterId);
  const updates: Uint8Array[] = [];
  const unsaved: UnsavedUpdate[] = [];
  const keys: number[] = [];
  await eachRow(tx, chapterId, (row, key) => {
    if (isUnsaved(row, marks)) unsaved.push({ tab: row.tab, seq: row.seq, update: row.update });
    else updates.push(row.update);
    keys.push(key);
  });
  const kept = tx.objectStore('kept');
  // Kept on behalf of this tab before, when another one removed the copy.
  for (const words of await keptOf(tx, chapterId)) if (coveredBy(words, own)) kept.delete(words.id);
  for (const words of leftBehind(occasion, updates, unsaved, own)) kept.put(words);
  for (const key of keys) tx.objectStore('updates').delete(key);
  await cursorOver(tx.objectStore('marks').index('chapter').openCursor(chapterId), (cursor) =>
    cursor.delete(),
  );
  tx.objectStore('copies').delete(chapterId);
}

/** Drops words that were kept for a tab which has brought them to the server after all. @returns whether there were any */
export async function dropSaved(
  tx: IDBTransaction,
  chapterId: string,
  marks: ReadonlyMap<string, number>,
): Promise<boolean> {
  const saved = (await keptOf(tx, chapterId)).filter((words) => savedSince(words, marks));
  for (const words of saved) tx.objectStore('kept').delete(words.id);
  return saved.length > 0;
}
