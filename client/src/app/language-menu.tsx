import { useTranslation } from 'react-i18next';
import { changeLanguage } from '../i18n/i18n';
import { rememberLanguage } from '../i18n/language';
import { Menu } from '../ui/menu';
import { LanguageChoices } from './language-choices';

/** The languages as a menu of their own; the choice stays on this device. */
export default function LanguageMenu({ trigger }: { trigger: React.ReactNode }) {
  const { i18n } = useTranslation();
  return (
    <Menu trigger={trigger} defaultOpen>
      <LanguageChoices
        onChoose={(language) => {
          rememberLanguage(language, localStorage);
          void changeLanguage(i18n, language);
        }}
      />
    </Menu>
  );
}
