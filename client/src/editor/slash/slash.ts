import { type Editor, Extension } from '@tiptap/core';
import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from '@tiptap/pm/state';
import { ReplaceStep } from '@tiptap/pm/transform';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { comesFromYjs } from '../collaboration';
import type { Insertion } from '../feature';
import { findInsertions } from './find-insertions';

/** An open block menu: where its `/` stands, what was typed behind it, what fits, and which of those is marked. */
export interface SlashState {
  from: number;
  to: number;
  query: string;
  found: readonly Insertion[];
  marked: number;
}

/** Id of the listbox; the options' ids begin with it. */
export const SLASH_LIST = 'slash-list';
export const slashOption = (insertion: Insertion): string => `${SLASH_LIST}-${insertion.id}`;

const key = new PluginKey<SlashState | null>('slash');
const LONGEST_QUERY = 30;

/** The open block menu, or null. */
export function slashState(state: EditorState): SlashState | null {
  return key.getState(state) ?? null;
}

/** Marks another of the insertions found. */
export function markInsertion(editor: Editor, marked: number): void {
  editor.view.dispatch(editor.state.tr.setMeta(key, { marked }));
}

/** Takes `/` and what was typed behind it away and inserts. */
export function chooseInsertion(editor: Editor, insertion: Insertion): void {
  const open = slashState(editor.state);
  if (!open) return;
  editor.view.dispatch(editor.state.tr.delete(open.from, open.to).setMeta(key, { close: true }));
  insertion.insert(editor);
}

/**
 * The block menu: opens when somebody types `/` at the start of a block or behind a space, narrows while they type on,
 * and closes when nothing fits, with Escape, or when the caret goes elsewhere. The text keeps what was typed.
 */
export const Slash = Extension.create<{ insertions: readonly Insertion[] }>({
  name: 'slash',
  priority: 1000,
  addOptions() {
    return { insertions: [] };
  },
  addProseMirrorPlugins() {
    const { editor, options } = this;
    const possible = () => options.insertions.filter(({ isPossible }) => isPossible?.(editor) ?? true);
    return [
      new Plugin<SlashState | null>({
        key,
        state: {
          init: () => null,
          apply(transaction, open, before, after) {
            const meta = transaction.getMeta(key) as { close?: true; marked?: number } | undefined;
            if (meta?.close) return null;
            if (open && meta?.marked !== undefined) return { ...open, marked: meta.marked };
            const from = open
              ? slashAt(open, transaction, before, after)
              : slashTyped(transaction, before, after);
            if (from === null) return null;
            const query = after.doc.textBetween(from + 1, after.selection.head, '\n', '\n');
            if (open && query === open.query) return { ...open, from, to: after.selection.head };
            const found =
              query.startsWith(' ') || query.length > LONGEST_QUERY ? [] : findInsertions(possible(), query);
            return found.length === 0 ? null : { from, to: after.selection.head, query, found, marked: 0 };
          },
        },
        props: {
          handleKeyDown(view, event) {
            const open = slashState(view.state);
            if (!open || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return false;
            const last = open.found.length - 1;
            switch (event.key) {
              case 'ArrowDown':
                markInsertion(editor, open.marked === last ? 0 : open.marked + 1);
                return true;
              case 'ArrowUp':
                markInsertion(editor, open.marked === 0 ? last : open.marked - 1);
                return true;
              case 'Enter':
              case 'Tab': {
                const insertion = open.found[open.marked];
                if (insertion) chooseInsertion(editor, insertion);
                return true;
              }
              case 'Escape':
                view.dispatch(view.state.tr.setMeta(key, { close: true }));
                return true;
              default:
                return false;
            }
          },
          handleDOMEvents: {
            blur(view) {
              if (slashState(view.state)) view.dispatch(view.state.tr.setMeta(key, { close: true }));
              return false;
            },
          },
          attributes(state): Record<string, string> {
            const open = slashState(state);
            const marked = open?.found[open.marked];
            if (!open || !marked) return {};
            return {
              'aria-haspopup': 'listbox',
              'aria-controls': SLASH_LIST,
              'aria-activedescendant': slashOption(marked),
            };
          },
          decorations(state) {
            const open = slashState(state);
            return (
              open &&
              DecorationSet.create(state.doc, [
                Decoration.inline(open.from, open.to, { class: 'slash-query' }),
              ])
            );
          },
        },
      }),
    ];
  },
});

/** Where a `/` was just typed that opens the menu, or null. */
function slashTyped(
  transaction: Transaction,
  before: EditorState,
  { doc, selection }: EditorState,
): number | null {
  if (!transaction.docChanged || comesFromYjs([transaction]) || transaction.getMeta('paste')) return null;
  if (!(selection instanceof TextSelection) || !selection.empty || selection.$from.parent.type.spec.code)
    return null;
  const typed = transaction.steps.some(
    (step) =>
      step instanceof ReplaceStep && step.slice.content.textBetween(0, step.slice.content.size) === '/',
  );
  if (!typed || doc.content.size > before.doc.content.size + 1) return null;
  const text = selection.$from.parent.textBetween(0, selection.$from.parentOffset, '\n', '\ufffc');
  return /(^|\s)\/$/u.test(text) ? selection.from - 1 : null;
}

/** Where the `/` of an open menu stands now, or null when the caret has left it or it is gone. */
function slashAt(
  open: SlashState,
  transaction: Transaction,
  before: EditorState,
  { doc, selection }: EditorState,
): number | null {
  if (!(selection instanceof TextSelection) || !selection.empty) return null;
  // What comes from others replaces the whole document; the caret is put back, so the slash is counted from it.
  const from = comesFromYjs([transaction])
    ? selection.head - (before.selection.head - open.from)
    : transaction.mapping.map(open.from, -1);
  const reach = transaction.docChanged ? selection.head : Math.min(selection.head, open.to);
  if (from < selection.$head.start() || selection.head <= from || reach < selection.head) return null;
  return doc.textBetween(from, from + 1) === '/' ? from : null;
}
