import { Node } from '@tiptap/pm/model';
import type { NodeJson } from './document';
import type { Edit } from './edits';
import { inlineText, isTextBlock, joinInline, partsCharacter, sliceInline } from './inline-text';
import { manuscriptSchema } from './schema';

/** An edit that does not fit the text; none of its list is carried out. */
export class EditError extends Error {
  override readonly name = 'EditError';
  constructor(
    why: string,
    /** The edit that does not fit, and its place in the list. */
    readonly edit: Edit,
    readonly index: number,
  ) {
    super(`edit ${index} (${edit.kind}): ${why}`);
  }
}

/**
 * Carries edits out on a text, one after the other, each on what the former left. The document given stays as it is.
 * What is put in comes out as Yjs would keep it: with the schema's defaults, without attributes that are null, without marks
 * on nodes that are no text.
 * @throws EditError when an edit names what is not there, or when the schema does not allow what the list leaves behind
 */
export function applyEdits(document: NodeJson, edits: readonly Edit[]): NodeJson {
  let text = document;
  /** Containers and text blocks whose content changed, by id, with the edit that changed it last; null: the chapter. */
  const touched = new Map<string | null, number>();
  edits.forEach((edit, index) => {
    const refuse = (why: string): never => {
      throw new EditError(why, edit, index);
    };
    const { document: next, changed } = carryOut(text, edit, refuse);
    text = next;
    for (const id of changed) touched.set(id, index);
  });
  for (const [id, index] of touched) {
    const node = id === null ? text : find(text, id);
    const edit = edits[index];
    const fault = node && faultOf(node);
    if (fault && edit) throw new EditError(fault, edit, index);
  }
  return text;
}

interface Step {
  readonly document: NodeJson;
  readonly changed: readonly (string | null)[];
}

function carryOut(document: NodeJson, edit: Edit, refuse: (why: string) => never): Step {
  switch (edit.kind) {
    case 'replace-text': {
      const content = attempt(() => storedInline(edit.content), refuse);
      const next = replace(document, edit.blockId, (block) => {
        if (!isTextBlock(block.type)) refuse(`${block.type} holds no text itself`);
        const { from, to } = edit;
        const text = inlineText(block);
        if (from < 0 || from > to || to > text.length) refuse(`${from} to ${to} of ${text.length}`);
        if (partsCharacter(text, from) || partsCharacter(text, to)) refuse('parts a character');
        const old = block.content ?? [];
        return [
          withContent(
            block,
            joinInline(sliceInline(old, 0, from), content, sliceInline(old, to, text.length)),
          ),
        ];
      });
      return { document: next ?? refuse('no such block'), changed: [edit.blockId] };
    }
    case 'retype': {
      const attrs = attempt(() => storedAttrs(edit.type, { ...edit.attrs, id: edit.blockId }), refuse);
      const parent = parentOf(document, edit.blockId);
      const next = replace(document, edit.blockId, (block) => [{ ...block, type: edit.type, attrs }]);
      return {
        document: next ?? refuse('no such block'),
        changed: [edit.blockId, parent ? idOf(parent.container) : null],
      };
    }
    case 'insert-block': {
      const block = attempt(() => storedBlock(edit.block), refuse);
      return { document: put(document, edit.parentId, edit.index, block, refuse), changed: [edit.parentId] };
    }
    case 'remove-block': {
      const parent = parentOf(document, edit.blockId) ?? refuse('no such block');
      const next = replace(document, edit.blockId, () => []) ?? refuse('no such block');
      return { document: next, changed: [idOf(parent.container)] };
    }
    case 'move-block': {
      const parent = parentOf(document, edit.blockId) ?? refuse('no such block');
      const without = replace(document, edit.blockId, () => []) ?? refuse('no such block');
      return {
        document: put(without, edit.parentId, edit.index, parent.block, refuse),
        changed: [idOf(parent.container), edit.parentId],
      };
    }
  }
}

function put(
  document: NodeJson,
  parentId: string | null,
  index: number,
  block: NodeJson,
  refuse: (why: string) => never,
): NodeJson {
  const into = (container: NodeJson): NodeJson => {
    const children = container.content ?? [];
    if (isTextBlock(container.type)) refuse(`${container.type} holds no blocks`);
    if (index < 0 || index > children.length) refuse(`place ${index} of ${children.length}`);
    return withContent(container, children.toSpliced(index, 0, block));
  };
  if (parentId === null) return into(document);
  return replace(document, parentId, (container) => [into(container)]) ?? refuse('no such container');
}

/** The document with other nodes in the place of the first block of this id; null when there is none. */
function replace(node: NodeJson, id: string, make: (block: NodeJson) => NodeJson[]): NodeJson | null {
  const children = node.content ?? [];
  for (const [index, child] of children.entries()) {
    if (idOf(child) === id) return withContent(node, children.toSpliced(index, 1, ...make(child)));
    if (isTextBlock(child.type)) continue;
    const changed = replace(child, id, make);
    if (changed) return withContent(node, children.with(index, changed));
  }
  return null;
}

function withContent(node: NodeJson, content: NodeJson[]): NodeJson {
  const { content: _, ...rest } = node;
  return content.length > 0 ? { ...rest, content } : rest;
}

function parentOf(node: NodeJson, id: string): { container: NodeJson; block: NodeJson } | null {
  for (const child of node.content ?? []) {
    if (idOf(child) === id) return { container: node, block: child };
    const deeper = isTextBlock(child.type) ? null : parentOf(child, id);
    if (deeper) return deeper;
  }
  return null;
}

const find = (document: NodeJson, id: string): NodeJson | null => parentOf(document, id)?.block ?? null;

const idOf = ({ attrs }: NodeJson): string | null => (typeof attrs?.id === 'string' ? attrs.id : null);

/** What the schema has against a node and its children (not against what these hold), or null. */
function faultOf(node: NodeJson): string | null {
  const type = manuscriptSchema.nodes[node.type];
  if (!type) return null;
  let match = type.contentMatch;
  for (const child of node.content ?? []) {
    const childType = manuscriptSchema.nodes[child.type];
    if (!childType) return null;
    const next = match.matchType(childType);
    if (!next) return `${node.type} can't hold ${child.type} there`;
    match = next;
    for (const mark of child.marks ?? []) {
      const markType = manuscriptSchema.marks[mark.type];
      if (markType && !type.allowsMarkType(markType)) return `${node.type} can't hold ${mark.type}`;
    }
  }
  return match.validEnd ? null : `${node.type} would be left incomplete`;
}

function attempt<T>(make: () => T, refuse: (why: string) => never): T {
  try {
    return make();
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}

/** Inline nodes as Yjs keeps them. @throws RangeError when the schema does not know them */
export function storedInline(nodes: readonly NodeJson[]): NodeJson[] {
  return joinInline(
    nodes.map((json) => {
      const node = Node.fromJSON(manuscriptSchema, json);
      if (!node.isInline) throw new RangeError(`${node.type.name} is no inline node`);
      return storedBlock(json);
    }),
  );
}

/** A block with all it holds as Yjs keeps it. @throws RangeError when the schema does not allow it */
function storedBlock(json: NodeJson): NodeJson {
  const node = Node.fromJSON(manuscriptSchema, json);
  node.check();
  return stored(node);
}

function stored(node: Node): NodeJson {
  const attrs = withoutNulls(node.attrs);
  const content: NodeJson[] = [];
  node.forEach((child) => {
    content.push(stored(child));
  });
  const marks = node.isText
    ? node.marks.map(({ type, attrs: given }) => {
        const kept = withoutNulls(given);
        return kept ? { type: type.name, attrs: kept } : { type: type.name };
      })
    : [];
  return {
    type: node.type.name,
    ...(attrs && { attrs }),
    ...(content.length > 0 && { content }),
    ...(marks.length > 0 && { marks }),
    ...(node.text !== undefined && { text: node.text }),
  };
}

/** The attributes of a block of this type as Yjs keeps them. @throws RangeError when there is no such type */
export function storedAttrs(
  typeName: string,
  attrs: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const type = manuscriptSchema.nodes[typeName];
  if (!type || type.isInline || type === manuscriptSchema.topNodeType)
    throw new RangeError(`no block is a ${typeName}`);
  return withoutNulls(type.create(attrs).attrs) ?? {};
}

function withoutNulls(attrs: Readonly<Record<string, unknown>>): Record<string, unknown> | null {
  const kept = Object.entries(attrs).filter(([, value]) => value !== null && value !== undefined);
  return kept.length > 0 ? Object.fromEntries(kept) : null;
}
