import { isTextBlockType } from '../manuscript/blocks';
import type { NodeJson } from '../manuscript/document';
import { idOf } from './sameness';

/** A block at its place in a document. */
export interface Entry {
  readonly node: NodeJson;
  /** Null when it has none, or when another block has the same: then it can't be named. */
  readonly id: string | null;
  /** Null for the chapter itself. */
  readonly parent: Entry | null;
  readonly index: number;
  readonly children: readonly Entry[];
}

/** A document's blocks by id and in order. */
export interface Tree {
  readonly root: Entry;
  /** The one block with this id. */
  get(id: string): Entry | undefined;
  /** Whether any block has this id. */
  has(id: string): boolean;
  /** The text blocks in the order of the text. */
  readonly leaves: readonly Entry[];
}

/** Reads the blocks of a document (or of one block), looking at nothing inside text blocks. */
export function treeOf(document: NodeJson): Tree {
  const seen = new Map<string, number>();
  count(document, seen);
  const byId = new Map<string, Entry>();
  const leaves: Entry[] = [];
  const entryOf = (node: NodeJson, parent: Entry | null, index: number): Entry => {
    const id = idOf(node);
    const children: Entry[] = [];
    const entry: Entry = { node, id: id !== null && seen.get(id) === 1 ? id : null, parent, index, children };
    if (entry.id !== null) byId.set(entry.id, entry);
    if (isTextBlockType(node.type)) leaves.push(entry);
    else for (const [at, child] of (node.content ?? []).entries()) children.push(entryOf(child, entry, at));
    return entry;
  };
  const root = entryOf(document, null, 0);
  return { root, get: (id) => byId.get(id), has: (id) => seen.has(id), leaves };
}

function count(node: NodeJson, seen: Map<string, number>): void {
  for (const id of idsWithin(node)) seen.set(id, (seen.get(id) ?? 0) + 1);
}

/** Ids of a block and of all blocks in it, in the order of the text; one that stands twice comes twice. */
export function idsWithin(node: NodeJson, ids: string[] = []): string[] {
  const id = idOf(node);
  if (id !== null) ids.push(id);
  if (!isTextBlockType(node.type)) for (const child of node.content ?? []) idsWithin(child, ids);
  return ids;
}
