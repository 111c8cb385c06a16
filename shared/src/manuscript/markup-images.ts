import { element, type Markup } from './markup';

/**
 * Gives each image of rendered markup another address, so that it can be seen elsewhere; one that has none is said to be
 * missing.
 */
export function withImages(
  markup: readonly Markup[],
  addressOf: (src: string) => string | null,
  missing: (alt: string) => string,
): Markup[] {
  return markup.map((part) => {
    if (typeof part === 'string') return part;
    if (part.tag !== 'img') return { ...part, children: withImages(part.children, addressOf, missing) };
    const { loading: _, src = '', alt = '', ...attributes } = part.attributes;
    const address = addressOf(src);
    if (address === null) return element('p', { class: 'missing-image' }, [missing(alt)]);
    return element('img', { src: address, alt, ...attributes });
  });
}
