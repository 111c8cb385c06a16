import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { TableMap } from '@tiptap/pm/tables';
import type { EditorView, NodeView, ViewMutationRecord } from '@tiptap/pm/view';
import { clampWidth, drawColumns, setColumnWidth } from './column-widths';

/** How near to a column's edge, in pixels, a pointer takes hold of it. */
const GRIP = 5;

interface Edge {
  column: number;
  cell: HTMLTableCellElement;
}

/** A table in the editor: scrolls sideways when it must, and lets its columns' edges be dragged. */
export class TableView implements NodeView {
  readonly dom = document.createElement('div');
  readonly contentDOM: HTMLElement;
  readonly #table: HTMLTableElement;
  readonly #view: EditorView;
  readonly #getPos: () => number | undefined;
  #node: ProseMirrorNode;
  #endDrag: (() => void) | null = null;
  // None where nothing is laid out, as in tests.
  readonly #sizes = 'ResizeObserver' in globalThis ? new ResizeObserver(() => this.#reach()) : null;

  constructor(node: ProseMirrorNode, view: EditorView, getPos: () => number | undefined) {
    this.#node = node;
    this.#view = view;
    this.#getPos = getPos;
    this.dom.className = 'table-scroller';
    this.#table = this.dom.appendChild(document.createElement('table'));
    this.contentDOM = this.#table.appendChild(document.createElement('tbody'));
    this.#draw();
    this.#sizes?.observe(this.dom);
    this.#sizes?.observe(this.#table);
    this.dom.addEventListener('pointermove', this.#hover);
    this.dom.addEventListener('pointerdown', this.#grab);
  }

  update(node: ProseMirrorNode): boolean {
    if (node.type !== this.#node.type) return false;
    this.#node = node;
    this.#draw();
    return true;
  }

  ignoreMutation(mutation: ViewMutationRecord): boolean {
    return mutation.type !== 'selection' && !this.contentDOM.contains(mutation.target);
  }

  stopEvent(event: Event): boolean {
    return this.#endDrag !== null && /^(mouse|pointer|drag)/.test(event.type);
  }

  destroy(): void {
    this.#sizes?.disconnect();
    this.#endDrag?.();
  }

  #draw(): void {
    const { id } = this.#node.attrs;
    if (typeof id === 'string') this.#table.dataset.id = id;
    drawColumns(this.#table, this.#node);
    this.#reach();
  }

  /** What scrolls must be reachable by keyboard; a table that fits is no stop on the way. */
  readonly #reach = (): void => {
    if (this.dom.scrollWidth > this.dom.clientWidth) this.dom.tabIndex = 0;
    else this.dom.removeAttribute('tabindex');
  };

  readonly #hover = (event: PointerEvent): void => {
    if (this.#endDrag) return;
    this.dom.classList.toggle('at-column-edge', this.#edgeAt(event) !== null);
  };

  readonly #grab = (event: PointerEvent): void => {
    const edge = event.button === 0 ? this.#edgeAt(event) : null;
    if (!edge) return;
    event.preventDefault();
    const { column, cell } = edge;
    const toTheRight = getComputedStyle(this.#table).direction === 'rtl' ? -1 : 1;
    const start = cell.getBoundingClientRect().width / Math.max(1, cell.colSpan);
    let width: number | null = null;
    const move = (moved: PointerEvent) => {
      width = clampWidth(start + toTheRight * (moved.clientX - event.clientX));
      drawColumns(this.#table, this.#node, { column, width });
    };
    const stop = () => {
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', drop);
      window.removeEventListener('pointercancel', stop);
      this.#endDrag = null;
      this.dom.classList.remove('at-column-edge');
      drawColumns(this.#table, this.#node);
    };
    const drop = () => {
      const pos = this.#getPos();
      if (width !== null && pos !== undefined && this.#view.editable) {
        this.#view.dispatch(setColumnWidth(this.#view.state.tr, pos, column, width));
      }
      stop();
    };
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', drop);
    window.addEventListener('pointercancel', stop);
    this.#endDrag = stop;
  };

  /** The column whose end edge the pointer is at. */
  #edgeAt(event: PointerEvent): Edge | null {
    if (!this.#view.editable || !(event.target instanceof Element)) return null;
    const cell = event.target.closest<HTMLTableCellElement>('td, th');
    if (!cell || !this.contentDOM.contains(cell) || cell.closest('table') !== this.#table) return null;
    const { left, right } = cell.getBoundingClientRect();
    const map = TableMap.get(this.#node);
    const start = this.#getPos();
    if (start === undefined) return null;
    const inside = this.#view.posAtDOM(cell, 0) - start - 2;
    const area = map.map.includes(inside) ? map.findCell(inside) : null;
    if (!area) return null;
    if (right - event.clientX <= GRIP) return { column: area.right - 1, cell };
    if (event.clientX - left <= GRIP && area.left > 0) {
      const before = cell.previousElementSibling;
      if (before instanceof HTMLTableCellElement) return { column: area.left - 1, cell: before };
    }
    return null;
  }
}
