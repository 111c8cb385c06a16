import { useTranslation } from 'react-i18next';
import css from './reading.module.css';

/** A place one can go to: a chapter, with its main headings. */
export interface Entry {
  readonly anchor: string;
  readonly title: string;
  readonly lang: string;
  readonly headings: readonly { readonly anchor: string; readonly title: string }[];
}

/** The table of contents: chapters and their main headings, each a link. */
export function Contents({ entries }: { entries: readonly Entry[] }) {
  const { t } = useTranslation();
  return (
    <nav className={css.contents} aria-label={t(($) => $.reading.contents)}>
      <h2>{t(($) => $.reading.contents)}</h2>
      <ol translate="no">
        {entries.map(({ anchor, title, lang, headings }) => (
          <li key={anchor} lang={lang}>
            <a href={`#${anchor}`}>{title}</a>
            {headings.length > 0 && (
              <ol>
                {headings.map((heading) => (
                  <li key={heading.anchor}>
                    <a href={`#${heading.anchor}`}>{heading.title}</a>
                  </li>
                ))}
              </ol>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
