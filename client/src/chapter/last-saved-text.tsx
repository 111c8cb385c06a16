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
import { Skeleton } from '../ui/skeleton';
import css from './chapter.module.css';

/** The text as the server last stored it, to read: for when the live text can't be opened here (U5, U9). */
export function LastSavedText({ chapter, reason }: { chapter: Chapter; reason: string }) {
  const { t } = useTranslation();
  const { id: chapterId, language } = chapter;
  const content = useEndpoint(readContent, { params: { chapterId }, query: { format: 'json' } });
  const text = useMemo(() => {
    if (typeof content.data !== 'object') return null;
    return elementsOf(renderMarkup(content.data as NodeJson, { language, headingShift: 1 }));
  }, [content.data, language]);
  if (content.isError && !content.data) {
    return <FailureBanner error={content.error} onRetry={() => void content.refetch()} />;
  }
  if (!text) return <Skeleton lines={12} />;
  return (
    <>
      <Banner kind="warn" title={t(($) => $.chapter.banners.refused)}>
        {reason} {t(($) => $.chapter.banners.static)}
      </Banner>
      <article className={`reading-text ${css.opening ?? ''}`} translate="no" lang={language}>
        {text}
      </article>
    </>
  );
}
