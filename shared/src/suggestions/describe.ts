import type { BlockAnchor, TextAnchor } from '../manuscript/anchor';
import { blockQuote } from '../manuscript/anchoring';
import { isTextBlockType, textOf, walk } from '../manuscript/blocks';
import type { MarkJson, NodeJson } from '../manuscript/document';
import { changedAttributes, idOf, marksKey, sameBlock, sameInline } from './sameness';
import type { Operation } from './suggestions';

/** What a suggestion does, as facts for the page to put into words. */
export interface Description {
  readonly kind: /** Words. `replace` has both `before` and `after`. */
    | 'insert'
    | 'delete'
    | 'replace'
    /** The letters stay; `marksOn` and `marksOff` say what their formatting becomes. */
    | 'format'
    /** One block (or several of a list or table) becomes another type: `blockType` to `toType`; or only attributes change. */
    | 'retype'
    | 'attributes'
    | 'add-blocks'
    | 'remove-blocks'
    | 'replace-blocks'
    | 'move-blocks'
    /** One paragraph becomes two, or two become one. */
    | 'split'
    | 'merge'
    /** Rows or columns of a table. */
    | 'add-rows'
    | 'remove-rows'
    | 'add-columns'
    | 'remove-columns'
    /** Several of these that belong together. */
    | 'several';
  /** Plain text that goes and that comes, cut to `MAX_DESCRIBED` letters; blocks joined by line feeds. */
  readonly before: string;
  readonly after: string;
  readonly marksOn: readonly MarkJson[];
  readonly marksOff: readonly MarkJson[];
  /** Type of the (first) block concerned, when it is about blocks, and the type it becomes. */
  readonly blockType: string | null;
  readonly toType: string | null;
  /** Attributes that change, with what they were and become (null: not set). */
  readonly attributes: readonly {
    readonly name: string;
    readonly before: unknown;
    readonly after: unknown;
  }[];
  /** How many blocks, rows or columns are concerned; 0 when it is about words. */
  readonly count: number;
}

export const MAX_DESCRIBED = 2000;

type Of<Kind extends Operation['kind']> = Extract<Operation, { kind: Kind }>;

/** Says what a suggestion does. */
export function describeSuggestion(operations: readonly Operation[]): Description {
  const of = <Kind extends Operation['kind']>(kind: Kind) =>
    operations.filter((operation): operation is Of<Kind> => operation.kind === kind);
  const [changes, retypes, blocks, moves] = [of('change'), of('retype'), of('blocks'), of('move')];
  const texts = {
    before: shown([
      ...changes.map(({ before }) => inlineOf(before)),
      ...blocks.flatMap(({ before }) => before.map(textIn)),
    ]),
    after: shown([
      ...changes.map(({ after }) => inlineOf(after)),
      ...blocks.flatMap(({ after }) => after.map(textIn)),
    ]),
  };
  const facts: Description = { ...NOTHING, ...texts };
  if (operations.length === changes.length && changes.length === 1)
    return { ...facts, ...wordsChanged(changes[0] as Of<'change'>) };
  if (operations.length === retypes.length && retypes.length > 0) return { ...facts, ...retyped(retypes) };
  if (operations.length === moves.length && moves.length > 0)
    return {
      ...facts,
      kind: 'move-blocks',
      count: moves.length,
      before: shown(moves.map(({ quote }) => quote)),
    };
  if (operations.length === blocks.length) return { ...facts, ...blocksChanged(blocks) };
  const cells = blocksIn(blocks);
  if (blocks.length > 0 && [...cells.before, ...cells.after].every(isCell))
    return { ...facts, ...blocksChanged(blocks) };
  if (changes.length === 1 && operations.length === blocks.length + 1)
    return { ...facts, ...seam(changes[0] as Of<'change'>, blocks) };
  return { ...facts, count: operations.length };
}

const NOTHING: Description = {
  kind: 'several',
  before: '',
  after: '',
  marksOn: [],
  marksOff: [],
  blockType: null,
  toType: null,
  attributes: [],
  count: 0,
};

const inlineOf = (nodes: readonly NodeJson[]) => textOf({ type: 'paragraph', content: [...nodes] });
const isCell = ({ type }: NodeJson) => type === 'tableCell' || type === 'tableHeader';

/** The text of a block and all in it, its blocks on lines of their own. */
function textIn(block: NodeJson): string {
  const lines: string[] = [];
  walk(block, (node) => {
    if (isTextBlockType(node.type))
      lines.push(textOf(node) || (typeof node.attrs?.alt === 'string' ? node.attrs.alt : ''));
  });
  return lines.join('\n');
}

function shown(texts: readonly string[]): string {
  return texts
    .filter((text) => text !== '')
    .join('\n')
    .slice(0, MAX_DESCRIBED);
}

function wordsChanged({ before, after }: Of<'change'>): Partial<Description> {
  if (before.length === 0) return { kind: 'insert' };
  if (after.length === 0) return { kind: 'delete' };
  const bare = (nodes: readonly NodeJson[]) => nodes.map(({ marks: _, ...node }) => node);
  if (!sameInline(bare(before), bare(after))) return { kind: 'replace' };
  const [were, are] = [marksIn(before), marksIn(after)];
  return {
    kind: 'format',
    marksOn: [...are].filter(([key]) => !were.has(key)).map(([, mark]) => mark),
    marksOff: [...were].filter(([key]) => !are.has(key)).map(([, mark]) => mark),
  };
}

function marksIn(nodes: readonly NodeJson[]): Map<string, MarkJson> {
  return new Map(nodes.flatMap(({ marks = [] }) => marks.map((mark) => [marksKey([mark]), mark] as const)));
}

function retyped(retypes: readonly Of<'retype'>[]): Partial<Description> {
  const first =
    retypes.find(({ before, after }) => before.type !== after.type) ?? (retypes[0] as Of<'retype'>);
  const { before, after } = first;
  return {
    kind: before.type === after.type ? 'attributes' : 'retype',
    blockType: before.type,
    toType: after.type,
    attributes: changedAttributes(before.attrs, after.attrs).map((name) => ({
      name,
      before: before.attrs[name] ?? null,
      after: after.attrs[name] ?? null,
    })),
    before: shown(retypes.map(({ quote }) => quote)),
    count: retypes.length,
  };
}

function blocksIn(blocks: readonly Of<'blocks'>[]) {
  return { before: blocks.flatMap(({ before }) => before), after: blocks.flatMap(({ after }) => after) };
}

function blocksChanged(blocks: readonly Of<'blocks'>[]): Partial<Description> {
  const { before, after } = blocksIn(blocks);
  const blockType = before[0]?.type ?? after[0]?.type ?? null;
  const facts = { blockType, toType: after[0]?.type ?? null, count: Math.max(before.length, after.length) };
  const moved =
    before.length === after.length &&
    blocks.length > 1 &&
    before.every((block, at) => sameBlock(block, after[at] as NodeJson, { ids: false }));
  if (moved) return { ...facts, kind: 'move-blocks', after: '' };
  if (before.length > 0 && after.length > 0) return { ...facts, kind: 'replace-blocks' };
  const which = before.length > 0 ? 'remove' : 'add';
  const all = [...before, ...after];
  if (all.every(({ type }) => type === 'tableRow')) return { ...facts, kind: `${which}-rows` };
  if (all.every(isCell))
    return {
      ...facts,
      kind: `${which}-columns`,
      count: Math.max(...blocks.map((one) => one.before.length + one.after.length)),
    };
  return { ...facts, kind: `${which}-blocks` };
}

/** Words of a paragraph together with blocks: parted from it, or joined to it. */
function seam(change: Of<'change'>, blocks: readonly Of<'blocks'>[]): Partial<Description> {
  const { before, after } = blocksIn(blocks);
  const facts = {
    blockType: (before[0] ?? after[0])?.type ?? null,
    count: Math.max(before.length, after.length),
  };
  if (before.length === 0 && change.after.length === 0) return { ...facts, kind: 'split' };
  if (after.length === 0 && change.before.length === 0) return { ...facts, kind: 'merge' };
  return facts;
}

/** Where a suggestion is, to show it and to hang its discussion on: of its first operation; null for an empty list. */
export function operationsAnchor(operations: readonly Operation[]): TextAnchor | BlockAnchor | null {
  const [first] = operations;
  if (!first) return null;
  if (first.kind === 'change') return first.anchor;
  if (first.kind !== 'blocks') return { kind: 'block', blockId: first.blockId, quote: first.quote };
  const gone = first.before.find((block) => idOf(block) !== null);
  if (gone) return { kind: 'block', blockId: idOf(gone) ?? '', quote: blockQuote(gone) };
  const { previousId, nextId, parentId } = first.place;
  const blockId = previousId ?? nextId ?? parentId;
  return blockId === null ? null : { kind: 'block', blockId, quote: '' };
}
