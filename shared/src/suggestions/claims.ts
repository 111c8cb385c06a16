import type { TextEdit } from './place-change';
import { attributesOf, changedAttributes } from './sameness';
import type { Step } from './step';
import { type Entry, idsWithin, type Tree } from './tree';

/** What of a document a suggestion touches, to know which two touch the same (S4). */
export interface Claims {
  readonly texts: readonly TextEdit[];
  /** Blocks that have to stay. */
  readonly uses: ReadonlySet<string>;
  /** Blocks that go, with all in them. */
  readonly removes: ReadonlySet<string>;
  /** What only one can change. */
  readonly alone: ReadonlySet<string>;
  /** What several may rely on, while nobody changes it. */
  readonly shared: ReadonlySet<string>;
}

export function overlap(one: Claims, other: Claims): boolean {
  return (
    meet(one.removes, other.removes) ||
    meet(one.removes, other.uses) ||
    meet(one.uses, other.removes) ||
    meet(one.alone, other.alone) ||
    meet(one.alone, other.shared) ||
    meet(one.shared, other.alone) ||
    one.texts.some((text) => other.texts.some((stretch) => textsMeet(text, stretch)))
  );
}

/** The same letters, or new words for the very same place between two letters. */
function textsMeet(one: TextEdit, other: TextEdit): boolean {
  if (one.blockId !== other.blockId) return false;
  const [a, b] = [one.touched, other.touched];
  if (a.from === a.to && b.from === b.to) return a.from === b.from;
  return a.from < b.to && b.from < a.to;
}

function meet(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  for (const item of small) if (large.has(item)) return true;
  return false;
}

export function claimsOf(steps: readonly Step[], tree: Tree): Claims {
  const texts: TextEdit[] = [];
  const [uses, removes, alone, shared] = [
    new Set<string>(),
    new Set<string>(),
    new Set<string>(),
    new Set<string>(),
  ];
  const put = (parentId: string | null, type: string) => {
    if (parentId === null) return;
    uses.add(parentId);
    shared.add(`kind ${parentId}`);
    grid(tree.get(parentId), type);
  };
  const grid = (parent: Entry | null | undefined, type: string) => {
    const table = type === 'tableRow' ? parent : parent?.parent;
    if (type === 'tableRow') shared.add(`grid ${table?.id}`);
    else if (type === 'tableCell' || type === 'tableHeader') alone.add(`grid ${table?.id}`);
  };
  for (const step of steps) {
    switch (step.kind) {
      case 'change':
        texts.push(step.text);
        uses.add(step.text.blockId);
        shared.add(`text ${step.text.blockId}`);
        break;
      case 'retype': {
        const { blockId, type, old } = step;
        uses.add(blockId);
        for (const name of changedAttributes(attributesOf(old.node), step.attrs))
          alone.add(`${name} of ${blockId}`);
        if (type === old.node.type) break;
        alone.add(`type ${blockId}`);
        const types = [type, old.node.type];
        if (types.includes('taskList')) alone.add(`kind ${blockId}`);
        if (types.includes('codeBlock')) alone.add(`text ${blockId}`);
        break;
      }
      case 'blocks':
        for (const { node, parent } of step.removed) {
          for (const id of idsWithin(node)) removes.add(id);
          grid(parent, node.type);
        }
        for (const node of step.added) put(step.operation.place.parentId, node.type);
        break;
      case 'move':
        uses.add(step.operation.blockId);
        alone.add(`place ${step.operation.blockId}`);
        put(step.operation.to.parentId, step.old.node.type);
    }
  }
  return { texts, uses, removes, alone, shared };
}
