import type {} from '@accord/shared/manuscript/commands';
import type { Editor } from '@tiptap/core';
import { type FormEvent, useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button';
import { Checkbox } from '../../ui/choice';
import { Dialog, DialogActions } from '../../ui/dialog';
import { TextField } from '../../ui/text-field';
import css from '../form.module.css';

/** The largest table the dialog makes; more rows and columns can be added later. */
const MOST_ROWS = 100;
const MOST_COLUMNS = 20;

/** Asks for the size of a new table and inserts it at the caret. */
export function TableDialog({
  editor,
  isOpen,
  onClose,
}: {
  editor: Editor;
  isOpen: boolean;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  return (
    <Dialog title={t(($) => $.editor.table.title)} isOpen={isOpen} onClose={onClose}>
      <TableForm editor={editor} onClose={onClose} />
    </Dialog>
  );
}

function TableForm({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const { t } = useTranslation();
  const [rows, setRows] = useState('3');
  const [columns, setColumns] = useState('3');
  const [header, setHeader] = useState(true);
  const rowCount = sizeFrom(rows, MOST_ROWS);
  const columnCount = sizeFrom(columns, MOST_COLUMNS);
  const range = (most: number) => t(($) => $.editor.table.range, { most });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (rowCount === null || columnCount === null) return;
    onClose();
    editor.chain().focus().insertTable({ rows: rowCount, cols: columnCount, withHeaderRow: header }).run();
  };

  return (
    <Form onSubmit={submit} className={css.form ?? ''}>
      <TextField
        label={t(($) => $.editor.table.rows)}
        value={rows}
        onChange={setRows}
        inputMode="numeric"
        error={rowCount === null ? range(MOST_ROWS) : undefined}
        autoFocus
      />
      <TextField
        label={t(($) => $.editor.table.columns)}
        value={columns}
        onChange={setColumns}
        inputMode="numeric"
        error={columnCount === null ? range(MOST_COLUMNS) : undefined}
      />
      <Checkbox isSelected={header} onChange={setHeader}>
        {t(($) => $.editor.table.header)}
      </Checkbox>
      <DialogActions>
        <Button kind="primary" type="submit" isDisabled={rowCount === null || columnCount === null}>
          {t(($) => $.editor.table.insert)}
        </Button>
      </DialogActions>
    </Form>
  );
}

function sizeFrom(text: string, most: number): number | null {
  const size = /^\s*\d{1,3}\s*$/.test(text) ? Number(text) : 0;
  return size >= 1 && size <= most ? size : null;
}
