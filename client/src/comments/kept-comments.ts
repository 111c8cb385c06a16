import { CommentType, MAX_COMMENT, ThreadAnchor } from '@accord/shared/comments/comments';
import { FailureCode } from '@accord/shared/kernel/failure';
import { Id, Timestamp } from '@accord/shared/kernel/id';
import { z } from 'zod';
import { done, openDatabase, result } from '../sync/device/indexed-db';

/** What a text in the making is to become. */
export const CommentTarget = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('thread'),
    threadId: Id,
    anchor: ThreadAnchor,
    type: CommentType.nullable(),
  }),
  z.object({ kind: z.literal('reply'), threadId: Id, commentId: Id }),
  z.object({ kind: z.literal('edit'), threadId: Id, commentId: Id }),
]);
export type CommentTarget = z.infer<typeof CommentTarget>;

/** A comment that is being written (C12). */
export const Draft = z.object({
  id: z.string().min(1).max(200),
  chapterId: Id,
  target: CommentTarget,
  text: z.string().max(2 * MAX_COMMENT),
  at: Timestamp,
});
export type Draft = z.infer<typeof Draft>;

/** A comment that was sent off and has not arrived. */
export const UnsentComment = z.object({
  id: z.string().min(1).max(200),
  chapterId: Id,
  target: CommentTarget,
  text: z.string().max(2 * MAX_COMMENT),
  at: Timestamp,
  /** Why the server would not have it; null while it may still arrive. */
  refused: FailureCode.nullable(),
});
export type UnsentComment = z.infer<typeof UnsentComment>;

/** What this browser keeps of one person's comments: those being written, and those on their way. */
export interface KeptComments {
  drafts(chapterId: string): Promise<Draft[]>;
  unsent(chapterId: string): Promise<UnsentComment[]>;
  /** Of all chapters; so is `allDrafts`. */
  allUnsent(): Promise<UnsentComment[]>;
  allDrafts(): Promise<Draft[]>;
  /** Asked for within this very call, so that a page left in the same moment has written it. */
  keepDraft(draft: Draft): Promise<void>;
  dropDraft(id: string): Promise<void>;
  /** Keeps a comment that is sent off, and drops the draft it was, in one step. */
  keepUnsent(unsent: UnsentComment, draftId?: string): Promise<void>;
  dropUnsent(id: string): Promise<void>;
  /** Removes everything: sign-out. */
  wipe(): Promise<void>;
}

const STORES = ['drafts', 'unsent'] as const;

/** Opens a person's comments on this device; where the browser refuses, they are kept as long as the tab lives. */
export async function openKeptComments(personId: string): Promise<KeptComments> {
  try {
    const db = await openDatabase(`accord-comments-${personId}`, (layout) => {
      for (const name of STORES) {
        const store = layout.createObjectStore(name, { keyPath: 'id' });
        store.createIndex('chapter', 'chapterId');
      }
    });
    return onDatabase(db);
  } catch {
    // Private windows and full disks refuse; what is written then lives in this tab alone.
    return inMemory();
  }
}

function onDatabase(db: IDBDatabase): KeptComments {
  const of = <Kept extends { at: string }>(store: string, schema: z.ZodType<Kept>, chapterId?: string) => {
    const all = db.transaction(store).objectStore(store);
    const rows: Promise<unknown[]> = result(
      chapterId === undefined ? all.getAll() : all.index('chapter').getAll(chapterId),
    );
    return rows.then((found) => valid(schema, found));
  };
  const write = (change: (tx: IDBTransaction) => void): Promise<void> => {
    const tx = db.transaction(STORES, 'readwrite');
    change(tx);
    tx.commit();
    return done(tx);
  };
  return {
    drafts: (chapterId) => of('drafts', Draft, chapterId),
    unsent: (chapterId) => of('unsent', UnsentComment, chapterId),
    allUnsent: () => of('unsent', UnsentComment),
    allDrafts: () => of('drafts', Draft),
    keepDraft: (draft) => write((tx) => tx.objectStore('drafts').put(draft)),
    dropDraft: (id) => write((tx) => tx.objectStore('drafts').delete(id)),
    keepUnsent: (unsent, draftId) =>
      write((tx) => {
        tx.objectStore('unsent').put(unsent);
        if (draftId !== undefined) tx.objectStore('drafts').delete(draftId);
      }),
    dropUnsent: (id) => write((tx) => tx.objectStore('unsent').delete(id)),
    wipe: () =>
      write((tx) => {
        for (const store of STORES) tx.objectStore(store).clear();
      }),
  };
}

/** What another version of the page has written and this one can't read is left where it is. */
function valid<Kept extends { at: string }>(schema: z.ZodType<Kept>, rows: readonly unknown[]): Kept[] {
  return rows
    .flatMap((row) => {
      const checked = schema.safeParse(row);
      return checked.success ? [checked.data] : [];
    })
    .sort((one, other) => (one.at < other.at ? -1 : 1));
}

/** The same for a browser that keeps nothing. */
export function inMemory(): KeptComments {
  const drafts = new Map<string, Draft>();
  const unsent = new Map<string, UnsentComment>();
  const of = <Kept extends { chapterId: string }>(all: Map<string, Kept>, chapterId: string) =>
    [...all.values()].filter((each) => each.chapterId === chapterId);
  return {
    drafts: async (chapterId) => of(drafts, chapterId),
    unsent: async (chapterId) => of(unsent, chapterId),
    allUnsent: async () => [...unsent.values()],
    allDrafts: async () => [...drafts.values()],
    async keepDraft(draft) {
      drafts.set(draft.id, draft);
    },
    async dropDraft(id) {
      drafts.delete(id);
    },
    async keepUnsent(comment, draftId) {
      unsent.set(comment.id, comment);
      if (draftId !== undefined) drafts.delete(draftId);
    },
    async dropUnsent(id) {
      unsent.delete(id);
    },
    async wipe() {
      drafts.clear();
      unsent.clear();
    },
  };
}
