import { columnWidths } from '@accord/shared/manuscript/nodes/table';
import { MIN_COLUMN } from '@accord/shared/manuscript/safe';
import type { AnyExtension, Command, RawCommands } from '@tiptap/core';
import { Extension } from '@tiptap/core';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { EditorState, Plugin, Selection, type Transaction } from '@tiptap/pm/state';
import { CellSelection, fixTables, isInTable, selectedRect, tableEditing } from '@tiptap/pm/tables';
import { comesFromYjs } from '../collaboration';
import { clampWidth, setColumnWidth } from './column-widths';
import { TableView } from './table-view';

/** What a column without a set width is taken to have when it is widened or narrowed by key, in pixels. */
const ASSUMED_WIDTH = 160;
const WIDTH_STEP = 20;

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    columnWidth: {
      /** Makes the selected columns wider (or narrower, by a negative number of steps). */
      stepColumnWidth: (steps: number) => ReturnType;
      /** Lets the selected columns take what room there is. */
      resetColumnWidth: () => ReturnType;
    };
  }
}

/** Tables as they are edited: `base` is the table node of the manuscript's schema. */
export function manuscriptTable(base: AnyExtension): AnyExtension {
  return base.extend({
    addNodeView:
      () =>
      ({
        node,
        view,
        getPos,
      }: {
        node: ProseMirrorNode;
        view: TableViewArguments[1];
        getPos: TableViewArguments[2];
      }) =>
        new TableView(node, view, getPos),
    addCommands() {
      const { parent } = this as unknown as { parent?: () => Partial<RawCommands> };
      const commands = parent?.() ?? {};
      return Object.fromEntries(
        Object.entries(commands).map(([name, command]) => [name, onEvenRows(command as AnyCommand)]),
      );
    },
    addProseMirrorPlugins: () => [carefulTableEditing()],
  });
}

type AnyCommand = (...given: unknown[]) => Command;

/**
 * A table's command, for tables as people leave them: when one adds a row and another a column at the same moment, a
 * cell is missing, and prosemirror-tables' commands would fail over it. The cells are added first, in the same step.
 */
function onEvenRows(command: AnyCommand): AnyCommand {
  return (...given) =>
    (props) => {
      const { state, tr, dispatch } = props;
      const before = tr.steps.length;
      if (dispatch && isInTable(state)) fixTables(state);
      if (tr.steps.length === before) return command(...given)(props);
      // The commands reckon from the text their transaction begins with: they get one of their own.
      const even = EditorState.create({ doc: tr.doc, selection: tr.selection });
      let own = even.tr;
      const take = (made: Transaction) => {
        own = made;
      };
      const done = command(...given)({ ...props, state: even, tr: own, dispatch: take });
      for (const step of own.steps) tr.step(step);
      tr.setSelection(Selection.fromJSON(tr.doc, own.selection.toJSON()));
      return done;
    };
}

type TableViewArguments = ConstructorParameters<typeof TableView>;

/**
 * prosemirror-tables' editing, which repairs tables of uneven rows: here only in answer to this editor's own edits. If
 * every open tab repaired what two people's edits added up to, each would add the missing cells, and again, and again.
 * And a selection of cells outlives other people's typing.
 */
function carefulTableEditing(): Plugin {
  const { spec } = tableEditing();
  const { appendTransaction } = spec;
  return new Plugin({
    ...spec,
    appendTransaction(transactions, before, after) {
      if (!comesFromYjs(transactions)) return appendTransaction?.call(this, transactions, before, after);
      const selection = sameCells(before, after);
      return selection && after.tr.setSelection(selection).setMeta('addToHistory', false);
    },
  });
}

/** The selection of cells there was before, found again by the cells' ids. */
function sameCells({ selection }: EditorState, { doc }: EditorState): Selection | null {
  if (!(selection instanceof CellSelection)) return null;
  const { id: anchor } = selection.$anchorCell.nodeAfter?.attrs ?? {};
  const { id: head } = selection.$headCell.nodeAfter?.attrs ?? {};
  if (!anchor || !head) return null;
  const found = new Map<string, number>();
  doc.descendants((node, pos) => {
    const { tableRole } = node.type.spec;
    if (
      (tableRole === 'cell' || tableRole === 'header_cell') &&
      (node.attrs.id === anchor || node.attrs.id === head)
    ) {
      found.set(node.attrs.id, pos);
    }
    return !node.isTextblock;
  });
  const [from, to] = [found.get(anchor), found.get(head)];
  if (from === undefined || to === undefined) return null;
  const [$from, $to] = [doc.resolve(from), doc.resolve(to)];
  return $from.node(-1) === $to.node(-1) ? new CellSelection($from, $to) : null;
}

/** Column widths by key and by command. */
export const ColumnWidths = Extension.create({
  name: 'columnWidths',
  addCommands() {
    return {
      stepColumnWidth:
        (steps) =>
        ({ state, tr, dispatch }) => {
          if (!isInTable(state)) return false;
          if (!dispatch) return true;
          const { table, tableStart, left, right } = selectedRect(state);
          const widths = columnWidths(table);
          for (let column = left; column < right; column += 1) {
            const width = clampWidth((widths[column] ?? ASSUMED_WIDTH) + steps * WIDTH_STEP);
            setColumnWidth(tr, tableStart - 1, column, Math.max(width, MIN_COLUMN));
          }
          return true;
        },
      resetColumnWidth:
        () =>
        ({ state, tr, dispatch }) => {
          if (!isInTable(state)) return false;
          const { tableStart, left, right } = selectedRect(state);
          if (dispatch)
            for (let column = left; column < right; column += 1)
              setColumnWidth(tr, tableStart - 1, column, null);
          return true;
        },
    };
  },
  addKeyboardShortcuts() {
    return {
      'Alt-Shift-ArrowRight': () => this.editor.commands.stepColumnWidth(1),
      'Alt-Shift-ArrowLeft': () => this.editor.commands.stepColumnWidth(-1),
    };
  },
});
