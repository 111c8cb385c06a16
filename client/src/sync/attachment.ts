import { newId } from '@accord/shared/kernel/id';
import { type AccessWord, type CloseReason, type Hello, PROTOCOL_VERSION } from '@accord/shared/sync/wire';
import * as Y from 'yjs';
import { persistently } from '../ui/lazy-part';
import {
  CLOSE_POLICY,
  type ClosePolicy,
  policyOfRejection,
  reasonOfClose,
  reasonOfRejection,
} from './close-policy';
import { type Connection, openConnection } from './connection';
import { type CopyKeeper, keepCopy } from './device/copy-keeper';
import type { Device, DeviceCopy } from './device/device';
import type { UnsavedUpdate } from './device/unsaved-update';
import {
  changeMade,
  connectionLost,
  durableUpTo,
  frameSent,
  openLedger,
  unsavedChanges,
} from './frame-ledger';
import type { OvertakenKeeper } from './keep-overtaken';
import { type Access, accessAfter, accessByWord, readOnly } from './saved-state';

/** Without `durable` for this long, *Saving…* is no longer true. */
const STALLED_AFTER = 5_000;
/** After a refusal, how long to wait to hear what became of the frames before it. */
const SETTLE_WITHIN = 3_000;
/** How long after the first sync what is not wanted yet is fetched, in milliseconds. */
const AHEAD_MS = 1_000;

export interface AttachmentOptions {
  readonly chapterId: string;
  readonly title: string;
  /** Whose words these are. */
  readonly personId: string;
  readonly device: Device;
  /** What the device holds, or null: then the text comes from the server alone. */
  readonly copy: DeviceCopy | null;
  /** Number of this client's editor schema. */
  readonly schema: number;
  readonly url: string;
  readonly WebSocket: typeof WebSocket;
  readonly random: () => number;
  /** Something below changed; read it again. */
  readonly onChange: () => void;
  /** The doc holds changes nobody will take, made where nobody may write: it must be read anew. */
  readonly onTainted: () => void;
  readonly onRefused: (reason: CloseReason, policy: ClosePolicy) => void;
  readonly onNotice: (topic: string) => void;
  readonly onDeviceTrouble: () => void;
}

/** One Y.Doc's life on the wire and on the device: from opening until it is closed or its words are set aside. */
export interface Attachment {
  readonly doc: Y.Doc;
  readonly connection: Connection;
  /** A text that may be shown: synced once, here or in the copy on the device (U2). */
  readonly ready: boolean;
  readonly access: Access;
  readonly link: 'up' | 'down';
  readonly stalled: boolean;
  readonly unsaved: readonly UnsavedUpdate[];
  /** Ends connection, timers and writing to the device; the doc stays readable. */
  stop(): void;
}

/** Brings a chapter's text up from the device and the server, and keeps count of what is on the server's disk. */
export function openAttachment(options: AttachmentOptions): Attachment {
  const { chapterId, title, personId, device, copy, schema, onChange, onRefused } = options;
  const tab = newId();
  const doc = new Y.Doc();
  const unsaved: UnsavedUpdate[] = [...(copy?.unsaved ?? [])];
  let ledger = openLedger(unsaved.length);
  let made = 0;
  let generation = copy?.generation ?? 0;
  let word: AccessWord | null = copy?.access ?? null;
  let access: Access = word ? accessByWord(word) : readOnly('opening');
  let ready = copy !== null;
  let synced = false;
  let stalled = false;
  /** Text frames were held back on this connection because this tab could only read. */
  let heldBack = false;
  /** The doc holds changes of ours that were neither counted nor kept: it must not be written from. */
  let dirty = false;
  let refusal: { readonly n: number; readonly reason: CloseReason } | null = null;
  let stallTimer: ReturnType<typeof setTimeout> | undefined;
  let settleTimer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  let overtaken: OvertakenKeeper | null = null;
  let overtakenAsked = false;
  let overtakenTimer: ReturnType<typeof setTimeout> | undefined;

  const head = () => ({ chapterId, title, generation, schema, access: word ?? 'read' });
  const keeper: CopyKeeper = keepCopy(device, head, doc, () => unsaved, options.onDeviceTrouble);
  if (copy) {
    doc.transact(() => {
      for (const update of copy.updates) Y.applyUpdate(doc, update);
    }, 'device');
    keeper.resume(copy);
  }

  // Before the provider's own listener, so that a change is counted when the frame that carries it leaves.
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (stopped) return;
    if (origin === connection.provider) {
      keeper.append({ update, mine: null });
      return;
    }
    if (!mayWrite()) {
      dirty = true;
      return;
    }
    if (made === 0) void keepOvertaken();
    made += 1;
    ledger = changeMade(ledger);
    unsaved.push({ tab, seq: made, update });
    keeper.append({ update, mine: { tab, seq: made } });
    onChange();
  });

  /** Wanted once something is written, also without a connection: so it is fetched ahead, after what the text waits for. */
  const keepOvertaken = async () => {
    if (overtakenAsked) return;
    overtakenAsked = true;
    const part = await persistently(() => import('./keep-overtaken'));
    overtaken = part.keepOvertaken({
      doc,
      provider: connection.provider,
      mayWrite: () => !stopped && mayWrite(),
      synced: () => synced,
      unsaved: () => unsaved,
    });
  };

  const mayWrite = () => access.may === 'write' && refusal === null;

  /** Runs from the oldest frame in flight: typing on does not put off the moment at which the page admits it waits. */
  const awaitDurable = () => {
    if (stallTimer !== undefined || ledger.inFlight.length === 0) return;
    stallTimer = setTimeout(() => {
      stallTimer = undefined;
      stalled = true;
      onChange();
    }, STALLED_AFTER);
  };

  const settle = (n: number) => {
    const before = ledger.durable;
    ledger = durableUpTo(ledger, n);
    const saved = unsaved.splice(0, ledger.durable - before);
    if (saved.length > 0) keeper.markDurable(new Map(saved.map((each) => [each.tab, each.seq])));
    stalled = false;
    clearTimeout(stallTimer);
    stallTimer = undefined;
    awaitDurable();
  };

  /** Acts on a refused frame once it is known what became of the frames before it. */
  const finishRefusal = () => {
    if (!refusal || stopped) return;
    const { reason } = refusal;
    refusal = null;
    clearTimeout(settleTimer);
    access = accessAfter(reason);
    onRefused(reason, policyOfRejection(reason));
  };

  const takeAccess = (next: AccessWord) => {
    word = next;
    access = accessByWord(next);
    if (next === 'read-only-storage') return;
    keeper.noteAccess(next);
    if (next === 'write') {
      if (dirty) options.onTainted();
      else if (heldBack && unsaved.length > 0) queueMicrotask(connection.reconnect);
      return;
    }
    if (unsaved.length > 0) {
      onRefused(
        next === 'locked' ? 'chapter-locked' : next === 'archived' ? 'archived' : 'not-allowed',
        'set-aside',
      );
    }
  };

  const takeHello = (hello: Hello & { readonly access: AccessWord }) => {
    // Before anything of ours goes out: what the server says of that person's access is not about us.
    if (hello.person !== undefined && hello.person !== personId) return turnedAway('another-person');
    if (hello.protocol > PROTOCOL_VERSION || hello.schema > schema) return onRefused('older-schema', 'stop');
    if (generation !== 0 && hello.generation !== generation)
      return onRefused('older-generation', 'set-aside');
    generation = hello.generation;
    takeAccess(hello.access);
  };

  const turnedAway = (reason: CloseReason) => {
    // Being asked to slow down is no reason to stop writing: the words wait on the device.
    if (reason !== 'too-many-requests') access = accessAfter(reason);
    onRefused(reason, CLOSE_POLICY[reason]);
  };

  const connection = openConnection({
    url: options.url,
    chapterId,
    doc,
    WebSocket: options.WebSocket,
    random: options.random,
    events: {
      greeting() {
        overtaken?.opened();
        return { protocol: PROTOCOL_VERSION, schema, generation, person: personId };
      },
      mayWrite,
      onHello(hello) {
        if (stopped) return;
        takeHello(hello);
        onChange();
      },
      onSynced() {
        if (stopped) return;
        synced = true;
        // A server that lost sight of us told the others that we left; a raised clock brings our caret back.
        connection.awareness.setLocalState(connection.awareness.getLocalState());
        if (!ready) keeper.create();
        ready = true;
        onChange();
        overtakenTimer ??= setTimeout(() => void keepOvertaken(), AHEAD_MS);
      },
      onFrame() {
        ledger = frameSent(ledger);
        if (!stalled) awaitDurable();
      },
      onHeldBack() {
        heldBack = true;
      },
      onDurable(n) {
        if (stopped) return;
        settle(refusal ? Math.min(n, refusal.n - 1) : n);
        if (refusal && ledger.acknowledged >= refusal.n - 1) finishRefusal();
        onChange();
      },
      onRejected(n, reason) {
        if (stopped || refusal) return;
        refusal = { n, reason: reasonOfRejection(reason) };
        if (ledger.acknowledged >= n - 1) finishRefusal();
        else settleTimer = setTimeout(finishRefusal, SETTLE_WITHIN);
        onChange();
      },
      onNotice: options.onNotice,
      onLost(tooLarge) {
        if (stopped) return;
        // A large update goes through as part of the next sync step 2, for which the server takes more. When that was
        // already the one that was too large, nothing will make it smaller.
        const hopeless = tooLarge && ledger.acknowledged === 0 && ledger.inFlight.length > 0;
        synced = false;
        heldBack = false;
        stalled = false;
        clearTimeout(stallTimer);
        stallTimer = undefined;
        ledger = connectionLost(ledger);
        if (hopeless) refusal ??= { n: 1, reason: 'too-large' };
        if (refusal) queueMicrotask(finishRefusal);
        onChange();
      },
      onTurnedAway(code) {
        if (stopped || refusal) return;
        turnedAway(reasonOfClose(code) ?? 'malformed');
      },
    },
  });
  connection.connect();

  return {
    doc,
    connection,
    get ready() {
      return ready;
    },
    get access(): Access {
      if (refusal) return readOnly('setting-aside');
      return ready || access.may === 'read' ? access : readOnly('opening');
    },
    get link() {
      return synced ? 'up' : 'down';
    },
    get stalled() {
      return stalled;
    },
    get unsaved() {
      return unsaved.slice(0, unsavedChanges(ledger));
    },
    stop() {
      stopped = true;
      clearTimeout(stallTimer);
      clearTimeout(overtakenTimer);
      clearTimeout(settleTimer);
      connection.destroy();
      keeper.stop();
    },
  };
}
