import type { Node as ProseMirrorNode } from '@tiptap/pm/model';

/** A heading in the open editor. `pos` is where its node begins. */
export interface Heading {
  id: string | null;
  level: number;
  text: string;
  pos: number;
}

/** The headings of a document in order. */
export function headingsOf(doc: ProseMirrorNode): Heading[] {
  const headings: Heading[] = [];
  doc.descendants((node, pos) => {
    if (node.type.name === 'heading') {
      const { id, level } = node.attrs;
      const text = node.textContent.replace(/\s+/g, ' ').trim();
      headings.push({ id, level: Math.min(Math.max(Number(level) || 1, 1), 4), text, pos });
    }
    return !node.isTextblock && node.type.name !== 'table';
  });
  return headings;
}

/** The last heading that begins at or before `pos`, or -1. */
export function headingAt(headings: readonly Heading[], pos: number): number {
  let found = -1;
  headings.forEach((heading, index) => {
    if (heading.pos <= pos) found = index;
  });
  return found;
}
