/** Pasted HTML made ready to be parsed, and the style sheets it brought. */
export interface QuietMarkup {
  readonly markup: string;
  readonly styleSheet: string;
}

/** Elements whose content is text for the parser, whatever it looks like. */
const RAW_TEXT = /^(?:textarea|title|xmp|iframe|noembed|noframes|plaintext)$/;
const TAG = /<([a-z][^\s/>]*)/iy;
const ATTRIBUTE = /[\s/]+|([^\s/>][^\s/>=]*)((?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"'][^\s>]*))?)/y;

/**
 * Renames `style` attributes to `data-style`, and leaves out event handlers, scripts and style sheets (which are
 * returned apart). Even a document that is only parsed falls under the page's Content Security Policy: it would refuse
 * each inline style and report it as an error. What slips through here is still cleaned away later.
 */
export function quietMarkup(html: string): QuietMarkup {
  let markup = '';
  let styleSheet = '';
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0) break;
    if (html.startsWith('<!--', open)) {
      const end = html.indexOf('-->', open + 2);
      if (end < 0) break;
      markup += html.slice(at, end + 3);
      at = end + 3;
      continue;
    }
    TAG.lastIndex = open;
    const name = TAG.exec(html)?.[1]?.toLowerCase();
    if (name === undefined) {
      markup += html.slice(at, open + 1);
      at = open + 1;
      continue;
    }
    markup += html.slice(at, open);
    const tag = startTag(html, open, name.length);
    at = tag.end;
    if (name === 'script' || name === 'style') {
      const close = closing(html, name, at);
      if (name === 'style') styleSheet += `${html.slice(at, close)}\n`;
      const after = html.indexOf('>', close);
      at = after < 0 ? html.length : after + 1;
      continue;
    }
    markup += tag.text;
    if (RAW_TEXT.test(name)) {
      const close = name === 'plaintext' ? html.length : closing(html, name, at);
      markup += html.slice(at, close);
      at = close;
    }
  }
  return { markup: markup + html.slice(at), styleSheet };
}

/** The start tag at `open` with its attributes renamed or left out, and where it ends. */
function startTag(html: string, open: number, nameLength: number): { text: string; end: number } {
  let end = open + 1 + nameLength;
  let text = html.slice(open, end);
  while (end < html.length && html[end] !== '>') {
    ATTRIBUTE.lastIndex = end;
    const [whole = html[end] ?? '', attribute = '', value = ''] = ATTRIBUTE.exec(html) ?? [];
    if (/^style$/i.test(attribute)) text += `data-style${value}`;
    else if (!/^on/i.test(attribute)) text += whole;
    end += whole.length;
  }
  return { text: `${text}${html[end] ?? ''}`, end: end + 1 };
}

/** Where the end tag of a raw text element begins; the end of the text when it never does. */
function closing(html: string, name: string, from: number): number {
  const end = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
  end.lastIndex = from;
  return end.exec(html)?.index ?? html.length;
}
