import { classes } from './classes';
import css from './feedback.module.css';

/** The first letters of a name, in a circle. Decorative: the name stands beside it or in its label. */
export function Avatar({ name, small = false }: { name: string; small?: boolean }) {
  return (
    <span className={classes(css.avatar, small && css.small)} aria-hidden translate="no">
      {initialsOf(name)}
    </span>
  );
}

/** First letters of the first and the last word of a name, in capitals. */
export function initialsOf(name: string): string {
  const parts = name.trim().split(/\s+/);
  const first = Array.from(parts[0] ?? '')[0] ?? '';
  const last = parts.length > 1 ? (Array.from(parts.at(-1) ?? '')[0] ?? '') : '';
  return (first + last).toLocaleUpperCase();
}
