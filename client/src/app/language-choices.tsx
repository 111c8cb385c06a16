import { LANGUAGES, type Language } from '@accord/shared/access/role';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../i18n/formats';
import { MenuChoices } from '../ui/menu';

/** The languages of the interface as a group of a menu, each named in itself. */
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
