import { newId } from '@accord/shared/kernel/id';
import { isOwnImage } from '@accord/shared/manuscript/safe';
import { elementsWhere, isBlank, isElement, tagOf } from './dom';
import { restoreLevelledLists } from './levelled-lists';
import { MAX_DEPTH, MAX_HTML, MAX_KEPT } from './limits';
import { takeNotes } from './notes';
import { quietMarkup } from './quiet-markup';
import { type PasteLine, PasteReport } from './report';
import { clearWordLeftovers } from './word-leftovers';
import { restoreWordLists } from './word-lists';
import { PasteWriter } from './writer';

/** What becomes of something pasted. */
export interface CleanPaste {
  /** Markup the chapter's schema reads without loss; empty when nothing may be pasted. */
  readonly html: string;
  /** What was left out or changed, for the person. */
  readonly report: readonly PasteLine[];
  /** For each picture placeholder in order: the picture as a `data:` address where the clipboard brought it. */
  readonly pictures: readonly (string | null)[];
}

/**
 * Cleans HTML from the clipboard: of Word, Google Docs, LibreOffice, web pages, or of this editor itself. Structure
 * and emphasis stay, styling goes, and whatever can't be taken along has a line in the report. Never throws.
 *
 * @param plainText the clipboard's plain text, used where the HTML is too large or says nothing
 * @param origin of this workspace (`https://…`), whose own pictures can stay
 */
export function cleanPastedHtml(html: string, plainText = '', origin = ''): CleanPaste {
  const report = new PasteReport();
  if (html.length > MAX_HTML) return withinLimit(paragraphs(plainText), report);

  const { markup: quiet, styleSheet } = quietMarkup(html);
  const source = new DOMParser().parseFromString(quiet, 'text/html');
  const root = (source.body ?? source.documentElement) as Element;
  for (const gone of elementsWhere(root, (element) => /^(script|style)$/.test(tagOf(element)))) gone.remove();
  flattenDepths(root, report);

  if (isOwnClipboard(root)) return withinLimit(root.innerHTML, report);

  clearWordLeftovers(root, report);
  const notes = takeNotes(root, report);
  restoreWordLists(root, styleSheet, report);
  for (const { body } of notes) restoreWordLists(body, styleSheet, report);
  restoreLevelledLists(root);

  const ids = new Map(notes.map(({ reference }) => [reference, newId(10)]));
  const writer = new PasteWriter(source, report, ids, origin);
  const clean = writer.blocks(root);
  for (const { reference, body } of notes) clean.append(writer.note(body, ids.get(reference) ?? newId(10)));

  const silent = !clean.hasChildNodes() && report.lines().length === 0;
  const markup = silent && !isBlank(plainText) ? paragraphs(plainText) : clean.innerHTML;
  return withinLimit(markup, report, writer.pictures);
}

function withinLimit(
  html: string,
  report: PasteReport,
  pictures: readonly (string | null)[] = [],
): CleanPaste {
  if (html.length <= MAX_KEPT) return { html, report: report.lines(), pictures };
  return { html: '', report: [{ kind: 'tooLarge', count: 1 }], pictures: [] };
}

/** Each line of a plain text as a paragraph; nothing in it is read as markup. */
export function paragraphs(text: string): string {
  return text
    .split(/\r\n?|\n/)
    .filter((line) => !isBlank(line))
    .map((line) => `<p>${line.replace(/[&<>]/g, (found) => `&#${found.charCodeAt(0)};`)}</p>`)
    .join('');
}

/**
 * Our own clipboard carries the schema's markup with its attributes and is read as it is. Other editors of the same
 * make mark theirs alike; pictures that are not ours give them away.
 */
function isOwnClipboard(root: Element): boolean {
  if (!root.querySelector('[data-pm-slice]')) return false;
  return elementsWhere(root, (element) => tagOf(element) === 'img').every((image) =>
    isOwnImage(image.getAttribute('src')),
  );
}

/** Below `MAX_DEPTH` only text is kept: the walks that follow descend once per level. */
function flattenDepths(root: Element, report: PasteReport): void {
  let node: Node | null = root.firstChild;
  let depth = 1;
  while (node) {
    if (depth >= MAX_DEPTH && isElement(node) && node.firstElementChild) {
      node.textContent = node.textContent ?? '';
      report.add('deepNesting');
    }
    if (node.firstChild) {
      node = node.firstChild;
      depth += 1;
      continue;
    }
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode;
      depth -= 1;
    }
    node = node && node !== root ? node.nextSibling : null;
  }
}
