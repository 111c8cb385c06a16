import { COUNTRIES } from '@accord/shared/access/role';
import type { PresenceUser } from '@accord/shared/sync/wire';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { initialsOf } from '../../ui/avatar';
import { classes } from '../../ui/classes';
import { useVoice } from '../../ui/notices';
import { VisuallyHidden } from '../../ui/visually-hidden';
import palette from './carets.module.css';
import css from './people-here.module.css';

/** Somebody who has the chapter open. */
export interface PersonHere extends PresenceUser {
  readonly me: boolean;
}

/** Circles before the rest becomes a number. */
const SHOWN = 5;

/** Who has the chapter open: initials on the country's hue, with name and country in words; joins are announced. */
export function PeopleHere({ people }: { people: readonly PersonHere[] }) {
  const { t } = useTranslation();
  useJoinsAnnounced(people);
  const shown = people.slice(0, people.length > SHOWN ? SHOWN - 1 : SHOWN);
  const more = people.slice(shown.length);
  const named = (person: PersonHere) =>
    `${person.name} (${person.country})${person.me ? `, ${t(($) => $.presence.you)}` : ''}`;
  return (
    <ul
      className={css.people}
      translate="no"
      aria-label={t(($) => $.presence.here, { count: people.length })}
    >
      {shown.map((person) => (
        <li key={person.id} className={classes(css.person, hueOf(person.country))} title={named(person)}>
          <span aria-hidden>{initialsOf(person.name)}</span>
          <span className={css.country} aria-hidden>
            {person.country}
          </span>
          <VisuallyHidden>{named(person)}</VisuallyHidden>
        </li>
      ))}
      {more.length > 0 && (
        <li className={classes(css.person, palette.elsewhere)} title={more.map(named).join('\n')}>
          <span aria-hidden>+{more.length}</span>
          <VisuallyHidden>{t(($) => $.presence.more, { count: more.length })}</VisuallyHidden>
        </li>
      )}
    </ul>
  );
}

function hueOf(country: string): string | undefined {
  return COUNTRIES.some((each) => each === country) ? palette[country.toLowerCase()] : palette.elsewhere;
}

/** Whoever appears within this time of opening was here first, and is not announced. In milliseconds. */
const ARRIVED_FIRST = 3_000;

/** Says who comes, politely, and nothing about those who were here first. */
function useJoinsAnnounced(people: readonly PersonHere[]): void {
  const { t } = useTranslation();
  const { announce } = useVoice();
  const before = useRef<ReadonlySet<string> | null>(null);
  const opened = useRef(0);
  useEffect(() => {
    const known = before.current;
    before.current = new Set(people.map(({ id }) => id));
    if (!known) opened.current = performance.now();
    if (!known || performance.now() - opened.current < ARRIVED_FIRST) return;
    const come = people.filter(({ id, me }) => !me && !known.has(id));
    if (come.length === 0) return;
    announce(come.map(({ name, country }) => t(($) => $.presence.joined, { name, country })).join('. '));
  }, [people, announce, t]);
}
