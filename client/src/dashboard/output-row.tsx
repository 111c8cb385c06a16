import { COUNTRIES, type Country } from '@accord/shared/access/role';
import type { Chapter, Output } from '@accord/shared/outputs/outputs';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../i18n/formats';
import { Link } from '../navigation/link';
import { type PipState, Pips } from '../outputs/pips';
import { StateWord } from '../outputs/state-word';
import { classes } from '../ui/classes';
import css from './desk.module.css';

const NOT_ASKED = Object.fromEntries(COUNTRIES.map((country) => [country, 'not-asked'])) as Record<
  Country,
  PipState
>;

/** One output: what it is, who coordinates, the signatures of the five countries, and its chapters as cells. */
export function OutputRow(props: {
  output: Output;
  meId: string;
  pips?: Readonly<Record<Country, PipState>> | undefined;
}) {
  const { output, meId, pips = NOT_ASKED } = props;
  const { t } = useTranslation();
  const formats = useFormats();
  const chapters = output.chapters.filter((chapter) => !chapter.archived);
  const words = chapters.reduce((sum, chapter) => sum + chapter.words, 0);
  return (
    <article className={css.row} aria-labelledby={`output-${output.id}`}>
      <div className={css.about}>
        <span className={css.quiet}>
          {t(($) => $.words.kinds[output.kind])}
          {output.issue !== null &&
            ` · ${t(($) => $.desk.outputs.issue, { number: formats.number(output.issue) })}`}
        </span>
        <h3 id={`output-${output.id}`} translate="no" lang={output.language}>
          <Link to="/outputs/$outputId" params={{ outputId: output.id }}>
            {output.title}
          </Link>
        </h3>
        <span className={css.facts}>
          <span>
            {t(($) => $.desk.outputs.coordinated, {
              country: formats.countryName(output.coordinatorCountry),
            })}
          </span>
          <span>{t(($) => $.words.wordCount, { count: words })}</span>
        </span>
        <div className={css.pips}>
          <Pips label={t(($) => $.desk.outputs.signOff)} states={pips} />
        </div>
      </div>
      {chapters.length === 0 ? (
        <p className={css.quiet}>{t(($) => $.desk.outputs.noChapters)}</p>
      ) : (
        <ol className={css.cells} aria-label={t(($) => $.desk.outputs.chapters, { title: output.title })}>
          {chapters.map((chapter, index) => (
            <li key={chapter.id}>
              <ChapterCell chapter={chapter} number={index + 1} mine={chapter.writerId === meId} />
            </li>
          ))}
        </ol>
      )}
    </article>
  );
}

function ChapterCell({ chapter, number, mine }: { chapter: Chapter; number: number; mine: boolean }) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <Link
      to="/chapters/$chapterId"
      params={{ chapterId: chapter.id }}
      className={classes(css.cell, mine && css.mine)}
    >
      <span className={css.cellTitle} translate="no" lang={chapter.language}>
        {formats.number(number)}. {chapter.title}
      </span>
      <span className={css.facts}>
        <StateWord state={chapter.state} />
        <span>{t(($) => $.words.wordCount, { count: chapter.words })}</span>
        {mine && <strong>{t(($) => $.desk.outputs.mine)}</strong>}
      </span>
    </Link>
  );
}
