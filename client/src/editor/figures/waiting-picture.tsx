import { Failure } from '@accord/shared/kernel/failure';
import { ImagePlus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button';
import { Progress } from '../../ui/progress';
import css from './figure-view.module.css';
import type { UploadState } from './uploads';

/** What stands in a figure while its picture is not there: asks for the file, shows the upload, or why it failed. */
export function WaitingPicture(props: {
  /** Name of the file awaited, or `''`. */
  name: string;
  upload: UploadState | undefined;
  isEditable: boolean;
  onChoose: () => void;
  onRetry: () => void;
  onCancel: () => void;
  onRemove: () => void;
}) {
  const { name, upload, isEditable, onChoose, onRetry, onCancel, onRemove } = props;
  const { t } = useTranslation();
  if (!isEditable) return <p className={css.waiting}>{t(($) => $.figures.missing)}</p>;
  if (upload?.kind === 'running') {
    return (
      <div className={css.waiting}>
        <Progress label={t(($) => $.figures.uploading, { name: upload.name })} share={upload.share} />
        <div className={css.actions}>
          <Button small onPress={onCancel}>
            {t(($) => $.actions.cancel)}
          </Button>
        </div>
      </div>
    );
  }
  if (upload?.kind === 'failed') {
    const code = upload.reason instanceof Failure ? upload.reason.code : 'internal';
    return (
      <div className={css.waiting} role="alert">
        <p>
          <strong>{t(($) => $.figures.failed, { name: upload.name })}</strong>{' '}
          {t(($) => $.failures.codes[code])}
        </p>
        <div className={css.actions}>
          <Button small kind="primary" onPress={onRetry}>
            {t(($) => $.figures.retry)}
          </Button>
          <Button small onPress={onChoose}>
            {t(($) => $.figures.other)}
          </Button>
          <Button small onPress={onRemove}>
            {t(($) => $.figures.remove)}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <div className={css.waiting}>
      <p>
        <strong>
          {name === '' ? t(($) => $.figures.waiting) : t(($) => $.figures.waitingNamed, { name })}
        </strong>{' '}
        {t(($) => $.figures.ask)}
      </p>
      <div className={css.actions}>
        <Button small kind="primary" icon={ImagePlus} onPress={onChoose}>
          {t(($) => $.figures.add)}
        </Button>
        <Button small onPress={onRemove}>
          {t(($) => $.figures.remove)}
        </Button>
      </div>
    </div>
  );
}
