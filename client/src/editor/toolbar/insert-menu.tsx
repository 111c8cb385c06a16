import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button';
import { Menu, MenuItem } from '../../ui/menu';
import { iconOf } from '../blocks/insertion-icons';
import type { Insertion } from '../feature';
import { TableDialog } from '../tables/table-dialog';

/** What the toolbar has elsewhere: the paragraph styles and the lists. */
const ELSEWHERE = /^(paragraph|heading\d|bulletList|orderedList|taskList|blockquote|codeBlock)$/;

/** Everything that can be put into the text; the table asks for its size first. */
export function InsertMenu({ editor, insertions }: { editor: Editor; insertions: readonly Insertion[] }) {
  const { t } = useTranslation();
  const [sizing, setSizing] = useState(false);
  const impossible = useEditorState({
    editor,
    selector: ({ editor: current }) =>
      insertions.filter(({ isPossible }) => isPossible?.(current) === false).map(({ id }) => id),
  });
  return (
    <>
      <Menu
        placement="bottom start"
        label={t(($) => $.editor.toolbar.insert)}
        trigger={
          <Button kind="quiet" icon={Plus}>
            {t(($) => $.editor.toolbar.insert)}
          </Button>
        }
      >
        {insertions
          .filter(({ id }) => !ELSEWHERE.test(id))
          .map((insertion) => (
            <MenuItem
              key={insertion.id}
              icon={iconOf(insertion)}
              isDisabled={impossible.includes(insertion.id)}
              onAction={() => (insertion.id === 'table' ? setSizing(true) : insertion.insert(editor))}
            >
              {insertion.id === 'table' ? `${insertion.label}…` : insertion.label}
            </MenuItem>
          ))}
      </Menu>
      <TableDialog editor={editor} isOpen={sizing} onClose={() => setSizing(false)} />
    </>
  );
}
