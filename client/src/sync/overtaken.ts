import * as Y from 'yjs';

/** A block of text that somebody else's edit took away, as it was until then. */
export interface Overtaken {
  readonly blockId: string;
  /** How many blocks of the chapter stand before its place. */
  readonly index: number;
  /** Its text in order; what is not text counts as one U+FFFC. */
  readonly pieces: readonly Piece[];
}

export interface Piece {
  readonly text: string;
  readonly seen: Seen;
}

/** Whether somebody else can have seen a word: one that somebody else wrote counts as seen. */
export type Seen = 'yes' | 'maybe' | 'no';

const NOT_TEXT = '\uFFFC';

/**
 * The blocks in which words of this tab went when somebody else's edit was taken in. Yjs can't move or rename an element:
 * who makes a heading of a paragraph, moves it, or puts it into a list, deletes it and writes it anew as they see it, and
 * what others type into the old one at that moment is in neither.
 * To be called before the deleted text is collected, e.g. in `afterTransaction`.
 * @param seenAt whether somebody else can have seen this tab's struct of that clock
 */
export function overtakenIn(transaction: Y.Transaction, seenAt: (clock: number) => Seen): Overtaken[] {
  const { doc, deleteSet } = transaction;
  const own = deleteSet.clients.get(doc.clientID);
  if (!own) return [];
  const seen = ({ id }: Y.Item): Seen => (id.client === doc.clientID ? seenAt(id.clock) : 'yes');
  const blocks = new Set<Y.XmlElement>();
  const mine = Y.createDeleteSet();
  mine.clients.set(doc.clientID, own);
  Y.iterateDeletedStructs(transaction, mine, (struct) => {
    if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString) || seen(struct) === 'yes')
      return;
    const text = struct.parent;
    const block = text instanceof Y.XmlText ? text.parent : null;
    if (block instanceof Y.XmlElement && block._item?.deleted) blocks.add(block);
  });
  return [...blocks].flatMap((block) => {
    const blockId = lastAttribute(block, 'id');
    return blockId ? [{ blockId, index: indexOf(block), pieces: piecesOf(block, transaction, seen) }] : [];
  });
}

/** The value of a deleted element's attribute. */
function lastAttribute(element: Y.XmlElement, name: string): string | null {
  const value: unknown = element._map.get(name)?.content.getContent().at(-1);
  return typeof value === 'string' ? value : null;
}

function indexOf(block: Y.XmlElement): number {
  let top = block._item;
  for (let above = top?.parent; above instanceof Y.XmlElement; above = top?.parent) top = above._item;
  let index = top?.deleted ? 0 : 1;
  for (let item = top?.left ?? null; item; item = item.left) if (!item.deleted) index += item.length;
  return index;
}

function piecesOf(block: Y.XmlElement, transaction: Y.Transaction, seen: (item: Y.Item) => Seen): Piece[] {
  const pieces: { text: string; seen: Seen }[] = [];
  const add = (text: string, by: Seen) => {
    const last = pieces.at(-1);
    if (last?.seen === by) last.text += text;
    else pieces.push({ text, seen: by });
  };
  for (const item of itemsBefore(block, transaction)) {
    const { type } = item.content as { type?: unknown };
    if (!(type instanceof Y.XmlText)) add(NOT_TEXT, 'yes');
    else
      for (const part of itemsBefore(type, transaction))
        if (part.content instanceof Y.ContentString) add(part.content.str, seen(part));
  }
  return pieces;
}

/** What stood in a type before the transaction, in order. */
function* itemsBefore(
  type: Y.XmlElement | Y.XmlText,
  { beforeState, deleteSet }: Y.Transaction,
): Generator<Y.Item> {
  for (let item = type._start; item; item = item.right) {
    const there = item.id.clock < (beforeState.get(item.id.client) ?? 0);
    if (there && (!item.deleted || Y.isDeleted(deleteSet, item.id))) yield item;
  }
}
