import { useTranslation } from 'react-i18next';
import { useMe } from '../services/session';
import { Avatar } from '../ui/avatar';
import { menuOnDemand } from '../ui/menu-on-demand';
import css from './frame.module.css';

const AccountMenu = menuOnDemand(() => import('./account-menu'));

/** The person's initials in the header, which open the account menu. */
export function AccountButton() {
  const { t } = useTranslation();
  const me = useMe();
  return (
    <AccountMenu
      button={(props) => (
        <button
          {...props}
          className={css.account}
          aria-label={t(($) => $.app.account.label, { name: me.name })}
        >
          <Avatar name={me.name} />
        </button>
      )}
    />
  );
}
