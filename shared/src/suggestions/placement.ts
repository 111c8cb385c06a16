import { Node } from '@tiptap/pm/model';
import { isTextBlockType, walk } from '../manuscript/blocks';
import type { NodeJson } from '../manuscript/document';
import { joinInline, sliceInline } from '../manuscript/inline-text';
import { manuscriptSchema } from '../manuscript/schema';
import { type Arrangement, arrange } from './arrangement';
import { type Claims, claimsOf } from './claims';
import { canBecome } from './pairing';
import type { HintOf } from './place';
import { type Alignments, isSafe, mayBeIn, placeChange } from './place-change';
import { attributesOf, changedAttributes, idOf, sameBlock, sameInline } from './sameness';
import type { Spot } from './spot';
import type { Of, Step } from './step';
import type { Operation } from './suggestions';
import { type Entry, idsWithin, type Tree } from './tree';

/** A suggestion that fits a document. */
export interface Placement {
  readonly steps: readonly Step[];
  readonly spots: readonly Spot[];
  readonly claims: Claims;
  readonly arrangement: Arrangement;
}

/** Finds everything a suggestion changes in a document; null as soon as one thing is not as it was. */
export function placementOf(
  operations: readonly Operation[],
  tree: Tree,
  hintOf: HintOf,
  alignments: Alignments,
): Placement | null {
  const carried = carriedBlocks(operations);
  const types = new Map(
    operations.flatMap((operation) =>
      operation.kind === 'retype' ? [[operation.blockId, operation.after.type] as const] : [],
    ),
  );
  const steps: Step[] = [];
  for (const operation of operations) {
    const step = stepOf(operation, tree, hintOf, alignments, carried, types);
    if (!step) return null;
    steps.push(step);
  }
  if (!comesOnce(steps, tree) || !isSound(steps)) return null;
  const arrangement = arrange(tree);
  const spots: Spot[] = [];
  const see = (index: number, spot: Spot) => {
    spots[index] = spot;
  };
  if (!carryOut(steps, arrangement, 0, see) || !arrangement.tidy()) return null;
  return { steps, spots, claims: claimsOf(steps, tree), arrangement };
}

/**
 * Carries out what a suggestion does to blocks: first what changes its type, then what goes, then what comes and moves, so that a
 * block that leaves one container for another is never there twice.
 */
export function carryOut(
  steps: readonly Step[],
  arrangement: Arrangement,
  owner: number,
  see: (index: number, spot: Spot) => void = () => undefined,
): boolean {
  const each = <Kind extends Step['kind']>(
    kind: Kind,
    act: (step: Extract<Step, { kind: Kind }>, index: number) => boolean,
  ) => steps.every((step, index) => step.kind !== kind || act(step as Extract<Step, { kind: Kind }>, index));
  return (
    each('change', ({ text: { blockId, from, to } }, index) => {
      see(index, { kind: 'text', blockId, from, to });
      return true;
    }) &&
    each('retype', ({ blockId, type, attrs }, index) => {
      see(index, { kind: 'block', blockId });
      return arrangement.retype(blockId, type, attrs);
    }) &&
    each('blocks', ({ removed }) => removed.every(({ id }) => arrangement.remove(id as string))) &&
    steps.every((step, index) => {
      if (step.kind === 'move') {
        see(index, { kind: 'block', blockId: step.operation.blockId });
        return arrangement.move(step.operation.blockId, step.operation.to, owner);
      }
      if (step.kind !== 'blocks') return true;
      const { place } = step.operation;
      const after = step.removed[0]?.id ?? null;
      const at = step.removed[0]?.index ?? arrangement.indexOf(step.added, place, after, owner);
      const blockIds = step.removed.map(({ id }) => id as string);
      see(index, { kind: 'blocks', parentId: place.parentId, index: at ?? 0, blockIds });
      return step.added.length === 0 || arrangement.insert(step.added, place, after, owner);
    })
  );
}

function stepOf(
  operation: Operation,
  tree: Tree,
  hintOf: HintOf,
  alignments: Alignments,
  carried: ReadonlySet<string>,
  types: ReadonlyMap<string, string>,
): Step | null {
  switch (operation.kind) {
    case 'change': {
      const type = types.get(operation.anchor.start.blockId);
      const text = placeChange(operation, tree, hintOf, alignments, type);
      return text && { kind: 'change', operation, text };
    }
    case 'retype':
      return retyped(operation, tree);
    case 'move': {
      const old = tree.get(operation.blockId);
      const container = old?.parent?.parent === null ? null : (old?.parent?.id ?? undefined);
      return old && container === operation.from.parentId ? { kind: 'move', operation, old } : null;
    }
    case 'blocks':
      return replaced(operation, tree, carried);
  }
}

/** Attributes that the suggestion does not change may have become others since. */
function retyped(operation: Of<'retype'>, tree: Tree): Step | null {
  const { blockId, before, after } = operation;
  const old = tree.get(blockId);
  if (old?.node.type !== before.type || !canBecome(before.type, after.type)) return null;
  const attrs = attributesOf(old.node);
  const changed = changedAttributes(before.attrs, after.attrs);
  if (changedAttributes(attrs, before.attrs).some((name) => changed.includes(name))) return null;
  for (const name of changed) {
    if ((after.attrs[name] ?? null) === null) delete attrs[name];
    else attrs[name] = after.attrs[name];
  }
  return { kind: 'retype', operation, blockId, type: after.type, attrs, old };
}

function replaced(operation: Of<'blocks'>, tree: Tree, carried: ReadonlySet<string>): Step | null {
  const { place, before, after } = operation;
  const removed: Entry[] = [];
  for (const block of before) {
    const entry = tree.get(idOf(block) ?? '');
    if (!entry || !sameBlock(block, entry.node, { ids: true, except: carried })) return null;
    const container = entry.parent?.parent === null ? null : entry.parent?.id;
    if (after.length > 0 && container !== place.parentId) return null;
    removed.push(entry);
  }
  const added = after.map((block) => withCarried(block, tree, carried));
  return { kind: 'blocks', operation, removed, added };
}

/** Text blocks that the suggestion takes elsewhere as they are: what is written in them meanwhile goes along. */
function carriedBlocks(operations: readonly Operation[]): Set<string> {
  const before = new Map<string, NodeJson>();
  const carried = new Set<string>();
  const each = (blocks: readonly NodeJson[], see: (id: string, block: NodeJson) => void) => {
    for (const block of blocks)
      walk(block, (node) => {
        const id = isTextBlockType(node.type) ? idOf(node) : null;
        if (id !== null) see(id, node);
      });
  };
  for (const operation of operations)
    if (operation.kind === 'blocks') each(operation.before, (id, node) => before.set(id, node));
  for (const operation of operations)
    if (operation.kind === 'blocks')
      each(operation.after, (id, node) => {
        if (sameInline(before.get(id)?.content ?? [], node.content ?? []) && before.has(id)) carried.add(id);
      });
  return carried;
}

function withCarried(block: NodeJson, tree: Tree, carried: ReadonlySet<string>): NodeJson {
  if (carried.size === 0) return block;
  const id = idOf(block);
  if (isTextBlockType(block.type)) {
    const now = id !== null && carried.has(id) ? tree.get(id)?.node.content : undefined;
    if (now === undefined && !(id !== null && carried.has(id))) return block;
    const { content: _, ...rest } = block;
    return now ? { ...rest, content: now } : rest;
  }
  return block.content
    ? { ...block, content: block.content.map((child) => withCarried(child, tree, carried)) }
    : block;
}

/** No block that comes is in the document already, unless the suggestion itself takes it from where it is. */
function comesOnce(steps: readonly Step[], tree: Tree): boolean {
  const gone = new Set<string>();
  const come: string[] = [];
  for (const step of steps) {
    if (step.kind !== 'blocks') continue;
    for (const { node } of step.removed) for (const id of idsWithin(node)) gone.add(id);
    for (const node of step.added) idsWithin(node, come);
  }
  return new Set(come).size === come.length && come.every((id) => gone.has(id) || !tree.has(id));
}

/** Whether the schema lets stand what comes, and what a block that becomes another type then holds. */
function isSound(steps: readonly Step[]): boolean {
  return steps.every((step) => {
    if (step.kind === 'blocks') return step.added.every(isSoundBlock);
    if (step.kind !== 'retype' || !isTextBlockType(step.type)) return true;
    return step.type === step.old.node.type || mayBeIn(step.type, contentAfter(step.old, steps));
  });
}

function contentAfter({ id, node }: Entry, steps: readonly Step[]): NodeJson[] {
  const texts = steps.flatMap((step) =>
    step.kind === 'change' && step.text.blockId === id ? [step.text] : [],
  );
  let content = node.content ?? [];
  for (const { from, to, content: come } of texts.sort(
    (one, other) => other.from - one.from || other.to - one.to,
  ))
    content = joinInline(
      sliceInline(content, 0, from),
      come,
      sliceInline(content, to, Number.POSITIVE_INFINITY),
    );
  return content;
}

function isSoundBlock(block: NodeJson): boolean {
  try {
    Node.fromJSON(manuscriptSchema, block).check();
    return everyNode(block, isSafe);
  } catch {
    // ProseMirror says in no other way that a node is not one.
    return false;
  }
}

function everyNode(block: NodeJson, test: (node: NodeJson) => boolean): boolean {
  let all = true;
  walk(block, (node) => {
    all &&= test(node);
  });
  return all;
}
