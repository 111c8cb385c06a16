import type {} from '@accord/shared/manuscript/commands';
import type { ChainedCommands, Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { ChevronDown, Table } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { buttonClass } from '../../ui/button-class';
import { Menu, MenuItem, MenuSection } from '../../ui/menu';
import { useKeyText } from '../keys/key-text';

/** What can be done with the table the caret is in. */
export function TableMenu({ editor }: { editor: Editor }) {
  const { t } = useTranslation();
  const keyText = useKeyText();
  const can = useEditorState({
    editor,
    selector: ({ editor: current }) => ({
      merge: current.can().mergeCells(),
      split: current.can().splitCell(),
    }),
  });
  const item = (
    label: string,
    change: (chain: ChainedCommands) => ChainedCommands,
    more: { shortcut?: string; danger?: boolean; isDisabled?: boolean } = {},
  ) => (
    <MenuItem {...more} onAction={() => change(editor.chain().focus()).run()}>
      {label}
    </MenuItem>
  );
  const label = t(($) => $.editor.toolbar.table);
  return (
    <Menu
      placement="bottom start"
      label={label}
      trigger={
        <Button className={buttonClass('quiet')}>
          <Table size={18} aria-hidden />
          {label}
          <ChevronDown size={14} aria-hidden />
        </Button>
      }
    >
      <MenuSection title={t(($) => $.editor.table.row)}>
        {item(
          t(($) => $.editor.table.rowAbove),
          (chain) => chain.addRowBefore(),
        )}
        {item(
          t(($) => $.editor.table.rowBelow),
          (chain) => chain.addRowAfter(),
        )}
        {item(
          t(($) => $.editor.table.deleteRow),
          (chain) => chain.deleteRow(),
          { danger: true },
        )}
        {item(
          t(($) => $.editor.table.headerRow),
          (chain) => chain.toggleHeaderRow(),
        )}
      </MenuSection>
      <MenuSection title={t(($) => $.editor.table.column)}>
        {item(
          t(($) => $.editor.table.columnBefore),
          (chain) => chain.addColumnBefore(),
        )}
        {item(
          t(($) => $.editor.table.columnAfter),
          (chain) => chain.addColumnAfter(),
        )}
        {item(
          t(($) => $.editor.table.deleteColumn),
          (chain) => chain.deleteColumn(),
          { danger: true },
        )}
        {item(
          t(($) => $.editor.table.headerColumn),
          (chain) => chain.toggleHeaderColumn(),
        )}
        {item(
          t(($) => $.editor.table.wider),
          (chain) => chain.stepColumnWidth(1),
          {
            shortcut: keyText('Alt-Shift-ArrowRight'),
          },
        )}
        {item(
          t(($) => $.editor.table.narrower),
          (chain) => chain.stepColumnWidth(-1),
          {
            shortcut: keyText('Alt-Shift-ArrowLeft'),
          },
        )}
        {item(
          t(($) => $.editor.table.resetWidth),
          (chain) => chain.resetColumnWidth(),
        )}
      </MenuSection>
      <MenuSection title={t(($) => $.editor.table.cells)}>
        {item(
          t(($) => $.editor.table.merge),
          (chain) => chain.mergeCells(),
          { isDisabled: !can.merge },
        )}
        {item(
          t(($) => $.editor.table.split),
          (chain) => chain.splitCell(),
          { isDisabled: !can.split },
        )}
      </MenuSection>
      <MenuSection title={t(($) => $.editor.table.whole)}>
        {item(
          t(($) => $.editor.table.delete),
          (chain) => chain.deleteTable(),
          { danger: true },
        )}
      </MenuSection>
    </Menu>
  );
}
