import type { NodeJson } from './document';

/**
 * Numbers of the footnotes, from 1, in the order in which the text first refers to them; notes nobody refers to (any
 * more) come after, in their own order, so that none is lost.
 */
export function numberFootnotes(document: NodeJson): ReadonlyMap<string, number> {
  const ids = (type: string) => {
    const found: unknown[] = [];
    visit(document, (node) => node.type === type && found.push(node.attrs?.noteId));
    return found;
  };
  return numberNoteIds(ids('footnoteReference'), ids('footnote'));
}

/** As `numberFootnotes`, from the note ids of the references and of the notes, each in the order of the text. */
export function numberNoteIds(
  referenced: readonly unknown[],
  notes: readonly unknown[],
): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  for (const noteId of [...referenced, ...notes]) {
    if (typeof noteId === 'string' && !numbers.has(noteId)) numbers.set(noteId, numbers.size + 1);
  }
  return numbers;
}

function visit(node: NodeJson, see: (node: NodeJson) => void): void {
  see(node);
  for (const child of node.content ?? []) visit(child, see);
}
