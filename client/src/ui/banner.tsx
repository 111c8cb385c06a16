import { CircleX, Info, type LucideIcon, TriangleAlert } from 'lucide-react';
import { classes } from './classes';
import css from './feedback.module.css';

export type BannerKind = 'info' | 'warn' | 'bad';

const ICONS: Record<BannerKind, LucideIcon> = { info: Info, warn: TriangleAlert, bad: CircleX };

/** A lasting message at the top of what it is about, with what can be done. */
export function Banner({
  kind = 'info',
  title,
  icon,
  children,
  actions,
}: {
  kind?: BannerKind;
  title?: string;
  icon?: LucideIcon;
  children: React.ReactNode;
  actions?: React.ReactNode;
}) {
  const Icon = icon ?? ICONS[kind];
  return (
    <div
      className={classes(css.banner, kind !== 'info' && css[kind])}
      role={kind === 'bad' ? 'alert' : 'status'}
    >
      <Icon size={18} aria-hidden />
      <div className={css.text}>
        {title && <strong>{title} </strong>}
        {children}
      </div>
      {actions}
    </div>
  );
}
