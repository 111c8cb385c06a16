import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { localeTag, PSEUDO } from './language';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How dates and numbers are written in one language. Times are shown in the reader's own time zone. */
export interface Formats {
  /** `1,234` */
  number(value: number): string;
  /** A calendar day (`2026-11-23`) as `23 November 2026`. */
  day(isoDay: string): string;
  /** A calendar day as `23 Nov`, with the year when it is not `now`'s. */
  shortDay(isoDay: string, now?: Date): string;
  /** A calendar day near `today` in words (`tomorrow`, `in 3 days`, `2 days ago`), else as `shortDay`. */
  nearDay(isoDay: string, today?: string): string;
  /** A moment as `23 Nov 2026, 21:47`. */
  moment(iso: string): string;
  /** How long ago, in the largest fitting unit: `3 minutes ago`, `yesterday`; a plain date after a month. */
  ago(iso: string, now?: Date): string;
  /** `a, b and c` */
  list(items: readonly string[]): string;
  /** A share of 1 as `37%`. */
  percent(share: number): string;
  /** `2.4 MB` */
  bytes(count: number): string;
  /** The language's name in itself: `suomi`. */
  languageName(language: string): string;
  /** The country's name in the reader's language: `Finland`. */
  countryName(country: string): string;
  /** Order of two titles or names as a reader expects it. */
  compare(a: string, b: string): number;
}

export function formatsFor(language: string): Formats {
  const locale = localeTag(language);
  const number = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const longDay = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const dayMonth = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const dayMonthYear = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const countries = new Intl.DisplayNames(locale, { type: 'region' });
  // What the browser writes has no catalogue entry to be changed; in the pseudo-language it is accented here.
  const shown = language === PSEUDO ? accented : (text: string) => text;
  const collator = new Intl.Collator(locale, { numeric: true });
  return {
    number: (value) => number.format(value),
    percent: (share) => percent.format(share),
    day: (isoDay) => shown(longDay.format(atMidnight(isoDay))),
    shortDay: (isoDay, now = new Date()) =>
      shown(
        (isoDay.startsWith(String(now.getFullYear())) ? dayMonth : dayMonthYear).format(atMidnight(isoDay)),
      ),
    nearDay: (isoDay, today = todayHere()) => {
      const days = Math.round((atMidnight(isoDay).getTime() - atMidnight(today).getTime()) / DAY);
      if (Math.abs(days) < 8) return shown(relative.format(days, 'day'));
      return shown(
        (isoDay.slice(0, 4) === today.slice(0, 4) ? dayMonth : dayMonthYear).format(atMidnight(isoDay)),
      );
    },
    moment: (iso) => shown(moment.format(new Date(iso))),
    ago: (iso, now = new Date()) => {
      const passed = new Date(iso).getTime() - now.getTime();
      const size = Math.abs(passed);
      if (size < MINUTE) return shown(relative.format(0, 'minute'));
      if (size < HOUR) return shown(relative.format(Math.trunc(passed / MINUTE), 'minute'));
      if (size < DAY) return shown(relative.format(Math.trunc(passed / HOUR), 'hour'));
      if (size < 31 * DAY) return shown(relative.format(Math.trunc(passed / DAY), 'day'));
      return shown(date.format(new Date(iso)));
    },
    list: (items) => shown(list.format(items)),
    bytes: (count) => bytesIn(locale, count),
    languageName: (tag) => shown(new Intl.DisplayNames(localeTag(tag), { type: 'language' }).of(tag) ?? tag),
    countryName: (country) => shown(countries.of(country) ?? country),
    compare: (a, b) => collator.compare(a, b),
  };
}

function bytesIn(locale: string, count: number): string {
  const [unit, size] =
    count < 1000
      ? (['byte', 1] as const)
      : count < 1_000_000
        ? (['kilobyte', 1000] as const)
        : (['megabyte', 1_000_000] as const);
  return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: 1 }).format(
    count / size,
  );
}

/** Vowels with an accent: `Finland` becomes `Fínlánd`. */
function accented(text: string): string {
  return text.replace(/[aeiou]/gi, (vowel) => `${vowel}\u0301`).normalize('NFC');
}

/** Today as a calendar day where the reader is, e.g. `2026-11-23`. */
export function todayHere(now: Date = new Date()): string {
  const month = String(now.getMonth() + 1).padStart(2, '0');
  return `${now.getFullYear()}-${month}-${String(now.getDate()).padStart(2, '0')}`;
}

/** A calendar day belongs to no time zone; formatting it in UTC keeps it the same day everywhere. */
function atMidnight(isoDay: string): Date {
  return new Date(`${isoDay}T00:00:00Z`);
}

/** The formats of the language the page is shown in. */
export function useFormats(): Formats {
  const { i18n } = useTranslation();
  return useMemo(() => formatsFor(i18n.language), [i18n.language]);
}
