import type { Row, RowFate } from '@accord/shared/versions/comparison-model';
import { ArrowDown } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button';
import { classes } from '../ui/classes';
import { Block } from './block';
import css from './comparison.module.css';
import { FactLines } from './fact-lines';
import { authorsIn, hueOf } from './people';
import { type Side, useReading } from './reading';
import { TableView } from './table-view';

/** One row: a sign of what happened and who was it, in words what can't be seen, and the text itself. */
export const RowView = memo(function RowView({ row, beside }: { row: Row; beside: boolean }) {
  const { t } = useTranslation();
  const { wording, goTo, language } = useReading();
  if (row.kind === 'moved-away')
    return (
      <div className={css.away}>
        <Sign fate="moved" />
        <div className={css.awayLine}>
          <FactLines row={row} />
          <Button kind="quiet" small icon={ArrowDown} onPress={() => goTo(row.to)}>
            {t(($) => $.comparison.showMoved)}
          </Button>
        </div>
      </div>
    );
  const changed = row.fate !== 'unchanged';
  const about = changed
    ? { role: 'group', 'aria-label': wording.line(row), tabIndex: -1, 'data-change': row.id }
    : {};
  return (
    <div className={classes(css.row, changed && css.changed, css[`fate-${row.fate}`])} {...about}>
      <div className={css.gutter}>
        {changed && <Sign fate={row.fate} />}
        <Authors row={row} />
      </div>
      <div className={css.body}>
        <FactLines row={row} />
        {beside ? (
          <div className={css.pair}>
            <Half row={row} side="before" />
            <Half row={row} side="after" />
          </div>
        ) : (
          <div className={`reading-text ${css.text}`} translate="no" lang={language}>
            <Drawn row={row} side="both" />
          </div>
        )}
      </div>
    </div>
  );
});

function Half({ row, side }: { row: Exclude<Row, { kind: 'moved-away' }>; side: 'before' | 'after' }) {
  const { t } = useTranslation();
  const { language } = useReading();
  const there = row[side].length > 0;
  return (
    <div className={classes(css.half, css[side], !there && css.nothing)}>
      {row.fate !== 'unchanged' && there && <p className={css.halfLabel}>{t(($) => $.comparison[side])}</p>}
      {there && (
        <div className={`reading-text ${css.text}`} translate="no" lang={language}>
          <Drawn row={row} side={side} />
        </div>
      )}
    </div>
  );
}

function Drawn({ row, side }: { row: Exclude<Row, { kind: 'moved-away' }>; side: Side }) {
  return row.kind === 'table' ? <TableView row={row} side={side} /> : <Block row={row} side={side} />;
}

const SIGNS: Readonly<Record<RowFate, string>> = {
  unchanged: '',
  changed: '≠',
  retyped: '≠',
  moved: '⇅',
  added: '+',
  removed: '−',
  split: '¶',
  merged: '¶',
  copied: '⧉',
};

/** A sign beside the text; the words say the same. */
const Sign = ({ fate }: { fate: RowFate }) => (
  <span className={css.sign} aria-hidden>
    {SIGNS[fate]}
  </span>
);

/** The countries whose people wrote or deleted here; the names are in the text and the legend. */
function Authors({ row }: { row: Row }) {
  const { personOf } = useReading();
  const known = authorsIn([row]).flatMap((id) => personOf(id) ?? []);
  const byCountry = new Map(known.map((person) => [person.country, person]));
  return [...byCountry.values()].map((person) => (
    <span key={person.country} className={classes(css.code, hueOf(person))} aria-hidden>
      {person.country}
    </span>
  ));
}
