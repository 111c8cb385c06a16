import { codeText } from './code-text';
import { isBlank, isElement, isText, styleOf, styleText, tagOf } from './dom';
import { BLOCKS, EMBEDS, FIELDS, headingLevel, INVISIBLE, isHighlighted, keepsLines } from './element-kinds';
import { marksInside, safeAddress } from './marks';
import { judgePicture } from './pictures';
import { figureFor } from './placeholder';
import type { PasteReport } from './report';
import { Sink, type TextBlock } from './sink';
import { type Look, PLAIN, type Walk } from './walk';
import { writeCaption, writeFigure } from './write-figure';
import { writeList } from './write-list';
import { writeTable } from './write-table';

/**
 * Writes pasted markup anew with nothing but what a chapter can hold: its blocks, its marks, its links. Whatever it
 * does not know it looks through, so that the text inside is kept; what it leaves out is counted in the report.
 */
export class PasteWriter {
  readonly #report: PasteReport;
  readonly #document: Document;
  readonly #notes: ReadonlyMap<Element, string>;
  readonly #origin: string;
  readonly #walk: Walk;
  /** What the placeholders of `missing` pictures, in order, hold as data, where the clipboard brought it. */
  readonly pictures: (string | null)[] = [];

  /**
   * @param notes the note id for each element that calls a footnote
   * @param origin of this workspace, whose own pictures can stay
   */
  constructor(document: Document, report: PasteReport, notes: ReadonlyMap<Element, string>, origin: string) {
    this.#origin = origin;
    this.#document = document;
    this.#report = report;
    this.#notes = notes;
    this.#walk = {
      document,
      report,
      children: (parent, sink, look) => this.#children(parent, sink, look),
      element: (element, sink, look) => this.#element(element, sink, look),
      text: (text, sink, look) => this.#text(text, sink, look),
    };
  }

  /** The clean blocks for everything inside `root`. */
  blocks(root: Element): Element {
    const sink = new Sink(this.#document.createElement('div'));
    this.#children(root, sink, PLAIN);
    sink.close();
    return sink.out;
  }

  /** The body of a footnote: one run of inline content, its paragraphs set apart by breaks. */
  note(body: Element, noteId: string): Element {
    const note = this.#document.createElement('div');
    note.setAttribute('data-footnote', '');
    note.setAttribute('data-note', noteId);
    const before = this.pictures.length;
    for (const block of this.blocks(body).querySelectorAll('p,h1,h2,h3,h4,pre')) {
      if (note.hasChildNodes()) note.append(this.#document.createElement('br'));
      const inner =
        tagOf(block) === 'pre' ? [this.#document.createTextNode(block.textContent ?? '')] : block.childNodes;
      note.append(...inner);
    }
    // A note holds no pictures: they stay counted as left out, but have no placeholder.
    this.pictures.length = before;
    return note;
  }

  #children(parent: Node, sink: Sink, look: Look): void {
    let strayItems: Element[] = [];
    const listStrayItems = () => {
      if (strayItems.length > 0) writeList(this.#walk, strayItems, false, 1, sink, look);
      strayItems = [];
    };
    for (const child of parent.childNodes) {
      if (isElement(child) && tagOf(child) === 'li') strayItems.push(child);
      else if (isElement(child)) {
        listStrayItems();
        this.#element(child, sink, look);
      } else if (isText(child)) {
        if (!isBlank(child.data)) listStrayItems();
        this.#text(child.data, sink, look);
      }
    }
    listStrayItems();
  }

  #text(text: string, sink: Sink, look: Look): void {
    if (!look.keepsLines || !/[\r\n]/.test(text) || isBlank(text)) {
      sink.text(text, look.marks, look.tag);
      return;
    }
    text.split(/\r\n?|\n/).forEach((line, index) => {
      if (index > 0) sink.lineBreak();
      sink.text(line, look.marks, look.tag);
    });
  }

  #element(element: Element, sink: Sink, look: Look): void {
    const tag = tagOf(element);
    if (INVISIBLE.has(tag)) return;
    if (this.#leavesOut(element, tag)) return;

    const noteId = this.#notes.get(element);
    if (noteId !== undefined) {
      const mark = this.#document.createElement('sup');
      mark.setAttribute('data-note', noteId);
      sink.inline(mark, look.tag);
      return;
    }

    const inside: Look = {
      ...look,
      marks: marksInside(element, look.marks),
      keepsLines: keepsLines(element, look.keepsLines),
    };
    if (/^h[1-6]$/.test(tag) || headingLevel(element) !== null) {
      sink.close();
      const level = Math.min(headingLevel(element) ?? Number(tag[1]), 4);
      this.#children(element, sink, {
        ...inside,
        tag: look.tag === 'figcaption' ? look.tag : (`h${level}` as TextBlock),
      });
      sink.close();
    } else if (tag === 'br') {
      if (!/page-break-before\s*:\s*always/.test(styleText(element))) sink.lineBreak();
    } else if (tag === 'a') {
      this.#link(element, sink, inside);
    } else if (tag === 'img' || tag === 'v:imagedata') {
      this.#picture(element, sink, look);
    } else if (/^(ul|ol|menu|dir)$/.test(tag)) {
      const start = Number.parseInt(element.getAttribute('start') ?? '1', 10);
      writeList(this.#walk, element.childNodes, tag === 'ol', start, sink, inside);
    } else if (tag === 'blockquote') {
      this.#quote(element, sink, inside);
    } else if (tag === 'pre' || tag === 'xmp' || tag === 'listing' || tag === 'plaintext') {
      this.#code(element, sink);
    } else if (tag === 'table') {
      writeTable(this.#walk, element, sink, inside);
    } else if (tag === 'hr') {
      sink.block(this.#document.createElement('hr'));
    } else if (tag === 'figure') {
      writeFigure(this.#walk, element, sink, inside);
    } else if (BLOCKS.has(tag)) {
      sink.close();
      if (!writeCaption(this.#walk, element, sink, inside)) this.#children(element, sink, inside);
      sink.close();
    } else {
      this.#spacing(element, sink, inside);
    }
  }

  /** True when the element can't come along; says so in the report. */
  #leavesOut(element: Element, tag: string): boolean {
    const hide = styleOf(element, 'mso-hide');
    const hidden =
      element.hasAttribute('hidden') ||
      hide !== '' ||
      styleOf(element, 'display') === 'none' ||
      styleOf(element, 'visibility') === 'hidden';
    if (hidden) {
      // `mso-hide:screen` is page numbers and leaders of a table of contents: nothing anybody saw.
      if (!hide.startsWith('screen') && !isBlank(element.textContent)) this.#report.add('hidden');
      return true;
    }
    if (EMBEDS.has(tag)) {
      this.#report.add('embeds');
      return true;
    }
    if (FIELDS.has(tag)) {
      const type = element.getAttribute('type')?.toLowerCase();
      if (type !== 'hidden' && type !== 'checkbox') this.#report.add('fields');
      return true;
    }
    if (tag === 'svg') {
      this.#report.add('drawings');
      return true;
    }
    if (tag === 'math' || tag === 'm:omath') this.#report.add('formulas');
    if (isHighlighted(element, tag) && !isBlank(element.textContent)) this.#report.add('highlights');
    return false;
  }

  #spacing(element: Element, sink: Sink, look: Look): void {
    const tabs = styleOf(element, 'mso-tab-count') !== '';
    const spaces =
      styleOf(element, 'mso-spacerun') === 'yes' || element.className === 'Apple-converted-space';
    // Word and Safari write runs of spaces and tabs with no-break spaces that nobody typed.
    if ((tabs || spaces) && isBlank(element.textContent)) sink.text(' ', look.marks, look.tag);
    else this.#children(element, sink, look);
  }

  #link(element: Element, sink: Sink, look: Look): void {
    const raw = element.getAttribute('href');
    const href = safeAddress(raw);
    if (raw !== null && !href && !isBlank(element.textContent)) this.#report.add('links');
    this.#children(element, sink, { ...look, marks: { ...look.marks, href } });
  }

  #picture(image: Element, sink: Sink, look: Look): void {
    const picture = judgePicture(image, this.#origin);
    if (picture.kind === 'pixel') return;
    if (picture.kind === 'icon') {
      this.#report.add('icons');
      return;
    }
    if (picture.kind === 'emoji') {
      sink.text(picture.text, look.marks, look.tag);
      return;
    }

    const figure = figureFor(image, picture, this.#document);
    if (picture.kind === 'missing') {
      this.pictures.push(picture.data);
      if (picture.data === null) this.#report.add('pictures');
    }
    if (look.tag === 'figcaption') sink.block(figure);
    else sink.blockAfter(figure);
  }

  #quote(element: Element, sink: Sink, look: Look): void {
    sink.close();
    const quote = this.#document.createElement('blockquote');
    const inner = new Sink(quote);
    this.#children(element, inner, { ...look, tag: 'p' });
    inner.close();
    if (quote.hasChildNodes()) sink.block(quote);
  }

  #code(element: Element, sink: Sink): void {
    const text = codeText(element, this.#report)
      .replace(/\r\n?/g, '\n')
      .replace(/^\n|\n+$/g, '');
    sink.close();
    if (isBlank(text)) return;
    const pre = this.#document.createElement('pre');
    const code = this.#document.createElement('code');
    code.textContent = text;
    pre.append(code);
    sink.block(pre);
  }
}
