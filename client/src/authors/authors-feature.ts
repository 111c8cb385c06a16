import { useMemo } from 'react';
import type { EditorFeature } from '../editor/feature';
import { lazyPart } from '../ui/lazy-part';

/** Who wrote the selected words, as a part of the editor; fetched once the text is there. */
export function useAuthorsFeature(chapterId: string): EditorFeature {
  return useMemo(
    () => ({
      Tools: lazyPart(async () => ({ default: (await import('./who-wrote')).whoWroteTool(chapterId) })),
    }),
    [chapterId],
  );
}
