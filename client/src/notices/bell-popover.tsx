import { listNotices } from '@accord/shared/notices/notices';
import { Suspense } from 'react';
import { Button as AriaButton, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { FailureBanner } from '../api/failure-banner';
import { useEndpoint } from '../api/use-endpoint';
import { WithLaterWords } from '../i18n/with-later-words';
import { Button } from '../ui/button';
import { Skeleton } from '../ui/skeleton';
import { BellFace } from './bell-face';
import { NoticeList } from './notice-list';
import css from './notices.module.css';
import { useMarkRead } from './use-notices';

/** How many notices are shown before "show more". */
const FIRST = 30;

/** The bell with its list open, as it was asked for by pressing it. */
export default function BellPopover(props: { className: string; label: string; unread: number }) {
  const { t } = useTranslation();
  return (
    <DialogTrigger defaultOpen>
      <AriaButton className={props.className} aria-label={props.label}>
        <BellFace unread={props.unread} />
      </AriaButton>
      <Popover placement="bottom end" className={css.popover ?? ''}>
        <Dialog className={css.dialog ?? ''} aria-label={t(($) => $.app.bell.title)}>
          {({ close }) => (
            <Suspense fallback={<Skeleton lines={4} />}>
              <WithLaterWords>
                <Notices onFollow={close} />
              </WithLaterWords>
            </Suspense>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function Notices({ onFollow }: { onFollow: () => void }) {
  const { t } = useTranslation();
  const notices = useEndpoint(listNotices);
  const markRead = useMarkRead();
  const unread = notices.data?.some(({ readAt }) => readAt === null);
  return (
    <>
      <div className={css.head}>
        <Heading slot="title" className={css.title ?? ''}>
          {t(($) => $.app.bell.title)}
        </Heading>
        {unread && (
          <Button small kind="quiet" onPress={() => markRead.mutate(undefined)}>
            {t(($) => $.notices.markAllRead)}
          </Button>
        )}
      </div>
      {notices.isPending && <Skeleton lines={4} />}
      {notices.isError && !notices.data && (
        <FailureBanner error={notices.error} onRetry={() => void notices.refetch()} />
      )}
      {notices.data?.length === 0 && <p className={css.quiet}>{t(($) => $.notices.none)}</p>}
      {notices.data && notices.data.length > 0 && (
        <NoticeList
          notices={notices.data}
          most={FIRST}
          label={t(($) => $.app.bell.title)}
          onFollow={onFollow}
        />
      )}
    </>
  );
}
