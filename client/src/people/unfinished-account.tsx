import { useTranslation } from 'react-i18next';
import { Link } from '../navigation/link';
import { useLocation } from '../navigation/use-navigation';
import { useMe } from '../services/session';
import { Banner } from '../ui/banner';
import { buttonClass } from '../ui/button-class';

const SETTINGS = '/settings';

/** Reminds somebody who came in by a sign-in link that there is no password yet to come in again. */
export function UnfinishedAccount() {
  const { t } = useTranslation();
  const me = useMe();
  const { pathname } = useLocation();
  if (me.status !== 'invited' || pathname === SETTINGS) return null;
  return (
    <Banner
      kind="warn"
      title={t(($) => $.settings.unfinished.title)}
      actions={
        <Link to={SETTINGS} className={buttonClass('primary', true)}>
          {t(($) => $.settings.unfinished.action)}
        </Link>
      }
    >
      {t(($) => $.settings.unfinished.explain)}
    </Banner>
  );
}
