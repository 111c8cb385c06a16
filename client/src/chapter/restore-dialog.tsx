import { listVersions, restoreVersion, type Version } from '@accord/shared/versions/versions';
import { useTranslation } from 'react-i18next';
import { FailureBanner } from '../api/failure-banner';
import { useCall } from '../api/use-endpoint';
import { useFormats } from '../i18n/formats';
import { AlertDialog } from '../ui/dialog';
import { useVoice } from '../ui/notices';

/** Asks before a version is written back, and says what becomes of the text that stands there now (V5). */
export function RestoreDialog({ version, onClose }: { version: Version; onClose: () => void }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { notify } = useVoice();
  const restore = useCall(restoreVersion, [listVersions]);
  return (
    <AlertDialog
      title={t(($) => $.chapter.versions.restoreTitle)}
      isOpen
      kind="primary"
      confirm={t(($) => $.chapter.versions.restoreNow)}
      isBusy={restore.isPending}
      onConfirm={() =>
        restore.mutate(
          { params: { chapterId: version.chapterId }, body: { versionId: version.id } },
          {
            onSuccess: ({ restored }) => {
              notify(
                restored
                  ? t(($) => $.chapter.versions.restored)
                  : t(($) => $.chapter.versions.nothingToRestore),
              );
              onClose();
            },
          },
        )
      }
      onClose={onClose}
    >
      {restore.error && <FailureBanner error={restore.error} />}
      <p>{t(($) => $.chapter.versions.restoreExplain, { when: formats.moment(version.at) })}</p>
    </AlertDialog>
  );
}
