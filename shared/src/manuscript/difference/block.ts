import { canonicalJson, hashOfCanonicalJson } from '../canonical';
import type { NodeJson } from '../document';
import { differenceOfInline, type Piece } from './words';

/** What differs between two states of one block. */
export interface BlockDifference {
  readonly pieces: readonly Piece[];
  /** Null when it is of the same type. */
  readonly type: { readonly before: string; readonly after: string } | null;
  /** Attributes but the id that differ, in alphabetical order; null: not set. */
  readonly attributes: readonly {
    readonly name: string;
    readonly before: unknown;
    readonly after: unknown;
  }[];
}

/** Compares two states of a text block: its words, their formatting, its type and attributes (an image's address and alt text). */
export function differenceInBlock(before: NodeJson, after: NodeJson): BlockDifference {
  return {
    pieces: differenceOfInline(before.content ?? [], after.content ?? []),
    type: before.type === after.type ? null : { before: before.type, after: after.type },
    attributes: changedAttributes(before, after),
  };
}

/** SHA-256 of a block's canonical JSON without the ids in it, hex: the same for the same text, whichever block it is. */
export const blockHash = (block: NodeJson): string => hashOfCanonicalJson(blockKey(block));

/** What `blockHash` is the hash of: to compare by, without the price of hashing. */
export const blockKey = (block: NodeJson): string => canonicalJson(withoutIds(block));

function withoutIds({ attrs, content, ...node }: NodeJson): NodeJson {
  const { id: _, ...rest } = attrs ?? {};
  return { ...node, attrs: rest, ...(content && { content: content.map(withoutIds) }) };
}

function changedAttributes(before: NodeJson, after: NodeJson): BlockDifference['attributes'] {
  const [old, now] = [before.attrs ?? {}, after.attrs ?? {}];
  const names = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter((name) => name !== 'id');
  return names
    .sort()
    .map((name) => ({ name, before: old[name] ?? null, after: now[name] ?? null }))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after));
}
