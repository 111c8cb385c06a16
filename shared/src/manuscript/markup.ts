/** An HTML element before it is written as text or given to React; `children` are elements and plain text. */
export interface MarkupElement {
  readonly tag: string;
  /** Names as in HTML; an empty value stands for a boolean attribute. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Markup[];
}
export type Markup = string | MarkupElement;

type Value = string | number | boolean | null | undefined;

/** Makes an element; attributes that are null, undefined or false are left out. */
export function element(
  tag: string,
  attributes: Record<string, Value>,
  children: readonly Markup[] = [],
): MarkupElement {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    kept[name] = value === true ? '' : String(value);
  }
  return { tag, attributes: kept, children };
}

const VOID = new Set(['img', 'br', 'hr', 'input', 'col', 'meta']);

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');

/** Writes markup as HTML. */
export function writeHtml(markup: readonly Markup[]): string {
  let html = '';
  for (const part of markup) {
    if (typeof part === 'string') html += escapeHtml(part);
    else {
      html += `<${part.tag}`;
      for (const [name, value] of Object.entries(part.attributes)) html += ` ${name}="${escapeHtml(value)}"`;
      html += VOID.has(part.tag) ? '>' : `>${writeHtml(part.children)}</${part.tag}>`;
    }
  }
  return html;
}
