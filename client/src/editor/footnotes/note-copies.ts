import { Fragment, type Node as ProseMirrorNode, Slice } from '@tiptap/pm/model';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { newNoteId } from './note-commands';
import { placeForNote, surveyNotes } from './survey';

/** A copied piece of text takes the notes it calls along, so that they arrive in another chapter or program too. */
export function withItsNotes(slice: Slice, doc: ProseMirrorNode): Slice {
  const called = new Set<string>();
  const inside = new Set<string>();
  slice.content.descendants((node) => {
    if (node.type.name === 'footnoteReference') called.add(String(node.attrs.noteId));
    if (node.type.name === 'footnote') inside.add(String(node.attrs.noteId));
  });
  const notes = surveyNotes(doc).notes.filter(({ noteId }) => called.has(noteId) && !inside.has(noteId));
  if (notes.length === 0) return slice;
  let { content, openStart, openEnd } = slice;
  const paragraph = doc.type.schema.nodes.paragraph;
  if (content.firstChild?.isInline && paragraph) {
    content = Fragment.from(paragraph.create(null, content));
    openStart = 1;
    openEnd = 1;
  }
  const all = content.append(Fragment.fromArray(notes.map(({ node }) => node)));
  return new Slice(all, openStart, Math.min(openEnd, 1));
}

/** Parts what is pasted into the text and the notes that came with it. */
export function withoutItsNotes(slice: Slice): { text: Slice; notes: ProseMirrorNode[] } {
  const notes: ProseMirrorNode[] = [];
  const kept: ProseMirrorNode[] = [];
  for (const node of slice.content.content) (node.type.name === 'footnote' ? notes : kept).push(node);
  // A piece of a note's own text stays what it is.
  if (notes.length === 0 || kept.length === 0) return { text: slice, notes: [] };
  const content = Fragment.fromArray(kept);
  const endsInNote = slice.content.lastChild?.type.name === 'footnote';
  const openEnd = endsInNote ? depthOfEnd(content) : slice.openEnd;
  return { text: new Slice(content, slice.openStart, openEnd), notes };
}

function depthOfEnd(content: Fragment): number {
  let depth = 0;
  for (
    let node = content.lastChild;
    node && !node.isLeaf && !node.type.spec.isolating;
    node = node.lastChild
  ) {
    depth += 1;
  }
  return depth;
}

/** Adds the notes that are called in `tr.doc` but don't stand there. */
export function addMissingNotes(tr: Transaction, notes: readonly ProseMirrorNode[]): Transaction {
  for (const note of notes) {
    const survey = surveyNotes(tr.doc);
    const { noteId } = note.attrs;
    const reference = survey.references.find((each) => each.noteId === noteId);
    if (survey.notes.some((each) => each.noteId === noteId)) continue;
    tr.insert(reference ? placeForNote(tr.doc, survey, reference.pos) : tr.doc.content.size, note);
  }
  return tr;
}

/**
 * Gives each copied reference a note of its own, with the same text: two references never share a note. The one that
 * stood there before keeps its note; after cut and paste there is only one, which keeps it too.
 */
export function partShared(
  transactions: readonly Transaction[],
  before: EditorState,
  after: EditorState,
): Transaction | null {
  const { references, notes } = surveyNotes(after.doc);
  const times = new Map<string, number>();
  for (const { noteId } of references) times.set(noteId, (times.get(noteId) ?? 0) + 1);
  if (![...times.values()].some((count) => count > 1)) return null;

  const stayed = new Set(
    surveyNotes(before.doc).references.map(({ pos }) =>
      transactions.reduce((at, transaction) => transaction.mapping.map(at, 1), pos),
    ),
  );
  const tr = after.tr;
  const kept = new Set<string>();
  const shared = references.filter(({ noteId }) => (times.get(noteId) ?? 0) > 1);
  for (const { noteId, pos } of shared) if (stayed.has(pos) && !kept.has(noteId)) kept.add(noteId);
  const originals = new Map<string, number>();
  for (const { noteId, pos } of shared) {
    const isOriginal = kept.has(noteId) ? stayed.has(pos) : true;
    if (isOriginal && !originals.has(noteId)) originals.set(noteId, pos);
  }
  for (const { noteId, pos } of shared) {
    if (originals.get(noteId) === pos) continue;
    const fresh = newNoteId();
    const at = tr.mapping.map(pos);
    tr.setNodeAttribute(at, 'noteId', fresh);
    const note = notes.find((each) => each.noteId === noteId)?.node;
    const copy = note?.type.create({ ...note.attrs, id: null, noteId: fresh }, note.content);
    if (copy) tr.insert(placeForNote(tr.doc, surveyNotes(tr.doc), at), copy);
  }
  return tr.setStoredMarks(after.storedMarks);
}
