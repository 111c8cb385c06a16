import { listPeople } from '@accord/shared/people/people';
import type { ComparedVersions } from '@accord/shared/versions/comparing';
import { ChevronDown, ChevronUp } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEndpoint } from '../api/use-endpoint';
import { useFormats } from '../i18n/formats';
import { IconButton } from '../ui/button';
import { buttonClass } from '../ui/button-class';
import { classes } from '../ui/classes';
import css from './comparison.module.css';
import { folded } from './folding';
import { authorsIn, hueOf } from './people';
import { type Reading, ReadingContext } from './reading';
import { RowView } from './row-view';
import { useChanges } from './use-changes';
import { createWording } from './wording';

/** The compared text itself: a sentence about all of it, whose words are whose, and the rows. */
export function ComparedText(props: { compared: ComparedVersions; beside: boolean; onlyChanges: boolean }) {
  const { compared, beside, onlyChanges } = props;
  const { comparison, language } = compared;
  const { t } = useTranslation();
  const formats = useFormats();
  const people = useEndpoint(listPeople).data;
  const personOf = useMemo(() => {
    const byId = new Map((people ?? []).map((person) => [person.id, person]));
    return (id: string | null) => (id === null ? undefined : byId.get(id));
  }, [people]);
  const { rows, summary, noteNumbers } = comparison;
  const wording = useMemo(() => createWording(t, formats, noteNumbers), [t, formats, noteNumbers]);
  const changes = useChanges(rows, wording);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const shown = useMemo(
    () => (onlyChanges ? folded(rows) : rows.map((row) => ({ kind: 'row' as const, row }))),
    [rows, onlyChanges],
  );
  const authors = useMemo(() => authorsIn(rows), [rows]);
  const { goTo } = changes;
  // Every row hangs on this: going from change to change draws none of them anew.
  const reading = useMemo<Reading>(
    () => ({ language, notes: noteNumbers, personOf, wording, goTo }),
    [language, noteNumbers, personOf, wording, goTo],
  );
  return (
    <ReadingContext value={reading}>
      <p className={css.summary} role="status">
        {wording.summary(summary)}
      </p>
      <Legend ids={authors} personOf={personOf} />
      {changes.count > 0 && (
        <div className={css.steps}>
          {changes.position > 0 && (
            <span className={css.position}>
              {t(($) => $.comparison.position, { position: changes.position, count: changes.count })}
            </span>
          )}
          <IconButton
            label={t(($) => $.comparison.previous)}
            shortcut={changes.keys.previous}
            icon={ChevronUp}
            kind="plain"
            onPress={() => changes.step(-1)}
          />
          <IconButton
            label={t(($) => $.comparison.next)}
            shortcut={changes.keys.next}
            icon={ChevronDown}
            kind="plain"
            onPress={() => changes.step(1)}
          />
        </div>
      )}
      <article className={classes(css.rows, beside && css.beside)}>
        {beside && (
          <p className={css.columns}>
            <span>{t(($) => $.comparison.before)}</span>
            <span>{t(($) => $.comparison.after)}</span>
          </p>
        )}
        {shown.map((each) => {
          if (each.kind === 'row') return <RowView key={each.row.id} row={each.row} beside={beside} />;
          if (opened.has(each.id))
            return each.rows.map((row) => <RowView key={row.id} row={row} beside={beside} />);
          return (
            <button
              key={each.id}
              type="button"
              className={classes(buttonClass('quiet', true), css.fold)}
              onClick={() => setOpened((before) => new Set([...before, each.id]))}
            >
              {t(($) => $.comparison.unchanged, { count: each.rows.length })}
            </button>
          );
        })}
      </article>
    </ReadingContext>
  );
}

function Legend({ ids, personOf }: { ids: readonly (string | null)[]; personOf: Reading['personOf'] }) {
  const { t } = useTranslation();
  if (ids.length === 0) return null;
  return (
    <section className={css.legend} aria-label={t(($) => $.comparison.legend)}>
      <ul>
        {ids.map((id) => {
          const person = personOf(id);
          return (
            <li key={id ?? ''}>
              <span className={classes(css.code, hueOf(person))}>{person?.country ?? '?'}</span>
              {person ? (
                <span translate="no">{person.name}</span>
              ) : (
                t(($) => $.comparison[id === null ? 'nobodyKnown' : 'someone'])
              )}
            </li>
          );
        })}
      </ul>
      <p>{t(($) => $.comparison.legendSigns)}</p>
    </section>
  );
}
