import { Label, ProgressBar } from 'react-aria-components';
import css from './feedback.module.css';

/** How far something long has got; `share` from 0 to 1. */
export function Progress({ label, share }: { label: string; share: number }) {
  return (
    <ProgressBar value={share * 100} className={css.progress ?? ''}>
      {({ percentage, valueText }) => (
        <>
          <Label>
            {label} {valueText}
          </Label>
          <div className={css.track}>
            <div className={css.fill} style={{ inlineSize: `${percentage ?? 0}%` }} />
          </div>
        </>
      )}
    </ProgressBar>
  );
}
