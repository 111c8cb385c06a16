import { readChapter } from '@accord/shared/outputs/outputs';
import { useParams } from '@tanstack/react-router';
import { useEndpoint } from '../api/use-endpoint';
import { Page } from '../ui/page';
import { Skeleton } from '../ui/skeleton';

export function ChapterPage() {
  const { chapterId } = useParams({ strict: false }) as { chapterId: string };
  const chapter = useEndpoint(readChapter, { params: { chapterId } });
  return <Page title={chapter.data?.title ?? ''}>{chapter.data ? null : <Skeleton />}</Page>;
}
