import type { NodeJson } from '../manuscript/document';
import type { Edit } from '../manuscript/edits';
import { manuscriptSchema } from '../manuscript/schema';
import { idOf } from './sameness';
import type { Place } from './suggestions';
import { idsWithin, type Tree } from './tree';

/** One child of a container: as the document had it, or put there since by a suggestion. */
interface Slot {
  readonly id: string | null;
  readonly type: string;
  /** Number of the suggestion that put it there; null: it was there. */
  readonly owner: number | null;
  /** Removed or moved away: its place can still be named by those that were made beside it. */
  gone: boolean;
}

/** A container's children as a suggestion finds them, and the place in them. */
interface Position {
  readonly slots: Slot[];
  readonly at: number;
}

/**
 * The blocks of a document while suggestions are carried out on it one after the other. Each finds its places as the document had them,
 * also beside blocks that another has taken away, and the edits come out with the numbers that hold when their turn comes.
 * What returns false does not fit; edits written before it then mean nothing.
 */
export interface Arrangement {
  readonly edits: readonly Edit[];
  retype(blockId: string, type: string, attrs: Readonly<Record<string, unknown>>): boolean;
  remove(blockId: string): boolean;
  /** Puts blocks where `removed` (a block that this suggestion took away) was, or else at `place`. */
  insert(blocks: readonly NodeJson[], place: Place, removed: string | null, owner: number): boolean;
  move(blockId: string, to: Place, owner: number): boolean;
  /** Takes containers away that lost all they held. False when that is the chapter, or a container holds what it can't. */
  tidy(): boolean;
  /** Number, among the children that the document had, of the place meant; null when there is none. */
  indexOf(blocks: readonly NodeJson[], place: Place, removed: string | null, owner: number): number | null;
  /** The place as it reads now: the blocks that stand around it, those of `back` counted where they were. */
  around(place: Place, removed: string | null, owner: number, back: ReadonlySet<string>): Place | null;
  /** Where a block stands now; null when it does not. */
  placeOf(blockId: string): Place | null;
}

export function arrange(tree: Tree): Arrangement {
  const edits: Edit[] = [];
  const lists = new Map<string | null, Slot[]>();
  const types = new Map<string, string>();
  const parents = new Map<string, string | null>();
  const removed = new Set<string>();
  /** Containers that got or lost children, or another kind. */
  const touched = new Set<string | null>();
  const lost = new Set<string | null>();

  const slotsOf = (id: string | null): Slot[] | null => {
    if (id !== null && removed.has(id)) return null;
    const known = lists.get(id);
    if (known) return known;
    const entry = id === null ? tree.root : tree.get(id);
    if (!entry || !isContainer(typeOf(id))) return null;
    const slots = entry.children.map((child) => slotFor(child.node, child.id, null));
    lists.set(id, slots);
    return slots;
  };
  const typeOf = (id: string | null) => (id === null ? 'doc' : (types.get(id) ?? tree.get(id)?.node.type));
  const parentOf = (id: string): string | null | undefined => {
    if (parents.has(id)) return parents.get(id);
    const parent = tree.get(id)?.parent;
    if (!parent) return undefined;
    // A container that can't be named: nothing can be said of what is in it.
    return parent.parent === null ? null : (parent.id ?? undefined);
  };
  const live = (id: string) => {
    if (removed.has(id)) return null;
    const parentId = parentOf(id);
    const slots = parentId === undefined ? null : slotsOf(parentId);
    const at = slots?.findIndex((slot) => slot.id === id && !slot.gone) ?? -1;
    return slots && at >= 0
      ? { slots, at, slot: slots[at] as Slot, parentId: parentId as string | null }
      : null;
  };

  const find = (slots: readonly Slot[], id: string | null, owner: number): number => {
    if (id === null) return -1;
    const own = slots.findIndex((slot) => slot.id === id && slot.owner === owner && !slot.gone);
    if (own >= 0) return own;
    const was = slots.findIndex((slot) => slot.id === id && slot.owner === null);
    return was >= 0 ? was : slots.findIndex((slot) => slot.id === id && !slot.gone);
  };
  const position = (place: Place, after: string | null, owner: number, notes = false): Position | null => {
    const slots = slotsOf(place.parentId);
    if (!slots) return null;
    const start = (at: number): Position => {
      // Behind what was put in the same place before; before footnotes of another suggestion, whose place is the end.
      const isBefore = (slot: Slot | undefined) =>
        slot !== undefined && slot.owner !== null && (slot.owner === owner || slot.type !== NOTE);
      let behind = at;
      while (isBefore(slots[behind])) behind++;
      return { slots, at: behind };
    };
    const own = slots.findIndex((slot) => slot.id === place.previousId && slot.owner === owner && !slot.gone);
    if (place.previousId !== null && own >= 0) return start(own + 1);
    if (after !== null) {
      const at = find(slots, after, owner);
      return at < 0 ? null : start(at + 1);
    }
    const [previous, next] = [find(slots, place.previousId, owner), find(slots, place.nextId, owner)];
    if (previous >= 0 && next >= 0) return previous < next ? start(previous + 1) : null;
    if (previous >= 0) return start(previous + 1);
    if (next >= 0) return { slots, at: next };
    if (notes && place.nextId === null) return { slots, at: slots.length };
    const empty =
      place.previousId === null &&
      place.nextId === null &&
      slots.every((slot) => slot.gone || slot.owner !== null);
    return empty ? start(0) : null;
  };

  const slotFor = (node: NodeJson, id: string | null, owner: number | null): Slot => ({
    id,
    type: node.type,
    owner,
    gone: false,
  });
  const enter = (node: NodeJson, parentId: string | null, owner: number): void => {
    const id = idOf(node);
    if (id !== null) {
      parents.set(id, parentId);
      types.set(id, node.type);
      removed.delete(id);
      lists.delete(id);
      if (!isContainer(node.type)) return;
      const children = node.content ?? [];
      lists.set(
        id,
        children.map((child) => slotFor(child, idOf(child), owner)),
      );
      for (const child of children) enter(child, id, owner);
    }
  };
  const before = (slots: readonly Slot[], at: number) =>
    slots.slice(0, at).filter(({ gone }) => !gone).length;

  const arrangement: Arrangement = {
    edits,
    retype(blockId, type, attrs) {
      const found = live(blockId);
      if (!found) return false;
      types.set(blockId, type);
      touched.add(blockId).add(found.parentId);
      edits.push({ kind: 'retype', blockId, type, attrs });
      return true;
    },
    remove(blockId) {
      const found = live(blockId);
      if (!found) return false;
      found.slot.gone = true;
      const node = tree.get(blockId)?.node;
      for (const id of node ? idsWithin(node) : [blockId]) removed.add(id);
      lost.add(found.parentId);
      edits.push({ kind: 'remove-block', blockId });
      return true;
    },
    insert(blocks, place, after, owner) {
      const found = position(place, after, owner, areNotes(blocks));
      if (!found) return false;
      let { at } = found;
      for (const block of blocks) {
        const id = idOf(block);
        if (id === null) return false;
        edits.push({ kind: 'insert-block', parentId: place.parentId, index: before(found.slots, at), block });
        found.slots.splice(at++, 0, slotFor(block, id, owner));
        enter(block, place.parentId, owner);
      }
      touched.add(place.parentId);
      return true;
    },
    move(blockId, to, owner) {
      const from = live(blockId);
      if (!from || isWithin(to.parentId, blockId)) return false;
      from.slot.gone = true;
      const target = position(to, null, owner);
      if (!target) return false;
      const index = before(target.slots, target.at);
      edits.push({ kind: 'move-block', blockId, parentId: to.parentId, index });
      target.slots.splice(target.at, 0, { ...from.slot, owner, gone: false });
      parents.set(blockId, to.parentId);
      lost.add(from.parentId);
      touched.add(to.parentId);
      return true;
    },
    tidy() {
      const emptied = () =>
        [...lost].find((id) => mustHold(typeOf(id)) && slotsOf(id)?.every(({ gone }) => gone));
      for (let id = emptied(); id !== undefined; id = emptied()) {
        if (id === null || !arrangement.remove(id)) return false;
      }
      for (const id of [...touched, ...lost]) {
        for (const slot of slotsOf(id) ?? [])
          if (!slot.gone && !mayHold(typeOf(id), (slot.id !== null && typeOf(slot.id)) || slot.type))
            return false;
      }
      return true;
    },
    indexOf(blocks, place, after, owner) {
      const found = position(place, after, owner, areNotes(blocks));
      return found?.slots.slice(0, found.at).filter((slot) => slot.owner === null).length ?? null;
    },
    around(place, after, owner, back) {
      const found = position(place, after, owner);
      if (!found) return null;
      // What stands where a block was that is to come back: the block itself is no neighbour.
      const until = after === null ? found.at : found.slots.findIndex(({ id, gone }) => id === after && gone);
      return { parentId: place.parentId, ...neighbours(found.slots, until, found.at, back) };
    },
    placeOf(blockId) {
      const found = live(blockId);
      return (
        found && { parentId: found.parentId, ...neighbours(found.slots, found.at, found.at + 1, new Set()) }
      );
    },
  };
  const isWithin = (id: string | null, container: string): boolean => {
    for (let at: string | null | undefined = id; at; at = parentOf(at)) if (at === container) return true;
    return false;
  };
  return arrangement;
}

function neighbours(
  slots: readonly Slot[],
  until: number,
  from: number,
  back: ReadonlySet<string>,
): Omit<Place, 'parentId'> {
  const there = ({ gone, id }: Slot) => !gone || (id !== null && back.has(id));
  return {
    previousId: slots.slice(0, until).filter(there).at(-1)?.id ?? null,
    nextId: slots.slice(from).find(({ gone }) => !gone)?.id ?? null,
  };
}

const NOTE = 'footnote';
const areNotes = (blocks: readonly NodeJson[]) => blocks.every(({ type }) => type === NOTE);

/** Whether blocks of this type hold blocks. */
function isContainer(typeName: string | undefined): boolean {
  const type = manuscriptSchema.nodes[typeName ?? ''];
  return type !== undefined && !type.inlineContent && !type.isLeaf;
}

/** Whether a block of this type can't be without children. */
const mustHold = (typeName: string | undefined) =>
  manuscriptSchema.nodes[typeName ?? '']?.contentMatch.validEnd === false;

/** Whether the schema lets a node of one type stand in one of another. */
export function mayHold(parentType: string | undefined, childType: string): boolean {
  const [parent, child] = [manuscriptSchema.nodes[parentType ?? ''], manuscriptSchema.nodes[childType]];
  return parent !== undefined && child !== undefined && parent.contentMatch.matchType(child) !== null;
}
