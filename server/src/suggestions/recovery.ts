import { decodeStateVector, encodeStateVectorFromUpdate } from 'yjs';
import type { LiveChapters } from '../rooms/live-chapters';
import type { Scope } from '../storage/ports';
import { recordAccepted, recordUndone } from './outcome';
import type { SuggestionsFile } from './records';

/**
 * Finishes what a crash has cut off between text and record: when the text was changed, the decision is recorded as well; when
 * it was not, there was none. Never both, never neither (S6, S8).
 */
export function createRecovery(chapters: Pick<LiveChapters, 'read'>) {
  return async (chapterId: string, scope: Scope<SuggestionsFile>): Promise<void> => {
    const { underway } = scope.read();
    if (!underway) return;
    const { clientId, clock } = underway.written;
    const { state } = await chapters.read(chapterId);
    const vector = decodeStateVector(encodeStateVectorFromUpdate(state));
    const written = (vector.get(clientId) ?? 0) > clock;
    await scope.commit((draft) => {
      const by = { personId: underway.personId, at: underway.decision.at };
      if (!written) draft.underway = null;
      else if (underway.what === 'accept') recordAccepted(draft, underway);
      else recordUndone(draft, underway.decision.id, by, underway.outcome);
    });
  };
}
