import type { Chapter, Output } from '@accord/shared/outputs/outputs';
import { useTranslation } from 'react-i18next';
import { chapterExports } from '../export/addresses';
import { ExportMenu } from '../export/export-menu';
import { useFormats } from '../i18n/formats';
import { StateWord } from '../outputs/state-word';
import { PersonName } from '../people/person-name';
import css from './chapter.module.css';
import { Contributors } from './contributors';

/** What there is to know about a chapter: whose it is, by when, how long, and who has written in it. */
export function AboutPane({ chapter, output }: { chapter: Chapter; output: Output | undefined }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { writerId, dueOn, changedAt, changedBy, role } = chapter;
  return (
    <div className={css.pane}>
      <dl className={css.facts}>
        <Fact name={t(($) => $.chapter.about.state)}>
          <StateWord state={chapter.state} />
        </Fact>
        <Fact name={t(($) => $.chapter.about.writer)}>
          {writerId === null ? t(($) => $.chapter.about.noWriter) : <PersonName id={writerId} />}
        </Fact>
        <Fact name={t(($) => $.chapter.about.due)}>
          {dueOn === null ? (
            t(($) => $.chapter.about.noDue)
          ) : (
            <time dateTime={dueOn}>{formats.day(dueOn)}</time>
          )}
        </Fact>
        <Fact name={t(($) => $.chapter.about.words)}>
          {t(($) => $.words.wordCount, { count: chapter.words })}
        </Fact>
        <Fact name={t(($) => $.chapter.about.lastEdit)}>
          {changedAt === null ? (
            t(($) => $.chapter.about.never)
          ) : (
            <>
              <time dateTime={changedAt}>{formats.moment(changedAt)}</time>
              {changedBy !== null && (
                <>
                  <br />
                  <PersonName id={changedBy} />
                </>
              )}
            </>
          )}
        </Fact>
        {output && (
          <Fact name={t(($) => $.words.roles.coordinator)}>
            {output.coordinatorId === null ? (
              <span translate="no">{formats.countryName(output.coordinatorCountry)}</span>
            ) : (
              <PersonName id={output.coordinatorId} />
            )}
          </Fact>
        )}
        {role !== null && <Fact name={t(($) => $.chapter.about.role)}>{t(($) => $.words.roles[role])}</Fact>}
      </dl>
      <div>
        <ExportMenu addresses={chapterExports(chapter.id)} />
      </div>
      <Contributors chapterId={chapter.id} />
    </div>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
