import { safeHref } from '@accord/shared/manuscript/safe';
import { styleOf, styleText, tagOf } from './dom';

/** How a run of text looks, as far as a chapter can carry it. */
export interface Marks {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly strike: boolean;
  readonly code: boolean;
  readonly raised: 'superscript' | 'subscript' | null;
  readonly href: string | null;
}

export const NO_MARKS: Marks = {
  bold: false,
  italic: false,
  underline: false,
  strike: false,
  code: false,
  raised: null,
  href: null,
};

const BY_TAG: Readonly<Record<string, Partial<Marks>>> = {
  b: { bold: true },
  strong: { bold: true },
  i: { italic: true },
  em: { italic: true },
  cite: { italic: true },
  dfn: { italic: true },
  var: { italic: true },
  u: { underline: true },
  ins: { underline: true },
  s: { strike: true },
  strike: { strike: true },
  del: { strike: true },
  sup: { raised: 'superscript' },
  sub: { raised: 'subscript' },
  code: { code: true },
  kbd: { code: true },
  samp: { code: true },
  tt: { code: true },
};

/** The marks inside `element`, given those around it: by its tag, then by its style, which wins. */
export function marksInside(element: Element, around: Marks): Marks {
  const inside = { ...around, ...BY_TAG[tagOf(element)] };
  if (styleText(element) === '') return inside;

  const weight = styleOf(element, 'font-weight');
  if (/^(bold|bolder|[6-9]00)$/.test(weight)) inside.bold = true;
  else if (/^(normal|lighter|[1-5]00)$/.test(weight)) inside.bold = false;

  const slope = styleOf(element, 'font-style');
  if (/^(italic|oblique)/.test(slope)) inside.italic = true;
  else if (slope === 'normal') inside.italic = false;

  const line = `${styleOf(element, 'text-decoration')} ${styleOf(element, 'text-decoration-line')}`;
  if (line.includes('underline')) inside.underline = true;
  if (line.includes('line-through')) inside.strike = true;

  const height = styleOf(element, 'vertical-align');
  if (height === 'super') inside.raised = 'superscript';
  else if (height === 'sub') inside.raised = 'subscript';
  else if (height === 'baseline') inside.raised = null;
  return inside;
}

const SAFE = /^(https?:\/\/[^\s/]|mailto:[^\s])/i;

/**
 * The address a link may keep, or null. Only web and mail addresses; Google's detour (`google.com/url?q=`) is
 * taken off. Links into the copied document itself, relative ones and every other protocol give null.
 */
export function safeAddress(raw: string | null): string | null {
  const href = safeHref((raw ?? '').trim());
  if (!href || !SAFE.test(href)) return null;
  const detour = /^https:\/\/www\.google\.com\/url\?(?:.*&)?q=([^&]+)/i.exec(href)?.[1];
  if (!detour) return href;
  try {
    return safeAddress(decodeURIComponent(detour));
  } catch {
    return href;
  }
}

/** Wraps text in the tags of its marks, always in the same order, so that equal looks give equal markup. */
export function wrapInMarks(text: Node, marks: Marks, document: Document): Node {
  let wrapped = text;
  const wrap = (tag: string) => {
    const element = document.createElement(tag);
    element.append(wrapped);
    wrapped = element;
    return element;
  };
  if (marks.code) wrap('code');
  if (marks.raised) wrap(marks.raised === 'superscript' ? 'sup' : 'sub');
  if (marks.strike) wrap('s');
  // A link is underlined anyway; programs that say so once more don't mean emphasis.
  if (marks.underline && !marks.href) wrap('u');
  if (marks.italic) wrap('em');
  if (marks.bold) wrap('strong');
  if (marks.href) wrap('a').setAttribute('href', marks.href);
  return wrapped;
}

export function sameMarks(a: Marks, b: Marks): boolean {
  return (Object.keys(a) as (keyof Marks)[]).every((key) => a[key] === b[key]);
}
