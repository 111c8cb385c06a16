import { Failure } from '@accord/shared/kernel/failure';
import { useTranslation } from 'react-i18next';
import { Banner } from '../ui/banner';
import { buttonClass } from '../ui/button-class';

/** The translated sentence of a failure, with what to do next; anything unforeseen counts as internal. */
export function useFailureSentence(): (error: unknown) => string {
  const { t } = useTranslation();
  return (error) => {
    const failure = error instanceof Failure ? error : new Failure('internal');
    const sentence = t(($) => $.failures.codes[failure.code]);
    return failure.retryAfter === undefined
      ? sentence
      : `${sentence} ${t(($) => $.failures.retryIn, { count: Math.ceil(failure.retryAfter) })}`;
  };
}

/** A failed load or save, where it happened, with a way to try again. */
export function FailureBanner({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation();
  const sentence = useFailureSentence();
  return (
    <Banner
      kind="bad"
      actions={
        onRetry && (
          <button type="button" className={buttonClass()} onClick={onRetry}>
            {t(($) => $.actions.retry)}
          </button>
        )
      }
    >
      {sentence(error)}
    </Banner>
  );
}
