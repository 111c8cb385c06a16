import { type Entry, idsWithin, type Tree } from './tree';

/** Types that one block can be given after the other, keeping its content. */
const FAMILIES: readonly (readonly string[])[] = [
  ['paragraph', 'heading', 'codeBlock'],
  ['bulletList', 'orderedList', 'taskList'],
  ['listItem', 'taskItem'],
  ['blockquote', 'callout'],
  ['tableCell', 'tableHeader'],
];

/** Whether a block of one type can be made one of another type, keeping what it holds. */
export const canBecome = (type: string, other: string): boolean =>
  type === other || FAMILIES.some((family) => family.includes(type) && family.includes(other));

/** Which blocks of a copy are blocks of the text. */
export interface Pairing {
  readonly base: Tree;
  readonly fork: Tree;
  /** Whether the block of this id is the same in both, at whatever place. */
  paired(id: string | null): boolean;
  /** Whether two blocks that differ in their ids may be taken for one, since no id of theirs is known on the other side. */
  interchangeable(old: Entry, now: Entry): boolean;
}

/**
 * Pairs blocks with the same id, of a type that one can become the other, in containers of which the same holds. What is in a new
 * container, or was in one that is gone, comes and goes with it.
 */
export function pairingOf(base: Tree, fork: Tree): Pairing {
  const known = new Map<string, boolean>();
  const paired = (id: string | null): boolean => {
    if (id === null) return false;
    const answer = known.get(id);
    if (answer !== undefined) return answer;
    // While it is being asked: a block can't have moved into what was in it.
    known.set(id, false);
    const [old, now] = [base.get(id), fork.get(id)];
    const same = old !== undefined && now !== undefined && canBecome(old.node.type, now.node.type);
    const result = same && stays(old.parent) && stays(now.parent);
    known.set(id, result);
    return result;
  };
  const stays = (parent: Entry | null): boolean =>
    parent !== null && (parent.parent === null || paired(parent.id));
  return {
    base,
    fork,
    paired,
    interchangeable: (old, now) =>
      (old.id === null || idsWithin(old.node).every((id) => !fork.has(id))) &&
      (old.id === null || now.id === null || idsWithin(now.node).every((id) => !base.has(id))),
  };
}
