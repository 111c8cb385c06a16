import { Failure } from '@accord/shared/kernel/failure';
import type { Verdict } from './gate';
import type { TextFrame } from './inbox';
import type { RoomDocument } from './room-document';

/** What follows from a verdict beyond the connection that the frame came on. */
export interface Consequences {
  /** A connection's first frame that was refused. */
  refused(personId: string, reason: RefusalReason): void;
  /** Words were held because nothing can be written: everybody should know by now. */
  held(): void;
}

type RefusalReason = Extract<Verdict, { is: 'refuse' }>['reason'];

/** Tells the author of a frame what has become of it: on the disk, refused, or to be sent again. */
export function settleFrame(
  { author, n, answer }: TextFrame,
  verdict: Verdict,
  document: RoomDocument,
  consequences: Consequences,
): void {
  if (verdict.is === 'refuse') {
    if (author.offended === 0) consequences.refused(author.personId, verdict.reason);
    author.refuse(n, verdict.reason);
  } else if (verdict.is === 'hold') {
    author.withhold(n);
    consequences.held();
    // A stock client shows no reason: it comes back until the disk takes words again.
    if (author.kind === 'stock') author.turnAway('slow-reader');
  } else if (verdict.is === 'resync') {
    author.withhold(n);
    if (author.askedAt === null || answer) author.ask(document.stateVector(), performance.now());
  } else {
    author.settle(n);
    if (answer) author.release();
  }
}

/** What a command is told whose update was not applied; null when it was, or was no news. */
export function refusalOf(verdict: Verdict): Failure | null {
  if (verdict.is === 'apply' || verdict.is === 'ignore') return null;
  if (verdict.is === 'hold') return new Failure('read-only-storage');
  if (verdict.is === 'refuse' && verdict.reason === 'chapter-locked') return new Failure('chapter-locked');
  if (verdict.is === 'refuse' && verdict.reason === 'too-large') return new Failure('too-large');
  return new Failure('internal', `The server's own writing was not taken: ${verdict.is}.`);
}
