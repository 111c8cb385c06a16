import { Link, Outlet } from '@tanstack/react-router';
import { BookOpenText, LayoutDashboard, Users } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Mark } from '../outputs/pips';
import { UnfinishedAccount } from '../people/unfinished-account';
import { AccountButton } from './account-button';
import { useFocusOnNavigation } from './focus-on-navigation';
import css from './frame.module.css';

const PLACES = [
  { to: '/', name: 'desk', icon: LayoutDashboard },
  { to: '/outputs', name: 'outputs', icon: BookOpenText },
  { to: '/people', name: 'people', icon: Users },
] as const;

/** The frame around every screen of somebody who is signed in. */
export function Frame() {
  const { t } = useTranslation();
  const main = useFocusOnNavigation();
  return (
    <div className={css.frame}>
      <a className={css.skip} href="#content">
        {t(($) => $.app.skip)}
      </a>
      <header className={css.header}>
        <Link to="/" className={css.brand} aria-label="Accord">
          <Mark />
          <span>Accord</span>
        </Link>
        <nav className={css.places} aria-label={t(($) => $.app.places.label)}>
          {PLACES.map(({ to, name, icon: Icon }) => (
            <Link
              key={to}
              to={to}
              className={css.place}
              activeOptions={{ exact: to === '/', includeSearch: false }}
            >
              <Icon size={16} aria-hidden />
              {t(($) => $.app.places[name])}
            </Link>
          ))}
        </nav>
        <AccountButton />
      </header>
      <main ref={main} className={css.main} id="content" tabIndex={-1}>
        <UnfinishedAccount />
        <Outlet />
      </main>
    </div>
  );
}
