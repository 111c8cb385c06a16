import { listContributors } from '@accord/shared/versions/versions';
import { useTranslation } from 'react-i18next';
import { useEndpoint } from '../api/use-endpoint';
import { PersonName } from '../people/person-name';
import css from './chapter.module.css';

/** Who has written in a chapter, as the server's record has it; those who wrote most come first. */
export function Contributors({ chapterId }: { chapterId: string }) {
  const { t } = useTranslation();
  const contributors = useEndpoint(listContributors, { params: { chapterId } });
  if (!contributors.data) return null;
  const people = contributors.data;
  return (
    <section className={css.block}>
      <h3>{t(($) => $.chapter.about.contributors)}</h3>
      {people.length === 0 ? (
        <p className={css.quiet}>{t(($) => $.chapter.about.noContributors)}</p>
      ) : (
        <ul className={css.people}>
          {people.map(({ personId }) => (
            <li key={personId}>
              <PersonName id={personId} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
