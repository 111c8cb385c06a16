import { readReview } from '@accord/shared/review/review';
import { listSuggestions } from '@accord/shared/suggestions/suggestions';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ChapterSession } from '../sync/chapter-session';

/** Asks again how the review stands when the server says that it moved, or that what stands in its way has changed. */
export function useFreshReview(session: ChapterSession): void {
  const queries = useQueryClient();
  useEffect(
    () =>
      session.onNotice((topic) => {
        if (topic === 'versions' || topic === 'notices') return;
        for (const { path } of [readReview, listSuggestions])
          void queries.invalidateQueries({ queryKey: [path] });
      }),
    [queries, session],
  );
}
