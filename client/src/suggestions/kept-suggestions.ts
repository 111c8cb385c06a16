import { FailureCode } from '@accord/shared/kernel/failure';
import { Id, Timestamp } from '@accord/shared/kernel/id';
import { Operation, Suggestion } from '@accord/shared/suggestions/suggestions';
import { z } from 'zod';
import { done, openDatabase, result } from '../sync/device/indexed-db';

/** An own suggestion as it is to be, while the server does not have it so. */
export const UnsentSuggestion = z.object({
  id: Id,
  chapterId: Id,
  /** The chapter's, to say where the words belong. */
  title: z.string(),
  /** Null: it is to be withdrawn. */
  operations: z.array(Operation).nullable(),
  /** Whether the server has it already, in another form. */
  known: z.boolean(),
  at: Timestamp,
  /** The tab that is at it. */
  tab: z.string(),
  /** Why the server would not have it; null while it may still arrive. */
  refused: FailureCode.nullable(),
});
export type UnsentSuggestion = z.infer<typeof UnsentSuggestion>;

/** The open suggestions of a chapter as the server last gave them, for when it can't be reached. */
const LastSeen = z.object({ chapterId: Id, suggestions: z.array(Suggestion) });

/** What this browser keeps of one person's suggestions. */
export interface KeptSuggestions {
  unsent(chapterId: string): Promise<UnsentSuggestion[]>;
  /** Of all chapters. */
  allUnsent(): Promise<UnsentSuggestion[]>;
  /** Asked for within this very call, so that a page left in the same moment has written it. */
  keep(unsent: UnsentSuggestion): Promise<void>;
  drop(id: string): Promise<void>;
  lastSeen(chapterId: string): Promise<Suggestion[]>;
  see(chapterId: string, suggestions: readonly Suggestion[]): Promise<void>;
  /** Removes everything: sign-out. */
  wipe(): Promise<void>;
}

const STORES = ['unsent', 'seen'] as const;

/** Opens a person's suggestions on this device; where the browser refuses, they are kept as long as the tab lives. */
export async function openKeptSuggestions(personId: string): Promise<KeptSuggestions> {
  try {
    const db = await openDatabase(`accord-suggestions-${personId}`, (layout) => {
      layout.createObjectStore('unsent', { keyPath: 'id' }).createIndex('chapter', 'chapterId');
      layout.createObjectStore('seen', { keyPath: 'chapterId' });
    });
    return onDatabase(db);
  } catch {
    // Private windows and full disks refuse; what is suggested then lives in this tab alone.
    return inMemory();
  }
}

function onDatabase(db: IDBDatabase): KeptSuggestions {
  const unsent = (chapterId?: string): Promise<UnsentSuggestion[]> => {
    const all = db.transaction('unsent').objectStore('unsent');
    const rows: Promise<unknown[]> = result(
      chapterId === undefined ? all.getAll() : all.index('chapter').getAll(chapterId),
    );
    return rows.then(valid);
  };
  const write = (change: (tx: IDBTransaction) => void): Promise<void> => {
    const tx = db.transaction(STORES, 'readwrite');
    change(tx);
    tx.commit();
    return done(tx);
  };
  return {
    unsent,
    allUnsent: () => unsent(),
    keep: (row) => write((tx) => tx.objectStore('unsent').put(row)),
    drop: (id) => write((tx) => tx.objectStore('unsent').delete(id)),
    async lastSeen(chapterId) {
      const row: unknown = await result(db.transaction('seen').objectStore('seen').get(chapterId));
      const seen = LastSeen.safeParse(row);
      return seen.success ? seen.data.suggestions : [];
    },
    see: (chapterId, suggestions) => write((tx) => tx.objectStore('seen').put({ chapterId, suggestions })),
    wipe: () =>
      write((tx) => {
        for (const store of STORES) tx.objectStore(store).clear();
      }),
  };
}

/** What another version of the page has written and this one can't read is left where it is. */
function valid(rows: readonly unknown[]): UnsentSuggestion[] {
  return rows
    .flatMap((row) => {
      const checked = UnsentSuggestion.safeParse(row);
      return checked.success ? [checked.data] : [];
    })
    .sort((one, other) => (one.at < other.at ? -1 : 1));
}

/** The same for a browser that keeps nothing. */
export function inMemory(): KeptSuggestions {
  const rows = new Map<string, UnsentSuggestion>();
  const seen = new Map<string, readonly Suggestion[]>();
  return {
    unsent: async (chapterId) => [...rows.values()].filter((row) => row.chapterId === chapterId),
    allUnsent: async () => [...rows.values()],
    async keep(row) {
      rows.set(row.id, row);
    },
    async drop(id) {
      rows.delete(id);
    },
    lastSeen: async (chapterId) => [...(seen.get(chapterId) ?? [])],
    async see(chapterId, suggestions) {
      seen.set(chapterId, suggestions);
    },
    async wipe() {
      rows.clear();
      seen.clear();
    },
  };
}
