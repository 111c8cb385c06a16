import { Languages } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { iconButtonClass } from '../ui/button-class';
import { menuOnDemand } from '../ui/menu-on-demand';

const LanguageMenu = menuOnDemand(() => import('./language-menu'));

/** Opens the choice of languages, before anybody is signed in. */
export function LanguageButton() {
  const { t } = useTranslation();
  return (
    <LanguageMenu
      button={(props) => (
        <button {...props} className={iconButtonClass()} aria-label={t(($) => $.app.account.language)}>
          <Languages size={18} aria-hidden />
        </button>
      )}
    />
  );
}
