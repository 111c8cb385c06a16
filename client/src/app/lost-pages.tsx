import { Failure } from '@accord/shared/kernel/failure';
import { useTranslation } from 'react-i18next';
import { useFailureSentence } from '../api/failure-banner';
import { Link } from '../navigation/link';
import { buttonClass } from '../ui/button-class';
import { EmptyState } from '../ui/empty-state';
import { Page } from '../ui/page';

/** Where an address leads nowhere. */
export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <Page title={t(($) => $.app.notFound.title)} lead={t(($) => $.app.notFound.explain)} narrow>
      <div>
        <Link to="/" className={buttonClass('primary')}>
          {t(($) => $.app.notFound.toDesk)}
        </Link>
      </div>
    </Page>
  );
}

/** Where a screen could not be shown: a refusal of the server, a page of an older release, or a fault of ours. */
export function BrokenPage({ error, retry }: { error: unknown; retry: () => void }) {
  const { t } = useTranslation();
  const sentence = useFailureSentence();
  if (error instanceof Failure) {
    if (error.code === 'not-found') return <NotFoundPage />;
    return (
      <Page title={t(($) => $.failures.title)} lead={sentence(error)} narrow>
        <div>
          <button
            type="button"
            className={buttonClass('primary')}
            onClick={error.code === 'unavailable' ? () => location.reload() : retry}
          >
            {t(($) => $.actions.retry)}
          </button>
        </div>
      </Page>
    );
  }
  const outdated = isMissingChunk(error);
  return (
    <Page
      title={outdated ? t(($) => $.app.outdated.title) : t(($) => $.app.broken.title)}
      lead={outdated ? t(($) => $.app.outdated.explain) : t(($) => $.app.broken.explain)}
      narrow
    >
      <div>
        <button type="button" className={buttonClass('primary')} onClick={() => location.reload()}>
          {t(($) => $.actions.reload)}
        </button>
      </div>
      {!outdated && (
        <EmptyState title={t(($) => $.app.broken.details)}>
          <code>{String(error)}</code>
        </EmptyState>
      )}
    </Page>
  );
}

/** A part of the page that a newer release has replaced can't be fetched any more. */
function isMissingChunk(error: unknown): boolean {
  return error instanceof TypeError && /dynamically imported module|module script/i.test(error.message);
}
