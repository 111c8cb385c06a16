import { commentsIn, elementsWhere, isBlank, isElement, styleOf, tagOf, unwrap } from './dom';
import { quietMarkup } from './quiet-markup';
import type { PasteReport } from './report';

/**
 * Clears away what Word and LibreOffice put beside the text: tracked changes (deletions go, insertions stay),
 * comments, drawings in VML, hidden rows. What a reader would miss is counted in the report.
 */
export function clearWordLeftovers(root: Element, report: PasteReport): void {
  settleTrackedChanges(root, report);
  dropComments(root, report);
  rescueDrawings(root);
  for (const row of elementsWhere(root, (element) => tagOf(element) === 'tr')) {
    // Word ends tables of uneven columns with an invisible row that only carries the widths.
    if (row.getAttribute('height') === '0' && isBlank(row.textContent)) row.remove();
  }
}

/** A deletion is tracked, not struck through, when it says who made it or when, or comes from Word. */
function settleTrackedChanges(root: Element, report: PasteReport): void {
  const fromWord = elementsWhere(root, (element) => /^(Mso|mso)/.test(element.className)).length > 0;
  const tracked = (element: Element) =>
    fromWord || element.hasAttribute('cite') || element.hasAttribute('datetime');

  for (const element of elementsWhere(root, (candidate) => /^(del|ins)$/.test(tagOf(candidate)))) {
    if (!tracked(element)) continue;
    if (tagOf(element) === 'ins') unwrap(element);
    else {
      if (root.contains(element) && !isBlank(element.textContent)) report.add('deletions');
      element.remove();
    }
  }
  for (const element of elementsWhere(root, (candidate) => /\bmsoDel\b/i.test(candidate.className))) {
    if (root.contains(element) && !isBlank(element.textContent)) report.add('deletions');
    element.remove();
  }
}

function dropComments(root: Element, report: PasteReport): void {
  const bodies = elementsWhere(root, (element) => styleOf(element, 'mso-element') === 'comment');
  const anchors = elementsWhere(root, (element) => /\bmsocomanchor\b/i.test(element.className));
  report.add('comments', Math.max(bodies.length, anchors.length));
  const lists = elementsWhere(root, (element) => styleOf(element, 'mso-element') === 'comment-list');
  const signs = elementsWhere(root, (element) => styleOf(element, 'mso-special-character') === 'comment');
  for (const element of [...lists, ...bodies, ...anchors, ...signs]) element.remove();
}

/**
 * `<!--[if gte vml 1]>…<![endif]--><![if !vml]><img …><![endif]>`: the picture that follows stands for the drawing.
 * A drawing without such a picture is looked into, and text boxes are read in any case.
 */
function rescueDrawings(root: Element): void {
  for (const comment of commentsIn(root)) {
    if (!/^\[if gte vml/i.test(comment.data)) continue;
    const document = root.ownerDocument;
    const drawing = document.createElement('div');
    const inside = comment.data
      .slice(0, 400_000)
      .replace(/^\[if[^\]]*\]>/i, '')
      .replace(/<!\[endif\]$/i, '');
    drawing.innerHTML = quietMarkup(inside).markup;

    const boxes = elementsWhere(
      drawing,
      (element) => tagOf(element) === 'v:textbox' && !isBlank(element.textContent),
    );
    const hasPicture = elementsWhere(drawing, (element) => tagOf(element) === 'v:imagedata').length > 0;
    const fallback = nextPicture(comment);
    let after: ChildNode = comment;
    if (hasPicture && !fallback) {
      const picture = document.createElement('img');
      picture.setAttribute('src', 'file:///drawing');
      after.after(picture);
      after = picture;
    }
    for (const box of boxes) {
      const text = document.createElement('div');
      text.append(...box.childNodes);
      after.after(text);
      after = text;
    }
    if (boxes.length > 0 && !hasPicture) fallback?.remove();
  }
}

/** The picture Word offers to programs that don't draw VML, if it follows right after the drawing. */
function nextPicture(comment: Comment): Element | null {
  for (let node = comment.nextSibling; node; node = node.nextSibling) {
    if (isElement(node)) {
      if (tagOf(node) === 'img') return node;
      const inside = node.getElementsByTagName('img')[0];
      return inside ?? null;
    }
  }
  return null;
}
