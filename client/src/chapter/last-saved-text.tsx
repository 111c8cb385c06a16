import { Failure, type FailureCode } from '@accord/shared/kernel/failure';
import type { NodeJson } from '@accord/shared/manuscript/document';
import { renderMarkup } from '@accord/shared/manuscript/render-html';
import { type Chapter, readContent } from '@accord/shared/outputs/outputs';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureBanner } from '../api/failure-banner';
import { useEndpoint } from '../api/use-endpoint';
import { elementsOf } from '../reading/elements';
import '../reading/text.css';
import { Banner } from '../ui/banner';
import { buttonClass } from '../ui/button-class';
import { Skeleton } from '../ui/skeleton';
import css from './chapter.module.css';

/**
 * The text as the server last stored it, to read: for when the live text can't be opened here (U5, U9).
 * @param props.reason a sentence, or '' where there is nothing to add
 */
export function LastSavedText(props: {
  chapter: Chapter;
  reason: string;
  onRetry: (() => void) | undefined;
}) {
  const { chapter, reason, onRetry } = props;
  const { t } = useTranslation();
  const { id: chapterId, language } = chapter;
  const content = useEndpoint(readContent, { params: { chapterId }, query: { format: 'json' } });
  const text = useMemo(() => {
    if (typeof content.data !== 'object') return null;
    return elementsOf(renderMarkup(content.data as NodeJson, { language, headingShift: 1 }));
  }, [content.data, language]);
  const failed = content.isError && !content.data;
  const refused = content.error instanceof Failure && REFUSED.has(content.error.code);
  if (failed && !(refused && reason !== '')) {
    return (
      <div className={css.banners}>
        <FailureBanner error={content.error} onRetry={() => void content.refetch()} />
      </div>
    );
  }
  const why = (
    <div className={css.banners}>
      <Banner
        kind="warn"
        title={t(($) => $.chapter.banners.refused)}
        actions={
          onRetry && (
            <button type="button" className={buttonClass()} onClick={onRetry}>
              {t(($) => $.actions.retry)}
            </button>
          )
        }
      >
        {reason} {text && t(($) => $.chapter.banners.static)}
      </Banner>
    </div>
  );
  // Whoever may not read the text is told why by the reason itself.
  if (failed) return why;
  if (!text) return <Skeleton lines={12} />;
  return (
    <>
      {why}
      <article className={`reading-text ${css.opening ?? ''}`} translate="no" lang={language}>
        {text}
      </article>
    </>
  );
}

const REFUSED: ReadonlySet<FailureCode> = new Set(['not-allowed', 'not-found']);
