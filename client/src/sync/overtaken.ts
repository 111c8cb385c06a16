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

/** What of this tab's words the others can know: none from the clock `unseenFrom` on, and `before` it … */
export interface KnownToOthers {
  readonly unseenFrom: number;
  readonly before: Exclude<Seen, 'no'>;
}

const NOT_TEXT = '\uFFFC';

/**
 * The blocks in which words of this tab went when somebody else's edit was taken in. Yjs can't move or rename an element:
 * who makes a heading of a paragraph, moves it, or puts it into a list, deletes it and writes it anew as they see it, and
 * what others type into the old one at that moment is in neither.
 * To be called before the deleted text is collected, e.g. in `afterTransaction`.
 * @param known asked once, and only when words of this tab went
 */
export function overtakenIn(transaction: Y.Transaction, known: () => KnownToOthers): Overtaken[] {
  const { doc, deleteSet } = transaction;
  const own = deleteSet.clients.get(doc.clientID);
  if (!own) return [];
  const { unseenFrom, before } = known();
  const blocks = new Set<Y.XmlElement>();
  // Yjs joins what was typed in one go: the seen and the unseen may be in one item.
  const wordsOf = ({ id }: Y.Item, text: string): Piece[] => {
    if (id.client !== doc.clientID) return [{ text, seen: 'yes' }];
    const cut = Math.min(Math.max(unseenFrom - id.clock, 0), text.length);
    return [
      { text: text.slice(0, cut), seen: before },
      { text: text.slice(cut), seen: 'no' },
    ];
  };
  const mine = Y.createDeleteSet();
  mine.clients.set(doc.clientID, own);
  Y.iterateDeletedStructs(transaction, mine, (struct) => {
    if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) return;
    if (before === 'yes' && struct.lastId.clock < unseenFrom) return;
    const text = struct.parent;
    const block = text instanceof Y.XmlText ? text.parent : null;
    if (block instanceof Y.XmlElement && block._item?.deleted) blocks.add(block);
  });
  return [...blocks].flatMap((block) => {
    const blockId = lastAttribute(block, 'id');
    return blockId ? [{ blockId, index: indexOf(block), pieces: piecesOf(block, transaction, wordsOf) }] : [];
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

function piecesOf(
  block: Y.XmlElement,
  transaction: Y.Transaction,
  wordsOf: (item: Y.Item, text: string) => Piece[],
): Piece[] {
  const pieces: { text: string; seen: Seen }[] = [];
  const add = ({ text, seen }: Piece) => {
    const last = pieces.at(-1);
    if (last?.seen === seen) last.text += text;
    else if (text !== '') pieces.push({ text, seen });
  };
  for (const item of itemsBefore(block, transaction)) {
    const { type } = item.content as { type?: unknown };
    if (!(type instanceof Y.XmlText)) add({ text: NOT_TEXT, seen: 'yes' });
    else
      for (const part of itemsBefore(type, transaction))
        if (part.content instanceof Y.ContentString) wordsOf(part, part.content.str).forEach(add);
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
