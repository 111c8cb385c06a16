import { useMemo } from 'react';
import { lazyPart } from '../../ui/lazy-part';
import type { EditorFeature } from '../feature';
import { Pasting, type PastingOptions } from './pasting';

// Only after a paste is there anything to tell.
const PasteNotice = lazyPart(async () => ({ default: (await import('./paste-notice')).PasteNotice }));

/** Cleaning of what is pasted, and the notice that says what could not be taken along. */
export function usePasteFeature(onPicture: PastingOptions['onPicture']): EditorFeature {
  return useMemo(
    () => ({ extensions: [Pasting.configure({ onPicture })], Beside: PasteNotice }),
    [onPicture],
  );
}
