import type { Editor } from '@tiptap/core';
import { type FormEvent, useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button';
import { Dialog, DialogActions } from '../../ui/dialog';
import { Select } from '../../ui/select';
import { TextField } from '../../ui/text-field';
import css from '../form.module.css';
import { headingsOf } from '../outline/headings';
import { addressFrom } from './links';

const NO_HEADING = '-';

/** Asks where the selected text (or the link around the caret) shall lead; says clearly what a link can't do. */
export function LinkDialog({
  editor,
  isOpen,
  onClose,
}: {
  editor: Editor;
  isOpen: boolean;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const exists = isOpen && editor.isActive('link');
  return (
    <Dialog
      title={exists ? t(($) => $.editor.link.titleEdit) : t(($) => $.editor.link.titleNew)}
      isOpen={isOpen}
      onClose={onClose}
    >
      <LinkForm editor={editor} exists={exists} onClose={onClose} />
    </Dialog>
  );
}

function LinkForm({ editor, exists, onClose }: { editor: Editor; exists: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const [address, setAddress] = useState(String(editor.getAttributes('link').href ?? ''));
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const needsText = !exists && editor.state.selection.empty;
  const headings = headingsOf(editor.state.doc).filter(({ id }) => id !== null);
  const href = addressFrom(address);
  const error =
    !tried || href !== null
      ? undefined
      : address.trim() === ''
        ? t(($) => $.editor.link.empty)
        : t(($) => $.editor.link.refused);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (href === null) return;
    onClose();
    if (needsText) insertLink(editor, text.trim() || address.trim(), href);
    else editor.chain().focus().setLink({ href }).run();
  };

  return (
    <Form onSubmit={submit} className={css.form ?? ''}>
      <TextField
        label={t(($) => $.editor.link.address)}
        hint={t(($) => $.editor.link.hint)}
        value={address}
        onChange={setAddress}
        error={error}
        inputMode="url"
        autoComplete="off"
        autoFocus
      />
      {headings.length > 0 && (
        <Select
          label={t(($) => $.editor.link.heading)}
          value={headings.some(({ id }) => address === `#${id}`) ? address : NO_HEADING}
          choices={[
            { value: NO_HEADING, label: t(($) => $.editor.link.noHeading) },
            ...headings.map(({ id, text: words }) => ({
              value: `#${id}`,
              label: words || t(($) => $.editor.link.untitled),
            })),
          ]}
          onChange={(chosen) => setAddress(chosen === NO_HEADING ? '' : chosen)}
        />
      )}
      {needsText && <TextField label={t(($) => $.editor.link.text)} value={text} onChange={setText} />}
      <DialogActions>
        {exists && (
          <Button
            onPress={() => {
              onClose();
              editor.chain().focus().unsetLink().run();
            }}
          >
            {t(($) => $.editor.link.remove)}
          </Button>
        )}
        <Button kind="primary" type="submit">
          {t(($) => $.editor.link.apply)}
        </Button>
      </DialogActions>
    </Form>
  );
}

function insertLink(editor: Editor, text: string, href: string): void {
  editor
    .chain()
    .focus()
    .command(({ tr, state }) => {
      const { link } = state.schema.marks;
      if (!link) return false;
      const { from } = tr.selection;
      tr.insertText(text, from)
        .addMark(from, from + text.length, link.create({ href }))
        .removeStoredMark(link);
      return true;
    })
    .run();
}
