import { randomInt } from 'node:crypto';

/** Highest Yjs client id: Yjs draws 32 bits. */
const CLIENT_IDS = 2 ** 32;

/**
 * The Yjs client ids with which this process writes in people's names: one for each person in each chapter, never used by another
 * process, since what that one wrote last is not known here.
 */
export function createWriters() {
  const writers = new Map<string, { clientId: number; clock: number }>();
  const key = (chapterId: string, personId: string) => `${chapterId}/${personId}`;

  const of = (chapterId: string, personId: string): { readonly clientId: number; readonly clock: number } => {
    const at = key(chapterId, personId);
    let writer = writers.get(at);
    if (!writer) {
      writer = { clientId: randomInt(1, CLIENT_IDS), clock: 0 };
      writers.set(at, writer);
    }
    return writer;
  };
  return {
    /** Client id of a person, and the clock it has reached in the text. */
    of,
    /** Something was written: the clock has come this far. */
    wrote(chapterId: string, personId: string, clock: number): void {
      writers.set(key(chapterId, personId), { clientId: of(chapterId, personId).clientId, clock });
    },
    /** Whether something was written is not known: these ids are not used again. */
    forget(chapterId: string): void {
      for (const at of writers.keys()) if (at.startsWith(`${chapterId}/`)) writers.delete(at);
    },
  };
}
