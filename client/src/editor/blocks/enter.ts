import { Extension } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';

/**
 * Enter over a selection of several blocks: first deletes, then breaks the line there. TipTap's own split works out
 * where before it deletes, and fails when the deletion takes the first block along.
 */
export const EnterOverSelection = Extension.create({
  name: 'enterOverSelection',
  priority: 200,
  addKeyboardShortcuts() {
    return {
      Enter: () => {
        const { selection } = this.editor.state;
        if (selection instanceof TextSelection && !selection.$from.sameParent(selection.$to)) {
          this.editor.commands.deleteSelection();
        }
        return false;
      },
    };
  },
});
