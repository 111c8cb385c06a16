import { uploadImage } from '@accord/shared/outputs/outputs';
import { useCallback, useMemo } from 'react';
import { upload } from '../api/upload';
import type { EditorFeature } from '../editor/feature';
import { useFiguresFeature } from '../editor/figures/figures-feature';
import type { UploadPicture } from '../editor/figures/uploads';
import { findFeature } from '../editor/find/find-feature';
import { useFootnotesFeature } from '../editor/footnotes/footnotes-feature';
import { usePasteFeature } from '../editor/paste/paste-feature';

/** What writing in a chapter takes beside the text itself: pictures kept with it, footnotes, clean pastes, search. */
export function useWritingFeatures(chapterId: string): readonly EditorFeature[] {
  const send = useCallback<UploadPicture>(
    (file, how) => upload(uploadImage, { params: { chapterId } }, file, how),
    [chapterId],
  );
  const figures = useFiguresFeature(send);
  const footnotes = useFootnotesFeature();
  const paste = usePasteFeature(figures.fill);
  return useMemo(() => [figures.feature, footnotes, paste, findFeature], [figures.feature, footnotes, paste]);
}
