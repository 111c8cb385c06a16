import { Failure } from '@accord/shared/kernel/failure';
import { useTranslation } from 'react-i18next';
import { FailureBanner } from '../api/failure-banner';
import { Link } from '../navigation/link';
import { buttonClass } from '../ui/button-class';
import { Page } from '../ui/page';

/** A one-time link that leads nowhere any more, or could not be asked about just now. */
export function UnusableLink({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const { t } = useTranslation();
  const used = error instanceof Failure && error.code === 'link-expired';
  if (!used) {
    return (
      <Page title={t(($) => $.failures.title)} narrow>
        <FailureBanner error={error} onRetry={onRetry} />
      </Page>
    );
  }
  return (
    <Page title={t(($) => $.welcome.unusable.title)} lead={t(($) => $.welcome.unusable.explain)} narrow>
      <div>
        {/* Whoever is signed in already comes to the desk, the others to sign-in. */}
        <Link to="/" className={buttonClass('primary')}>
          {t(($) => $.welcome.unusable.desk)}
        </Link>
      </div>
    </Page>
  );
}
