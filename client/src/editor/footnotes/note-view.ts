import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import type { Decoration, EditorView, NodeView } from '@tiptap/pm/view';
import { goToReference } from './note-commands';

/** The words of a note's frame, in the language of the interface. */
export interface NoteWords {
  readonly back: (number: number) => string;
  readonly note: (number: number) => string;
  readonly orphan: string;
  readonly remove: string;
  readonly empty: string;
}

/** What the survey says of a note, handed to its view by a decoration. */
export interface NoteFacts {
  readonly number: number;
  readonly called: boolean;
}

/**
 * A note at the end of the text: its number, which leads back to the text, and its words. One that nothing refers to
 * any more says so and can be removed.
 */
export class NoteView implements NodeView {
  readonly dom: HTMLElement;
  readonly contentDOM: HTMLElement;
  readonly #number: HTMLButtonElement;
  readonly #orphan: HTMLElement;
  readonly #remove: HTMLButtonElement;
  readonly #words: NoteWords;
  #noteId: string;

  constructor(
    node: ProseMirrorNode,
    view: EditorView,
    getPos: () => number | undefined,
    decorations: readonly Decoration[],
    words: NoteWords,
  ) {
    this.#words = words;
    this.#noteId = String(node.attrs.noteId);
    this.dom = document.createElement('div');
    this.dom.className = 'note';
    this.dom.setAttribute('role', 'group');

    this.#number = button('note-number', () => goToReference(view, this.#noteId));
    this.#orphan = document.createElement('span');
    this.#orphan.className = 'note-orphan';
    this.#orphan.contentEditable = 'false';
    const said = document.createElement('span');
    said.textContent = words.orphan;
    this.#remove = button('note-remove', () => {
      const at = getPos();
      const current = at === undefined ? null : view.state.doc.nodeAt(at);
      if (at !== undefined && current) view.dispatch(view.state.tr.delete(at, at + current.nodeSize));
      view.focus();
    });
    this.#remove.textContent = words.remove;
    this.#orphan.append(said, this.#remove);
    this.contentDOM = document.createElement('div');
    this.contentDOM.className = 'note-text';
    this.contentDOM.dataset.empty = words.empty;
    this.dom.append(this.#number, this.contentDOM, this.#orphan);
    this.#show(node, decorations, view.editable);
    this.#editable = () => view.editable;
  }

  readonly #editable: () => boolean;

  update(node: ProseMirrorNode, decorations: readonly Decoration[]): boolean {
    if (node.type.name !== 'footnote') return false;
    this.#show(node, decorations, this.#editable());
    return true;
  }

  /** The frame's own buttons are not the text's business. */
  stopEvent(event: Event): boolean {
    return event.target instanceof Element && event.target.closest('button') !== null;
  }

  ignoreMutation(mutation: { target: Node }): boolean {
    return !this.contentDOM.contains(mutation.target);
  }

  #show(node: ProseMirrorNode, decorations: readonly Decoration[], editable: boolean): void {
    this.#noteId = String(node.attrs.noteId);
    this.dom.dataset.id = String(node.attrs.id ?? '');
    const facts = decorations.map(({ spec }) => spec.note as NoteFacts | undefined).find(Boolean);
    const number = facts?.number ?? 0;
    const called = facts?.called ?? true;
    this.dom.setAttribute('aria-label', this.#words.note(number));
    this.#number.textContent = `${number}`;
    this.#number.setAttribute('aria-label', this.#words.back(number));
    this.#number.disabled = !called;
    this.#orphan.hidden = called;
    this.#remove.hidden = !editable;
    this.contentDOM.classList.toggle('note-empty', node.content.size === 0);
  }
}

function button(className: string, press: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = className;
  made.contentEditable = 'false';
  made.addEventListener('mousedown', (event) => event.preventDefault());
  made.addEventListener('click', press);
  return made;
}
