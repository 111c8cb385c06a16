import { newId } from '@accord/shared/kernel/id';
import { type EditorState, NodeSelection, TextSelection, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { placeForNote, surveyNotes } from './survey';

/** Characters in a note's id: 60 random bits, enough for one chapter. */
const ID_LENGTH = 10;

export const newNoteId = (): string => newId(ID_LENGTH);

/** Whether a footnote can be called where the selection ends: in text, not in code and not in a note. */
export function canInsertNote({ selection, schema }: EditorState): boolean {
  const { $to } = selection;
  const { footnoteReference } = schema.nodes;
  if (!footnoteReference || !$to.parent.inlineContent || $to.parent.type.spec.code) return false;
  return (
    $to.parent.type.name !== 'footnote' &&
    $to.parent.canReplaceWith($to.index(), $to.index(), footnoteReference)
  );
}

/** Calls a new footnote at the end of the selection, and puts the caret into its empty note. */
export function insertNote(view: EditorView): boolean {
  const { state } = view;
  if (!canInsertNote(state)) return false;
  const noteId = newNoteId();
  const at = state.selection.to;
  const tr = state.tr.insert(at, state.schema.nodes.footnoteReference?.create({ noteId }) ?? []);
  view.dispatch(writeNote(tr, noteId, at).scrollIntoView());
  view.focus();
  return true;
}

/** Adds the empty note for the reference at `pos` and puts the caret into it. */
export function writeNote(tr: Transaction, noteId: string, pos: number): Transaction {
  const note = tr.doc.type.schema.nodes.footnote?.create({ noteId });
  if (!note) return tr;
  const place = placeForNote(tr.doc, surveyNotes(tr.doc), pos);
  tr.insert(place, note);
  return tr.setSelection(TextSelection.create(tr.doc, place + 1));
}

/** From a reference to the end of its note; a note that is gone is written anew, where one may write. */
export function goToNote(view: EditorView, pos: number): boolean {
  const { state } = view;
  const noteId = state.doc.nodeAt(pos)?.attrs.noteId;
  if (typeof noteId !== 'string') return false;
  const note = surveyNotes(state.doc).notes.find((each) => each.noteId === noteId);
  if (note) {
    const end = note.pos + note.node.nodeSize - 1;
    view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, end)).scrollIntoView());
  } else if (view.editable) view.dispatch(writeNote(state.tr, noteId, pos).scrollIntoView());
  else return false;
  view.focus();
  return true;
}

/** From a note back to the place in the text that calls it, just behind its mark. */
export function goToReference(view: EditorView, noteId: string): boolean {
  const { state } = view;
  const reference = surveyNotes(state.doc).references.find((each) => each.noteId === noteId);
  if (!reference) return false;
  const at = reference.pos + reference.node.nodeSize;
  view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, at)).scrollIntoView());
  view.focus();
  return true;
}

/** The note the caret is in, by its id. */
export function noteAround({ selection }: EditorState): string | null {
  const { parent } = selection.$from;
  return parent.type.name === 'footnote' && selection.$from.sameParent(selection.$to)
    ? String(parent.attrs.noteId)
    : null;
}

/** Position of the reference that is selected as such, or null. */
export function selectedReference({ selection }: EditorState): number | null {
  return selection instanceof NodeSelection && selection.node.type.name === 'footnoteReference'
    ? selection.from
    : null;
}
