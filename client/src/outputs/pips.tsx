import { COUNTRIES, type Country } from '@accord/shared/access/role';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../i18n/formats';
import { classes } from '../ui/classes';
import { VisuallyHidden } from '../ui/visually-hidden';
import css from './pips.module.css';

/** Where a country's signature stands: given, awaited, refused, or not asked for yet. */
export type PipState = 'signed' | 'awaited' | 'objecting' | 'not-asked';

/**
 * One pip a country, in the partnership's order: filled when signed, hollow when awaited, struck when objecting,
 * dotted when nobody has asked. The country's code stands in each; screen readers hear country and word.
 */
export function Pips({ label, states }: { label: string; states: Readonly<Record<Country, PipState>> }) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <ul className={css.pips} aria-label={label}>
      {COUNTRIES.map((country) => {
        const sentence = `${formats.countryName(country)}: ${t(($) => $.words.pips[states[country]])}`;
        return (
          <li key={country} title={sentence} className={classes(css.pip, css[country], css[states[country]])}>
            <span aria-hidden translate="no">
              {country}
            </span>
            <VisuallyHidden>{sentence}</VisuallyHidden>
          </li>
        );
      })}
    </ul>
  );
}

/** The product's mark: five pips in a ring, four signed and one awaited. Decorative. */
export function Mark({ size = 28 }: { size?: number }) {
  return (
    <svg
      viewBox="0 0 32 32"
      width={size}
      height={size}
      className={css.mark}
      aria-hidden="true"
      focusable="false"
    >
      <circle cx="16" cy="5.6" r="4.4" fill="currentColor" />
      <circle cx="26" cy="12.8" r="4.4" fill="currentColor" />
      <circle cx="22.2" cy="24.6" r="4.4" fill="currentColor" />
      <circle cx="9.8" cy="24.6" r="4.4" fill="currentColor" />
      <circle cx="6" cy="12.8" r="3.5" fill="none" stroke="currentColor" strokeWidth="1.8" />
    </svg>
  );
}
