import {
  changeMade,
  connectionLost,
  durableUpTo,
  type FrameLedger,
  frameSent,
  openLedger,
  unsavedChanges,
} from '@accord/client/sync/frame-ledger';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

type Step =
  | { readonly is: 'change' }
  | { readonly is: 'frame' }
  | { readonly is: 'durable'; readonly n: number }
  | { readonly is: 'lost' };

/** The same, as plainly as it can be said: which change stands in which frame, and what the server said of each. */
class Oracle {
  private made: number;
  private readonly safe = new Set<number>();
  private frames: number[][] = [];

  constructor(unsent: number) {
    this.made = unsent;
  }

  step(step: Step): void {
    if (step.is === 'change') this.made += 1;
    if (step.is === 'frame') this.frames.push(Array.from({ length: this.made }, (_, index) => index + 1));
    if (step.is === 'durable') {
      for (const frame of this.frames.slice(0, step.n)) for (const change of frame) this.safe.add(change);
    }
    if (step.is === 'lost') this.frames = [];
  }

  get unsaved(): number {
    return this.made - this.safe.size;
  }
}

const apply = (ledger: FrameLedger, step: Step): FrameLedger => {
  if (step.is === 'change') return changeMade(ledger);
  if (step.is === 'frame') return frameSent(ledger);
  if (step.is === 'durable') return durableUpTo(ledger, step.n);
  return connectionLost(ledger);
};

const steps = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.constant<Step>({ is: 'change' }) },
    { weight: 5, arbitrary: fc.constant<Step>({ is: 'frame' }) },
    { weight: 4, arbitrary: fc.nat({ max: 30 }).map((n): Step => ({ is: 'durable', n })) },
    { weight: 1, arbitrary: fc.constant<Step>({ is: 'lost' }) },
  ),
  { maxLength: 120 },
);

describe('counting what is on the server’s disk', () => {
  it('[U3] agrees with a plain model, whatever is typed, sent, acknowledged and cut', () => {
    fc.assert(
      fc.property(fc.nat({ max: 20 }), steps, (unsent, walk) => {
        let ledger = openLedger(unsent);
        const oracle = new Oracle(unsent);
        for (const step of walk) {
          ledger = apply(ledger, step);
          oracle.step(step);
          expect(unsavedChanges(ledger)).toBe(oracle.unsaved);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('[U4] changes found on the device count as unsaved until a frame that carries them is durable', () => {
    let ledger = openLedger(3);
    expect(unsavedChanges(ledger)).toBe(3);
    ledger = frameSent(ledger);
    expect(unsavedChanges(ledger)).toBe(3);
    expect(unsavedChanges(durableUpTo(ledger, 1))).toBe(0);
  });

  it('[U3] an acknowledgement of the last connection says nothing about this one', () => {
    let ledger = frameSent(changeMade(openLedger()));
    ledger = connectionLost(ledger);
    expect(unsavedChanges(durableUpTo(ledger, 1))).toBe(1);
  });
});
