import { useTranslation } from 'react-i18next';
import { FailureBanner } from '../api/failure-banner';
import { AlertDialog } from '../ui/dialog';

/** Asks before an output or a chapter is put away; nothing is deleted, and the words say so. */
export function ArchiveDialog(props: {
  what: 'output' | 'chapter';
  title: string;
  error: unknown;
  isBusy: boolean;
  onConfirm: () => void;
  onClose: () => void;
}) {
  const { what, title, error, isBusy, onConfirm, onClose } = props;
  const { t } = useTranslation();
  return (
    <AlertDialog
      title={t(($) => $.outputs.archive.title, { title })}
      isOpen
      kind="primary"
      confirm={t(($) => $.actions.archive)}
      isBusy={isBusy}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      {error ? <FailureBanner error={error} /> : null}
      <p>{t(($) => $.outputs.archive[what])}</p>
    </AlertDialog>
  );
}
