import type { CloseReason } from '@accord/shared/sync/wire';
import type { Clock } from '../clock';
import type { LogEntry, UpdateLog } from '../storage/ports';
import type { LogWatch } from './compaction';
import type { RoomLimits } from './limits';
import type { RoomsLogger } from './logger';
import type { Turns } from './turns';

/** A frame that was refused, for the audit log. */
export interface RefusedFrame {
  readonly chapterId: string;
  readonly personId: string;
  readonly reason: CloseReason;
}

/** Text that is on disk now. */
export interface CommittedEntries {
  readonly chapterId: string;
  /** Of the last entry. */
  readonly seq: number;
  readonly entries: readonly LogEntry[];
}

/** What rooms work with. */
export interface RoomTools {
  readonly log: UpdateLog;
  readonly clock: Clock;
  readonly turns: Turns;
  readonly limits: RoomLimits;
  readonly logger: RoomsLogger;
  /** Told of each step before a compaction drops it. */
  readonly watch: LogWatch | null;
  /** Called at the first refusal of a connection, not at each. */
  refused(notice: RefusedFrame): void;
  committed(notice: CommittedEntries): void;
}
