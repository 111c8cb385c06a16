import { mergeAttributes, Node } from '@tiptap/core';
import { isOwnImage } from '../safe';

const pixels = (value: string | null): number | null => {
  const number = Number.parseInt(value ?? '', 10);
  return Number.isFinite(number) && number > 0 && number <= 20_000 ? number : null;
};

/**
 * An image with its caption, one block. `src` is null while the file is missing; `pending` then says what is awaited
 * (the name of a file being uploaded, or of one that a paste could not reach).
 */
export const Figure = Node.create({
  name: 'figure',
  group: 'block',
  content: 'inline*',
  draggable: true,
  isolating: true,
  addAttributes() {
    return {
      src: {
        default: null,
        rendered: false,
        parseHTML: (element) => {
          const src = element.querySelector('img')?.getAttribute('src');
          return isOwnImage(src) ? src : null;
        },
      },
      alt: {
        default: null,
        rendered: false,
        parseHTML: (element) => element.querySelector('img')?.getAttribute('alt') ?? null,
      },
      width: {
        default: null,
        rendered: false,
        parseHTML: (element) => pixels(element.querySelector('img')?.getAttribute('width') ?? null),
      },
      height: {
        default: null,
        rendered: false,
        parseHTML: (element) => pixels(element.querySelector('img')?.getAttribute('height') ?? null),
      },
      pending: {
        default: null,
        parseHTML: (element) => element.getAttribute('data-pending'),
        renderHTML: ({ pending }) => (typeof pending === 'string' ? { 'data-pending': pending } : {}),
      },
    };
  },
  parseHTML() {
    return [{ tag: 'figure', contentElement: (element) => captionOf(element as HTMLElement) }];
  },
  renderHTML({ node, HTMLAttributes }) {
    const { src, alt, width, height } = node.attrs;
    const caption = ['figcaption', 0] as const;
    return isOwnImage(src)
      ? ['figure', mergeAttributes(HTMLAttributes), ['img', { src, alt: alt ?? '', width, height }], caption]
      : ['figure', mergeAttributes(HTMLAttributes), caption];
  },
});

/** The caption's element, or an empty one, so that a figure without a caption does not take its image for text. */
function captionOf(figure: HTMLElement): HTMLElement {
  return figure.querySelector('figcaption') ?? figure.ownerDocument.createElement('figcaption');
}
