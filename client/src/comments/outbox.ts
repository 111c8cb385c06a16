import { Failure, type FailureCode } from '@accord/shared/kernel/failure';
import { createFact, type Fact } from '../sync/fact';
import type { KeptComments, UnsentComment } from './kept-comments';

/** A comment on its way: being sent, waiting for a connection, or refused. */
export interface OutgoingComment extends UnsentComment {
  readonly state: 'sending' | 'waiting' | 'refused';
}

/** Sends comments in the order in which they were written, and keeps each on the device until it has arrived. */
export interface Outbox {
  readonly comments: Fact<readonly OutgoingComment[]>;
  /** @param draftId the draft it was, which is dropped in the same step */
  add(comment: Omit<UnsentComment, 'refused'>, draftId?: string): void;
  /** Tries everything again at once, refused ones too when named. */
  retry(id?: string): void;
  /** Gives a comment up. */
  discard(id: string): void;
  close(): void;
}

export interface OutboxOptions {
  readonly kept: KeptComments;
  readonly chapterId: string;
  /**
   * Brings one comment to the server, which is harmless when it was there already. Resolves once the page shows it as
   * the server has it: only then it leaves the outbox, so that it never is in neither place.
   */
  readonly send: (comment: UnsentComment) => Promise<unknown>;
  /** The device refused to keep a comment. */
  readonly onTrouble: () => void;
}

/** Pauses before trying again, in milliseconds; the last one from then on. */
const PAUSES = [1_000, 3_000, 10_000, 30_000];

/** Refusals that pass: nobody has looked at the comment itself. */
const PASSING: ReadonlySet<FailureCode> = new Set([
  'unavailable',
  'internal',
  'too-many-requests',
  'read-only-storage',
  'not-signed-in',
]);

export function createOutbox(options: OutboxOptions): Outbox {
  const { kept, chapterId, send, onTrouble } = options;
  const comments = createFact<readonly OutgoingComment[]>([]);
  let failures = 0;
  let busy = false;
  let closed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const change = (id: string, next: OutgoingComment | null) =>
    comments.set(comments.get().flatMap((each) => (each.id !== id ? [each] : next ? [next] : [])));

  const again = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void work(), PAUSES[Math.min(failures, PAUSES.length) - 1] ?? 0);
  };

  async function work(): Promise<void> {
    if (busy || closed) return;
    busy = true;
    for (;;) {
      const next = comments.get().find(({ state }) => state !== 'refused');
      if (!next || closed) break;
      change(next.id, { ...next, state: 'sending' });
      try {
        await send(next);
      } catch (error) {
        const code = error instanceof Failure ? error.code : 'internal';
        if (PASSING.has(code)) {
          failures += 1;
          // One behind the other: a reply must not overtake the comment it replies to.
          comments.set(
            comments.get().map((each) => (each.state === 'refused' ? each : { ...each, state: 'waiting' })),
          );
          if (!closed) again();
          break;
        }
        const refused: UnsentComment = { ...unsentOf(next), refused: code };
        change(next.id, { ...refused, state: 'refused' });
        await kept.keepUnsent(refused).catch(onTrouble);
        continue;
      }
      failures = 0;
      change(next.id, null);
      await kept.dropUnsent(next.id).catch(onTrouble);
    }
    busy = false;
  }

  const wake = () => {
    clearTimeout(timer);
    void work();
  };
  if (typeof window !== 'undefined') window.addEventListener('online', wake);
  void kept.unsent(chapterId).then((found) => {
    const known = new Set(comments.get().map(({ id }) => id));
    const before = found.filter(({ id }) => !known.has(id));
    comments.set([
      ...before.map((each) => ({
        ...each,
        state: each.refused === null ? ('waiting' as const) : ('refused' as const),
      })),
      ...comments.get(),
    ]);
    wake();
  }, onTrouble);

  return {
    comments,
    add(comment, draftId) {
      const unsent: UnsentComment = { ...comment, refused: null };
      comments.set([...comments.get(), { ...unsent, state: 'sending' }]);
      kept.keepUnsent(unsent, draftId).catch(onTrouble);
      wake();
    },
    retry(id) {
      const refused = comments.get().find((each) => each.id === id && each.state === 'refused');
      if (refused) change(refused.id, { ...refused, refused: null, state: 'waiting' });
      wake();
    },
    discard(id) {
      change(id, null);
      kept.dropUnsent(id).catch(onTrouble);
    },
    close() {
      closed = true;
      clearTimeout(timer);
      if (typeof window !== 'undefined') window.removeEventListener('online', wake);
    },
  };
}

function unsentOf({ state: _, ...unsent }: OutgoingComment): UnsentComment {
  return unsent;
}
