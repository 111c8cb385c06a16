import { Languages } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../ui/button';
import { menuOnDemand } from '../ui/menu-on-demand';

const LanguageMenu = menuOnDemand(() => import('./language-menu'));

/** Opens the choice of languages, before anybody is signed in. */
export function LanguageButton() {
  const { t } = useTranslation();
  return (
    <LanguageMenu
      button={(props) => <IconButton {...props} label={t(($) => $.app.account.language)} icon={Languages} />}
    />
  );
}
