import { lazy, Suspense, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useMe } from '../services/session';
import { Avatar } from '../ui/avatar';
import css from './frame.module.css';

const fetchMenu = () => import('./account-menu');
// Menus are not part of the first screen: this one is fetched when the pointer or the focus comes near.
const AccountMenu = lazy(fetchMenu);

/** The person's initials in the header, which open the account menu. */
export function AccountButton() {
  const { t } = useTranslation();
  const me = useMe();
  const [wanted, want] = useState(false);
  const button = (
    <Button
      className={css.account ?? ''}
      aria-label={t(($) => $.app.account.label, { name: me.name })}
      onHoverStart={() => void fetchMenu()}
      onFocus={() => void fetchMenu()}
      {...(wanted ? {} : { 'aria-haspopup': 'menu', 'aria-expanded': false, onPress: () => want(true) })}
    >
      <Avatar name={me.name} />
    </Button>
  );
  if (!wanted) return button;
  return (
    <Suspense fallback={button}>
      <AccountMenu trigger={button} />
    </Suspense>
  );
}
