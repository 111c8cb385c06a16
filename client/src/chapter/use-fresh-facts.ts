import { readChapter, readOutput } from '@accord/shared/outputs/outputs';
import { readReview } from '@accord/shared/review/review';
import { listSuggestions } from '@accord/shared/suggestions/suggestions';
import { listVersions } from '@accord/shared/versions/versions';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { tellNews } from '../notices/news';
import type { ChapterSession } from '../sync/chapter-session';
import { useAccess } from '../sync/hooks';

/** Asks again what is known about the chapter when the server says that it changed, or what I may do has. */
export function useFreshFacts(session: ChapterSession): void {
  const queries = useQueryClient();
  const access = useAccess(session);
  const word = access.may === 'write' ? 'write' : access.reason;
  const before = useRef(word);
  useEffect(() => {
    // Being opened is how every chapter begins, no news.
    const news = before.current !== word && before.current !== 'opening';
    before.current = word;
    if (news) void askAgain();
    return session.onNotice((topic) => {
      if (topic === 'notices') tellNews();
      // What is said and suggested about the text changes no fact of the chapter, but what its review can do.
      else if (topic === 'threads' || topic === 'suggestions') void again([readReview, listSuggestions]);
      else void askAgain();
    });

    function askAgain(): Promise<unknown> {
      tellNews();
      return again([readChapter, readOutput, listVersions, readReview, listSuggestions]);
    }

    function again(stale: readonly { readonly path: string }[]): Promise<unknown> {
      return Promise.all(stale.map(({ path }) => queries.invalidateQueries({ queryKey: [path] })));
    }
  }, [queries, session, word]);
}
