import { Failure } from '@accord/shared/kernel/failure';
import { walk } from '@accord/shared/manuscript/blocks';
import type { NodeJson } from '@accord/shared/manuscript/document';
import { manuscriptSchema } from '@accord/shared/manuscript/schema';
import { MAX_SUGGESTION_BYTES, type Operation } from '@accord/shared/suggestions/suggestions';

/**
 * Looks at proposed operations before they are kept.
 * @param document the chapter's text
 * @param before the operations they replace: their blocks may have gone since
 * @throws Failure('too-large'), Failure('invalid-input') where a node is none of the schema's, Failure('conflicts-with-text') when
 * they are about blocks that are not in this chapter
 */
export function checkProposal(
  operations: readonly Operation[],
  document: NodeJson,
  before: readonly Operation[] = [],
): void {
  if (Buffer.byteLength(JSON.stringify(operations)) > MAX_SUGGESTION_BYTES)
    throw new Failure('too-large', `A suggestion has at most ${MAX_SUGGESTION_BYTES} bytes.`);
  for (const [index, operation] of operations.entries()) {
    try {
      checkNodes(operation);
    } catch (error) {
      const path = `operations.${index}`;
      const message = error instanceof Error ? error.message : String(error);
      throw new Failure('invalid-input', `${path}: ${message}`, {
        fields: [{ path, message }],
        cause: error,
      });
    }
  }
  const known = new Set(before.flatMap(targets));
  walk(document, ({ attrs }) => {
    if (typeof attrs?.id === 'string') known.add(attrs.id);
  });
  const missing = operations.flatMap(targets).find((id) => !known.has(id));
  if (missing) throw new Failure('conflicts-with-text', `The chapter has no block ${missing}.`);
}

/** @throws RangeError when something in it is not of the schema */
function checkNodes(operation: Operation): void {
  if (operation.kind === 'move') return;
  if (operation.kind === 'retype') {
    for (const { type } of [operation.before, operation.after])
      if (!manuscriptSchema.nodes[type]?.isBlock) throw new RangeError(`Unknown block type: ${type}`);
    return;
  }
  const inline = operation.kind === 'change';
  for (const json of [...operation.before, ...operation.after]) {
    const node = manuscriptSchema.nodeFromJSON(json);
    if (node.isInline !== inline || node.type === manuscriptSchema.topNodeType)
      throw new RangeError(`Not ${inline ? 'inline' : 'a block'}: ${json.type}`);
    node.check();
  }
}

/** Blocks an operation changes: they must be in the chapter. Neighbours may go. */
function targets(operation: Operation): string[] {
  switch (operation.kind) {
    case 'change':
      return [operation.anchor.start.blockId, operation.anchor.end.blockId];
    case 'retype':
    case 'move':
      return [operation.blockId];
    case 'blocks':
      return operation.before.length > 0
        ? operation.before.flatMap(({ attrs }) => (typeof attrs?.id === 'string' ? [attrs.id] : []))
        : [operation.place.parentId ?? []].flat();
  }
}
