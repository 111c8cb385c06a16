import css from './button.module.css';
import { classes } from './classes';

export type ButtonKind = 'plain' | 'primary' | 'danger' | 'quiet';

/**
 * The class names of a button: for links that look like one, and for native buttons on screens that have to be there
 * before the component library is.
 */
export function buttonClass(kind: ButtonKind = 'plain', small = false): string {
  return classes(css.button, kind !== 'plain' && css[kind], small && css.small);
}

/** The same for a button that shows only an icon. */
export function iconButtonClass(kind: ButtonKind = 'quiet', small = false): string {
  return classes(buttonClass(kind, small), css.icon);
}
