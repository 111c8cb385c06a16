import * as Y from 'yjs';
import { persistently } from '../ui/lazy-part';
import type { UnsavedUpdate } from './device/unsaved-update';
import { type Overtaken, overtakenIn } from './overtaken';

export interface KeepOvertakenOptions {
  readonly doc: Y.Doc;
  /** The origin of what others wrote. */
  readonly provider: unknown;
  readonly mayWrite: () => boolean;
  /** Whether what was said on this connection's opening has been taken in. */
  readonly synced: () => boolean;
  readonly unsaved: () => readonly UnsavedUpdate[];
}

/**
 * Sees to it that words of this tab are not lost with a block that somebody else wrote anew or deleted without having seen
 * them.
 * @returns `opened`: to be called when a connection opens, before anything is said on it
 */
export function keepOvertaken(options: KeepOvertakenOptions): { opened(): void } {
  const { doc, provider, mayWrite, synced, unsaved } = options;
  /** What this tab said from this clock on was unsaved when the present connection was opened. */
  let awayFrom = Number.POSITIVE_INFINITY;

  /** The clock of this tab's first struct that the server has not called durable: nobody else has seen it yet. */
  const firstUnsaved = (): number => {
    for (const { update } of unsaved()) {
      const clock = Y.parseUpdateMeta(update).from.get(doc.clientID);
      if (clock !== undefined) return clock;
    }
    return Number.POSITIVE_INFINITY;
  };

  /** Words that went with their block are written into the one that took its place. */
  const carryOver = async (blocks: readonly Overtaken[]) => {
    const part = await persistently(() => import('./carry-over'));
    if (mayWrite()) part.carryOver(doc, blocks);
  };

  doc.on('afterTransaction', (transaction: Y.Transaction) => {
    if (transaction.origin !== provider || !mayWrite()) return;
    // What arrives on a new connection was written while this tab was away: what it said before that had been seen.
    const blocks = overtakenIn(transaction, () =>
      synced() ? { unseenFrom: firstUnsaved(), before: 'maybe' } : { unseenFrom: awayFrom, before: 'yes' },
    );
    if (blocks.length > 0) void carryOver(blocks);
  });

  return {
    opened() {
      awayFrom = firstUnsaved();
    },
  };
}
