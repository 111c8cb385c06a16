import { LANGUAGES, type Language } from '@accord/shared/access/role';
import { Languages } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../i18n/formats';
import { IconButton } from '../ui/button';
import { Menu, MenuChoices } from '../ui/menu';

/** The languages of the interface, each named in itself. */
export function LanguageMenu({ onChoose }: { onChoose: (language: Language) => void }) {
  const { t } = useTranslation();
  return (
    <Menu trigger={<IconButton label={t(($) => $.app.account.language)} icon={Languages} />}>
      <LanguageChoices onChoose={onChoose} />
    </Menu>
  );
}

/** The same as a group inside another menu. */
export function LanguageChoices({ onChoose }: { onChoose: (language: Language) => void }) {
  const { t, i18n } = useTranslation();
  const formats = useFormats();
  return (
    <MenuChoices
      title={t(($) => $.app.account.language)}
      value={i18n.language as Language}
      choices={LANGUAGES.map((language) => ({
        value: language,
        label: formats.languageName(language),
        lang: language,
      }))}
      onChange={onChoose}
    />
  );
}
