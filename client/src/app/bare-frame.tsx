import { Mark } from '../outputs/pips';
import css from './frame.module.css';
import { LanguageButton } from './language-button';

/** Around the screens before sign-in: the mark, and the language. */
export function BareFrame({ children }: { children: React.ReactNode }) {
  return (
    <div className={css.frame}>
      <header className={css.header}>
        <span className={css.brand}>
          <Mark />
          <span translate="no">Accord</span>
        </span>
        <span className={css.places} />
        <LanguageButton />
      </header>
      <main className={css.main} id="content" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}
