import { Mark, mergeAttributes } from '@tiptap/core';
import { safeHref } from '../safe';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    link: {
      /** Links the selection, or the link the caret is in. Refuses an unsafe address. */
      setLink: (attributes: { href: string }) => ReturnType;
      /** Takes the link off the selection, or off the text around the caret. */
      unsetLink: () => ReturnType;
    };
  }
}

/** A link. An address that is not safe is kept out on the way in and never rendered on the way out. */
export const Link = Mark.create({
  name: 'link',
  priority: 1000,
  inclusive: false,
  addAttributes() {
    return {
      href: {
        default: null,
        parseHTML: (element) => safeHref(element.getAttribute('href')),
        renderHTML: (attributes) => {
          const href = safeHref(attributes.href);
          return href === null ? {} : { href };
        },
      },
    };
  },
  parseHTML() {
    return [
      {
        tag: 'a[href]',
        getAttrs: (element) => (safeHref(element.getAttribute('href')) === null ? false : null),
      },
    ];
  },
  renderHTML({ HTMLAttributes }) {
    return ['a', mergeAttributes(HTMLAttributes, { rel: 'noopener noreferrer' }), 0];
  },
  addCommands() {
    return {
      setLink:
        (attributes) =>
        ({ chain }) => {
          const href = safeHref(attributes.href);
          return href !== null && chain().extendMarkRange(this.name).setMark(this.name, { href }).run();
        },
      unsetLink:
        () =>
        ({ commands }) =>
          commands.unsetMark(this.name, { extendEmptyMarkRange: true }),
    };
  },
});
