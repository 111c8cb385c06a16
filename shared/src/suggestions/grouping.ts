import { walk } from '../manuscript/blocks';
import type { NodeJson } from '../manuscript/document';
import type { Found } from './block-difference';
import { uniteMovedText } from './moved-text';
import type { Pairing } from './pairing';
import { changedAttributes } from './sameness';
import type { Operation } from './suggestions';
import { type Entry, idsWithin } from './tree';

/**
 * Puts changes together that make sense only together, each group in the order of the text: what stands in one place; blocks that
 * leave one container for another; paragraphs split or merged; the shape of a table; a list and its items; a footnote and its mark.
 */
export function groupsOf(found: readonly Found[], pairing: Pairing): Found[][] {
  const groups = new Groups(found.length);
  const first = new Map<string, number>();
  /** Changes that share a name are one suggestion. */
  const name = (shared: string, index: number) => {
    const other = first.get(shared);
    if (other === undefined) first.set(shared, index);
    else groups.unite(other, index);
  };
  const structures = structuresOf(found);
  const containers = new Map<Entry, number>();
  found.forEach(({ operation, gap, emptied, old, now }, index) => {
    if (emptied) {
      const other = containers.get(emptied) ?? index;
      containers.set(emptied, other);
      groups.unite(other, index);
    }
    if (gap !== null) name(`gap ${gap}`, index);
    if (operation.kind === 'blocks')
      for (const id of [...old, ...now].flatMap(({ node }) => idsWithin(node))) name(`block ${id}`, index);
    for (const structure of structures(index)) name(structure, index);
    for (const note of notesOf(operation)) name(`note ${note}`, index);
  });
  uniteMovedText(found, pairing, (one, other) => groups.unite(one, other));
  return groups.lists().map((indexes) => indexes.map((index) => found[index] as Found));
}

/** Disjoint groups of numbers. */
class Groups {
  private readonly parents: number[];
  constructor(size: number) {
    this.parents = Array.from({ length: size }, (_, index) => index);
  }
  private find(index: number): number {
    let at = index;
    while (this.parents[at] !== at) at = this.parents[at] as number;
    return at;
  }
  unite(one: number, other: number): void {
    const [a, b] = [this.find(one), this.find(other)];
    this.parents[Math.max(a, b)] = Math.min(a, b);
  }
  lists(): number[][] {
    const lists = new Map<number, number[]>();
    this.parents.forEach((_, index) => {
      const root = this.find(index);
      const list = lists.get(root);
      if (list) list.push(index);
      else lists.set(root, [index]);
    });
    return [...lists.values()];
  }
}

const CELLS = new Set(['tableCell', 'tableHeader']);
const ITEMS = new Set(['listItem', 'taskItem']);

/**
 * Names of the structures that are left whole only when all changes of them are taken together: a list that changes its kind, a
 * block that becomes code or text, a table whose rows get or lose cells.
 */
function structuresOf(found: readonly Found[]): (index: number) => string[] {
  const changing = new Set<string>();
  const names = found.map(({ operation, old, now }): string[] => {
    const block = (old[0] ?? now[0]) as Entry;
    const table = tableOf(block);
    if (operation.kind === 'change') return [`text ${block.id}`];
    const types = typesOf(operation, block);
    if (operation.kind === 'retype') {
      if (CELLS.has(types[0] as string)) {
        const shape = changedAttributes(operation.before.attrs, operation.after.attrs).some((attribute) =>
          attribute.endsWith('span'),
        );
        if (shape) changing.add(`rows ${table}`);
        changing.add(`cells ${table}`);
        return [`cells ${table}`, `rows ${table}`];
      }
      const list = ITEMS.has(types[0] as string) ? block.parent?.id : block.id;
      if (operation.before.type === operation.after.type) return [];
      if (types.includes('codeBlock')) changing.add(`text ${block.id}`);
      else changing.add(`list ${list}`);
      return [`text ${block.id}`, `list ${list}`];
    }
    if (types.some((type) => CELLS.has(type))) {
      changing.add(`rows ${table}`).add(`cells ${table}`);
      return [`cells ${table}`, `rows ${table}`];
    }
    if (types.includes('tableRow')) return [`rows ${table}`];
    const places = operation.kind === 'move' ? [operation.from, operation.to] : [operation.place];
    return types.some((type) => ITEMS.has(type)) ? places.map(({ parentId }) => `list ${parentId}`) : [];
  });
  return (index) => (names[index] ?? []).filter((name) => changing.has(name));
}

function typesOf(operation: Exclude<Operation, { kind: 'change' }>, block: Entry): string[] {
  switch (operation.kind) {
    case 'retype':
      return [operation.before.type, operation.after.type];
    case 'blocks':
      return [...operation.before, ...operation.after].map(({ type }) => type);
    case 'move':
      return [block.node.type];
  }
}

/** Id of the table around a block, not of the block itself. */
function tableOf(entry: Entry): string | null {
  for (let at = entry.parent; at; at = at.parent) if (at.node.type === 'table') return at.id;
  return null;
}

/** Footnotes of which the mark, or the note, comes or goes. */
function notesOf(operation: Operation): string[] {
  if (operation.kind === 'retype' || operation.kind === 'move') return [];
  const [before, after] = [noteIds(operation.before), noteIds(operation.after)];
  return [...[...before].filter((id) => !after.has(id)), ...[...after].filter((id) => !before.has(id))];
}

function noteIds(nodes: readonly NodeJson[]): Set<string> {
  const ids = new Set<string>();
  for (const node of nodes)
    walk(node, ({ type, attrs }) => {
      if (type.startsWith('footnote') && typeof attrs?.noteId === 'string') ids.add(attrs.noteId);
    });
  return ids;
}
