import { newId } from '@accord/shared/kernel/id';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { type PictureRefusal, refusalOf } from './picture-files';
import type { UploadedPicture, Uploads } from './uploads';

/** Characters in a figure's id, as every block has. */
const ID_LENGTH = 10;

/** A file that was not taken, and why. */
export interface RefusedFile {
  readonly name: string;
  readonly why: PictureRefusal;
}

/** The figure with this id and where it stands, or null when it is gone. */
export function figureById(
  doc: ProseMirrorNode,
  id: string,
): { readonly node: ProseMirrorNode; readonly pos: number } | null {
  let found: { node: ProseMirrorNode; pos: number } | null = null;
  doc.descendants((node, pos) => {
    if (node.type.name === 'figure' && node.attrs.id === id) found ??= { node, pos };
    return found === null && !node.isTextblock;
  });
  return found;
}

/**
 * Puts a waiting figure for each picture file behind the block at `at` (default: the selection) and starts its upload.
 * The others see a figure that waits, never a broken picture. Returns the files that were not taken.
 */
export function insertPictures(
  view: EditorView,
  uploads: Uploads,
  files: readonly File[],
  at: number = view.state.selection.to,
): RefusedFile[] {
  const refused: RefusedFile[] = [];
  const taken: { id: string; file: File }[] = [];
  for (const file of files) {
    const why = refusalOf(file);
    if (why) refused.push({ name: file.name, why });
    else taken.push({ id: newId(ID_LENGTH), file });
  }
  const { figure } = view.state.schema.nodes;
  if (taken.length === 0 || !figure || !view.editable) return refused;

  const figures = taken.map(({ id, file }) => figure.create({ id, pending: file.name.slice(0, 120) }));
  const tr = view.state.tr;
  const { from, to } = placeFor(tr.doc, at);
  tr.replaceWith(from, to, figures);
  // The caret goes into the last picture's caption.
  const end = from + figures.reduce((size, node) => size + node.nodeSize, 0);
  tr.setSelection(TextSelection.create(tr.doc, end - 1));
  view.dispatch(tr.scrollIntoView());
  for (const { id, file } of taken) uploads.start(id, file);
  return refused;
}

/** Behind the innermost block around `at` that stands where a figure can stand; in place of it when it is empty. */
function placeFor(doc: ProseMirrorNode, at: number): { from: number; to: number } {
  const $at = doc.resolve(Math.min(at, doc.content.size));
  const { figure } = doc.type.schema.nodes;
  for (let depth = $at.depth; depth > 0; depth -= 1) {
    const parent = $at.node(depth - 1);
    const index = $at.index(depth - 1);
    if (!figure || !parent.canReplaceWith(index + 1, index + 1, figure)) continue;
    const block = $at.node(depth);
    const empty = block.type.name === 'paragraph' && block.content.size === 0;
    return { from: empty ? $at.before(depth) : $at.after(depth), to: $at.after(depth) };
  }
  return { from: $at.pos, to: $at.pos };
}

/** Uploads a file for a figure that stands in the text already. Null when taken, else why it is not. */
export function fillFigure(uploads: Uploads, id: string, file: File): RefusedFile | null {
  const why = refusalOf(file);
  if (why) return { name: file.name, why };
  uploads.start(id, file);
  return null;
}

/** Shows an uploaded picture in its figure. False when the figure is not in the text (any more). */
export function showPicture(view: EditorView, id: string, { src, width, height }: UploadedPicture): boolean {
  const found = figureById(view.state.doc, id);
  if (!found || !view.editable) return false;
  // A file that has arrived is no edit to take back: undoing goes on to the insertion itself.
  const tr = view.state.tr.setMeta('addToHistory', false);
  for (const [name, value] of Object.entries({ src, width, height, pending: null })) {
    tr.setNodeAttribute(found.pos, name, value);
  }
  view.dispatch(tr);
  return true;
}

/** Sets the description of a figure: `''` says that it is only decoration. */
export function describeFigure(view: EditorView, id: string, alt: string): void {
  const found = figureById(view.state.doc, id);
  if (found) view.dispatch(view.state.tr.setNodeAttribute(found.pos, 'alt', alt));
}

/** Takes a figure out of the text, and stops its upload. */
export function removeFigure(view: EditorView, uploads: Uploads, id: string): void {
  uploads.forget(id);
  const found = figureById(view.state.doc, id);
  if (found) view.dispatch(view.state.tr.delete(found.pos, found.pos + found.node.nodeSize));
  view.focus();
}
