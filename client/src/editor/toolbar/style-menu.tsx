import type {} from '@accord/shared/manuscript/commands';
import type { Editor } from '@tiptap/core';
import { ChevronDown } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { buttonClass } from '../../ui/button-class';
import { classes } from '../../ui/classes';
import { Menu, MenuItem } from '../../ui/menu';
import { HEADING_LEVELS } from '../blocks/block-insertions';
import { useKeyText } from '../keys/key-text';
import css from './toolbar.module.css';
import type { BlockStyle } from './toolbar-state';

/** Says which style the block has, and changes it. */
export function StyleMenu({ editor, style }: { editor: Editor; style: BlockStyle }) {
  const { t } = useTranslation();
  const keyText = useKeyText();
  const name = t(($) => $.editor.blocks[style]);
  return (
    <Menu
      placement="bottom start"
      label={t(($) => $.editor.toolbar.style, { style: name })}
      trigger={
        <Button
          className={classes(buttonClass('quiet'), css.style)}
          aria-label={t(($) => $.editor.toolbar.style, { style: name })}
        >
          <span>{name}</span>
          <ChevronDown size={14} aria-hidden />
        </Button>
      }
    >
      <MenuItem shortcut={keyText('Mod-Alt-0')} onAction={() => asParagraph(editor)}>
        {t(($) => $.editor.blocks.paragraph)}
      </MenuItem>
      {HEADING_LEVELS.map((level) => (
        <MenuItem
          key={level}
          shortcut={keyText(`Mod-Alt-${level}`)}
          onAction={() => editor.chain().focus().setHeading({ level }).run()}
        >
          {t(($) => $.editor.blocks[`heading${level}`])}
        </MenuItem>
      ))}
      <MenuItem
        shortcut={keyText('Mod-Shift-b')}
        onAction={() => editor.chain().focus().toggleBlockquote().run()}
      >
        {t(($) => $.editor.blocks.blockquote)}
      </MenuItem>
      <MenuItem
        shortcut={keyText('Mod-Alt-c')}
        onAction={() => editor.chain().focus().toggleCodeBlock().run()}
      >
        {t(($) => $.editor.blocks.codeBlock)}
      </MenuItem>
    </Menu>
  );
}

function asParagraph(editor: Editor): void {
  const chain = editor.chain().focus().setParagraph();
  (editor.isActive('blockquote') ? chain.unsetBlockquote() : chain).run();
}
