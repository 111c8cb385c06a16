import { Extension } from '@tiptap/core';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { Fragment, Slice } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { CleanPaste } from './clean';
import { cleaner, fetchCleaner } from './cleaner';
import type { PasteLine } from './report';

/** What the person is still to be told of the last paste, numbered so that two alike are told apart. */
export interface PasteNews {
  readonly number: number;
  readonly lines: readonly PasteLine[];
}

const key = new PluginKey<PasteNews>('pasting');
const NOTHING: PasteNews = { number: 0, lines: [] };

/** What was left out of the last paste; no lines when nothing was, or when the person has closed the notice. */
export function pasteNews(state: EditorState): PasteNews {
  return key.getState(state) ?? NOTHING;
}

/** Takes the notice away. */
export function closePasteNews(view: EditorView): void {
  view.dispatch(view.state.tr.setMeta(key, []));
}

export interface PastingOptions {
  /**
   * Called for a picture the clipboard brought along as data, with the id of the placeholder that waits for it.
   * Without it such pictures stay placeholders.
   */
  onPicture: ((figureId: string, picture: File) => void) | null;
}

/**
 * Cleans everything that is pasted or dropped as HTML, and keeps the report of what was left out. Plain text stays
 * as it is typed: text that looks like Markdown is not read as such. A block keeps its id only when it is moved within
 * this editor by cut and paste; everything from elsewhere comes without ids.
 */
export const Pasting = Extension.create<PastingOptions>({
  name: 'pasting',
  addOptions: () => ({ onPicture: null }),

  onBeforeCreate() {
    this.editor.options.enablePasteRules = false;
  },

  addProseMirrorPlugins() {
    const { onPicture } = this.options;
    let plainText = '';
    let last: CleanPaste | null = null;
    let ownIds: ReadonlySet<string> = new Set();
    const remember = (view: EditorView, event: ClipboardEvent | DragEvent) => {
      const data = 'clipboardData' in event ? event.clipboardData : event.dataTransfer;
      plainText = data?.getData('text/plain') ?? '';
      last = null;
      const html = data?.getData('text/html') ?? '';
      if (html === '' || cleaner() || !view.editable || view.dragging) return false;
      event.preventDefault();
      pasteLater(view, html, event);
      return true;
    };
    return [
      new Plugin<PasteNews>({
        key,
        state: {
          init: () => NOTHING,
          apply(transaction, news) {
            const lines = transaction.getMeta(key) as readonly PasteLine[] | undefined;
            return lines ? { number: news.number + 1, lines } : news;
          },
        },
        view() {
          const timer = setTimeout(() => void fetchCleaner(), FETCH_AFTER);
          return { destroy: () => clearTimeout(timer) };
        },
        props: {
          handleDOMEvents: { paste: remember, drop: remember },
          transformPastedHTML(html, view) {
            const clean = cleaner()?.(html, plainText, window.location.origin);
            if (!clean) return html;
            last = clean;
            if (clean.report.length > 0 || clean.pictures.some((picture) => picture !== null)) {
              const before = new Set(waitingFigures(view.state.doc));
              // The paste itself is still to come; it is over before the next task of the same turn.
              queueMicrotask(() => {
                if (view.isDestroyed) return;
                if (clean.report.length > 0) view.dispatch(view.state.tr.setMeta(key, clean.report));
                if (onPicture) handOver(view, before, clean.pictures, onPicture);
              });
            }
            return clean.html;
          },
          transformCopied(slice) {
            ownIds = idsIn(slice.content);
            return slice;
          },
          transformPasted: (slice) =>
            new Slice(withIdsOf(slice.content, ownIds), slice.openStart, slice.openEnd),
          // A paste that was refused whole must not delete what is selected.
          handlePaste: (_view, _event, slice) => last?.html === '' && slice.size === 0,
        },
      }),
    ];
  },
});

/** Milliseconds after the text is there: it is not to be kept waiting, and the first paste seldom comes sooner. */
const FETCH_AFTER = 1_500;

/** A paste that came before its cleaning was fetched: it lands where it was meant for as soon as that is there. */
function pasteLater(view: EditorView, html: string, event: ClipboardEvent | DragEvent): void {
  if (event instanceof MouseEvent) {
    const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
    if (at) view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(at.pos))));
  }
  void fetchCleaner().then(() => {
    if (view.isDestroyed) return;
    if ('clipboardData' in event) view.pasteHTML(html, event);
    else view.pasteHTML(html);
  });
}

function idsIn(content: Fragment): Set<string> {
  const ids = new Set<string>();
  content.descendants((node) => {
    if (typeof node.attrs.id === 'string') ids.add(node.attrs.id);
  });
  return ids;
}

/** The same content, where only blocks whose id is in `kept` have one. */
function withIdsOf(content: Fragment, kept: ReadonlySet<string>): Fragment {
  return Fragment.fromArray(
    content.content.map((node) => {
      if (node.isText) return node;
      const inner = withIdsOf(node.content, kept);
      const foreign = typeof node.attrs.id === 'string' && !kept.has(node.attrs.id);
      return foreign ? node.type.create({ ...node.attrs, id: null }, inner, node.marks) : node.copy(inner);
    }),
  );
}

/** Ids of the figures that have no picture yet, in the order of the text. */
function waitingFigures(doc: ProseMirrorNode): string[] {
  const ids: string[] = [];
  doc.descendants((node) => {
    if (node.type.name === 'figure' && node.attrs.src === null) ids.push(String(node.attrs.id));
    return !node.isTextblock;
  });
  return ids;
}

function handOver(
  view: EditorView,
  before: ReadonlySet<string>,
  pictures: CleanPaste['pictures'],
  onPicture: NonNullable<PastingOptions['onPicture']>,
): void {
  const arrived = waitingFigures(view.state.doc).filter((id) => !before.has(id));
  pictures.forEach((data, index) => {
    const id = arrived[index];
    if (data !== null && id !== undefined) onPicture(id, fileOf(data));
  });
}

/** A `data:` address as a file. */
function fileOf(data: string): File {
  const [head = '', body = ''] = data.split(',', 2);
  const type = /^data:([\w/+-]+)/.exec(head)?.[1] ?? 'image/png';
  let bytes = '';
  try {
    bytes = atob(body);
  } catch {
    // Not base64 after all: an empty file is refused by the upload with a sentence of its own.
  }
  const content = Uint8Array.from(bytes, (character) => character.charCodeAt(0));
  return new File([content], `image.${type.slice(6)}`, { type });
}
