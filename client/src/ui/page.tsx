import { useEffect } from 'react';
import { classes } from './classes';
import css from './page.module.css';

export interface PageProps {
  title: string;
  /** A sentence or two under the title. */
  lead?: React.ReactNode;
  /** Buttons beside the title. */
  actions?: React.ReactNode;
  /** One narrow column: forms that stand alone. */
  narrow?: boolean;
  children: React.ReactNode;
}

/** A screen with its heading; also names the browser's tab. */
export function Page({ title, lead, actions, narrow = false, children }: PageProps) {
  usePageTitle(title);
  return (
    <div className={classes(css.page, narrow && css.narrow)}>
      <div className={css.head}>
        <div className={css.titles}>
          <h1 className={css.title}>{title}</h1>
          {lead && <p className={css.lead}>{lead}</p>}
        </div>
        {actions && <div className={css.actions}>{actions}</div>}
      </div>
      <div className={css.body}>{children}</div>
    </div>
  );
}

/** Names the browser's tab after what is shown. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Accord`;
  }, [title]);
}
