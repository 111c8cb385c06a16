import { safeHref } from '@accord/shared/manuscript/safe';
import { Extension, InputRule } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

const TYPED_ADDRESS = /(?:^|\s)(https?:\/\/[^\s<>"']+|www\.[^\s<>"']+\.[^\s<>"']{2,})\s$/u;
const TRAILING = /[.,;:!?)\]}»”’]+$/u;
const MAIL = /^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/u;
const BARE_HOST = /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+([/?#].*)?$/u;

/**
 * The address a person means by what they typed: `example.org` is a web site, `a@example.org` a mailbox. Null when it
 * is nothing a chapter may link to.
 */
export function addressFrom(typed: string): string | null {
  const text = typed.trim();
  if (MAIL.test(text)) return safeHref(`mailto:${text}`);
  if (BARE_HOST.test(text)) return safeHref(`https://${text}`);
  return safeHref(text);
}

/** Links while writing: typed web addresses become links, Ctrl+K asks for one, Ctrl and a press follows one. */
export const Links = Extension.create<{ onAsk: () => void }>({
  name: 'links',
  addOptions() {
    return { onAsk: () => undefined };
  },
  addKeyboardShortcuts() {
    return {
      'Mod-k': () => {
        if (this.editor.isEditable) this.options.onAsk();
        return true;
      },
    };
  },
  addInputRules() {
    return [
      new InputRule({
        find: TYPED_ADDRESS,
        handler: ({ state, range, match }) => {
          const typed = match[1] ?? '';
          const address = typed.replace(TRAILING, '');
          const href = addressFrom(address);
          const { link } = state.schema.marks;
          if (href === null || !link) return null;
          const from = range.from + match[0].indexOf(typed);
          const space = match[0].slice(-1);
          state.tr
            .addMark(from, from + address.length, link.create({ href }))
            .insertText(space, range.to)
            .removeStoredMark(link);
          return undefined;
        },
      }),
    ];
  },
  addProseMirrorPlugins() {
    return [
      new Plugin({
        props: {
          handleDOMEvents: {
            click: (view, event) => {
              const anchor = event.target instanceof Element ? event.target.closest('a') : null;
              if (!anchor || !view.dom.contains(anchor)) return false;
              const wanted = event.button === 0 && (!view.editable || event.ctrlKey || event.metaKey);
              // A plain press places the caret; the browser must not leave the page.
              event.preventDefault();
              if (wanted) follow(view, anchor.getAttribute('href'));
              return wanted;
            },
          },
        },
      }),
    ];
  },
});

function follow(view: EditorView, address: string | null): void {
  const href = safeHref(address);
  if (href === null) return;
  if (href.startsWith('#')) {
    view.dom.querySelector(`[data-id="${CSS.escape(href.slice(1))}"]`)?.scrollIntoView({ block: 'start' });
  } else window.open(href, '_blank', 'noopener,noreferrer');
}
