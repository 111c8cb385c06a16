import type { NodeJson } from './document';

/**
 * Numbers of the footnotes, from 1, in the order in which the text first refers to them; notes nobody refers to (any
 * more) come after, in their own order, so that none is lost.
 */
export function numberFootnotes(document: NodeJson): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  const give = (type: string) =>
    visit(document, (node) => {
      const noteId = node.attrs?.noteId;
      if (node.type === type && typeof noteId === 'string' && !numbers.has(noteId)) {
        numbers.set(noteId, numbers.size + 1);
      }
    });
  give('footnoteReference');
  give('footnote');
  return numbers;
}

function visit(node: NodeJson, see: (node: NodeJson) => void): void {
  see(node);
  for (const child of node.content ?? []) visit(child, see);
}
