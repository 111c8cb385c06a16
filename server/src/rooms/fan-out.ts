import { SYNC } from '@accord/shared/sync/wire';
import { type Frame, syncFrame } from './framing';
import type { Author, Pending, Turn } from './proof';
import type { Session } from './session';

/**
 * Queues what a turn has committed for everybody who did not write it. Peers who wrote nothing share one frame with all of
 * it; an author gets the others' updates, one message each, since stock clients read one message a frame.
 */
export function fanOut(sessions: ReadonlySet<Session>, turn: Turn<Pending>): void {
  const written: { author: Author; update: Uint8Array; frame: Frame | null }[] = [];
  const authors = new Set<Author>();
  for (const { pending, entry } of turn.proved) {
    if (!entry) continue;
    written.push({ author: pending.author, update: entry.update, frame: null });
    authors.add(pending.author);
  }
  const [first] = written;
  if (!first) return;
  const shared = syncFrame(SYNC.update, turn.merged ?? first.update);
  for (const session of sessions) {
    if (session.kind === 'unknown' || session.expelled || session.lagging) continue;
    if (!authors.has(session)) session.peer.queue(shared);
    else {
      for (const one of written) {
        if (one.author === session) continue;
        one.frame ??= syncFrame(SYNC.update, one.update);
        session.peer.queue(one.frame);
      }
    }
  }
}
