import { COUNTRIES } from '@accord/shared/access/role';
import { LOCKED_STATES } from '@accord/shared/access/state';
import type { Review } from '@accord/shared/review/review';
import { pipsOf } from '@accord/shared/review/signing';
import { useTranslation } from 'react-i18next';
import { FailureBanner } from '../api/failure-banner';
import { useFormats } from '../i18n/formats';
import { Pips } from '../outputs/pips';
import { StateWord } from '../outputs/state-word';
import { Skeleton } from '../ui/skeleton';
import { ReviewHistory } from './history';
import { MoveButtons } from './moves';
import css from './review.module.css';
import { SignOffSheet } from './sign-off-sheet';
import { type Target, useReview } from './target';

/** How a chapter or an output stands in its review, what I may do about it, and how it came there. */
export function ReviewSheet({ target }: { target: Target }) {
  const review = useReview(target);
  if (review.isError && !review.data)
    return <FailureBanner error={review.error} onRetry={() => void review.refetch()} />;
  if (!review.data) return <Skeleton lines={5} />;
  return <Sheet target={target} review={review.data} />;
}

function Sheet({ target, review }: { target: Target; review: Review }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { state, signOff, history } = review;
  const isSigned = signOff !== null && state !== null && LOCKED_STATES.has(state);
  const states = isSigned
    ? pipsOf([{ ...signOff, underway: null }])
    : Object.fromEntries(COUNTRIES.map((country) => [country, 'not-asked' as const]));
  return (
    <div className={css.sheet}>
      <div className={css.standing}>
        {state === null ? <p>{t(($) => $.review.severalStates)}</p> : <StateWord state={state} boxed />}
        <Pips label={t(($) => $.desk.outputs.signOff)} states={states as ReturnType<typeof pipsOf>} />
      </div>
      {isSigned && signOff.deadline && signOff.ended === null && (
        <p className={css.quiet}>{t(($) => $.review.until, { day: formats.day(signOff.deadline) })}</p>
      )}
      <MoveButtons target={target} review={review} />
      {signOff && <SignOffSheet target={target} review={review} signOff={signOff} />}
      {history.length > 0 && <ReviewHistory history={history} />}
    </div>
  );
}
