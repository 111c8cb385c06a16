/**
 * The seam under the update log: an ordered map of strings to bytes. The log's rules (sequence, hashes, group commit,
 * compaction) are written once above it; below it lie LevelDB, a map in memory, and what tests put between.
 */
export interface OrderedStore {
  get(key: string): Promise<Uint8Array | undefined>;
  /**
   * The rows with `from <= key < to`, in key order, all of one moment.
   * @throws RowsUnreadable when the medium gives out on the way
   */
  range(from: string, to: string, options?: { reverse?: boolean; limit?: number }): Promise<Row[]>;
  /** Writes all of it or none, and returns once it would survive a power cut. */
  write(operations: readonly Operation[]): Promise<void>;
  close(): Promise<void>;
}

export type Row = readonly [key: string, value: Uint8Array];

export type Operation =
  | { readonly type: 'put'; readonly key: string; readonly value: Uint8Array }
  | { readonly type: 'del'; readonly key: string };

/** A range ended early because the medium is damaged; carries the rows before that. */
export class RowsUnreadable extends Error {
  override readonly name = 'RowsUnreadable';
  readonly rows: readonly Row[];
  constructor(rows: readonly Row[], cause: unknown) {
    super(cause instanceof Error ? cause.message : 'The store can not be read', { cause });
    this.rows = rows;
  }
}
