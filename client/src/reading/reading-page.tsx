import { countWordsIn, outlineOf } from '@accord/shared/manuscript/blocks';
import { cleanDocument } from '@accord/shared/manuscript/clean';
import { readOutput, readOutputContent } from '@accord/shared/outputs/outputs';
import { ArrowLeft, Printer } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureBanner } from '../api/failure-banner';
import { useEndpoint } from '../api/use-endpoint';
import { outputExports } from '../export/addresses';
import { ExportMenu } from '../export/export-menu';
import { todayHere, useFormats } from '../i18n/formats';
import { Link } from '../navigation/link';
import { useParam } from '../navigation/use-navigation';
import { Button } from '../ui/button';
import { buttonClass } from '../ui/button-class';
import { EmptyState } from '../ui/empty-state';
import { usePageTitle } from '../ui/page';
import { Skeleton } from '../ui/skeleton';
import { anchorOf, ChapterSection, prefixOf, type ReadChapter } from './chapter-section';
import { Contents, type Entry } from './contents';
import css from './reading.module.css';
import './text.css';
import { useAnchorOnArrival } from './use-anchor';

/** A whole output to read and print: its title, the contents, and the committed text of its chapters in order. */
export function ReadingPage() {
  const { t } = useTranslation();
  const formats = useFormats();
  const outputId = useParam('outputId');
  const output = useEndpoint(readOutput, { params: { outputId } });
  const content = useEndpoint(readOutputContent, { params: { outputId } });
  usePageTitle(output.data?.title ?? '');
  useAnchorOnArrival(content.isSuccess && output.isSuccess);
  const chapters = content.data;
  const entries = useMemo(() => (chapters ?? []).map(entryOf), [chapters]);
  const words = useMemo(
    () => (chapters ?? []).reduce((sum, { document }) => sum + (document ? countWordsIn(document) : 0), 0),
    [chapters],
  );

  const failed = [output, content].find(({ isError }) => isError);
  if (failed) return <FailureBanner error={failed.error} onRetry={() => void failed.refetch()} />;
  if (!output.data || !chapters) return <Skeleton lines={12} />;
  const { title, language, kind } = output.data;
  return (
    <div className={css.page}>
      <div className={css.tools}>
        <Link to="/outputs/$outputId" params={{ outputId }} className={buttonClass('quiet')}>
          <ArrowLeft size={16} aria-hidden />
          {t(($) => $.reading.toOutput)}
        </Link>
        <div className={css.takeAway}>
          <ExportMenu addresses={outputExports(outputId)} />
          <Button icon={Printer} onPress={() => window.print()}>
            {t(($) => $.reading.print)}
          </Button>
        </div>
      </div>
      <header className={css.head}>
        <p className={css.kind}>{t(($) => $.words.kinds[kind])}</p>
        <h1 translate="no" lang={language}>
          {title}
        </h1>
        <p className={css.quiet}>
          {formats.countryName(output.data.coordinatorCountry)} ·{' '}
          {t(($) => $.words.wordCount, { count: words })}
          <span className={css.printed}>
            {' '}
            · {t(($) => $.reading.printed, { day: formats.day(todayHere()) })}
          </span>
        </p>
      </header>
      {chapters.length === 0 ? (
        <EmptyState title={t(($) => $.reading.none)}>{t(($) => $.reading.noneExplain)}</EmptyState>
      ) : (
        <div className={css.columns}>
          <Contents entries={entries} />
          <article className={css.text} lang={language}>
            {chapters.map((chapter, index) => (
              <ChapterSection key={chapter.chapterId} chapter={chapter} number={index + 1} />
            ))}
          </article>
        </div>
      )}
    </div>
  );
}

/** A chapter and its main headings: those of the highest level it uses. */
function entryOf({ chapterId, title, language, document }: ReadChapter): Entry {
  const outline = document ? outlineOf(cleanDocument(document)) : [];
  const named = outline.filter(({ id, text }) => id !== null && text !== '');
  const highest = Math.min(...named.map(({ level }) => level));
  return {
    anchor: anchorOf(chapterId),
    title,
    lang: language,
    headings: named
      .filter(({ level }) => level === highest)
      .map(({ id, text }) => ({ anchor: prefixOf(chapterId) + id, title: text })),
  };
}
