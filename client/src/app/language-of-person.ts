import type { Me } from '@accord/shared/people/people';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { changeLanguage } from '../i18n/i18n';
import { askedLanguage, PSEUDO, rememberLanguage } from '../i18n/language';

/** Shows the page in the language the person has chosen, wherever they sign in; what the address asks for goes first. */
export function useLanguageOf({ language }: Pick<Me, 'language'>): void {
  const { i18n } = useTranslation();
  // Only when the person's language changes: what is chosen in the menu is shown at once and sent after.
  useEffect(() => {
    const pseudo = i18n.language === PSEUDO;
    if (pseudo || askedLanguage(sessionStorage) !== null || i18n.language === language) return;
    rememberLanguage(language, localStorage);
    void changeLanguage(i18n, language);
  }, [language]);
}
