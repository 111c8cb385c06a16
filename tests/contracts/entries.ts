import type { LogEntry } from '@accord/server/storage/ports';

/** A log entry, as little of it spelled out as the test cares about. */
export function entry(update: readonly number[], more: Partial<LogEntry> = {}): LogEntry {
  return {
    personId: 'aino',
    sessionId: 'tab1',
    at: 1_800_000_000_000,
    update: Uint8Array.from(update),
    inserted: [],
    deleted: [],
    claimed: [],
    ...more,
  };
}

export const only = (documentId: string, ...entries: LogEntry[]): ReadonlyMap<string, readonly LogEntry[]> =>
  new Map([[documentId, entries]]);
