import {
  type Chapter,
  createChapter,
  editChapter,
  listOutputs,
  readChapter,
  readOutput,
} from '@accord/shared/outputs/outputs';
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { FailureBanner } from '../api/failure-banner';
import { useCall } from '../api/use-endpoint';
import { Button } from '../ui/button';
import { DateField } from '../ui/date-field';
import { Dialog, DialogActions } from '../ui/dialog';
import { useVoice } from '../ui/notices';
import { TextField } from '../ui/text-field';
import css from './outputs.module.css';
import { PersonSelect } from './person-select';

/** Adds a chapter to an output (`chapter` null) or changes one's title, writer and due date. */
export function ChapterDialog({
  outputId,
  chapter,
  onClose,
}: {
  outputId: string;
  chapter: Chapter | null;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { notify } = useVoice();
  const create = useCall(createChapter, [listOutputs, readOutput]);
  const change = useCall(editChapter, [listOutputs, readOutput, readChapter]);
  const [title, setTitle] = useState(chapter?.title ?? '');
  const [writerId, setWriter] = useState(chapter?.writerId ?? null);
  const [dueOn, setDueOn] = useState(chapter?.dueOn ?? null);
  const error = create.error ?? change.error;

  const save = () => {
    const body = { title, writerId, dueOn };
    const said = chapter
      ? t(($) => $.outputs.chapter.saved, { title })
      : t(($) => $.outputs.chapter.added, { title });
    const onSuccess = () => {
      notify(said);
      onClose();
    };
    if (chapter) change.mutate({ params: { chapterId: chapter.id }, body }, { onSuccess });
    else create.mutate({ params: { outputId }, body }, { onSuccess });
  };
  return (
    <Dialog
      title={chapter ? t(($) => $.outputs.chapter.editTitle) : t(($) => $.outputs.chapter.addTitle)}
      isOpen
      onClose={onClose}
    >
      <Form
        className={css.form ?? ''}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        {error && <FailureBanner error={error} />}
        <TextField
          label={t(($) => $.outputs.chapter.name)}
          isRequired
          maxLength={200}
          autoFocus
          value={title}
          onChange={setTitle}
        />
        <PersonSelect label={t(($) => $.outputs.chapter.writer)} value={writerId} onChange={setWriter} />
        <div className={css.date}>
          <DateField
            label={t(($) => $.outputs.chapter.due)}
            hint={t(($) => $.outputs.chapter.dueHint)}
            value={dueOn}
            onChange={setDueOn}
          />
          {dueOn !== null && (
            <Button small onPress={() => setDueOn(null)}>
              {t(($) => $.outputs.chapter.clearDue)}
            </Button>
          )}
        </div>
        <DialogActions>
          <Button onPress={onClose}>{t(($) => $.actions.cancel)}</Button>
          <Button type="submit" kind="primary" isDisabled={create.isPending || change.isPending}>
            {chapter ? t(($) => $.actions.save) : t(($) => $.actions.add)}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
