import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Clock } from '../clock';
import type { Bus, UpdateLog } from '../storage/ports';
import { createChapters } from './chapters';
import type { LogWatch } from './compaction';
import { Connections } from './connections';
import type { RoomLimits } from './limits';
import type { Gatekeeper, LiveChapters } from './live-chapters';
import type { RoomsLogger } from './logger';
import { Registry } from './registry';
import type { RefusedFrame } from './room-tools';
import { Turns } from './turns';
import { createUpgrade } from './upgrade';

export interface RoomsOptions {
  readonly log: UpdateLog;
  readonly bus: Bus;
  readonly clock: Clock;
  readonly gatekeeper: Gatekeeper;
  readonly limits: RoomLimits;
  readonly logger: RoomsLogger;
  /** Whether a page of this origin may connect. A missing origin must be refused. */
  readonly allowsOrigin: (origin: string | undefined, host: string | undefined) => boolean;
  /** Counts an attempt to connect. @throws Failure('too-many-requests') */
  readonly countUpgrade?: (request: IncomingMessage) => Promise<void>;
  /** Told of each step before a compaction drops it. */
  readonly watch?: LogWatch;
  /** Told of refused text, once a connection (K1). */
  readonly refused?: (notice: RefusedFrame) => void;
}

export interface RoomsStats {
  /** Chapters in memory, and sockets. */
  readonly rooms: number;
  readonly connections: number;
  /** Log entries stored, and connections whose text was refused, since the start. */
  readonly stored: number;
  readonly refused: number;
}

export interface Rooms {
  /** For the HTTP server's `upgrade` event. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  readonly chapters: LiveChapters;
  /** Locks or unlocks a text: when it resolves, what was written before is on disk and nothing after will be (K2). */
  lock(chapterId: string, locked: boolean): Promise<void>;
  /** Stores what has arrived, tells the clients (1001) and lets go of everything. */
  close(): Promise<void>;
  stats(): RoomsStats;
}

/** How often slow readers and unanswered questions are looked at, in milliseconds. */
const TEND_EVERY = 250;

/** The sync engine: a room for each open chapter, one turn for all of them. See shared/decisions/0002-durable-before-shown.md. */
export function createRooms(options: RoomsOptions): Rooms {
  const { log, bus, clock, gatekeeper, limits, logger } = options;
  const counts = { stored: 0, refused: 0 };
  const turns = new Turns(log);
  const registry = new Registry(
    { log, clock, turns, limits, logger, watch: options.watch ?? null },
    {
      refused(notice) {
        counts.refused++;
        options.refused?.(notice);
      },
      committed({ chapterId, seq, entries }) {
        counts.stored += entries.length;
        const personIds = [...new Set(entries.map((entry) => entry.personId))];
        bus.publish('text-committed', { chapterId, seq, personIds, at: clock.now() });
      },
    },
  );
  const connections = new Connections(registry, gatekeeper, limits, logger);
  const upgrade = createUpgrade({
    gatekeeper,
    limits,
    allowsOrigin: options.allowsOrigin,
    countUpgrade: options.countUpgrade ?? (async () => undefined),
    arrived: (arrival) => connections.arrived(arrival),
  });
  const endings = [
    bus.subscribe('session-ended', ({ sessionId }) => connections.end(sessionId)),
    bus.subscribe('person-changed', ({ personId }) =>
      connections.rejudge((one) => one.personId === personId),
    ),
    bus.subscribe('chapter-changed', ({ chapterId }) =>
      connections.rejudge((one) => one.chapterId === chapterId),
    ),
  ];
  const every = (milliseconds: number, work: () => void) => {
    const timer = setInterval(work, milliseconds);
    timer.unref();
    endings.push(() => clearInterval(timer));
  };
  every(limits.heartbeat, () => connections.beat());
  every(limits.rejudge, () => connections.rejudge(() => true));
  every(TEND_EVERY, () => {
    for (const room of registry.loaded.values()) room.tend(performance.now());
  });

  return {
    handleUpgrade(request, socket, head) {
      upgrade(request, socket, head).catch((error: unknown) => {
        logger.error({ err: error }, 'an upgrade failed');
        socket.destroy();
      });
    },
    chapters: createChapters(registry, turns),
    async lock(chapterId, locked) {
      registry.setLocked(chapterId, locked);
      await turns.settled();
    },
    async close() {
      for (const end of endings) end();
      connections.stopReading();
      await turns.drained();
      connections.goAway();
      await registry.close();
    },
    stats: () => ({ rooms: registry.loaded.size, connections: connections.size, ...counts }),
  };
}
