import { elementsWhere, isBlank, isElement, isText, styleOf, tagOf } from './dom';
import type { PasteReport } from './report';

/** One footnote found in the pasted text: where it is called, and what it says. */
export interface PastedNote {
  readonly reference: Element;
  readonly body: Element;
}

/** Longest text a footnote's marker may have, e.g. `[12]`, `xviii`. Longer links are ordinary links. */
const MARKER_LENGTH = 8;

/**
 * Finds footnotes and endnotes. Word, LibreOffice, Google Docs, pandoc and wikis all write them as two links that
 * point at each other: the marker in the text, and the marker (or an arrow) at the note. The bodies are taken out
 * of the tree; each reference stays where it is and is returned with its body.
 */
export function takeNotes(root: Element, report: PasteReport): PastedNote[] {
  const anchors = elementsWhere(root, (element) => tagOf(element) === 'a' && targetOf(element) !== '');
  const byTarget = new Map<string, Element[]>();
  for (const anchor of anchors) {
    const target = targetOf(anchor);
    byTarget.set(target, [...(byTarget.get(target) ?? []), anchor]);
  }

  const notes: PastedNote[] = [];
  const bodies = new Map<Element, Element>();
  const used = new Set<Element>();
  for (const reference of anchors) {
    if (used.has(reference) || (reference.textContent ?? '').trim().length > MARKER_LENGTH) continue;
    const target = targetOf(reference);
    const back = namesOf(reference, root)
      .flatMap((name) => byTarget.get(name) ?? [])
      .find((other) => other !== reference && belongsTo(other, target, root));
    if (!back) continue;
    const body = bodyOf(back, target, root);
    if (body.contains(reference)) continue;
    bodies.set(body, back);
    used.add(back);
    used.add(reference);
    notes.push({ reference, body });
  }

  for (const [body, back] of bodies) detach(body, back, root);
  for (const anchor of anchors) {
    if (used.has(anchor) || !looksLikeNoteLink(anchor) || !root.contains(anchor)) continue;
    // A marker whose note was not copied, or a note whose marker was not: the text stays, the link leads nowhere.
    if (isReferenceMark(anchor)) report.add('footnotesWithoutText');
    anchor.removeAttribute('href');
  }
  return notes;
}

function targetOf(anchor: Element): string {
  const href = anchor.getAttribute('href') ?? '';
  const hash = href.indexOf('#');
  return hash < 0 ? '' : href.slice(hash + 1);
}

/** Names under which a link can be pointed at: its own, and those of the elements that hold little more than it. */
function namesOf(anchor: Element, root: Element): string[] {
  const names: string[] = [];
  let element: Element | null = anchor;
  for (let up = 0; element && element !== root && up < 3; up++) {
    for (const name of [element.getAttribute('name'), element.getAttribute('id')]) if (name) names.push(name);
    if (!/^(a|sup|span|font|i|b)$/.test(tagOf(element))) break;
    element = element.parentElement;
  }
  return names;
}

function belongsTo(back: Element, target: string, root: Element): boolean {
  for (let element: Element | null = back; element && element !== root; element = element.parentElement) {
    if (element.getAttribute('id') === target || element.getAttribute('name') === target) return true;
  }
  return false;
}

function bodyOf(back: Element, target: string, root: Element): Element {
  let block: Element | null = null;
  for (let element: Element | null = back; element && element !== root; element = element.parentElement) {
    const kind = styleOf(element, 'mso-element');
    if (kind === 'footnote' || kind === 'endnote') return element;
    if (/^sd(foot|end)note\d+$/.test(element.getAttribute('id') ?? '')) return element;
    if (element !== back && element.getAttribute('id') === target) return element;
    if (!block && /^(p|li|div|dd|td)$/.test(tagOf(element))) block = element;
  }
  return block ?? back;
}

function looksLikeNoteLink(anchor: Element): boolean {
  return (
    styleOf(anchor, 'mso-footnote-id') !== '' ||
    styleOf(anchor, 'mso-endnote-id') !== '' ||
    /^sd(foot|end)note(anc|sym)$/.test(anchor.className) ||
    /^_?(ftn|edn|ftnt|fn)(ref|t_ref|t_?ref)?:?\d+$/.test(targetOf(anchor))
  );
}

function isReferenceMark(anchor: Element): boolean {
  return !/ref|anc/.test(targetOf(anchor));
}

/** Takes the body out of the tree, without its back link, and clears the frame it stood in when that is empty. */
function detach(body: Element, back: Element, root: Element): void {
  removeMark(back, body);
  let gone: Element = body;
  for (;;) {
    const frame: Element | null = gone.parentElement;
    const line = gone.previousElementSibling;
    // The line that set the notes apart has nothing below it any more.
    if (line && tagOf(line) === 'hr' && isBlank(textAfter(gone))) line.remove();
    gone.remove();
    if (!frame || frame === root || !root.contains(frame)) return;
    if (!isBlank(frame.textContent) || frame.getElementsByTagName('img').length > 0) return;
    gone = frame;
  }
}

function textAfter(element: Element): string {
  let text = '';
  for (let node = element.nextSibling; node; node = node.nextSibling) {
    if (isElement(node) || isText(node)) text += node.textContent ?? '';
  }
  return text;
}

function removeMark(back: Element, body: Element): void {
  let mark = back;
  while (
    mark.parentElement &&
    mark.parentElement !== body &&
    mark.parentElement.textContent?.trim() === back.textContent?.trim() &&
    /^(sup|span|font)$/.test(tagOf(mark.parentElement))
  ) {
    mark = mark.parentElement;
  }
  if (mark !== body) mark.remove();
}
