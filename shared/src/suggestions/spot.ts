/**
 * Where one operation stands in a document, to draw it and to put its card beside it. In the chapter's text (`placeSuggestion`) it
 * says where the old content stands; in the proposer's copy (`suggestionsBetween`) where the new content stands.
 */
export type Spot =
  /** Inline content from `from` to `to` of a text block (offsets as in TextPoint); equal: between two characters. */
  | { readonly kind: 'text'; readonly blockId: string; readonly from: number; readonly to: number }
  /** The block whose type, attributes or place change. */
  | { readonly kind: 'block'; readonly blockId: string }
  /**
   * Neighbouring blocks of a container (null: the chapter). `blockIds` is empty where there is nothing on this side (blocks to be
   * added, or already gone): then they belong before the container's child number `index`.
   */
  | {
      readonly kind: 'blocks';
      readonly parentId: string | null;
      readonly index: number;
      readonly blockIds: readonly string[];
    };
