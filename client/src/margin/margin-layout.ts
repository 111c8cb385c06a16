import type { Editor } from '@tiptap/core';
import type { Transaction } from '@tiptap/pm/state';
import type { ActiveCard } from './active-card';
import { Board, type HoldReason } from './board';
import { mappingThrough } from './position-mapping';
import { type TextGeometry, textGeometry } from './text-geometry';

/** How long the text rests before heights within a block are looked at again, in milliseconds. */
const REST = 80;
/** Cards this far outside of the window are there already when they scroll in, in pixels. */
const AHEAD = 700;
/** The window is looked at in steps of this many pixels, so that scrolling a little costs nothing. */
const STEP = 350;

/**
 * Keeps cards beside their text. Reading and writing the page are kept apart: heights are read when the browser has just
 * laid the page out (or once a frame), then all cards are moved at once. Scrolling moves nothing: cards scroll with the
 * page, and only those near the window are there at all.
 */
export class MarginLayout {
  /** Ids of the cards to be there, in order. */
  shown: readonly string[] = [];

  readonly #board = new Board();
  readonly #geometry: TextGeometry;
  readonly #elements = new Map<string, HTMLElement>();
  readonly #listeners = new Set<() => void>();
  readonly #sizes: ResizeObserver;
  readonly #editor: Editor;
  /** As told, and as the text's edits have moved them since. */
  #told: ReadonlyMap<string, number> = new Map();
  #positions = new Map<string, number>();
  #frame: HTMLElement | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #next = 0;
  #stop: () => void = () => undefined;

  constructor(editor: Editor) {
    this.#editor = editor;
    this.#geometry = textGeometry(editor.view);
    this.#sizes = new ResizeObserver((entries) => this.#resized(entries));
  }

  /** Begins in `frame`, whose top is the cards' zero. @returns how to end */
  start(frame: HTMLElement): () => void {
    const editor = this.#editor;
    const onTransaction = ({ transaction }: { transaction: Transaction }) => {
      if (!transaction.docChanged) return;
      const mapping = mappingThrough(transaction);
      for (const [id, position] of this.#positions) this.#positions.set(id, mapping.map(position, 1));
      this.#later();
    };
    const onScroll = () => {
      this.#next ||= requestAnimationFrame(() => {
        this.#next = 0;
        this.#look();
      });
    };
    this.#frame = frame;
    editor.on('transaction', onTransaction);
    this.#sizes.observe(editor.view.dom);
    window.addEventListener('scroll', onScroll, { passive: true });
    window.addEventListener('resize', onScroll, { passive: true });
    this.#stop = () => {
      editor.off('transaction', onTransaction);
      this.#sizes.disconnect();
      clearTimeout(this.#timer);
      cancelAnimationFrame(this.#next);
      window.removeEventListener('scroll', onScroll);
      window.removeEventListener('resize', onScroll);
      this.#frame = null;
    };
    return () => this.#stop();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** @param positions of the cards in the text, in the order in which they are to stand where heights are the same */
  setPositions(positions: ReadonlyMap<string, number>): void {
    const followed = this.#positions;
    this.#positions = new Map();
    for (const [id, position] of positions) {
      // Told the same again: what is known here is newer.
      const same = this.#told.get(id) === position;
      this.#positions.set(id, (same ? followed.get(id) : undefined) ?? position);
    }
    this.#told = positions;
    this.#measure();
  }

  setActive(active: ActiveCard | null): void {
    this.#board.hold('active', active?.id ?? null, active?.stands === 'at-text' ? 'text' : 'here');
    this.#board.place();
    this.#apply();
  }

  /** Keeps a card where it stands for as long as the reason holds; null ends it. */
  hold(reason: Exclude<HoldReason, 'active'>, id: string | null): void {
    this.#board.hold(reason, id);
    if (id !== null) return;
    this.#board.place();
    this.#apply();
  }

  /** The element of a card came (or with null went). */
  element(id: string, element: HTMLElement | null): void {
    const before = this.#elements.get(id);
    if (before) this.#sizes.unobserve(before);
    if (!element) {
      this.#elements.delete(id);
      return;
    }
    this.#elements.set(id, element);
    element.dataset.card = id;
    this.#sizes.observe(element);
    this.#move(id, element);
  }

  #resized(entries: readonly ResizeObserverEntry[]): void {
    let text = false;
    let news = false;
    for (const { target, borderBoxSize } of entries) {
      const id = target instanceof HTMLElement ? target.dataset.card : undefined;
      if (id === undefined) text = true;
      else if (this.#board.measured(id, borderBoxSize[0]?.blockSize ?? 0)) news = true;
    }
    if (text) this.#measure();
    else if (news) {
      this.#board.place();
      this.#apply();
    }
  }

  #later(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#measure(), REST);
  }

  /** Reads where the text of each card is, and places them. */
  #measure(): void {
    if (!this.#frame || this.#editor.isDestroyed) return;
    const zero = this.#frame.getBoundingClientRect().top;
    const anchored: { id: string; wanted: number }[] = [];
    for (const [id, position] of this.#positions) {
      const top = this.#geometry.topOf(position);
      // What stands higher than the margin begins, at its beginning.
      const wanted = top === null ? (anchored.at(-1)?.wanted ?? 0) : Math.max(0, top - zero);
      anchored.push({ id, wanted });
    }
    this.#board.place(anchored);
    this.#apply();
  }

  #apply(): void {
    for (const [id, element] of this.#elements) this.#move(id, element);
    if (this.#frame) this.#frame.style.minBlockSize = `${Math.ceil(this.#board.end)}px`;
    this.#look();
  }

  #move(id: string, element: HTMLElement): void {
    const top = this.#board.tops.get(id);
    if (top === undefined) return;
    element.style.transform = `translateY(${Math.round(top)}px)`;
    // A card that has just come is simply there; from then on it glides.
    if (element.dataset.placed === undefined) requestAnimationFrame(() => (element.dataset.placed = ''));
  }

  /** Finds out which cards are to be there. */
  #look(): void {
    if (!this.#frame) return;
    const top = Math.floor(-this.#frame.getBoundingClientRect().top / STEP) * STEP;
    const shown = this.#board.between(top - AHEAD, top + window.innerHeight + STEP + AHEAD);
    if (shown.length === this.shown.length && shown.every((id, index) => id === this.shown[index])) return;
    this.shown = shown;
    for (const listener of [...this.#listeners]) listener();
  }
}
