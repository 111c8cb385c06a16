import { Extension } from '@tiptap/core';
import type { Slice } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { comesFromYjs } from '../collaboration';
import { goToNote, goToReference, insertNote, noteAround, selectedReference } from './note-commands';
import { addMissingNotes, partShared, withItsNotes, withoutItsNotes } from './note-copies';
import { type NoteFacts, NoteView, type NoteWords } from './note-view';
import { type NoteSurvey, surveyNotes } from './survey';

export interface FootnoteWords extends NoteWords {
  readonly reference: (number: number, text: string) => string;
  readonly missing: (number: number) => string;
}

interface Numbered {
  readonly survey: NoteSurvey;
  readonly decorations: DecorationSet;
}

const key = new PluginKey<Numbered>('footnotes');

/** The footnotes of the document as last surveyed. */
export function footnotesOf(state: EditorState): NoteSurvey {
  return key.getState(state)?.survey ?? surveyNotes(state.doc);
}

/**
 * Footnotes while one writes: numbered by the order of their references (never stored, so that two people's edits
 * can't contradict each other), reached and left by click and by key, and copied with their text.
 */
export const Footnotes = Extension.create<{ words: FootnoteWords }>({
  name: 'footnotes',
  priority: 200,
  addOptions: () => ({ words: PLAIN_WORDS }),

  addKeyboardShortcuts() {
    const back = () => {
      const noteId = noteAround(this.editor.state);
      return noteId !== null && goToReference(this.editor.view, noteId);
    };
    return {
      'Mod-Alt-f': () => back() || (this.editor.isEditable && insertNote(this.editor.view)),
      Enter: () => {
        const reference = selectedReference(this.editor.state);
        if (reference !== null) return goToNote(this.editor.view, reference);
        // A note is one paragraph: splitting it would make a second note of the same reference.
        return back() || noteAround(this.editor.state) !== null;
      },
      Escape: back,
    };
  },

  addProseMirrorPlugins() {
    const { words } = this.options;
    return [
      new Plugin<Numbered>({
        key,
        state: {
          init: (_config, state) => numbered(state.doc, words),
          apply: (transaction, old) => (transaction.docChanged ? numbered(transaction.doc, words) : old),
        },
        appendTransaction: (transactions, before, after) =>
          comesFromYjs(transactions) || !transactions.some(({ docChanged }) => docChanged)
            ? null
            : partShared(transactions, before, after),
        props: {
          decorations: (state) => key.getState(state)?.decorations ?? null,
          nodeViews: {
            footnote: (node, view, getPos, decorations) =>
              new NoteView(node, view, getPos, decorations, words),
          },
          transformCopied: (slice, view) => withItsNotes(slice, view.state.doc),
          // What is moved or copied within the text by dragging finds its notes where they are.
          transformPasted: (slice, view) => (view.dragging ? withoutItsNotes(slice).text : slice),
          handlePaste: (view, _event, slice) => insertWithNotes(view, slice, null),
          handleDrop: (view, event, slice, moved) => {
            const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
            return !moved && at !== null && insertWithNotes(view, slice, at.pos);
          },
          handleClickOn: (view, _pos, node, nodePos, event) =>
            node.type.name === 'footnoteReference' && event.button === 0 && goToNote(view, nodePos),
        },
      }),
    ];
  },
});

/** Pastes a text together with its notes, as one step; false when it brings no notes and needs no care. */
function insertWithNotes(view: EditorView, slice: Slice, at: number | null): boolean {
  const { text, notes } = withoutItsNotes(slice);
  if (notes.length === 0 || !view.editable) return false;
  const { state } = view;
  const tr: Transaction = state.tr;
  if (at === null) tr.replaceSelection(text);
  else tr.replaceRange(at, at, text);
  const caret = tr.selection.getBookmark();
  const size = tr.steps.length;
  addMissingNotes(tr, notes);
  tr.setSelection(caret.map(tr.mapping.slice(size)).resolve(tr.doc));
  const event = at === null ? 'paste' : 'drop';
  view.dispatch(tr.scrollIntoView().setMeta('paste', true).setMeta('uiEvent', event));
  return true;
}

function numbered(doc: EditorState['doc'], words: FootnoteWords): Numbered {
  const survey = surveyNotes(doc);
  const texts = new Map(survey.notes.map(({ noteId, node }) => [noteId, node.textContent]));
  const called = new Set(survey.references.map(({ noteId }) => noteId));
  const numberOf = (noteId: string) => survey.numbers.get(noteId) ?? 0;
  const decorations = [
    ...survey.references.map(({ noteId, pos, node }) => {
      const number = numberOf(noteId);
      const text = texts.get(noteId);
      return Decoration.node(pos, pos + node.nodeSize, {
        class: text === undefined ? 'note-mark note-mark-missing' : 'note-mark',
        role: 'link',
        'data-number': String(number),
        'aria-label': text === undefined ? words.missing(number) : words.reference(number, text),
      });
    }),
    ...survey.notes.map(({ noteId, pos, node }, index) => {
      const note: NoteFacts = { number: numberOf(noteId), called: called.has(noteId) };
      return Decoration.node(pos, pos + node.nodeSize, index === 0 ? { class: 'note-first' } : {}, { note });
    }),
  ];
  return { survey, decorations: DecorationSet.create(doc, decorations) };
}

/** Numbers only: for editors outside a page. */
const PLAIN_WORDS: FootnoteWords = {
  reference: (number) => `${number}`,
  missing: (number) => `${number}`,
  note: (number) => `${number}`,
  back: (number) => `${number}`,
  orphan: '',
  remove: '×',
  empty: '',
};
