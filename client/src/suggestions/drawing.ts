import type { Country } from '@accord/shared/access/role';
import type { NodeJson } from '@accord/shared/manuscript/document';
import { textOfInline } from '@accord/shared/manuscript/inline-text';
import { describeSuggestion } from '@accord/shared/suggestions/describe';
import type { Spot } from '@accord/shared/suggestions/spot';
import type { Operation } from '@accord/shared/suggestions/suggestions';
import { DOMSerializer, Fragment, type Node as ProseMirrorNode } from '@tiptap/pm/model';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import './suggestion-marks.css';

/** A suggestion as it is drawn in a text. */
export interface Drawn {
  readonly id: string;
  readonly operations: readonly Operation[];
  /** For each operation, where it is; see `side`. */
  readonly spots: readonly Spot[];
  /** Whether the text is as it was, or has the suggestion carried out (the proposer's copy). */
  readonly side: 'text' | 'copy';
  /** Null for one's own. */
  readonly country: Country | null;
  readonly isActive: boolean;
  /** What a screen reader says: who suggests what. */
  readonly said: string;
  /** What a block's own change is, in words: "Paragraph → Heading 2". */
  readonly label: string;
}

/** Words for what stands in the text. */
export interface DrawingWords {
  readonly added: string;
  readonly removed: string;
  readonly moved: string;
  readonly split: string;
  readonly merged: string;
}

/** Draws suggestions: what goes is struck, what comes is underlined, changed blocks say what becomes of them. */
export function drawing(
  doc: ProseMirrorNode,
  suggestions: readonly Drawn[],
  words: DrawingWords,
): DecorationSet {
  const places = placesIn(doc);
  const decorations: Decoration[] = [];
  for (const suggestion of suggestions) new Brush(doc, places, suggestion, words, decorations).draw();
  return DecorationSet.create(doc, decorations);
}

/** Where each suggestion begins now, by id. */
export function beginningsOf(drawn: DecorationSet): Map<string, number> {
  const beginnings = new Map<string, number>();
  for (const { spec, from } of drawn.find()) {
    const id = String((spec as { suggestion?: unknown }).suggestion);
    beginnings.set(id, Math.min(from, beginnings.get(id) ?? from));
  }
  return beginnings;
}

/** The suggestions that something is drawn of between two positions. */
export function suggestionsBetweenPositions(drawn: DecorationSet, from: number, to: number): string[] {
  const ids = drawn.find(from, to).map(({ spec }) => String((spec as { suggestion?: unknown }).suggestion));
  return [...new Set(ids)];
}

interface Place {
  readonly pos: number;
  readonly node: ProseMirrorNode;
}
export type Places = ReadonlyMap<string, Place>;

/** Where each block of a document is, by id. */
export function placesIn(doc: ProseMirrorNode): Places {
  const places = new Map<string, Place>();
  doc.descendants((node, pos) => {
    const id: unknown = node.attrs.id;
    if (typeof id === 'string' && !places.has(id)) places.set(id, { pos, node });
    return !node.isTextblock;
  });
  return places;
}

class Brush {
  readonly #isSplit: boolean;
  readonly #isMerge: boolean;

  constructor(
    readonly doc: ProseMirrorNode,
    readonly places: Places,
    readonly suggestion: Drawn,
    readonly words: DrawingWords,
    readonly decorations: Decoration[],
  ) {
    const { kind } = describeSuggestion(suggestion.operations);
    this.#isSplit = kind === 'split';
    this.#isMerge = kind === 'merge';
  }

  draw(): void {
    this.suggestion.operations.forEach((operation, index) => {
      const spot = this.suggestion.spots[index];
      if (!spot) return;
      if (operation.kind === 'change' && spot.kind === 'text') this.#change(operation, spot);
      else if (operation.kind === 'blocks' && spot.kind === 'blocks') this.#blocks(operation, spot);
      else if (operation.kind === 'retype' && spot.kind === 'block')
        this.#node(spot.blockId, 'changed', this.suggestion.label);
      else if (operation.kind === 'move' && spot.kind === 'block') this.#move(operation, spot.blockId);
    });
  }

  #change(operation: Extract<Operation, { kind: 'change' }>, spot: Extract<Spot, { kind: 'text' }>): void {
    const block = this.places.get(spot.blockId);
    if (!block) return;
    const [from, to] = [block.pos + 1 + spot.from, block.pos + 1 + spot.to].map((at) =>
      Math.min(at, block.pos + 1 + block.node.content.size),
    ) as [number, number];
    const { before, after } = operation;
    const inText = this.suggestion.side === 'text';
    if (this.#isSplit || this.#isMerge) {
      const gone = this.#isSplit !== inText && !this.#isSplit;
      this.#mark(inText ? from : this.#isSplit ? to : from, gone ? 'del' : 'ins', '¶');
      return;
    }
    if (before.length > 0 && after.length > 0 && sameLetters(before, after)) {
      this.#inline(from, to, 'mark', 'format');
      return;
    }
    const [stays, other] = inText ? (['del', after] as const) : (['ins', before] as const);
    if (from < to) this.#inline(from, to, stays, stays);
    if (other.length > 0) this.#words(inText ? to : from, inText ? 'ins' : 'del', other);
  }

  #blocks(operation: Extract<Operation, { kind: 'blocks' }>, spot: Extract<Spot, { kind: 'blocks' }>): void {
    const inText = this.suggestion.side === 'text';
    const [standing, others] = inText
      ? (['removed', operation.after] as const)
      : (['added', operation.before] as const);
    for (const id of spot.blockIds) {
      const label =
        this.#isSplit && !inText
          ? this.words.split
          : this.#isMerge
            ? this.words.merged
            : this.words[standing];
      this.#node(id, standing, label);
    }
    if (this.#isSplit || this.#isMerge) return;
    const container = spot.parentId === null ? null : this.places.get(spot.parentId);
    if (spot.parentId !== null && !container) return;
    const last = this.places.get(spot.blockIds.at(inText ? -1 : 0) ?? '');
    const at = last
      ? inText
        ? last.pos + last.node.nodeSize
        : last.pos
      : childPosition(container?.node ?? this.doc, container ? container.pos + 1 : 0, spot.index);
    for (const [index, block] of others.entries())
      this.#block(at, inText ? 'added' : 'removed', block, container?.node.type.name ?? 'doc', index);
  }

  #move(operation: Extract<Operation, { kind: 'move' }>, blockId: string): void {
    this.#node(blockId, 'moved', this.words.moved);
    const { to, quote } = operation;
    if (this.suggestion.side === 'copy') return;
    const [previous, next, parent] = [to.previousId, to.nextId, to.parentId].map((id) =>
      id === null ? undefined : this.places.get(id),
    );
    const at = previous
      ? previous.pos + previous.node.nodeSize
      : next
        ? next.pos
        : parent
          ? parent.pos + 1
          : to.parentId === null
            ? 0
            : null;
    const inside = parent?.node.type.name ?? 'doc';
    if (at === null || STRICT.has(inside)) return;
    const { id } = this.suggestion;
    this.#widget(at, `${id}:to:${quote}`, () => {
      const element = this.#element('ins', 'moved-here');
      element.textContent = `${this.words.moved}: ${quote}`;
      return element;
    });
  }

  #inline(from: number, to: number, nodeName: string, look: string): void {
    const { id, said } = this.suggestion;
    const attributes = {
      nodeName,
      class: this.#classes(look),
      'data-suggestion': id,
      'aria-description': said,
    };
    // What one goes on typing at the end of one's own words belongs to them at once.
    const inclusiveEnd = this.suggestion.side === 'copy' && this.suggestion.country === null;
    this.decorations.push(Decoration.inline(from, to, attributes, { suggestion: id, inclusiveEnd }));
  }

  #node(blockId: string, look: string, label: string): void {
    const place = this.places.get(blockId);
    if (!place) return;
    const { id, said } = this.suggestion;
    const attributes = {
      class: this.#classes(`block ${look}`),
      'data-suggestion': id,
      'data-suggested': label,
      'aria-description': said,
    };
    this.decorations.push(
      Decoration.node(place.pos, place.pos + place.node.nodeSize, attributes, { suggestion: id }),
    );
  }

  #words(at: number, nodeName: 'ins' | 'del', content: readonly NodeJson[]): void {
    this.#widget(at, `${this.suggestion.id}:${nodeName}:${JSON.stringify(content)}`, () => {
      const element = this.#element(nodeName, nodeName);
      element.append(this.#serialized(content));
      return element;
    });
  }

  #mark(at: number, nodeName: 'ins' | 'del', sign: string): void {
    this.#widget(at, `${this.suggestion.id}:${nodeName}:${sign}`, () => {
      const element = this.#element(nodeName, nodeName);
      element.textContent = sign;
      return element;
    });
  }

  #block(at: number, look: 'added' | 'removed', block: NodeJson, container: string, order: number): void {
    const { id } = this.suggestion;
    this.#widget(at, `${id}:${look}:${order}:${JSON.stringify(block)}`, () => {
      const content = this.#serialized([block]);
      const [first] = content.children;
      // Among rows, cells and list items nothing else may stand.
      if (STRICT.has(container) && first instanceof HTMLElement) {
        this.#dress(first, `block ${look}`);
        return first;
      }
      const element = this.#element(look === 'added' ? 'ins' : 'del', `block ${look}`);
      element.dataset.suggested = this.words[look];
      element.append(content);
      return element;
    });
  }

  #widget(at: number, key: string, make: () => HTMLElement): void {
    const { id, isActive, said } = this.suggestion;
    this.decorations.push(
      Decoration.widget(at, make, {
        suggestion: id,
        side: -1,
        marks: [],
        key: `${key}:${isActive}:${said}`,
        ignoreSelection: true,
      } as Parameters<typeof Decoration.widget>[2]),
    );
  }

  #serialized(nodes: readonly NodeJson[]): DocumentFragment {
    const { schema } = this.doc.type;
    const content = Fragment.fromJSON(schema, [...nodes]);
    const fragment = DOMSerializer.fromSchema(schema).serializeFragment(content) as DocumentFragment;
    // The same block may stand in the text; two elements must not answer to one name.
    for (const element of fragment.querySelectorAll('[id]')) element.removeAttribute('id');
    for (const link of fragment.querySelectorAll('a[href]')) link.setAttribute('tabindex', '-1');
    return fragment;
  }

  #element(nodeName: string, look: string): HTMLElement {
    const element = document.createElement(nodeName);
    this.#dress(element, look);
    return element;
  }

  #dress(element: HTMLElement, look: string): void {
    const { id, said } = this.suggestion;
    element.classList.add(...this.#classes(look).split(' '));
    element.dataset.suggestion = id;
    element.setAttribute('aria-description', said);
    element.contentEditable = 'false';
  }

  #classes(look: string): string {
    const { country, isActive } = this.suggestion;
    const by = country === null ? 'by-me' : `by-${country.toLowerCase()}`;
    return `suggested ${look} ${by}${isActive ? ' active' : ''}`;
  }
}

/** Containers in which only elements of one kind may stand. */
const STRICT = new Set(['table', 'tableRow', 'bulletList', 'orderedList', 'taskList']);

function childPosition(container: ProseMirrorNode, start: number, index: number): number {
  let at = start;
  for (let child = 0; child < Math.min(index, container.childCount); child += 1)
    at += container.child(child).nodeSize;
  return at;
}

/** Only formatting differs. */
function sameLetters(one: readonly NodeJson[], other: readonly NodeJson[]): boolean {
  return textOfInline(one) === textOfInline(other);
}
