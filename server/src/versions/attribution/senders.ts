import { WORKSPACE_ID } from '@accord/shared/kernel/id';
import type { Attribution, ClockRange } from '../../storage/ports';
import { ByClock } from './letters';

/** Who sent, or who deleted, which clocks, as the server's own record says. */
export interface Act {
  /** Null: the workspace itself. */
  readonly personId: string | null;
  /** Last step of the row that tells of it. */
  readonly seq: number;
  /** When that was, in milliseconds. */
  readonly at: number;
}

/** @param which of the two kinds of ranges counts */
export function actsOf(rows: readonly Attribution[], which: 'inserted' | 'deleted'): ByClock<Act> {
  const ranges: { range: ClockRange; act: Act }[] = rows.flatMap((row) => {
    const act = { personId: row.personId === WORKSPACE_ID ? null : row.personId, seq: row.seq, at: row.at };
    return row[which].map((range) => ({ range, act }));
  });
  // In order, so that each goes to the end.
  ranges.sort((one, other) => one.range[1] - other.range[1]);
  const acts = new ByClock<Act>();
  for (const { range, act } of ranges) acts.set(range, () => act);
  return acts;
}
