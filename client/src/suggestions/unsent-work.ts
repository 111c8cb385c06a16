import { describeSuggestion } from '@accord/shared/suggestions/describe';
import type { UnsentWork } from '../sync/device/unsent-work';
import type { KeptSuggestions } from './kept-suggestions';

/** The suggestions on this device that the server does not have, by chapter. */
export async function unsentSuggestionWork(kept: KeptSuggestions): Promise<UnsentWork[]> {
  const all = await kept.allUnsent();
  const chapters = [...new Set(all.map(({ chapterId }) => chapterId))];
  return chapters.map((chapterId) => {
    const here = all.filter((each) => each.chapterId === chapterId);
    const text = here
      .flatMap(({ operations }) => {
        if (!operations) return [];
        const { before, after } = describeSuggestion(operations);
        return [[before, after].filter((part) => part !== '').join('\n→ ')];
      })
      .join('\n\n');
    return { chapterId, title: here[0]?.title ?? '', changes: here.length, text };
  });
}
