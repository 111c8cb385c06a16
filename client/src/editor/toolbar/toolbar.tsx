import type {} from '@accord/shared/manuscript/commands';
import type { ChainedCommands, Editor } from '@tiptap/core';
import {
  ArrowDown,
  ArrowUp,
  Bold,
  Code,
  Ellipsis,
  IndentDecrease,
  IndentIncrease,
  Italic,
  Link,
  List,
  ListChecks,
  ListOrdered,
  Redo2,
  RemoveFormatting,
  Strikethrough,
  Subscript,
  Superscript,
  Underline,
  Undo2,
} from 'lucide-react';
import { type ReactNode, type Ref, useEffect, useRef } from 'react';
import { Toolbar as AriaToolbar, Group, Separator } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { IconButton, IconToggle } from '../../ui/button';
import { Menu, MenuItem } from '../../ui/menu';
import type { Insertion } from '../feature';
import { useKeyText } from '../keys/key-text';
import { CalloutMenu } from './callout-menu';
import { CodeMenu } from './code-menu';
import { InsertMenu } from './insert-menu';
import { ScrollRow } from './scroll-row';
import { StyleMenu } from './style-menu';
import { TableMenu } from './table-menu';
import css from './toolbar.module.css';
import { useToolbarState } from './toolbar-state';

export interface ToolbarProps {
  editor: Editor;
  insertions: readonly Insertion[];
  onLink: () => void;
  /** Id of the element with the text. */
  controls: string;
  ref?: Ref<HTMLDivElement>;
  /** Further controls at the end. */
  children?: ReactNode;
}

/** The toolbar over the text: one stop for Tab, arrow keys inside, Escape back to the text. */
export function Toolbar({ editor, insertions, onLink, controls, ref, children }: ToolbarProps) {
  const { t } = useTranslation();
  const keyText = useKeyText();
  const state = useToolbarState(editor);
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // At the window, since a tooltip's own Escape would keep the key to itself.
    const backToText = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && bar.current?.contains(document.activeElement)) {
        editor.commands.focus(null, { scrollIntoView: false });
      }
    };
    window.addEventListener('keydown', backToText, true);
    return () => window.removeEventListener('keydown', backToText, true);
  }, [editor]);
  const run = (change: (chain: ChainedCommands) => ChainedCommands) => () => {
    change(editor.chain().focus(null, { scrollIntoView: false })).run();
  };
  const item = state.tasks ? 'taskItem' : 'listItem';
  const label = t(($) => $.editor.toolbar.label);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a press on the bar must not take the caret out of the text
    <div ref={bar} className={css.bar} onMouseDown={(event) => event.preventDefault()}>
      <AriaToolbar aria-label={label} aria-controls={controls} className={css.tools ?? ''} ref={ref ?? null}>
        <ScrollRow>
          <Group className={css.group ?? ''}>
            <IconButton
              icon={Undo2}
              label={t(($) => $.editor.toolbar.undo)}
              shortcut={keyText('Mod-z')}
              isDisabled={!state.canUndo}
              onPress={run((chain) => chain.undo())}
            />
            <IconButton
              icon={Redo2}
              label={t(($) => $.editor.toolbar.redo)}
              shortcut={keyText('Mod-y')}
              isDisabled={!state.canRedo}
              onPress={run((chain) => chain.redo())}
            />
          </Group>
          <Separator orientation="vertical" className={css.separator ?? ''} />
          <StyleMenu editor={editor} style={state.style} />
          <Separator orientation="vertical" className={css.separator ?? ''} />
          <Group className={css.group ?? ''}>
            <IconToggle
              icon={Bold}
              label={t(($) => $.editor.toolbar.bold)}
              shortcut={keyText('Mod-b')}
              isSelected={state.bold}
              isDisabled={!state.canMark}
              onChange={run((chain) => chain.toggleBold())}
            />
            <IconToggle
              icon={Italic}
              label={t(($) => $.editor.toolbar.italic)}
              shortcut={keyText('Mod-i')}
              isSelected={state.italic}
              isDisabled={!state.canMark}
              onChange={run((chain) => chain.toggleItalic())}
            />
            <IconToggle
              icon={Underline}
              label={t(($) => $.editor.toolbar.underline)}
              shortcut={keyText('Mod-u')}
              isSelected={state.underline}
              isDisabled={!state.canMark}
              onChange={run((chain) => chain.toggleUnderline())}
            />
            <IconToggle
              icon={Link}
              label={t(($) => $.editor.toolbar.link)}
              shortcut={keyText('Mod-k')}
              isSelected={state.link}
              isDisabled={!state.canMark}
              onChange={onLink}
            />
            <Menu
              placement="bottom start"
              label={t(($) => $.editor.toolbar.more)}
              trigger={<IconButton icon={Ellipsis} label={t(($) => $.editor.toolbar.more)} />}
            >
              <MenuItem
                icon={Strikethrough}
                shortcut={keyText('Mod-Shift-s')}
                onAction={run((chain) => chain.toggleStrike())}
              >
                {t(($) => $.editor.toolbar.strike)}
              </MenuItem>
              <MenuItem
                icon={Superscript}
                shortcut={keyText('Mod-.')}
                onAction={run((chain) => chain.toggleSuperscript())}
              >
                {t(($) => $.editor.toolbar.superscript)}
              </MenuItem>
              <MenuItem
                icon={Subscript}
                shortcut={keyText('Mod-,')}
                onAction={run((chain) => chain.toggleSubscript())}
              >
                {t(($) => $.editor.toolbar.subscript)}
              </MenuItem>
              <MenuItem icon={Code} shortcut={keyText('Mod-e')} onAction={run((chain) => chain.toggleCode())}>
                {t(($) => $.editor.toolbar.code)}
              </MenuItem>
              <MenuItem
                icon={RemoveFormatting}
                shortcut={keyText('Mod-\\')}
                onAction={run((chain) => chain.unsetAllMarks())}
              >
                {t(($) => $.editor.toolbar.clear)}
              </MenuItem>
              <MenuItem
                icon={ArrowUp}
                shortcut={keyText('Alt-Shift-ArrowUp')}
                onAction={run((chain) => chain.moveBlock('up'))}
              >
                {t(($) => $.editor.toolbar.moveUp)}
              </MenuItem>
              <MenuItem
                icon={ArrowDown}
                shortcut={keyText('Alt-Shift-ArrowDown')}
                onAction={run((chain) => chain.moveBlock('down'))}
              >
                {t(($) => $.editor.toolbar.moveDown)}
              </MenuItem>
            </Menu>
          </Group>
          <Separator orientation="vertical" className={css.separator ?? ''} />
          <Group className={css.group ?? ''}>
            <IconToggle
              icon={List}
              label={t(($) => $.editor.toolbar.bullets)}
              shortcut={keyText('Mod-Shift-8')}
              isSelected={state.bullets}
              onChange={run((chain) => chain.toggleBulletList())}
            />
            <IconToggle
              icon={ListOrdered}
              label={t(($) => $.editor.toolbar.numbers)}
              shortcut={keyText('Mod-Shift-7')}
              isSelected={state.numbers}
              onChange={run((chain) => chain.toggleOrderedList())}
            />
            <IconToggle
              icon={ListChecks}
              label={t(($) => $.editor.toolbar.tasks)}
              shortcut={keyText('Mod-Shift-9')}
              isSelected={state.tasks}
              onChange={run((chain) => chain.toggleTaskList())}
            />
            <IconButton
              icon={IndentDecrease}
              label={t(($) => $.editor.toolbar.outdent)}
              shortcut={keyText('Shift-Tab')}
              isDisabled={!state.canOutdent}
              onPress={run((chain) => chain.liftListItem(item))}
            />
            <IconButton
              icon={IndentIncrease}
              label={t(($) => $.editor.toolbar.indent)}
              shortcut={keyText('Tab')}
              isDisabled={!state.canIndent}
              onPress={run((chain) => chain.sinkListItem(item))}
            />
          </Group>
          <Separator orientation="vertical" className={css.separator ?? ''} />
          <InsertMenu editor={editor} insertions={insertions} />
          {state.inTable && <TableMenu editor={editor} />}
          {state.callout && <CalloutMenu editor={editor} />}
          {state.codeLanguage !== null && <CodeMenu editor={editor} language={state.codeLanguage} />}
        </ScrollRow>
        <div className={css.end}>{children}</div>
      </AriaToolbar>
    </div>
  );
}
