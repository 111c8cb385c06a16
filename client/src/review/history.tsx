import type { StateMove } from '@accord/shared/review/review';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../i18n/formats';
import { StateWord } from '../outputs/state-word';
import { PersonName } from '../people/person-name';
import css from './review.module.css';

/** Every change of state, newest first: who, when and why (R1). */
export function ReviewHistory({ history }: { history: readonly StateMove[] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <details className={css.history}>
      <summary>{t(($) => $.review.history)}</summary>
      <ol>
        {history.toReversed().map((move) => (
          <li key={move.id}>
            <StateWord state={move.to} />
            <p className={css.quiet}>
              <PersonName id={move.personId} /> · <time dateTime={move.at}>{formats.moment(move.at)}</time>
              {move.chapterId === null && ` · ${t(($) => $.review.whole)}`}
            </p>
            {move.note !== '' && (
              <p className={css.words} translate="no">
                {move.note}
              </p>
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}
