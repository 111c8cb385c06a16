/** Node types by number: pasted documents come from another realm, so `instanceof` can't be trusted. */
export function isElement(node: Node | null | undefined): node is Element {
  return node?.nodeType === 1;
}

export function isText(node: Node | null | undefined): node is Text {
  return node?.nodeType === 3;
}

export function isComment(node: Node | null | undefined): node is Comment {
  return node?.nodeType === 8;
}

/** Lower-case tag name, with the prefix some programs use (`o:p`, `v:shape`). */
export function tagOf(element: Element): string {
  return element.nodeName.toLowerCase();
}

/**
 * The text of an element's `style` attribute, which `quietMarkup` has renamed. Read as text: the browser's own `style`
 * object drops every `mso-…` property.
 */
export function styleText(element: Element): string {
  return element.getAttribute('data-style') ?? element.getAttribute('style') ?? '';
}

/**
 * One property of the style attribute. Returns the trimmed, lower-cased value, or `''`.
 */
export function styleOf(element: Element, property: string): string {
  const style = styleText(element);
  if (style === '') return '';
  for (const declaration of style.split(';')) {
    const colon = declaration.indexOf(':');
    if (colon < 0) continue;
    if (declaration.slice(0, colon).trim().toLowerCase() === property) {
      return declaration
        .slice(colon + 1)
        .replace(/\s+/g, ' ')
        .trim()
        .toLowerCase();
    }
  }
  return '';
}

/** Every element below `root` that answers `test`, in document order, as a list that stays put while the tree changes. */
export function elementsWhere(root: Element, test: (element: Element) => boolean): Element[] {
  return [...root.getElementsByTagName('*')].filter(test);
}

/** Every comment node below `root`, as a list that stays put while the tree changes. */
export function commentsIn(root: Node): Comment[] {
  const found: Comment[] = [];
  const walker = root.ownerDocument?.createTreeWalker(root, 128);
  while (walker?.nextNode()) found.push(walker.currentNode as Comment);
  return found;
}

/** True when the text is nothing but white space, no-break spaces included. */
export function isBlank(text: string | null | undefined): boolean {
  return !text || /^[\s\u00a0\u200b\ufeff]*$/.test(text);
}

/** Takes the element away and leaves its children in its place. */
export function unwrap(element: Element): void {
  const parent = element.parentNode;
  if (!parent) return;
  while (element.firstChild) parent.insertBefore(element.firstChild, element);
  parent.removeChild(element);
}
