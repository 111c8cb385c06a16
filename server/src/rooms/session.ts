import { SCHEMA_VERSION } from '@accord/shared/manuscript/document';
import {
  type AccessWord,
  CLOSE,
  type CloseReason,
  encodeDurable,
  encodeRejected,
  encodeServerHello,
  PROTOCOL_VERSION,
  RETRY_CLOSE,
  SYNC,
} from '@accord/shared/sync/wire';
import { Bucket } from './bucket';
import { type Frame, frame, syncFrame } from './framing';
import type { Standing } from './gate';
import type { RoomLimits } from './limits';
import type { Access, Connecting } from './live-chapters';
import type { Author } from './proof';

/** The way back to one client; the socket implements it, tests may. */
export interface Peer {
  /** Adds to what is written at the next `flush`. */
  queue(bytes: Frame): void;
  /** Writes all that was queued at once. */
  flush(): void;
  /** Bytes the peer has not taken yet. */
  backlog(): number;
  close(code: number, reason: string): void;
  /** Stops or resumes reading from the client. */
  hold(held: boolean): void;
}

/** What a session needs to know of its room. */
export interface Surroundings {
  readonly generation: number;
  readonly locked: boolean;
  readonly storage: Standing['storage'];
}

/**
 * One connection to one chapter: who it is, what it may do, which of its frames are settled. Frames that carry an update are
 * numbered from 1 as they arrive.
 */
export class Session implements Author {
  readonly personId: string;
  readonly sessionId: string;
  claims = 0;
  /** Whether its first message said that it is one of ours (`hello`) or not. */
  kind: 'unknown' | 'own' | 'stock' = 'unknown';
  /** True while its access is being judged anew: its frames wait. */
  suspended = false;
  /** Nothing it sends is looked at any more. */
  expelled = false;
  /** Its socket is closed. */
  gone = false;
  /** Its first sync is done: large frames are over. */
  synced = false;
  /** Bytes of its updates that wait for their turn. */
  waiting = 0;
  /** When it was last asked for what the server lacks, and has not answered; null when it has. */
  askedAt: number | null = null;
  private held = false;
  /** State vector of the room when its backlog was full: what came later is sent in one piece once it drains. */
  lagging: { since: Uint8Array; deadline: number } | null = null;
  readonly syncs: Bucket;
  readonly presence: Bucket;
  private received = 0;
  private settled = 0;
  private acknowledged = 0;
  /** The first frame that is neither stored nor refused, e.g. behind a gap: nothing from it on is acknowledged. */
  private withheldFrom: number | null = null;
  private refused: CloseReason | null = null;
  private offences = 0;
  private oddities = 0;

  constructor(
    readonly connecting: Connecting,
    public access: Access,
    readonly peer: Peer,
    private readonly room: Surroundings,
    private readonly limits: RoomLimits,
    now: number,
  ) {
    this.personId = connecting.personId;
    this.sessionId = connecting.sessionId;
    this.syncs = new Bucket(limits.syncRate, limits.syncBurst, now);
    this.presence = new Bucket(limits.presenceRate, limits.presenceBurst, now);
  }

  standing(): Standing {
    return {
      access: this.access,
      locked: this.room.locked,
      storage: this.room.storage,
      refused: this.refused,
    };
  }

  /** Stops or resumes reading from the client. */
  hold(held: boolean): void {
    if (this.held === held) return;
    this.held = held;
    this.peer.hold(held);
  }

  /** Numbers a frame that carries an update. */
  number(): number {
    return ++this.received;
  }

  hello(): void {
    const { access } = this;
    const blocked =
      access === 'write' &&
      (this.room.locked ? 'locked' : this.room.storage === 'read-only' && 'read-only-storage');
    const role: AccessWord = blocked || (access === 'none' ? 'read' : access);
    const { generation } = this.room;
    const { personId: person } = this;
    this.peer.queue(
      frame(
        encodeServerHello({ protocol: PROTOCOL_VERSION, schema: SCHEMA_VERSION, generation, role, person }),
      ),
    );
  }

  /** Asks the client for all that the server lacks. */
  ask(stateVector: Uint8Array, now: number): void {
    this.askedAt = now;
    this.peer.queue(syncFrame(SYNC.step1, stateVector));
  }

  /** Frame `n` is on disk, or there was nothing in it. */
  settle(n: number): void {
    this.settled = n;
  }

  /** The answer to `ask` is settled: whatever lay behind a gap was in it. */
  release(): void {
    this.askedAt = null;
    this.withheldFrom = null;
  }

  /** Frame `n` is neither stored nor refused. */
  withhold(n: number): void {
    this.withheldFrom ??= n;
    this.settled = n;
  }

  get withholding(): boolean {
    return this.withheldFrom !== null;
  }

  /** Says how many frames are settled, if that has changed. */
  acknowledge(): void {
    const upto = this.withheldFrom === null ? this.settled : Math.min(this.settled, this.withheldFrom - 1);
    if (upto <= this.acknowledged) return;
    this.acknowledged = upto;
    this.peer.queue(frame(encodeDurable(upto)));
  }

  /**
   * Frame `n` is refused: our own clients are told and put the words aside, stock clients, who can't, are closed. So is whoever
   * goes on (P4), and whoever sends what no client makes.
   */
  refuse(n: number, reason: CloseReason): void {
    this.refused ??= reason;
    this.settled = n;
    this.offences++;
    this.peer.queue(frame(encodeRejected(n, reason)));
    this.acknowledge();
    if (this.kind !== 'own' || reason === 'malformed' || this.offences >= this.limits.offences)
      this.expel(reason);
  }

  get offended(): number {
    return this.offences;
  }

  /** A message that means nothing. */
  odd(): void {
    if (++this.oddities >= this.limits.oddities) this.expel('malformed');
  }

  /** Closes for good; nothing that is still waiting counts. */
  expel(reason: CloseReason): void {
    if (this.expelled) return;
    this.expelled = true;
    this.peer.close(CLOSE[reason], reason);
  }

  /** Closes so that the client comes back later. */
  turnAway(reason: keyof typeof RETRY_CLOSE): void {
    if (this.expelled) return;
    this.expelled = true;
    this.peer.close(RETRY_CLOSE[reason], reason);
  }
}
