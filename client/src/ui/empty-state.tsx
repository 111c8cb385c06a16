import css from './feedback.module.css';

/** What stands where there is nothing yet: a sentence, and what to do next. */
export function EmptyState({
  title,
  children,
  actions,
}: {
  title: string;
  children?: React.ReactNode;
  actions?: React.ReactNode;
}) {
  return (
    <div className={css.empty}>
      <h2>{title}</h2>
      {children && <p className={css.quiet}>{children}</p>}
      {actions && <div className={css.row}>{actions}</div>}
    </div>
  );
}
