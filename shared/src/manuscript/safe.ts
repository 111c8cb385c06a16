/** Protocols a link in a text may have; everything else (`javascript:`, `data:`, `file:` …) is refused (K8). */
export const LINK_PROTOCOLS = ['http:', 'https:', 'mailto:', 'tel:'] as const;

// biome-ignore lint/suspicious/noControlCharactersInRegex: browsers skip these inside a protocol, so they are what we look for
const INVISIBLE = /[\u0000-\u0020\u007f-\u00a0\u2028\u2029]/g;

/**
 * A link's address if it is safe to follow, else null: an absolute address with one of `LINK_PROTOCOLS`, or a place in
 * the same text (`#id`). Judged as a browser would read it, invisible characters left out.
 */
export function safeHref(href: unknown): string | null {
  if (typeof href !== 'string' || href.length > 4000) return null;
  const address = href.replace(INVISIBLE, (character) => (character === ' ' ? '%20' : ''));
  if (/^#[\w-]+$/.test(address)) return address;
  if (!URL.canParse(address)) return null;
  const { protocol } = new URL(address);
  return (LINK_PROTOCOLS as readonly string[]).includes(protocol) ? address : null;
}

const OWN_IMAGE = /^\/api\/images\/[A-Za-z0-9_-]{4,64}$/;

/** The path of one of our own stored images, else null: no text ever makes a reader's browser ask elsewhere. */
export const ownImage = (src: unknown): string | null =>
  typeof src === 'string' && OWN_IMAGE.test(src) ? src : null;
