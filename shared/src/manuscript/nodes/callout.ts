import { mergeAttributes, Node } from '@tiptap/core';
import { type CalloutKind, calloutKind } from '../safe';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    callout: {
      /** Puts the selected blocks into a call-out of this kind, or changes the kind of the one around them. */
      setCallout: (kind: CalloutKind) => ReturnType;
      /** Takes the blocks out of the call-out around them. */
      unsetCallout: () => ReturnType;
    };
  }
}

/** A framed aside: a note, a tip, a warning or an example. */
export const Callout = Node.create({
  name: 'callout',
  group: 'block',
  content: 'block+',
  defining: true,
  addAttributes() {
    return {
      kind: {
        default: 'note',
        parseHTML: (element) => calloutKind(element.getAttribute('data-callout')),
        renderHTML: ({ kind }) => ({ 'data-callout': calloutKind(kind) }),
      },
    };
  },
  parseHTML() {
    return [{ tag: 'aside[data-callout]' }, { tag: 'div[data-callout]' }];
  },
  renderHTML({ HTMLAttributes }) {
    return ['aside', mergeAttributes(HTMLAttributes), 0];
  },
  addCommands() {
    return {
      setCallout:
        (kind) =>
        ({ commands, editor }) =>
          editor.isActive(this.name)
            ? commands.updateAttributes(this.name, { kind })
            : commands.wrapIn(this.name, { kind }),
      unsetCallout:
        () =>
        ({ commands }) =>
          commands.lift(this.name),
    };
  },
});
