import { Languages } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { changeLanguage } from '../i18n/i18n';
import { forgetAskedLanguage, rememberLanguage } from '../i18n/language';
import { IconButton } from '../ui/button';
import { Menu } from '../ui/menu';
import { LanguageChoices } from './language-choices';

/** The languages as a menu of their own; the choice stays on this device. */
export default function LanguageMenu() {
  const { t, i18n } = useTranslation();
  return (
    <Menu defaultOpen trigger={<IconButton label={t(($) => $.app.account.language)} icon={Languages} />}>
      <LanguageChoices
        onChoose={(language) => {
          forgetAskedLanguage(sessionStorage);
          rememberLanguage(language, localStorage);
          void changeLanguage(i18n, language);
        }}
      />
    </Menu>
  );
}
