/** A stretch of a text block by one person; offsets count UTF-16 units of its inline text. Null: the server does not know who. */
export interface AuthorRun {
  readonly from: number;
  readonly to: number;
  readonly personId: string | null;
}

/** Who wrote (or deleted) the text of one block. */
export interface BlockAuthors {
  /** Number of the block among the text blocks of its document, in the order of the text, from 0. */
  readonly block: number;
  readonly id: string | null;
  readonly runs: readonly AuthorRun[];
}
