import { type Contribution, listVersions, type Version } from '@accord/shared/versions/versions';
import { useTranslation } from 'react-i18next';
import { useEndpoint } from '../api/use-endpoint';
import css from './chapter.module.css';
import { PersonName } from './person-name';

/** Who has written in a chapter, as the server's versions know it; those who wrote most come first. */
export function Contributors({ chapterId }: { chapterId: string }) {
  const { t } = useTranslation();
  const versions = useEndpoint(listVersions, { params: { chapterId } });
  if (!versions.data) return null;
  const people = contributorsOf(versions.data);
  return (
    <section className={css.block}>
      <h3>{t(($) => $.chapter.about.contributors)}</h3>
      {people.length === 0 ? (
        <p className={css.quiet}>{t(($) => $.chapter.about.noContributors)}</p>
      ) : (
        <ul className={css.people}>
          {people.map((personId) => (
            <li key={personId}>
              <PersonName id={personId} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Everybody who inserted or deleted something in any version, by how much, most first. */
export function contributorsOf(versions: readonly Pick<Version, 'contributors'>[]): string[] {
  const amounts = new Map<string, number>();
  for (const contribution of versions.flatMap(({ contributors }): readonly Contribution[] => contributors)) {
    const { personId, inserted, deleted } = contribution;
    amounts.set(personId, (amounts.get(personId) ?? 0) + inserted + deleted);
  }
  return [...amounts].sort((a, b) => b[1] - a[1]).map(([personId]) => personId);
}
