import { Extension } from '@tiptap/core';
import type { Mark } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { yUndoPluginKey } from '@tiptap/y-tiptap';
import { findMatches, type Match, type SearchQuery } from './search';

/** The search of an editor: whether its panel is open, what is looked for, and where it stands. */
export interface FindState {
  readonly open: boolean;
  /** Whether the panel offers to replace. */
  readonly replacing: boolean;
  /** Raised each time somebody asks for the panel: it takes the focus again. */
  readonly asked: number;
  readonly query: SearchQuery;
  readonly matches: readonly Match[];
}

type FindChange = Partial<Pick<FindState, 'open' | 'replacing' | 'asked' | 'query'>>;

const key = new PluginKey<FindState>('find');
const CLOSED: FindState = {
  open: false,
  replacing: false,
  asked: 0,
  query: { text: '', matchCase: false, wholeWord: false },
  matches: [],
};

/** Longest selection that opens the panel with itself as what is looked for. */
const LONGEST_SEED = 200;

export function findState(state: EditorState): FindState {
  return key.getState(state) ?? CLOSED;
}

/** The match that is selected, as its index, or -1. */
export function currentMatch(state: EditorState): number {
  const { from, to } = state.selection;
  return findState(state).matches.findIndex((match) => match.from === from && match.to === to);
}

/**
 * Find and replace. What is found is drawn, never stored, and follows every edit, also those of others. Ctrl+F and
 * Ctrl+H open the panel while the caret is in the text; elsewhere they stay the browser's.
 */
export const Find = Extension.create({
  name: 'find',
  addKeyboardShortcuts() {
    return {
      'Mod-f': () => openFind(this.editor.view, false),
      'Mod-h': () => this.editor.isEditable && openFind(this.editor.view, true),
    };
  },
  addProseMirrorPlugins() {
    return [
      new Plugin<FindState>({
        key,
        state: {
          init: () => CLOSED,
          apply(transaction, old) {
            const change = transaction.getMeta(key) as FindChange | undefined;
            if (!change && !(old.open && transaction.docChanged)) return old;
            const next = { ...old, ...change };
            return { ...next, matches: next.open ? findMatches(transaction.doc, next.query) : [] };
          },
        },
        props: {
          decorations(state) {
            const { open, matches } = findState(state);
            if (!open || matches.length === 0) return null;
            const current = currentMatch(state);
            return DecorationSet.create(
              state.doc,
              matches.map(({ from, to }, index) =>
                Decoration.inline(from, to, { class: index === current ? 'found found-current' : 'found' }),
              ),
            );
          },
        },
      }),
    ];
  },
});

/** Opens the panel, looking for what is selected. */
export function openFind(view: EditorView, replacing: boolean): boolean {
  const { state } = view;
  const { asked, query } = findState(state);
  const { $from, $to, from, to } = state.selection;
  const selected = $from.sameParent($to) && to - from <= LONGEST_SEED ? state.doc.textBetween(from, to) : '';
  const change: FindChange = {
    open: true,
    replacing,
    asked: asked + 1,
    query: selected === '' ? query : { ...query, text: selected },
  };
  view.dispatch(state.tr.setMeta(key, change));
  return true;
}

/** Closes the panel and gives the focus back to the text, where the last match was. */
export function closeFind(view: EditorView): void {
  view.dispatch(view.state.tr.setMeta(key, { open: false } satisfies FindChange));
  view.focus();
}

/** Looks for something else. The text does not jump while one types; the nearest match is only marked. */
export function lookFor(view: EditorView, query: SearchQuery): void {
  view.dispatch(view.state.tr.setMeta(key, { query } satisfies FindChange));
}

/** Shows or hides what replaces. */
export function offerReplace(view: EditorView, replacing: boolean): void {
  view.dispatch(view.state.tr.setMeta(key, { replacing } satisfies FindChange));
}

/** Goes to the next match behind the selection, or the previous one before it, around the ends. */
export function goToMatch(view: EditorView, direction: 'next' | 'previous'): void {
  const { matches } = findState(view.state);
  const { from, to } = view.state.selection;
  const match =
    direction === 'next'
      ? (matches.find((each) => each.from >= to && each.to > from) ?? matches[0])
      : (matches.findLast((each) => each.to <= from) ?? matches.at(-1));
  if (match) view.dispatch(selectMatch(view.state.tr, match));
}

function selectMatch(tr: Transaction, { from, to }: Match): Transaction {
  return tr.setSelection(TextSelection.create(tr.doc, from, to)).scrollIntoView();
}

/** Replaces the match that is selected and goes to the next; selects one first when none is. Says whether it replaced. */
export function replaceCurrent(view: EditorView, replacement: string): boolean {
  const match = findState(view.state).matches[currentMatch(view.state)];
  if (!match || !view.editable) {
    goToMatch(view, 'next');
    return false;
  }
  const tr = replaceIn(view.state.tr, match, replacement);
  tr.setSelection(TextSelection.create(tr.doc, match.from + replacement.length));
  view.dispatch(tr);
  goToMatch(view, 'next');
  return true;
}

/** Replaces every match, as one step to undo; returns how many there were. */
export function replaceAll(view: EditorView, replacement: string): number {
  const { matches } = findState(view.state);
  if (!view.editable || matches.length === 0) return 0;
  const undo = yUndoPluginKey.getState(view.state)?.undoManager;
  const { tr } = view.state;
  for (const match of matches.toReversed()) replaceIn(tr, match, replacement);
  // Neither what was typed just before nor what comes right after belongs to this step.
  undo?.stopCapturing();
  view.dispatch(tr);
  undo?.stopCapturing();
  return matches.length;
}

/** The replacement looks like the beginning of what it replaces: bold stays bold, a link stays a link. */
function replaceIn(tr: Transaction, { from, to }: Match, replacement: string): Transaction {
  const marks: readonly Mark[] = tr.doc.nodeAt(from)?.marks ?? [];
  if (replacement === '') return tr.delete(from, to);
  return tr.replaceWith(from, to, tr.doc.type.schema.text(replacement, marks));
}
