import { Failure } from '@accord/shared/kernel/failure';
import { SYNC } from '@accord/shared/sync/wire';
import { syncFrame } from './framing';
import type { RoomDocument } from './room-document';
import type { Session } from './session';

/** Sync step 1s that wait to be answered from a document that equals the log. */
export class Questions {
  private asked: { session: Session; stateVector: Uint8Array }[] = [];

  get any(): boolean {
    return this.asked.length > 0;
  }

  /** @returns false when this connection asks too often */
  add(session: Session, stateVector: Uint8Array): boolean {
    if (!session.syncs.take(performance.now())) return false;
    this.asked.push({ session, stateVector: stateVector.slice() });
    return true;
  }

  /** Answers everybody who may be answered now; those being judged or lagging wait on. */
  answer(document: RoomDocument): void {
    const { asked } = this;
    this.asked = [];
    for (const question of asked) {
      const { session, stateVector } = question;
      if (session.expelled || session.gone) continue;
      if (session.suspended || session.lagging) this.asked.push(question);
      else answerOne(session, stateVector, document);
    }
  }
}

function answerOne(session: Session, stateVector: Uint8Array, document: RoomDocument): void {
  try {
    // Our question first: a client that has all of the text has then also said what the server lacks.
    if (!session.synced && session.askedAt === null) session.ask(document.stateVector(), performance.now());
    session.peer.queue(syncFrame(SYNC.step2, document.since(stateVector)));
  } catch (error) {
    session.expel(error instanceof Failure ? 'document-unreadable' : 'malformed');
  }
  session.peer.flush();
}
