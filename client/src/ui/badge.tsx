import type { LucideIcon } from 'lucide-react';
import { classes } from './classes';
import css from './feedback.module.css';

export type Tone = 'plain' | 'accent' | 'good' | 'warn' | 'bad';

/** A word with its icon: a state, never told by colour alone. `boxed` draws a border round it. */
export function Badge({
  icon: Icon,
  tone = 'plain',
  boxed = false,
  children,
}: {
  icon?: LucideIcon;
  tone?: Tone;
  boxed?: boolean;
  children: React.ReactNode;
}) {
  return (
    <span className={classes(css.word, boxed && css.badge, css[`tone-${tone}`])}>
      {Icon && <Icon size={14} aria-hidden />}
      <span>{children}</span>
    </span>
  );
}
