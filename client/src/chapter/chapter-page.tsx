import { readChapter, readOutput } from '@accord/shared/outputs/outputs';
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
  const chapterId = useParam('chapterId');
  // Another chapter is another page: nothing of the last one's editor is carried over.
  return <OneChapter key={chapterId} chapterId={chapterId} />;
}

function OneChapter({ chapterId }: { chapterId: string }) {
  const { t } = useTranslation();
  const me = useMe();
  const chapter = useEndpoint(readChapter, { params: { chapterId } });
  const title = chapter.data?.title ?? t(($) => $.chapter.opening);
  const session = useChapterSession(chapterId, me, title);
  usePageTitle(title);
  if (chapter.isError && !chapter.data) {
    return (
      <Page title={t(($) => $.failures.title)} narrow>
        <FailureBanner error={chapter.error} onRetry={() => void chapter.refetch()} />
      </Page>
    );
  }
  if (!chapter.data || !session) {
    return (
      <Page title={title}>
        <Skeleton lines={10} />
      </Page>
    );
  }
  return <WithOutput chapter={chapter.data} session={session} />;
}

function WithOutput(props: Omit<React.ComponentProps<typeof ChapterScreen>, 'output'>) {
  const output = useEndpoint(readOutput, { params: { outputId: props.chapter.outputId } });
  return <ChapterScreen {...props} output={output.data} />;
}
