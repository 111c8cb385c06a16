import { useTranslation } from 'react-i18next';
import { FailureBanner } from '../api/failure-banner';
import { COMMENT_KEYS } from '../comments/comment-keys';
import { useComments } from '../comments/comments';
import type { ThreadItems } from '../comments/use-thread-items';
import { useKeyText } from '../editor/keys/key-text';
import { EmptyState } from '../ui/empty-state';
import { Skeleton } from '../ui/skeleton';
import css from './chapter.module.css';

/** Instead of cards where there are none: why, and what to do. */
export function NoCards({ threads }: { threads: ThreadItems }) {
  const { t } = useTranslation();
  const keyText = useKeyText();
  const { isLoading, error, reload, mayComment } = useComments();
  if (error) return <FailureBanner error={error} onRetry={reload} />;
  if (isLoading) return <Skeleton lines={4} />;
  if (threads.counts.open > 0 || threads.filter.state !== 'open')
    return <p className={css.quiet}>{t(($) => $.comments.none.filtered)}</p>;
  return (
    <EmptyState title={t(($) => $.comments.none.title)}>
      {mayComment
        ? t(($) => $.comments.none.explain, { key: keyText(COMMENT_KEYS.begin) })
        : t(($) => $.comments.none.reading)}
    </EmptyState>
  );
}
