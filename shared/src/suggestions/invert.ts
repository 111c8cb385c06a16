import { textAnchor } from '../manuscript/anchoring';
import { joinInline, textOfInline } from '../manuscript/inline-text';
import type { Operation } from './suggestions';

/**
 * What takes accepted operations back, to be placed in the text they led to. After a decision use `undo` of
 * `acceptSuggestions`, which knows the text they were carried out on.
 */
export function invertOperations(operations: readonly Operation[]): Operation[] {
  return operations.map(inverse);
}

function inverse(operation: Operation): Operation {
  switch (operation.kind) {
    case 'change':
      return invertChange(operation);
    case 'retype':
      return { ...operation, before: operation.after, after: operation.before };
    case 'blocks':
      return { ...operation, before: operation.after, after: operation.before };
    case 'move':
      return { ...operation, from: operation.to, to: operation.from };
  }
}

function invertChange({
  anchor,
  blockText,
  before,
  after,
}: Extract<Operation, { kind: 'change' }>): Operation {
  const { blockId, offset } = anchor.start;
  const come = textOfInline(after);
  const text = blockText.slice(0, offset) + come + blockText.slice(anchor.end.offset);
  const block = { type: 'paragraph', attrs: { id: blockId }, content: joinInline([{ type: 'text', text }]) };
  const turned = textAnchor(block, { blockId, offset }, { blockId, offset: offset + come.length });
  return {
    kind: 'change',
    anchor: turned ?? anchor,
    blockText: text,
    before: after,
    after: before,
  };
}
