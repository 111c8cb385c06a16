import { Failure } from '@accord/shared/kernel/failure';
import { CONTEXT } from '@accord/shared/manuscript/anchor';
import type { Operation } from '@accord/shared/suggestions/suggestions';
import { Check, CircleAlert, CloudOff, Eye, TextCursorInput, TriangleAlert, Undo2, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureSentence } from '../api/failure-banner';
import { useFormats } from '../i18n/formats';
import { Avatar } from '../ui/avatar';
import { Badge } from '../ui/badge';
import { buttonClass } from '../ui/button-class';
import { classes } from '../ui/classes';
import type { OpenSuggestion } from './desk';
import { usePhrases } from './phrases';
import { useSuggestions } from './suggestions';
import css from './suggestions.module.css';
import type { SuggestionPlace } from './use-suggestion-places';

export interface SuggestionCardProps {
  suggestion: OpenSuggestion;
  place: SuggestionPlace | undefined;
  isActive: boolean;
  /** What is said about it. */
  talk: ReactNode;
  /** Puts a conflicting one where the caret is; null where that is not possible. */
  onApplyHere: (() => void) | null;
  /** Goes on to the next card once this one is done with. */
  onDone: () => void;
  /** Back to the text, at its place. */
  onLeave: () => void;
}

/** A suggestion on a card: who proposes what, how it stands, and what can be done with it. */
export function SuggestionCard(props: SuggestionCardProps) {
  const { suggestion, place, isActive, talk, onApplyHere, onDone, onLeave } = props;
  const { id, personId, at, operations, mine, needsLook } = suggestion;
  const { t } = useTranslation();
  const formats = useFormats();
  const { personOf, mayDecide, decide, desk } = useSuggestions();
  const phrase = usePhrases()(operations);
  const person = personOf(personId);
  const name = person?.name ?? t(($) => $.suggestions.someone);
  const conflicts = place?.kind === 'conflicts';
  const withdraw = () => {
    desk?.withdraw(id);
    onDone();
  };
  const settle = async (verdict: 'accept' | 'reject') => {
    if (await decide([id], verdict)) onDone();
  };
  return (
    <article
      className={classes(css.card, isActive && css.activeCard)}
      aria-label={t(($) => $.suggestions.card, { name, what: phrase.line })}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a card is gone to as a whole, to be read
      tabIndex={0}
      data-card-focus
      data-suggestion-card={id}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.stopPropagation();
        onLeave();
      }}
    >
      <div className={css.head}>
        <Avatar name={person?.name ?? ''} small />
        <span className={css.byline}>
          <strong translate="no">{name}</strong>
          <span className={css.quiet}>
            {person && (
              <>
                <abbr title={formats.countryName(person.country)} translate="no">
                  {person.country}
                </abbr>
                {' · '}
              </>
            )}
            <time dateTime={at} title={formats.moment(at)}>
              {formats.ago(at)}
            </time>
          </span>
        </span>
      </div>
      <Proposal phrase={phrase} />
      {conflicts && (
        <div className={css.trouble}>
          <Badge icon={TriangleAlert} tone="warn">
            {t(($) => $.suggestions.conflicts)}
          </Badge>
          {isActive && onApplyHere && <p className={css.quiet}>{t(($) => $.suggestions.applyHereHow)}</p>}
        </div>
      )}
      {place?.kind === 'covered' && (
        <Badge icon={Eye} tone="plain">
          {t(($) => $.suggestions.covered)}
        </Badge>
      )}
      {needsLook && (
        <Badge icon={Eye} tone="warn">
          {needsLook.quote === ''
            ? t(($) => $.suggestions.needsLook)
            : t(($) => $.suggestions.needsLookAt, { words: needsLook.quote })}
        </Badge>
      )}
      {mine && <Delivery suggestion={suggestion} />}
      <div className={css.actions}>
        {conflicts && onApplyHere && (
          <button type="button" className={buttonClass('plain', true)} onClick={onApplyHere}>
            <TextCursorInput size={16} aria-hidden />
            {t(($) => $.suggestions.applyHere)}
          </button>
        )}
        {mayDecide && !conflicts && (
          <button type="button" className={buttonClass('plain', true)} onClick={() => void settle('accept')}>
            <Check size={16} aria-hidden />
            {t(($) => $.suggestions.accept)}
          </button>
        )}
        {mayDecide && !mine && (
          <button type="button" className={buttonClass('quiet', true)} onClick={() => void settle('reject')}>
            <X size={16} aria-hidden />
            {conflicts ? t(($) => $.suggestions.discard) : t(($) => $.suggestions.reject)}
          </button>
        )}
        {mine && (
          <button type="button" className={buttonClass('quiet', true)} onClick={withdraw}>
            <Undo2 size={16} aria-hidden />
            {t(($) => $.suggestions.withdraw)}
          </button>
        )}
      </div>
      {talk}
    </article>
  );
}

/** What is proposed: the words that go, struck; those that come, underlined; told apart by more than colour (S13). */
export function Proposal(props: {
  phrase: ReturnType<ReturnType<typeof usePhrases>>;
  /** Where it stands away from its text: the words on both sides. */
  around?: readonly [before: string, after: string] | null;
}) {
  const { phrase, around } = props;
  if (around)
    return (
      <div className={css.proposal}>
        <span className={css.what}>{phrase.title}</span>
        <p className={css.inContext} translate="no">
          {around[0]}
          {phrase.before !== '' && <del>{phrase.before}</del>}
          {phrase.after !== '' && <ins>{phrase.after}</ins>}
          {around[1]}
        </p>
      </div>
    );
  return (
    <div className={css.proposal}>
      <span className={css.what}>{phrase.title}</span>
      {phrase.quote !== '' && (
        <q className={css.about} translate="no">
          {phrase.quote}
        </q>
      )}
      {phrase.before !== '' && (
        <del className={css.gone} translate="no">
          {phrase.before}
        </del>
      )}
      {phrase.after !== '' && (
        <ins className={css.new} translate="no">
          {phrase.after}
        </ins>
      )}
    </div>
  );
}

/** The words before and after those that a suggestion is about, whole ones; null where it is not about words alone. */
export function wordsAround(operations: readonly Operation[]): readonly [string, string] | null {
  const [only] = operations;
  if (operations.length !== 1 || only?.kind !== 'change') return null;
  const { prefix, suffix } = only.anchor;
  const before = prefix.length < CONTEXT ? prefix : `… ${prefix.replace(/^\S*\s*/, '')}`;
  const after = suffix.length < CONTEXT ? suffix : `${suffix.replace(/\s*\S*$/, '')} …`;
  return [before, after];
}

/** Whether an own suggestion has arrived, and what to do when it can't. */
function Delivery({ suggestion: { id, mine } }: { suggestion: OpenSuggestion }) {
  const { t } = useTranslation();
  const sentence = useFailureSentence();
  const { desk } = useSuggestions();
  if (!mine || mine.arrived === 'yes') return null;
  if (mine.arrived === 'not-yet')
    return (
      <Badge icon={CloudOff} tone="plain">
        {t(($) => $.suggestions.onItsWay)}
      </Badge>
    );
  return (
    <div className={css.trouble}>
      <Badge icon={CircleAlert} tone="bad">
        {t(($) => $.suggestions.refused, { reason: sentence(new Failure(mine.refused ?? 'internal')) })}
      </Badge>
      <div className={css.actions}>
        <button type="button" className={buttonClass('plain', true)} onClick={() => desk?.retry()}>
          {t(($) => $.actions.retry)}
        </button>
        <button type="button" className={buttonClass('quiet', true)} onClick={() => desk?.discard(id)}>
          {t(($) => $.suggestions.discard)}
        </button>
      </div>
    </div>
  );
}
