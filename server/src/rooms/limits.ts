/** What a connection and a chapter may use up. Durations in milliseconds, sizes in bytes. */
export interface RoomLimits {
  /** Largest message of somebody who may not write, or of a writer after the first sync. */
  readonly frame: number;
  /** Largest message of a writer up to and including the first sync (offline work comes back in one piece). */
  readonly firstSync: number;
  /** Stored size of a chapter's updates. */
  readonly document: number;
  /** Elements a chapter may hold, the deleted ones included. */
  readonly elements: number;
  /** How deep elements may be nested. */
  readonly depth: number;
  /** New Yjs client ids one connection may claim. */
  readonly claims: number;
  /** Refused frames after which a connection is closed (P4). */
  readonly offences: number;
  /** Frames that mean nothing (unknown kinds, broken awareness) after which a connection is closed. */
  readonly oddities: number;
  /** Requests for the whole state a second, and in a burst. */
  readonly syncRate: number;
  readonly syncBurst: number;
  /** Largest awareness state of one client, changes a second, changes in a burst. */
  readonly presence: number;
  readonly presenceRate: number;
  readonly presenceBurst: number;
  /** Awareness is passed on at most this often. */
  readonly presenceEvery: number;
  /** Updates received and not yet judged, of one connection, above which its socket is not read. */
  readonly inbox: number;
  /** Bytes not taken by the peer above which awareness is not sent, and above which updates wait for a catch-up. */
  readonly presenceBacklog: number;
  readonly backlog: number;
  /** How long a peer with a full backlog may take; on top of it comes the time its bytes need at 128 KiB/s. */
  readonly drain: number;
  /** How long a client may take to answer a close before it is cut. */
  readonly closing: number;
  /** Connections of one person. */
  readonly connections: number;
  /** Pause between pings; a socket that answered none of two is gone. */
  readonly heartbeat: number;
  /** A missing answer to "send what I lack" is asked for again after this. */
  readonly resync: number;
  /** Access of open connections is judged anew at least this often, also without a notice. */
  readonly rejudge: number;
  /** A chapter that nobody has open stays in memory this long. */
  readonly idle: number;
  /** Log entries, or their bytes, after the base above which a chapter is compacted. */
  readonly tailEntries: number;
  readonly tailBytes: number;
  /** Longest a compaction keeps the event loop at a stretch. */
  readonly slice: number;
  /** A room's turns keep this distance per connection, so that a large audience shares writes. */
  readonly turnPerPeer: number;
}

const KiB = 1024;
const MiB = 1024 * KiB;

export const DEFAULT_LIMITS: RoomLimits = {
  frame: 2 * MiB,
  firstSync: 16 * MiB,
  document: 32 * MiB,
  elements: 200_000,
  depth: 64,
  claims: 1000,
  offences: 20,
  oddities: 100,
  syncRate: 2,
  syncBurst: 20,
  presence: 4 * KiB,
  presenceRate: 20,
  presenceBurst: 40,
  presenceEvery: 40,
  inbox: 4 * MiB,
  presenceBacklog: 256 * KiB,
  backlog: 1 * MiB,
  drain: 8_000,
  closing: 10_000,
  connections: 60,
  heartbeat: 10_000,
  resync: 1_000,
  rejudge: 60_000,
  idle: 30_000,
  tailEntries: 500,
  tailBytes: 256 * KiB,
  slice: 4,
  turnPerPeer: 0.025,
};
