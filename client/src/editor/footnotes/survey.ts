import { numberNoteIds } from '@accord/shared/manuscript/footnotes';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';

export interface NotePlace {
  readonly noteId: string;
  readonly pos: number;
  readonly node: ProseMirrorNode;
}

/** All footnotes of a document: where they are called, where they stand, what number they have. */
export interface NoteSurvey {
  readonly references: readonly NotePlace[];
  readonly notes: readonly NotePlace[];
  readonly numbers: ReadonlyMap<string, number>;
}

/** Looks through the document once. References and notes without an id are not footnotes and are left out. */
export function surveyNotes(doc: ProseMirrorNode): NoteSurvey {
  const references: NotePlace[] = [];
  const notes: NotePlace[] = [];
  doc.descendants((node, pos) => {
    const { noteId } = node.attrs;
    if (typeof noteId !== 'string' || noteId === '') return;
    if (node.type.name === 'footnoteReference') references.push({ noteId, pos, node });
    else if (node.type.name === 'footnote') notes.push({ noteId, pos, node });
  });
  const ids = (places: readonly NotePlace[]) => places.map(({ noteId }) => noteId);
  return { references, notes, numbers: numberNoteIds(ids(references), ids(notes)) };
}

/** Where the note for a reference at `pos` belongs: after the note that is called last before it, at the end. */
export function placeForNote(doc: ProseMirrorNode, { references, notes }: NoteSurvey, pos: number): number {
  const at = new Map(notes.map((note) => [note.noteId, note]));
  for (const reference of references.toReversed()) {
    const note = reference.pos < pos ? at.get(reference.noteId) : undefined;
    if (note && doc.resolve(note.pos).depth === 0) return note.pos + note.node.nodeSize;
  }
  let end = doc.content.size;
  for (let index = doc.childCount - 1; index >= 0 && doc.child(index).type.name === 'footnote'; index -= 1) {
    end -= doc.child(index).nodeSize;
  }
  return end;
}
