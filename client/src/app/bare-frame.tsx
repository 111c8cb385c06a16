import { Outlet } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { changeLanguage } from '../i18n/i18n';
import { type InterfaceLanguage, rememberLanguage } from '../i18n/language';
import { Mark } from '../outputs/pips';
import css from './frame.module.css';
import { LanguageMenu } from './language-menu';

/** Around the screens before sign-in: the mark, and the language. */
export function BareFrame() {
  const { i18n } = useTranslation();
  const choose = (language: InterfaceLanguage) => {
    rememberLanguage(language, localStorage);
    void changeLanguage(i18n, language);
  };
  return (
    <div className={css.frame}>
      <header className={css.header}>
        <span className={css.brand}>
          <Mark />
          <span>Accord</span>
        </span>
        <span className={css.places} />
        <LanguageMenu onChoose={choose} />
      </header>
      <main className={css.main} id="content" tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  );
}
