import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { DecorationSet, type EditorView } from '@tiptap/pm/view';
import { redo, undo, yUndoPluginKey } from '@tiptap/y-tiptap';
import type { UndoManager } from 'yjs';
import { mappingThrough } from '../margin/position-mapping';
import { createFact } from '../sync/fact';
import type { SavingBeside } from '../sync/saved-state';
import { lazyPart } from '../ui/lazy-part';
import type { ModeChoice, OtherText, SuggestionLayer, View } from './modes';

/** What is drawn of suggestions in the text: nothing here ever changes it. */
const key = new PluginKey<DecorationSet>('suggestions');

export function createSuggestionLayer(): SuggestionLayer {
  const layer: SuggestionLayer = {
    choice: createFact<ModeChoice>(
      { mode: 'writing', mayWrite: false, mayChoose: false, maySuggest: false },
      sameChoice,
    ),
    view: createFact<View>('with'),
    text: createFact<OtherText | null>(null, (a, b) => a?.doc === b?.doc && a?.editable === b?.editable),
    saving: createFact<SavingBeside>(
      { writes: false, unsent: 0, away: false },
      (a, b) => a.writes === b.writes && a.unsent === b.unsent && a.away === b.away,
    ),
    reopened: createFact<string | null>(null),
    choose: () => undefined,
    onPress: null,
    undoInstead: null,
    feature: {
      extensions: [
        Extension.create({
          name: 'suggestions',
          // Behind the collaboration's own commands, so that this one's undo is the one that counts.
          priority: 1,
          addCommands: () => ({
            undo:
              () =>
              ({ tr, state, dispatch }) => {
                tr.setMeta('preventDispatch', true);
                const { undoManager } = yUndoPluginKey.getState(state) as { undoManager: UndoManager };
                if (layer.undoInstead?.(undoManager, !dispatch)) return true;
                if (undoManager.undoStack.length === 0) return false;
                return dispatch ? undo(state) : true;
              },
            redo:
              () =>
              ({ tr, state, dispatch }) => {
                tr.setMeta('preventDispatch', true);
                const { undoManager } = yUndoPluginKey.getState(state) as { undoManager: UndoManager };
                if (undoManager.redoStack.length === 0) return false;
                return dispatch ? redo(state) : true;
              },
          }),
          addProseMirrorPlugins: () => [
            new Plugin<DecorationSet>({
              key,
              state: {
                init: () => DecorationSet.empty,
                apply(transaction, drawn) {
                  const anew = transaction.getMeta(key) as DecorationSet | undefined;
                  if (anew) return anew;
                  return transaction.docChanged
                    ? drawn.map(mappingThrough(transaction), transaction.doc)
                    : drawn;
                },
              },
              props: {
                decorations: (state) => key.getState(state),
                handleDOMEvents: {
                  click(_view, event) {
                    const { target } = event;
                    const drawn = target instanceof Element ? target.closest('[data-suggestion]') : null;
                    const id = drawn?.getAttribute('data-suggestion');
                    if (id) layer.onPress?.(id);
                    return false;
                  },
                },
              },
            }),
          ],
        }),
      ],
      Tools: lazyPart(async () => {
        const { modeTool } = await import('./mode-switch');
        return { default: modeTool(layer) };
      }),
    },
  };
  return layer;
}

/** What is drawn now; it follows every edit. */
export function drawnIn(view: EditorView): DecorationSet {
  return key.getState(view.state) ?? DecorationSet.empty;
}

/** Draws suggestions anew. */
export function draw(view: EditorView, drawn: DecorationSet): void {
  view.dispatch(view.state.tr.setMeta(key, drawn).setMeta('addToHistory', false));
}

const sameChoice = (a: ModeChoice, b: ModeChoice): boolean =>
  a.mode === b.mode &&
  a.mayWrite === b.mayWrite &&
  a.mayChoose === b.mayChoose &&
  a.maySuggest === b.maySuggest;
