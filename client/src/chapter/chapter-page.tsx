import { type Chapter, readChapter, readOutput } from '@accord/shared/outputs/outputs';
import { useTranslation } from 'react-i18next';
import { FailureBanner } from '../api/failure-banner';
import { useEndpoint } from '../api/use-endpoint';
import { useParam } from '../navigation/use-navigation';
import { useMe } from '../services/session';
import { useChapterSession } from '../sync/hooks';
import { Page, usePageTitle } from '../ui/page';
import { Skeleton } from '../ui/skeleton';
import { ChapterScreen } from './chapter-screen';

/** The page of one chapter: finds out what it is, opens its live text, and shows both. */
export function ChapterPage() {
  const { t } = useTranslation();
  const chapterId = useParam('chapterId');
  const chapter = useEndpoint(readChapter, { params: { chapterId } });
  // Another chapter is another page: nothing of the last one's editor is carried over.
  if (chapter.data) return <LiveChapter key={chapterId} chapter={chapter.data} />;
  if (chapter.isError) {
    return (
      <Page title={t(($) => $.failures.title)} narrow>
        <FailureBanner error={chapter.error} onRetry={() => void chapter.refetch()} />
      </Page>
    );
  }
  return <Opening title={t(($) => $.chapter.opening)} />;
}

function LiveChapter({ chapter }: { chapter: Chapter }) {
  const me = useMe();
  const output = useEndpoint(readOutput, { params: { outputId: chapter.outputId } });
  const session = useChapterSession(chapter.id, me, chapter.title);
  usePageTitle(chapter.title);
  if (!session) return <Opening title={chapter.title} />;
  return <ChapterScreen chapter={chapter} output={output.data} session={session} />;
}

function Opening({ title }: { title: string }) {
  return (
    <Page title={title}>
      <Skeleton lines={10} />
    </Page>
  );
}
