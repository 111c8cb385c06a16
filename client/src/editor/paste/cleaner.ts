import { persistently } from '../../ui/lazy-part';
import type { cleanPastedHtml } from './clean';

export type Cleaner = typeof cleanPastedHtml;

let fetched: Cleaner | null = null;

/** The cleaning of pasted HTML, once it has been fetched. It is large, and nobody pastes before there is a text. */
export const cleaner = (): Cleaner | null => fetched;

/** Fetches the cleaning; asks again until it comes. */
export async function fetchCleaner(): Promise<Cleaner> {
  fetched ??= (await persistently(() => import('./clean'))).cleanPastedHtml;
  return fetched;
}
