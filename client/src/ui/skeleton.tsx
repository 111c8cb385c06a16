import { useTranslation } from 'react-i18next';
import css from './feedback.module.css';
import { VisuallyHidden } from './visually-hidden';

/** Grey lines where text is about to stand, instead of a spinner. */
export function Skeleton({ lines = 4 }: { lines?: number }) {
  const { t } = useTranslation();
  return (
    <div className={css.lines} role="status">
      <VisuallyHidden>{t(($) => $.app.loading)}</VisuallyHidden>
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} className={`${css.skeleton} ${css.line}`} aria-hidden />
      ))}
    </div>
  );
}
