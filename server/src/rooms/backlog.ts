import { SYNC } from '@accord/shared/sync/wire';
import { syncFrame } from './framing';
import type { RoomLimits } from './limits';
import type { RoomDocument } from './room-document';
import type { Session } from './session';

/** A peer with a full backlog may take as long as its bytes need at this rate, and `limits.drain` on top. */
const DRAIN_BYTES_PER_MS = 128;

/** A peer that takes nothing is sent nothing more, until it has taken what is on its way. */
export function noticeBacklog(session: Session, document: RoomDocument, limits: RoomLimits): void {
  const backlog = session.peer.backlog();
  if (session.lagging || backlog <= limits.backlog) return;
  const deadline = performance.now() + limits.drain + backlog / DRAIN_BYTES_PER_MS;
  session.lagging = { since: document.stateVector(), deadline };
}

/** Whether a lagging peer has taken enough to be sent the rest, is past its time, or still at it. */
export function drained(session: Session, now: number, limits: RoomLimits): 'yes' | 'no' | 'given up' {
  if (session.peer.backlog() <= limits.backlog / 2) return 'yes';
  return session.lagging && now > session.lagging.deadline ? 'given up' : 'no';
}

/** Sends all that a lagging peer missed, in one piece. The document must equal the log. */
export function catchUp(session: Session, document: RoomDocument, limits: RoomLimits): void {
  if (!session.lagging) return;
  const missed = document.since(session.lagging.since);
  session.lagging = null;
  session.peer.queue(syncFrame(SYNC.update, missed));
  session.peer.flush();
  noticeBacklog(session, document, limits);
}
