import { z } from 'zod';
import { Id } from '../kernel/id';

/** Characters of context kept on each side of a quote. */
export const CONTEXT = 32;
/** Longest quote that is kept whole; of a longer one the anchor keeps both ends, joined by `QUOTE_GAP`. */
export const MAX_QUOTE = 2000;
export const QUOTE_GAP = '\u0000';
/** Most blocks that an anchor names as holding the same words. */
export const MAX_TWINS = 20;

/**
 * A place between two characters of a text block. `offset` counts UTF-16 units of the block's inline text, in which every
 * inline node that is no text (a line break, a footnote) is one character (`inlineText` in inline-text.ts).
 */
export const TextPoint = z.object({ blockId: Id, offset: z.number().int().min(0).max(1_000_000) });
export type TextPoint = z.infer<typeof TextPoint>;

/** A Yjs relative position in base64 (`Y.encodeRelativePosition`): a hint among equal candidates, never the truth. */
const Hint = z.string().regex(/^[A-Za-z0-9+/=]{1,200}$/);

/** A stretch of text from one point to another of the same or a later text block, as it was when somebody pointed at it. */
export const TextAnchor = z.object({
  kind: z.literal('text'),
  start: TextPoint,
  end: TextPoint,
  /** The text between, blocks joined by line feeds. Empty: the point itself. */
  quote: z.string().max(MAX_QUOTE + 1),
  /** Up to `CONTEXT` characters before and after, within the blocks of start and end. */
  prefix: z.string().max(CONTEXT),
  suffix: z.string().max(CONTEXT),
  hint: z.object({ start: Hint, end: Hint }).nullable().default(null),
  /**
   * Other blocks in which the same words stood at that time: what is found there is not what was pointed at. The words' own
   * block when they stood in it more than once.
   */
  twins: z.array(Id).max(MAX_TWINS).optional(),
});
export type TextAnchor = z.infer<typeof TextAnchor>;

/** A block as a whole: an image, a table cell, a heading, a rule. `quote`: the beginning of its text, to show when it is gone. */
export const BlockAnchor = z.object({
  kind: z.literal('block'),
  blockId: Id,
  quote: z.string().max(200).default(''),
  /** The node's type and, of an image, its address: how the block is known again when it was cut and pasted. */
  type: z.string().max(50).optional(),
  src: z.string().max(300).optional(),
});
export type BlockAnchor = z.infer<typeof BlockAnchor>;

/** Where the text that an anchor means stands now, in a document. */
export type Located =
  /**
   * Ranges in document order, one for each text block touched. Empty ranges are not listed, but for an anchor with an empty
   * quote there is one, the point.
   */
  | {
      readonly found: 'text';
      readonly ranges: readonly { readonly blockId: string; readonly from: number; readonly to: number }[];
    }
  | { readonly found: 'block'; readonly blockId: string }
  | { readonly found: 'nowhere' };
