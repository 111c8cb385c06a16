import { Figure } from '@accord/shared/manuscript/nodes/figure';
import { type AnyExtension, Extension } from '@tiptap/core';
import { Plugin, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { ReactNodeViewRenderer } from '@tiptap/react';
import { quietMarkup } from '../paste/quiet-markup';
import { figureById, fillFigure, insertPictures, type RefusedFile, showPicture } from './figure-commands';
import { FigureView } from './figure-view';
import type { Uploads } from './uploads';

export interface FigureOptions {
  uploads: Uploads;
  /** Hears of files that were not taken. */
  onRefused: (files: readonly RefusedFile[]) => void;
}

/**
 * Figures while one writes: the node of the schema with its view, and what pastes, drops and arrives for it. Picture
 * files pasted or dropped are uploaded; a paste that also brings text is left to the cleaning of pastes.
 */
export function figureExtensions(options: FigureOptions): AnyExtension[] {
  return [
    Figure.extend({
      addNodeView: () => ReactNodeViewRenderer(FigureView(options), { as: 'div', className: 'figure-frame' }),
    }),
    pictureFiles(options),
  ];
}

/** The plugin part alone, which needs no page around it. */
export function pictureFiles({ uploads, onRefused }: FigureOptions): AnyExtension {
  return Extension.create({
    name: 'pictureFiles',
    addKeyboardShortcuts() {
      // A caption is one paragraph: Enter goes on writing below the figure.
      return { Enter: () => this.editor.isEditable && leaveCaption(this.editor.view) };
    },
    addProseMirrorPlugins() {
      const take = (view: EditorView, files: readonly File[], at?: number) => {
        const refused = insertPictures(view, uploads, files, at);
        if (refused.length > 0) onRefused(refused);
        return true;
      };
      return [
        new Plugin({
          view: (view) => ({
            destroy: uploads.subscribe(() => showArrived(view, uploads)),
            // A figure may come back (redo) after its picture arrived. Not at once: while the text of others is being
            // taken in, an edit would not reach them.
            update(_view, before) {
              if (uploads.hasArrived && before.doc !== view.state.doc) {
                queueMicrotask(() => showArrived(view, uploads));
              }
            },
          }),
          props: {
            handleDOMEvents: {
              paste(view, event) {
                const files = [...(event.clipboardData?.files ?? [])];
                if (files.length === 0 || !view.editable || bringsText(event.clipboardData)) return false;
                event.preventDefault();
                return take(view, files);
              },
              drop(view, event) {
                const files = [...(event.dataTransfer?.files ?? [])];
                if (files.length === 0 || !view.editable || view.dragging) return false;
                event.preventDefault();
                const waiting = waitingFigureAt(view, event.target);
                const [file] = files;
                if (waiting && file && files.length === 1) {
                  const refused = fillFigure(uploads, waiting, file);
                  if (refused) onRefused([refused]);
                  return true;
                }
                const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
                return take(view, files, at?.pos);
              },
            },
          },
        }),
      ];
    },
  });
}

/** Word and Excel put a picture of the copied text beside the text; a copied picture has HTML of just itself. */
function bringsText(data: DataTransfer | null): boolean {
  const html = data?.getData('text/html') ?? '';
  if (html === '') return (data?.getData('text/plain') ?? '').trim() !== '';
  const { body } = new DOMParser().parseFromString(quietMarkup(html).markup, 'text/html');
  return (body.textContent ?? '').trim() !== '';
}

/** The id of the figure an event happened on, when that one still waits for its file. */
function waitingFigureAt(view: EditorView, target: EventTarget | null): string | null {
  const id = target instanceof Element ? target.closest('figure')?.getAttribute('data-id') : null;
  const figure = id ? figureById(view.state.doc, id) : null;
  return id && figure?.node.attrs.src === null ? id : null;
}

/** Pictures whose upload is done go into their figures. */
function showArrived(view: EditorView, uploads: Uploads): void {
  if (view.isDestroyed) return;
  const waiting: string[] = [];
  view.state.doc.descendants((node) => {
    if (node.type.name === 'figure' && typeof node.attrs.id === 'string') waiting.push(node.attrs.id);
    return !node.isTextblock;
  });
  for (const id of waiting) {
    const state = uploads.stateOf(id);
    if (state?.kind === 'done' && showPicture(view, id, state.picture)) uploads.forget(id);
  }
}

function leaveCaption(view: EditorView): boolean {
  const { $from, empty } = view.state.selection;
  if (!empty || $from.parent.type.name !== 'figure') return false;
  const paragraph = view.state.schema.nodes.paragraph?.create();
  if (!paragraph) return false;
  const after = $from.after();
  const tr = view.state.tr.insert(after, paragraph);
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, after + 1)).scrollIntoView());
  return true;
}
