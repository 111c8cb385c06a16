/**
 * What the rest of the server may ask of storage. Every implementation passes the contract suites in
 * tests/contracts. Nothing outside this folder knows files, lowdb or LevelDB.
 */
import type { z } from 'zod';

/** The stored data can't be used as they are, so the start must end; the message is one line for the administrator. */
export class StorageUnusable extends Error {
  override readonly name = 'StorageUnusable';
}

// ── Records ──────────────────────────────────────────────────────────────────────────────────────────────────────

/** A kind of record file: its name, its shape, and what it holds before anything was written. */
export interface ScopeKind<T> {
  /** Lower-case, e.g. `people` or `output`. */
  readonly name: string;
  readonly schema: z.ZodType<T>;
  readonly empty: () => T;
}

/** Records of one scope, held in memory and written as one file. */
export interface Scope<T> {
  /** The committed records; treat as frozen. Never shows a change that is not on disk. */
  read(): T;
  /**
   * Runs `change` on a private copy and makes the result durable (fsynced) before it becomes visible, all or nothing. Commits of
   * one scope run one after the other. When `change` throws or the write fails, nothing has changed, in memory or on disk.
   * @returns what `change` returned
   * @throws Failure('read-only-storage') when the disk refused; whatever `change` threw otherwise
   */
  commit<R>(change: (draft: T) => R): Promise<R>;
}

export interface Records {
  /** The scope `kind.name` (or `kind.name/id`), loaded and checked against its schema; created empty in memory when new. */
  open<T>(kind: ScopeKind<T>, id?: string): Promise<Scope<T>>;
  /** Ids of the stored scopes of a kind, sorted. */
  list(kind: ScopeKind<unknown>): Promise<string[]>;
}

// ── Update log ───────────────────────────────────────────────────────────────────────────────────────────────────

/** `[client, clock, length]`: a run of Yjs structs or of deletions. */
export type ClockRange = readonly [client: number, clock: number, length: number];

/** One durable step of a document: a Yjs update of one person, with what the attribution index needs. */
export interface LogEntry {
  readonly personId: string;
  /** The connection or command it came through; `restore:` and a version's id where the server wrote that version's words back. */
  readonly sessionId: string;
  /** Milliseconds since the epoch, by the injected clock. */
  readonly at: number;
  /** A Yjs V1 update. */
  readonly update: Uint8Array;
  /** Struct ranges in it that the server lacked. */
  readonly inserted: readonly ClockRange[];
  /** Ranges it deletes that were not deleted before. */
  readonly deleted: readonly ClockRange[];
  /** Client ids first used by this person here: remembered for good (P5). */
  readonly claimed: readonly number[];
}

export interface StoredEntry extends LogEntry {
  /** 1, 2, 3 … without gaps, per document. */
  readonly seq: number;
}

/**
 * Who inserted or deleted what; survives compaction, which joins a person's consecutive steps of ten seconds into one
 * (nobody loses a range, the index stays small). So a row after a step may begin before it: which of its clocks came
 * after that step is told by the state at that step, since a clock is inserted once and deleted once.
 */
export interface Attribution {
  /** First step it covers; equal to `seq` until compaction joined several. */
  readonly fromSeq: number;
  /** Last step it covers. */
  readonly seq: number;
  readonly personId: string;
  /** When the last of them happened. */
  readonly at: number;
  readonly inserted: readonly ClockRange[];
  readonly deleted: readonly ClockRange[];
}

export interface StoredDocument {
  readonly generation: number;
  /** A Yjs update that stands for all entries up to `baseSeq`; null before the first compaction (then baseSeq is 0). */
  readonly base: Uint8Array | null;
  readonly baseSeq: number;
  /** The entries after the base, in order. */
  readonly tail: readonly StoredEntry[];
  /** Yjs client id -> person, for this generation. */
  readonly owners: ReadonlyMap<number, string>;
}

/** What a compaction keeps of the steps it drops, to tell whose words were carried from place to place; its form is not storage's concern. */
export interface Origins {
  /** The base it belongs to, or an older one where a compaction kept none. */
  readonly uptoSeq: number;
  readonly bytes: Uint8Array;
}

export interface UpdateLog {
  /**
   * Appends entries of any documents in one atomic, fsynced write. Calls made while a write is under way are gathered into
   * the next one (group commit); an idle log writes at once. Order of calls is order of sequence numbers.
   * @returns the last sequence number given to each document of this call
   * @throws Failure('read-only-storage'), then and ever after, when the disk refused: nothing of the call is stored
   */
  append(entries: ReadonlyMap<string, readonly LogEntry[]>): Promise<ReadonlyMap<string, number>>;
  /** @returns null when the document was never written. @throws Failure('document-unreadable') at a gap or bad hash */
  load(documentId: string): Promise<StoredDocument | null>;
  /**
   * What can still be read of a document: everything up to the first gap or bad hash, and what is wrong there (null when nothing
   * is). For checking a data folder and getting text out of a damaged one; never to go on writing from.
   */
  salvage(
    documentId: string,
  ): Promise<{ readonly document: StoredDocument | null; readonly problem: string | null }>;
  /** Ids of all documents ever written, sorted. */
  documents(): Promise<string[]>;
  /**
   * Replaces everything up to `uptoSeq` by `base`, atomically; covered entries are dropped, owners and attribution stay. `origins`
   * takes the place of those kept before; left out, these stay.
   * @throws Failure('conflict') when another compaction or a new generation came first; Failure('document-unreadable')
   */
  compact(documentId: string, uptoSeq: number, base: Uint8Array, origins?: Uint8Array): Promise<void>;
  /** What the last compaction that kept any kept; null before that. @throws Failure('document-unreadable') */
  origins(documentId: string): Promise<Origins | null>;
  /** Attribution of the steps after `afterSeq`, in order; the first row may also cover steps before. */
  attribution(documentId: string, afterSeq?: number): Promise<Attribution[]>;
  /** Raises the document's generation by one, e.g. after a restored backup; owners start afresh. */
  bumpGeneration(documentId: string): Promise<number>;
  /** Stores bytes for good under a key (version blobs, images); fsynced. */
  putBlob(key: string, bytes: Uint8Array): Promise<void>;
  getBlob(key: string): Promise<Uint8Array | null>;
  /** Appends to a journal (the audit log): entries are JSON, numbered 1, 2, 3 …; fsynced, grouped like `append`. */
  appendJournal(journal: string, entry: unknown): Promise<number>;
  /** Entries with seq below `before`, newest first, at most `limit`. */
  readJournal(
    journal: string,
    range?: { before?: number; limit?: number },
  ): Promise<{ seq: number; entry: unknown }[]>;
  /** True once a write has failed; from then on nothing is accepted. */
  readonly readOnly: boolean;
}

// ── Bus ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Notices between the parts of one server, and later between nodes. */
export interface BusTopics {
  /** A person's roles, status or sessions changed: open connections must be judged again (P2). */
  'person-changed': { readonly personId: string };
  /** A session ended: its connections must close. */
  'session-ended': { readonly sessionId: string; readonly personId: string };
  /** A chapter's state, archive flag or place changed. */
  'chapter-changed': { readonly chapterId: string; readonly outputId: string };
  /** Text of a chapter became durable. */
  'text-committed': {
    readonly chapterId: string;
    readonly seq: number;
    readonly personIds: readonly string[];
    readonly at: number;
  };
}
export type Topic = keyof BusTopics;

export interface Bus {
  publish<T extends Topic>(topic: T, notice: BusTopics[T]): void;
  /** @returns a function that ends the subscription */
  subscribe<T extends Topic>(topic: T, listener: (notice: BusTopics[T]) => void): () => void;
}

export interface Storage {
  readonly records: Records;
  readonly log: UpdateLog;
  readonly bus: Bus;
  /** Waits for writes under way, then releases files and the folder's lock. */
  close(): Promise<void>;
}
