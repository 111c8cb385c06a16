import { listNotices } from '@accord/shared/notices/notices';
import { useTranslation } from 'react-i18next';
import { FailureBanner } from '../api/failure-banner';
import { useEndpoint } from '../api/use-endpoint';
import { WithLaterWords } from '../i18n/with-later-words';
import { buttonClass } from '../ui/button-class';
import { Skeleton } from '../ui/skeleton';
import { NoticeList } from './notice-list';
import css from './notices.module.css';
import { useMarkRead } from './use-notices';

/** How many are shown before "show more": the Desk has other things to say. */
const FIRST = 5;

/** What is new and concerns me, on the Desk; what was read is in the bell. */
export default function DeskNotices() {
  return (
    <WithLaterWords>
      <UnreadNotices />
    </WithLaterWords>
  );
}

function UnreadNotices() {
  const { t } = useTranslation();
  const notices = useEndpoint(listNotices);
  const markRead = useMarkRead();
  const unread = notices.data?.filter(({ readAt }) => readAt === null);
  if (notices.isPending) return <Skeleton lines={2} />;
  if (!unread) return <FailureBanner error={notices.error} onRetry={() => void notices.refetch()} />;
  if (unread.length === 0) return <p className={css.quiet}>{t(($) => $.notices.nothingNew)}</p>;
  return (
    <div className={css.desk}>
      <NoticeList notices={unread} most={FIRST} label={t(($) => $.desk.concerns)}>
        {unread.length > 1 && (
          <button
            type="button"
            className={buttonClass('quiet', true)}
            onClick={() => markRead.mutate(undefined)}
          >
            {t(($) => $.notices.markAllRead)}
          </button>
        )}
      </NoticeList>
    </div>
  );
}
