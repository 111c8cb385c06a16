import { COUNTRIES, ROLES } from '@accord/shared/access/role';
import { MAX_COMMENT } from '@accord/shared/comments/comments';
import { type Mention, mentionsIn, readableText, withMentions } from '@accord/shared/comments/mentions';
import { type KeyboardEvent, type RefObject, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../i18n/formats';
import { buttonClass } from '../ui/button-class';
import { classes } from '../ui/classes';
import { useVoice } from '../ui/notices';
import { useComments } from './comments';
import css from './composer.module.css';
import { type Candidate, candidatesFor, mentionQuery } from './mention-candidates';

export interface ComposerProps {
  /** What is written here, for screen readers. */
  label: string;
  /** The word on the button. */
  send: string;
  /** A comment's text, as it was left. */
  text: string;
  onChange: (text: string) => void;
  onSend: (text: string) => void;
  onCancel?: () => void;
  /** It takes the focus when its card is gone to. */
  isFirst?: boolean;
  autoFocus?: boolean;
  /** Room for how many lines at first. */
  rows?: number;
}

/**
 * A field for a comment. `@` offers people, countries and roles: arrows choose, Enter or Tab takes, Escape closes.
 * Ctrl+Enter sends.
 */
export function Composer(props: ComposerProps) {
  const {
    label,
    send,
    text,
    onChange,
    onSend,
    onCancel,
    isFirst = false,
    autoFocus = false,
    rows = 2,
  } = props;
  const { t } = useTranslation();
  const field = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  const [written, setWritten] = useState(() => readableText(text));
  const [chosen, setChosen] = useState<readonly Mention[]>(() => mentionsIn(text));
  const completion = useCompletion(field, written);
  const [asked, setAsked] = useState(false);

  const change = (next: string, mentions = chosen) => {
    setWritten(next);
    setChosen(mentions);
    onChange(withMentions(next, mentions));
  };
  const take = (candidate: Candidate) => {
    const { query } = completion;
    const element = field.current;
    if (!query || !element) return;
    const behind = written.slice(query.start + 1 + query.text.length);
    const head = `${written.slice(0, query.start)}@${candidate.name}`;
    const space = behind.startsWith(' ') ? '' : ' ';
    change(`${head}${space}${behind}`, [...chosen, { name: candidate.name, target: candidate.target }]);
    completion.close();
    // Once React has put the text there.
    requestAnimationFrame(() => {
      element.focus();
      element.setSelectionRange(head.length + 1, head.length + 1);
    });
  };
  const result = withMentions(written, chosen).trim();
  const isTooLong = result.length > MAX_COMMENT;
  const canSend = result !== '' && !isTooLong;
  const sendNow = () => {
    if (!canSend) return;
    setWritten('');
    setChosen([]);
    onSend(result);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (completion.onKeyDown(event, take)) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      sendNow();
    }
  };
  useEffect(() => {
    if (autoFocus) field.current?.focus({ preventScroll: true });
  }, [autoFocus]);

  const { offered, index } = completion;
  const isOpen = offered.length > 0;
  return (
    <form
      className={css.composer}
      onSubmit={(event) => {
        event.preventDefault();
        sendNow();
      }}
    >
      <div className={css.room}>
        <textarea
          ref={field}
          className={css.field}
          aria-label={label}
          aria-describedby={isTooLong ? `${listId}-long` : `${listId}-hint`}
          aria-autocomplete="list"
          {...(isOpen
            ? {
                'aria-controls': listId,
                'aria-activedescendant': `${listId}-${index}`,
                'aria-haspopup': 'listbox',
              }
            : {})}
          aria-invalid={isTooLong}
          rows={rows}
          placeholder={label}
          value={written}
          {...(isFirst ? { 'data-first': '' } : {})}
          onChange={(event) => {
            change(event.target.value);
            completion.look(event.target);
          }}
          onSelect={(event) => completion.look(event.currentTarget)}
          onKeyDown={onKeyDown}
          onBlur={completion.close}
        />
        {isOpen && (
          <div
            id={listId}
            role="listbox"
            aria-label={t(($) => $.comments.mention.label)}
            className={css.offered}
          >
            {offered.map((candidate, at) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys
              // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus
              <div
                key={candidate.target}
                id={`${listId}-${at}`}
                role="option"
                aria-selected={at === index}
                className={classes(css.option, at === index && css.chosen)}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => take(candidate)}
              >
                <span translate="no">{candidate.name}</span>
                <span className={css.detail}>{candidate.detail}</span>
              </div>
            ))}
          </div>
        )}
      </div>
      <p id={`${listId}-hint`} className={css.hint}>
        {t(($) => $.comments.hint)}
      </p>
      {isTooLong && (
        <p id={`${listId}-long`} className={css.error} role="alert">
          {t(($) => $.comments.tooLong, { most: MAX_COMMENT, count: result.length })}
        </p>
      )}
      <div className={css.actions}>
        {onCancel && (
          <button
            type="button"
            className={buttonClass(asked ? 'danger' : 'quiet', true)}
            // What was written is thrown away at the second press only.
            onClick={() => (asked || result === '' ? onCancel() : setAsked(true))}
            onBlur={() => setAsked(false)}
          >
            {asked ? t(($) => $.comments.throwAway) : t(($) => $.actions.cancel)}
          </button>
        )}
        <button type="submit" className={buttonClass('primary', true)} disabled={!canSend}>
          {send}
        </button>
      </div>
    </form>
  );
}

/** The names that fit what is being typed behind an `@`. */
function useCompletion(field: RefObject<HTMLTextAreaElement | null>, written: string) {
  const { t } = useTranslation();
  const { announce } = useVoice();
  const all = useCandidates();
  const [caret, setCaret] = useState<number | null>(null);
  const [index, setIndex] = useState(0);
  /** Where the mention begins of which somebody wants no names. */
  const [dismissed, setDismissed] = useState(-1);
  const typed = caret === null ? null : mentionQuery(written, caret);
  const query = typed?.start === dismissed ? null : typed;
  const offered = useMemo(
    () => (query === null ? [] : candidatesFor(query.text, all)),
    [query?.text, query === null, all],
  );
  const count = offered.length;
  useEffect(() => {
    setIndex(0);
    if (count > 0) announce(t(($) => $.comments.mention.found, { count }));
  }, [count, query?.text]);

  const close = () => setCaret(null);
  return {
    query,
    offered,
    index: Math.min(index, Math.max(0, count - 1)),
    close,
    look(element: HTMLTextAreaElement) {
      if (document.activeElement === field.current)
        setCaret(element.selectionStart === element.selectionEnd ? element.selectionStart : null);
    },
    /** @returns whether the key was for the list */
    onKeyDown(event: KeyboardEvent, take: (candidate: Candidate) => void): boolean {
      const candidate = offered[Math.min(index, count - 1)];
      if (!candidate || event.ctrlKey || event.metaKey || event.altKey) return false;
      if (event.key === 'ArrowDown') setIndex((index + 1) % count);
      else if (event.key === 'ArrowUp') setIndex((index + count - 1) % count);
      else if (event.key === 'Enter' || event.key === 'Tab') take(candidate);
      else if (event.key === 'Escape') setDismissed(query?.start ?? -1);
      else return false;
      event.preventDefault();
      event.stopPropagation();
      return true;
    },
  };
}

/** Everybody who can be mentioned: people by name, then countries and roles. */
function useCandidates(): readonly Candidate[] {
  const { t } = useTranslation();
  const formats = useFormats();
  const { people } = useComments();
  return useMemo(() => {
    const persons = people
      .filter(({ active }) => active)
      .map(({ id, name, country }) => ({
        name,
        target: `person:${id}`,
        detail: `${formats.countryName(country)} (${country})`,
      }))
      .toSorted((one, other) => formats.compare(one.name, other.name));
    const countries = COUNTRIES.map((country) => ({
      name: formats.countryName(country),
      target: `country:${country}`,
      detail: t(($) => $.comments.mention.country),
    }));
    const roles = ROLES.map((role) => ({
      name: t(($) => $.words.roles[role]),
      target: `role:${role}`,
      detail: t(($) => $.comments.mention.role),
    }));
    return [...persons, ...countries, ...roles];
  }, [people, formats, t]);
}
