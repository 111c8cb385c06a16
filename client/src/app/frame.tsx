import { BookOpenText, LayoutDashboard, Users } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { WithLaterWords } from '../i18n/with-later-words';
import { Link } from '../navigation/link';
import { Mark } from '../outputs/pips';
import { useMe } from '../services/session';
import { lazyPart } from '../ui/lazy-part';
import { useSettled } from '../ui/use-settled';
import { AccountButton } from './account-button';
import css from './frame.module.css';
import { useLanguageOf } from './language-of-person';

// Seen once by few: by those who came in by a link and have no password yet.
const UnfinishedAccount = lazy(async () => ({
  default: (await import('../people/unfinished-account')).UnfinishedAccount,
}));

// What is wanted of the page comes first.
const Bell = lazyPart(() => import('../notices/bell'));

const PLACES = [
  { to: '/', name: 'desk', icon: LayoutDashboard },
  { to: '/outputs', name: 'outputs', icon: BookOpenText },
  { to: '/people', name: 'people', icon: Users },
] as const;

/** The frame around every screen of somebody who is signed in. */
export function Frame({ children }: { children: React.ReactNode }) {
  const { t } = useTranslation();
  const me = useMe();
  useLanguageOf(me);
  const settled = useSettled(true);
  return (
    <div className={css.frame}>
      <a className={css.skip} href="#content">
        {t(($) => $.app.skip)}
      </a>
      <header className={css.header}>
        <Link to="/" className={css.brand} aria-label="Accord">
          <Mark />
          <span translate="no">Accord</span>
        </Link>
        <nav className={css.places} aria-label={t(($) => $.app.places.label)}>
          {PLACES.map(({ to, name, icon: Icon }) => (
            <Link key={to} to={to} className={css.place} marks={to === '/' ? 'exactly' : 'within'}>
              <Icon size={16} aria-hidden />
              {t(($) => $.app.places[name])}
            </Link>
          ))}
        </nav>
        <span className={css.bell}>
          {settled && (
            <Suspense>
              <Bell />
            </Suspense>
          )}
        </span>
        <AccountButton />
      </header>
      <main className={css.main} id="content" tabIndex={-1}>
        {me.status === 'invited' && (
          <Suspense>
            <WithLaterWords>
              <UnfinishedAccount />
            </WithLaterWords>
          </Suspense>
        )}
        {children}
      </main>
    </div>
  );
}
