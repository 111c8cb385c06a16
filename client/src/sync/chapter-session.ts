import { SCHEMA_VERSION } from '@accord/shared/manuscript/document';
import type { CloseReason, PresenceUser } from '@accord/shared/sync/wire';
import type { WebsocketProvider } from 'y-websocket';
import type * as Y from 'yjs';
import { type Attachment, openAttachment } from './attachment';
import type { ClosePolicy } from './close-policy';
import type { Device, DeviceCopy } from './device/device';
import type { KeptWords } from './device/kept-words';
import { setAside } from './device/set-aside';
import { createFact, type Fact } from './fact';
import { type Peer, peersIn, watchPeers } from './peers';
import {
  type Access,
  accessAfter,
  readOnly,
  type SavedState,
  sameAccess,
  sameSavedState,
  savedState,
} from './saved-state';

/** What an editor binds to. A new object means a new Y.Doc: the editor is to be made anew. */
export interface Manuscript {
  readonly doc: Y.Doc;
  readonly provider: WebsocketProvider;
}

/** One chapter open in one tab: its live text, and everything the page says about it. No React in here. */
export interface ChapterSession {
  readonly chapterId: string;
  readonly person: PresenceUser;
  /** Null while nothing may be shown in an editor: before the first sync (U2), or when the editor is too old (U9). */
  readonly manuscript: Fact<Manuscript | null>;
  readonly saved: Fact<SavedState>;
  readonly access: Fact<Access>;
  readonly link: Fact<'up' | 'down'>;
  /** My changes the server has not called durable. */
  readonly unsaved: Fact<number>;
  readonly peers: Fact<readonly Peer[]>;
  /** Words of this chapter that were refused, offered back until their author has taken them. */
  readonly kept: Fact<readonly KeptWords[]>;
  /** False when this browser keeps nothing beyond the tab: the page must say so beside *Not saved*. */
  readonly lasting: Fact<boolean>;
  /** Calls back with each `notice` of the server. @returns a function that ends the subscription */
  onNotice(listener: (topic: string) => void): () => void;
  /** Tries the server again at once, e.g. after signing in. */
  retry(): void;
  forgetKept(id: string): Promise<void>;
  /** Leaves the chapter: connection and doc are gone, the device keeps what is unsent. */
  close(): void;
}

export interface ChapterSessionOptions {
  readonly chapterId: string;
  /** Shown with words kept aside and in the list of unsent work. */
  readonly title: string;
  readonly person: PresenceUser;
  readonly device: Device;
  /** Where the chapter's socket is, up to `/sync`; this page's own server unless given. */
  readonly url?: string;
  readonly schema?: number;
  readonly WebSocket?: typeof WebSocket;
  /** In [0, 1), for jitter. */
  readonly random?: () => number;
  readonly now?: () => number;
}

/** Pause before trying a server again that said "not now", in milliseconds: this, up to twice. */
const WAIT = 8_000;

const socketUrl = (): string => `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/sync`;

/** Opens a chapter: from the device at once where a copy is, and from the server as soon as it answers. */
export function openChapterSession(options: ChapterSessionOptions): ChapterSession {
  const { chapterId, title, person, device, random = Math.random, now = Date.now } = options;
  const schema = options.schema ?? SCHEMA_VERSION;
  const manuscript = createFact<Manuscript | null>(null);
  const access = createFact<Access>(readOnly('opening'), sameAccess);
  const saved = createFact<SavedState>({ kind: 'read-only', reason: 'opening' }, sameSavedState);
  const link = createFact<'up' | 'down'>('down');
  const unsaved = createFact(0);
  const peers = createFact<readonly Peer[]>(peersIn(new Map(), person));
  const kept = createFact<readonly KeptWords[]>([]);
  const lasting = createFact(device.lasting);
  const noticeListeners = new Set<(topic: string) => void>();
  /** Kept words that are not on the device, or not yet. */
  let onlyHere: readonly KeptWords[] = [];
  let attachment: Attachment | null = null;
  let endAttachment: () => void = () => undefined;
  let retryTimer: ReturnType<typeof setTimeout> | undefined;
  /** Overrides what the attachment says, once and for all: this editor may not show this text. */
  let ended: CloseReason | null = null;
  let closed = false;

  const refresh = () => {
    if (closed) return;
    const current = attachment;
    access.set(ended ? accessAfter(ended) : (current?.access ?? readOnly('opening')));
    link.set(current?.link ?? 'down');
    unsaved.set(current?.unsaved.length ?? 0);
    saved.set(
      savedState({
        access: access.get(),
        link: link.get(),
        stalled: current?.stalled ?? false,
        unsaved: unsaved.get(),
      }),
    );
    const shown = current?.ready && ended !== 'older-schema';
    if (!shown) manuscript.set(null);
    else if (manuscript.get()?.doc !== current.doc) {
      manuscript.set({ doc: current.doc, provider: current.connection.provider });
    }
  };

  const attach = (copy: DeviceCopy | null) => {
    if (closed) return;
    const opened = openAttachment({
      chapterId,
      title,
      personId: person.id,
      device,
      copy,
      schema,
      random,
      url: options.url ?? socketUrl(),
      WebSocket: options.WebSocket ?? WebSocket,
      onChange: refresh,
      onTainted: () => void reopen(),
      onRefused: refused,
      onNotice: (topic) => {
        for (const listener of [...noticeListeners]) listener(topic);
      },
      onDeviceTrouble: () => lasting.set(false),
    });
    opened.connection.awareness.setLocalStateField('user', person);
    const watch = watchPeers(opened.connection.awareness, person);
    peers.set(watch.peers.get());
    const unsubscribe = watch.peers.subscribe(() => peers.set(watch.peers.get()));
    attachment = opened;
    endAttachment = () => {
      unsubscribe();
      watch.stop();
      opened.stop();
    };
    refresh();
  };

  const readCopy = async (): Promise<DeviceCopy | null> => {
    try {
      return await device.readCopy(chapterId);
    } catch {
      // A store that can't be read is one that keeps nothing; the server has the text.
      lasting.set(false);
      return null;
    }
  };

  /** Shows the words that this chapter's tabs have kept, and those the device would not take. */
  const readKept = async () => {
    const all = await device.listKept().catch(() => kept.get());
    const there = all.filter((words) => words.chapterId === chapterId);
    const ids = new Set(there.map(({ id }) => id));
    kept.set([...there, ...onlyHere.filter(({ id }) => !ids.has(id))]);
  };

  /** Begins again from what device and server hold, with a new Y.Doc. */
  const reopen = async () => {
    const old = attachment;
    endAttachment();
    attachment = null;
    refresh();
    attach(await readCopy());
    old?.doc.destroy();
  };

  const startOver = async (reason: CloseReason, andStop: boolean) => {
    const old = attachment;
    if (!old) return;
    const mine = old.unsaved;
    endAttachment();
    const occasion = { chapterId, title, reason, at: now() };
    const words = setAside(occasion, old.doc, mine);
    if (words) {
      onlyHere = [...onlyHere, words];
      kept.set([...kept.get(), words]);
    }
    if (andStop) ended = reason;
    attachment = null;
    refresh();
    try {
      await device.dropCopy(occasion, words);
      onlyHere = onlyHere.filter((each) => each !== words);
    } catch {
      // The words are still offered on the page; the page says that this browser keeps nothing.
      lasting.set(false);
    }
    old.doc.destroy();
    if (!andStop) attach(null);
  };

  const retryLater = () => {
    clearTimeout(retryTimer);
    retryTimer = setTimeout(() => attachment?.connection.connect(), WAIT * (1 + random()));
  };

  function refused(reason: CloseReason, policy: ClosePolicy): void {
    if (closed) return;
    const nothingToKeep = attachment?.unsaved.length === 0 && reason !== 'older-generation';
    if (reason === 'older-schema') ended = reason;
    if (policy === 'wait' || (policy === 'set-aside' && nothingToKeep)) {
      attachment?.connection.disconnect();
      retryLater();
    } else if (policy === 'stop') {
      attachment?.connection.disconnect();
    } else {
      void startOver(reason, policy === 'set-aside-and-stop');
    }
    refresh();
  }

  const retry = () => {
    if (closed || ended) return;
    clearTimeout(retryTimer);
    attachment?.connection.connect();
  };
  const endWiped = device.onWiped(() => {
    endAttachment();
    ended = 'not-signed-in';
    refresh();
  });
  const endKept = device.onKept(() => void readKept());
  const browser = typeof window === 'undefined' ? null : window;
  // Words are kept on the device, but a person who leaves should know that they have not arrived (U4).
  const warn = (event: BeforeUnloadEvent) => {
    if (unsaved.get() > 0) event.preventDefault();
  };
  // The network came or went: a line from before may look alive for half a minute and carry nothing.
  const renewLine = () => {
    if (!closed && !ended) attachment?.connection.reconnect();
  };
  browser?.addEventListener('online', renewLine);
  browser?.addEventListener('offline', renewLine);
  browser?.addEventListener('beforeunload', warn);

  const start = async () => {
    const copy = await readCopy();
    await readKept();
    // A copy written by a newer editor is for a newer page: show nothing of it here, and change nothing (U9).
    if (copy && copy.schema > schema) {
      ended = 'older-schema';
      refresh();
    } else attach(copy);
  };
  void start();

  return {
    chapterId,
    person,
    manuscript,
    saved,
    access,
    link,
    unsaved,
    peers,
    kept,
    lasting,
    onNotice(listener) {
      noticeListeners.add(listener);
      return () => noticeListeners.delete(listener);
    },
    retry,
    async forgetKept(id) {
      onlyHere = onlyHere.filter((words) => words.id !== id);
      kept.set(kept.get().filter((words) => words.id !== id));
      await device.forgetKept(id);
    },
    close() {
      if (closed) return;
      closed = true;
      clearTimeout(retryTimer);
      endWiped();
      endKept();
      browser?.removeEventListener('online', renewLine);
      browser?.removeEventListener('offline', renewLine);
      browser?.removeEventListener('beforeunload', warn);
      endAttachment();
      manuscript.set(null);
      attachment?.doc.destroy();
    },
  };
}
