import { walk } from '@accord/shared/manuscript/blocks';
import type { NodeJson } from '@accord/shared/manuscript/document';
import { Paragraph, type ParagraphChild } from 'docx';

/** The footnotes of a whole Word document, numbered through as Word does it. */
export class Footnotes {
  private readonly kept: Record<string, { children: Paragraph[] }> = {};
  private count = 0;

  /** Adds a note; Word gives it this number, since notes are added in the order of their marks. */
  add(text: readonly ParagraphChild[]): number {
    this.count += 1;
    this.kept[this.count] = { children: [new Paragraph({ style: 'FootnoteText', children: text })] };
    return this.count;
  }

  get length(): number {
    return this.count;
  }

  all(): Readonly<Record<string, { children: readonly Paragraph[] }>> {
    return this.kept;
  }
}

/** What a chapter's marks and notes amount to, before any of it is written. */
export interface ChapterNotes {
  /** The note of each `noteId`: the first that has it. */
  readonly texts: ReadonlyMap<string, NodeJson>;
  /** Place in the order of marks, from 1, of each note that the text refers to. */
  readonly order: ReadonlyMap<string, number>;
  /** Which are referred to more than once. */
  readonly repeated: ReadonlySet<string>;
  /** Notes that no mark in the text leads to. */
  readonly loose: readonly NodeJson[];
}

/** Marks within notes do not count: Word has no notes on notes. */
export function notesOf(document: NodeJson): ChapterNotes {
  const order = new Map<string, number>();
  const repeated = new Set<string>();
  const refer = (id: string) => {
    if (order.has(id)) repeated.add(id);
    else order.set(id, order.size + 1);
  };
  const marksOf = (node: NodeJson): void => {
    if (node.type === 'footnote') {
      walk(node, ({ type, attrs }) => {
        if (type === 'footnoteReference') repeated.add(String(attrs?.noteId));
      });
      return;
    }
    if (node.type === 'footnoteReference') refer(String(node.attrs?.noteId));
    node.content?.forEach(marksOf);
  };
  marksOf(document);

  const texts = new Map<string, NodeJson>();
  const loose: NodeJson[] = [];
  walk(document, (node) => {
    if (node.type !== 'footnote') return;
    const { noteId } = node.attrs ?? {};
    if (typeof noteId === 'string' && order.has(noteId) && !texts.has(noteId)) texts.set(noteId, node);
    else loose.push(node);
  });
  return { texts, order, repeated, loose };
}
