/**
 * What may stand in attributes that a raw Yjs client can fill with anything (K8). Pure and without the editor, so that
 * the schema, the exports and the reading page judge alike.
 */

const IN_DOCUMENT = /^#[A-Za-z0-9_-]{1,64}$/;
const SAFE_PROTOCOLS = new Set(['http:', 'https:', 'mailto:']);

/**
 * The address as a link of a chapter may carry it: http, https or mailto, or `#` and an id in the same chapter.
 * Returns null for everything else (scripts, data, files, relative addresses, control characters).
 */
export function safeHref(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const href = value.trim();
  if (IN_DOCUMENT.test(href)) return href;
  if (!URL.canParse(href)) return null;
  const url = new URL(href);
  return SAFE_PROTOCOLS.has(url.protocol) ? url.href : null;
}

/** Whether an image may be shown from here: the workspace's own images only, never another site's. */
export function isOwnImage(src: unknown): src is string {
  return typeof src === 'string' && /^\/api\/images\/[A-Za-z0-9_-]{4,128}(\.[a-z]{3,4})?$/.test(src);
}

/** A whole number from `low` to `high`, or `otherwise`. */
export const wholeNumber = <T>(value: unknown, low: number, high: number, otherwise: T): number | T =>
  typeof value === 'number' && Number.isInteger(value) && value >= low && value <= high ? value : otherwise;

/** The four kinds of call-out, in the order menus offer them. */
export const CALLOUT_KINDS = ['note', 'tip', 'warning', 'example'] as const;
export type CalloutKind = (typeof CALLOUT_KINDS)[number];

/** The kind a stored or pasted value stands for; whatever is not known is a note. */
export function calloutKind(value: unknown): CalloutKind {
  return CALLOUT_KINDS.find((kind) => kind === value) ?? 'note';
}

/** Limits of a table, so that no pasted or forged span makes a browser build a million cells. */
export const MAX_COLSPAN = 60;
export const MAX_ROWSPAN = 1000;
/** A column's width in CSS pixels. */
export const MIN_COLUMN = 40;
export const MAX_COLUMN = 1600;
