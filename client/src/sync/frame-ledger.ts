/**
 * Which of my changes are on the server's disk, reckoned from `durable n` alone. A state vector can't acknowledge a
 * deletion; a count of frames can. Changes are numbered 1, 2, 3 … over the life of the ledger; frames 1, 2, 3 … per
 * connection. A frame covers every change made before it was sent: a sync step 2 carries all the server lacked, and
 * `durable` is cumulative.
 */
export interface FrameLedger {
  /** Changes made so far, those found unsent on the device included. */
  readonly made: number;
  /** The first `durable` of them are on disk. */
  readonly durable: number;
  /** Frames of this connection that were acknowledged. */
  readonly acknowledged: number;
  /** For each later frame of this connection, how many changes it covers. */
  readonly inFlight: readonly number[];
}

/** A ledger that starts with `unsent` changes read from the device. */
export const openLedger = (unsent = 0): FrameLedger => ({
  made: unsent,
  durable: 0,
  acknowledged: 0,
  inFlight: [],
});

export const unsavedChanges = (ledger: FrameLedger): number => ledger.made - ledger.durable;

export const changeMade = (ledger: FrameLedger): FrameLedger => ({ ...ledger, made: ledger.made + 1 });

export const frameSent = (ledger: FrameLedger): FrameLedger => ({
  ...ledger,
  inFlight: [...ledger.inFlight, ledger.made],
});

/** The server said `durable n`. A count beyond what was sent says nothing about what was not. */
export function durableUpTo(ledger: FrameLedger, n: number): FrameLedger {
  const fresh = Math.min(n - ledger.acknowledged, ledger.inFlight.length);
  const covered = ledger.inFlight[fresh - 1];
  if (covered === undefined) return ledger;
  return {
    made: ledger.made,
    durable: Math.max(ledger.durable, covered),
    acknowledged: ledger.acknowledged + fresh,
    inFlight: ledger.inFlight.slice(fresh),
  };
}

/** A new connection counts its frames from 1; what was in flight on the old one is unknown and counts as unsaved. */
export const connectionLost = (ledger: FrameLedger): FrameLedger => ({
  ...ledger,
  acknowledged: 0,
  inFlight: [],
});
