import { listOutputs } from '@accord/shared/outputs/outputs';
import { listReviews } from '@accord/shared/review/review';
import { countOpenSuggestions } from '@accord/shared/suggestions/suggestions';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureBanner } from '../api/failure-banner';
import { useEndpoint } from '../api/use-endpoint';
import { Link } from '../navigation/link';
import { useMayInWorkspace, useMe } from '../services/session';
import { buttonClass } from '../ui/button-class';
import { EmptyState } from '../ui/empty-state';
import { lazyPart } from '../ui/lazy-part';
import { Page } from '../ui/page';
import { Skeleton } from '../ui/skeleton';
import css from './desk.module.css';
import { OutputRow } from './output-row';
import { SignTask, TaskCard } from './task-card';
import { toBeSigned, waitingFor } from './waiting';

const DeskNotices = lazyPart(() => import('../notices/desk-notices'));

/** What waits for me, what concerns me, and where every output stands. */
export function Desk() {
  const { t } = useTranslation();
  const me = useMe();
  const mayCreate = useMayInWorkspace('output.create');
  const outputs = useEndpoint(listOutputs);
  const proposed = useEndpoint(countOpenSuggestions);
  const reviews = useEndpoint(listReviews);
  const toSign = toBeSigned(reviews.data ?? [], outputs.data ?? []);
  const open = new Map(proposed.data?.map(({ chapterId, count }) => [chapterId, count]));
  const waiting = waitingFor(me, outputs.data ?? [], open);
  return (
    <Page title={t(($) => $.desk.title)}>
      {outputs.isError && <FailureBanner error={outputs.error} onRetry={() => void outputs.refetch()} />}
      {outputs.isPending && <Skeleton lines={9} />}
      {outputs.data && outputs.data.length === 0 && (
        <EmptyState
          title={t(($) => $.desk.outputs.none)}
          actions={
            mayCreate && (
              <Link to="/outputs" className={buttonClass('primary')}>
                {t(($) => $.desk.outputs.create)}
              </Link>
            )
          }
        >
          {mayCreate ? t(($) => $.desk.outputs.noneCreate) : t(($) => $.desk.outputs.noneReader)}
        </EmptyState>
      )}
      {outputs.data && outputs.data.length > 0 && (
        <>
          <section className={css.section} aria-labelledby="waiting">
            <h2 id="waiting">{t(($) => $.desk.waiting.title)}</h2>
            {waiting.length + toSign.length === 0 ? (
              <EmptyState title={t(($) => $.desk.waiting.none)}>
                {t(($) => $.desk.waiting.noneExplain)}
              </EmptyState>
            ) : (
              <ul className={css.tasks}>
                {toSign.map((item) => (
                  <li key={item.signOffId}>
                    <SignTask item={item} />
                  </li>
                ))}
                {waiting.map((item) => (
                  <li key={item.chapter.id}>
                    <TaskCard waiting={item} />
                  </li>
                ))}
              </ul>
            )}
          </section>
          <section className={css.section} aria-labelledby="concerns">
            <h2 id="concerns">{t(($) => $.desk.concerns)}</h2>
            <Suspense fallback={<Skeleton lines={1} />}>
              <DeskNotices />
            </Suspense>
          </section>
          <section className={css.section} aria-labelledby="standing">
            <h2 id="standing">{t(($) => $.desk.outputs.title)}</h2>
            <div className={css.rows}>
              {outputs.data.map((output) => (
                <OutputRow
                  key={output.id}
                  output={output}
                  meId={me.id}
                  pips={reviews.data?.find(({ outputId }) => outputId === output.id)?.pips}
                />
              ))}
            </div>
          </section>
        </>
      )}
    </Page>
  );
}
