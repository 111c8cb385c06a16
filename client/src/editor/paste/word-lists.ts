import { elementsWhere, isBlank, isComment, isElement, isText, styleOf, tagOf } from './dom';
import { type FlatItem, nestItems } from './list-items';
import type { PasteReport } from './report';

/**
 * Word writes lists as paragraphs: `mso-list:l0 level2 lfo1` says list and depth, a span `mso-list:Ignore` holds
 * the bullet or number as text, and `@list l0:level2 {…}` in the style sheet says what kind it is. Here they become
 * real, nested lists that keep their kind and the number they start at.
 */
export function restoreWordLists(root: Element, styleSheet: string, report: PasteReport): void {
  const formats = levelFormats(styleSheet);
  const paragraphs = elementsWhere(root, (element) => listPlace(element) !== null && tagOf(element) !== 'li');

  const seen = new Set<Element>();
  for (const first of paragraphs) {
    if (seen.has(first) || !first.parentNode) continue;
    if (isHeading(first)) {
      const marker = takeMarker(first);
      if (/[\p{L}\p{N}]/u.test(marker)) report.add('headingNumbers');
      seen.add(first);
      continue;
    }
    const run = runFrom(first);
    for (const paragraph of run) seen.add(paragraph);
    const items = itemsOf(run, formats);
    const before = root.ownerDocument.createComment('');
    first.parentNode.insertBefore(before, first);
    for (const list of nestItems(items, root.ownerDocument)) before.parentNode?.insertBefore(list, before);
    before.remove();
  }
}

/** The paragraphs that stand one after another in the same list, with the unnumbered ones that continue an item. */
function runFrom(first: Element): Element[] {
  const run = [first];
  let node = first.nextSibling;
  while (node) {
    if (isElement(node)) {
      const continues =
        (listPlace(node) !== null && !isHeading(node) && tagOf(node) !== 'li') || continuesItem(node);
      if (!continues) break;
      run.push(node);
    } else if (!isComment(node) && !(isText(node) && isBlank(node.data))) break;
    node = node.nextSibling;
  }
  return run;
}

function itemsOf(run: readonly Element[], formats: ReadonlyMap<string, string>): FlatItem[] {
  const items: (FlatItem & { content: Node[] })[] = [];
  for (const paragraph of run) {
    const place = listPlace(paragraph);
    const last = items.at(-1);
    if (!place) {
      last?.content.push(paragraph);
      continue;
    }
    const marker = takeMarker(paragraph);
    const format = formats.get(`${place.list}:level${place.level}`);
    items.push({ level: place.level, ...kindOf(marker, format), content: [paragraph] });
  }
  return items;
}

function listPlace(element: Element): { list: string; level: number } | null {
  const found = /^(l\d+)\s+level(\d+)/.exec(styleOf(element, 'mso-list'));
  return found?.[1] && found[2] ? { list: found[1], level: Number(found[2]) } : null;
}

function isHeading(element: Element): boolean {
  return /^h[1-6]$/.test(tagOf(element)) || /^(MsoHeading|MsoTitle)/.test(element.className);
}

function continuesItem(element: Element): boolean {
  return (
    tagOf(element) === 'p' &&
    /^(MsoListParagraph|MsoListContinue)/.test(element.className) &&
    !isBlank(element.textContent)
  );
}

/** Removes the visible bullet or number from the paragraph and returns it. */
function takeMarker(paragraph: Element): string {
  let marker = '';
  for (const span of elementsWhere(paragraph, (element) => styleOf(element, 'mso-list') === 'ignore')) {
    if (!paragraph.contains(span)) continue;
    marker += span.textContent ?? '';
    let gone: Element = span;
    while (gone.parentElement && gone.parentElement !== paragraph && isBlankBut(gone.parentElement, gone)) {
      gone = gone.parentElement;
    }
    gone.remove();
  }
  return marker.replace(/[\s\u00a0]+/g, ' ').trim();
}

function isBlankBut(parent: Element, child: Element): boolean {
  return [...parent.childNodes].every(
    (node) => node === child || isComment(node) || isBlank(node.textContent),
  );
}

/** `l0:level1` → `mso-level-number-format` (`decimal` where Word leaves it out). */
function levelFormats(styleSheet: string): Map<string, string> {
  const formats = new Map<string, string>();
  for (const [, level, body] of styleSheet.matchAll(/@list\s+(l\d+:level\d+)[^{]{0,40}\{([^}]*)\}/g)) {
    const format = /mso-level-number-format\s*:\s*([\w-]+)/.exec(body ?? '')?.[1] ?? 'decimal';
    if (level && !formats.has(level)) formats.set(level, format.toLowerCase());
  }
  return formats;
}

function kindOf(marker: string, format: string | undefined): Pick<FlatItem, 'kind' | 'number'> {
  const label = /^\p{Ps}?(?:[\p{L}\p{N}]+\.)*([\p{L}\p{N}]+)\s?[.):\]]?$/u.exec(marker)?.[1];
  const punctuated = /[.):\]]$/.test(marker) || /^\d/.test(marker);
  const ordered =
    format === undefined ? label !== undefined && punctuated : format !== 'bullet' && format !== 'image';
  if (!ordered) return { kind: 'bullet' };
  return { kind: 'ordered', number: label === undefined ? undefined : numberOf(label.toLowerCase(), format) };
}

/** What number a label stands for: `7`, `c`, `iv`. Undefined where it can't be told (`first`, `①`). */
function numberOf(label: string, format: string | undefined): number | undefined {
  if (/^\d{1,6}$/.test(label)) return Number(label);
  const roman = fromRoman(label);
  const saysRoman = format?.startsWith('roman') ?? (label.length > 1 || label === 'i');
  if (saysRoman && roman !== undefined) return roman;
  if (/^([a-z])\1{0,3}$/.test(label)) return label.charCodeAt(0) - 96 + 26 * (label.length - 1);
  return undefined;
}

function fromRoman(label: string): number | undefined {
  if (!/^m{0,3}(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})$/.test(label) || label === '')
    return undefined;
  const values: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };
  let sum = 0;
  let previous = 0;
  for (const letter of [...label].reverse()) {
    const value = values[letter] ?? 0;
    sum += value < previous ? -value : value;
    previous = value;
  }
  return sum;
}
