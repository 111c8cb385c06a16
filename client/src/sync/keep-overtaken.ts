import * as Y from 'yjs';
import { carryOver } from './carry-over';
import type { UnsavedUpdate } from './device/unsaved-update';
import { overtakenIn } from './overtaken';

export interface KeepOvertakenOptions {
  readonly doc: Y.Doc;
  /** The origin of what others wrote. */
  readonly provider: unknown;
  readonly mayWrite: () => boolean;
  /** Whether what was said on this connection's opening has been taken in. */
  readonly synced: () => boolean;
  readonly unsaved: () => readonly UnsavedUpdate[];
}

export interface OvertakenKeeper {
  /** To be called when a connection opens, before anything is said on it. */
  opened(): void;
}

/**
 * Sees to it that words of this tab are not lost with a block that somebody else wrote anew or deleted without having seen
 * them. Fetched once the text can be written in.
 */
export function keepOvertaken(options: KeepOvertakenOptions): OvertakenKeeper {
  const { doc, provider, mayWrite, synced, unsaved } = options;
  /** The clock of this tab's first struct that the server has not called durable: nobody else has seen it yet. */
  const firstUnsaved = (): number => {
    for (const { update } of unsaved()) {
      const clock = Y.parseUpdateMeta(update).from.get(doc.clientID);
      if (clock !== undefined) return clock;
    }
    return Number.POSITIVE_INFINITY;
  };
  /** What this tab said from this clock on was unsaved when the present connection was opened. */
  let awayFrom = firstUnsaved();

  doc.on('afterTransaction', (transaction: Y.Transaction) => {
    if (transaction.origin !== provider || !mayWrite()) return;
    // What arrives on a new connection was written while this tab was away: what it said before that had been seen.
    const blocks = overtakenIn(transaction, () =>
      synced() ? { unseenFrom: firstUnsaved(), before: 'maybe' } : { unseenFrom: awayFrom, before: 'yes' },
    );
    // Writing is for the next turn: what has come is still being taken in.
    if (blocks.length > 0)
      queueMicrotask(() => {
        if (mayWrite()) carryOver(doc, blocks);
      });
  });

  return {
    opened() {
      awayFrom = firstUnsaved();
    },
  };
}
