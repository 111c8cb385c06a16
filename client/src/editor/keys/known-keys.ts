import { Extension } from '@tiptap/core';

/** Keys people know from Word and Google Docs that the nodes and marks don't bind themselves. */
export const KnownKeys = Extension.create<{ toToolbar: () => void }>({
  name: 'knownKeys',
  // Ahead of the nodes' own keys: Tab must stay in the text when there is nothing to indent.
  priority: 90,
  addOptions() {
    return { toToolbar: () => undefined };
  },
  addKeyboardShortcuts() {
    const { editor } = this;
    const item = () => (editor.isActive('taskItem') ? 'taskItem' : 'listItem');
    const clear = () => editor.chain().unsetAllMarks().run();
    return {
      'Mod-\\': clear,
      'Mod-Space': clear,
      'Mod-]': () => editor.commands.sinkListItem(item()) || true,
      'Mod-[': () => editor.commands.liftListItem(item()) || true,
      'Alt-F10': () => {
        this.options.toToolbar();
        return true;
      },
      // In a list Tab never leaves the text, also where no deeper level is possible; elsewhere it moves on, as on any page.
      Tab: () => editor.isActive('listItem') || editor.isActive('taskItem'),
      'Shift-Tab': () => editor.isActive('listItem') || editor.isActive('taskItem'),
    };
  },
});
