import { isBlank, isElement, isText } from './dom';
import { type Marks, sameMarks, wrapInMarks } from './marks';

/** The blocks text can flow into. */
export type TextBlock = 'p' | 'h1' | 'h2' | 'h3' | 'h4' | 'figcaption';

/**
 * Receives text and blocks in reading order and builds clean markup in `out`: text outside a block gets a paragraph,
 * white space collapses as a browser shows it, blank paragraphs and breaks at the ends of blocks fall away.
 */
export class Sink {
  readonly out: Element;
  readonly #document: Document;
  #block: Element | null = null;
  #waiting: Element[] = [];
  #text: { node: Text; marks: Marks } | null = null;
  #endsInSpace = true;

  constructor(out: Element) {
    this.out = out;
    this.#document = out.ownerDocument;
  }

  /** Appends text; white space collapses, no-break spaces stay. */
  text(raw: string, marks: Marks, tag: TextBlock): void {
    let text = raw.replace(/[ \t\r\n\f]+/g, ' ');
    if (this.#endsInSpace && text.startsWith(' ')) text = text.slice(1);
    if (text === '') return;
    this.#open(tag);
    this.#endsInSpace = text.endsWith(' ');
    if (this.#text && sameMarks(this.#text.marks, marks)) {
      this.#text.node.data += text;
      return;
    }
    const node = this.#document.createTextNode(text);
    this.#block?.append(wrapInMarks(node, marks, this.#document));
    this.#text = { node, marks };
  }

  /** A line break inside the block; at its beginning it means nothing. */
  lineBreak(): void {
    if (!this.#block) return;
    this.#block.append(this.#document.createElement('br'));
    this.#text = null;
    this.#endsInSpace = true;
  }

  /** An inline element that is no text: a footnote's mark. */
  inline(element: Element, tag: TextBlock): void {
    this.#open(tag);
    this.#block?.append(element);
    this.#text = null;
    this.#endsInSpace = false;
  }

  /** A block of its own. Closes the one that is open. */
  block(element: Element): void {
    this.close();
    this.out.append(element);
  }

  /** A block found in the midst of a text: it comes after that text's block, so that no sentence is cut in two. */
  blockAfter(element: Element): void {
    if (this.#block && !isBlank(this.#block.textContent)) this.#waiting.push(element);
    else this.block(element);
  }

  /** Ends the open block. */
  close(): void {
    const block = this.#block;
    const waiting = this.#waiting;
    this.#block = null;
    this.#text = null;
    this.#waiting = [];
    this.#endsInSpace = true;
    if (block) {
      trimEnd(block);
      if (isBlank(block.textContent) && !block.querySelector('sup[data-note]')) block.remove();
    }
    this.out.append(...waiting);
  }

  #open(tag: TextBlock): void {
    if (this.#block) return;
    this.#block = this.#document.createElement(tag);
    this.out.append(this.#block);
  }
}

/** Takes breaks and spaces off the end of a block. */
function trimEnd(block: Element): void {
  for (let last = block.lastChild; last; last = block.lastChild) {
    if (isText(last)) {
      last.data = last.data.replace(/[ \u00a0]+$/, '');
      if (last.data !== '') return;
      last.remove();
    } else if (last.nodeName.toLowerCase() === 'br') last.remove();
    else if (isElement(last) && !last.hasAttribute('data-note')) {
      trimEnd(last);
      if (last.hasChildNodes()) return;
      last.remove();
    } else return;
  }
}
