import {
  ACCESS_WORDS,
  type AccessWord,
  decodeServerHello,
  encodeClientHello,
  type Hello,
  MESSAGE,
} from '@accord/shared/sync/wire';
import * as decoding from 'lib0/decoding';
import type { Awareness } from 'y-protocols/awareness';
import { WebsocketProvider } from 'y-websocket';
import type * as Y from 'yjs';
import { outgoingFrame } from './outgoing-frame';

/** Longest pause before the next attempt, in milliseconds, before jitter. */
const MAX_BACK_OFF = 8_000;

/** RFC 6455: a message was too big to process. */
const FRAME_TOO_LARGE = 1009;

/** What a connection tells its chapter. */
export interface ConnectionEvents {
  /** The hello to open with, asked at each opening. */
  greeting(): Hello;
  /** May text go out now? */
  mayWrite(): boolean;
  onHello(hello: Hello & { readonly access: AccessWord }): void;
  /** The server's text has arrived and what it lacked has been answered. */
  onSynced(): void;
  /** An update-carrying frame left on this connection. */
  onFrame(): void;
  /** A text frame was not sent, because this tab may only read. */
  onHeldBack(): void;
  onDurable(n: number): void;
  onRejected(n: number, reason: string): void;
  onNotice(topic: string): void;
  /** The connection is gone, for whatever reason; `tooLarge`: because a frame was larger than the server reads. Called from inside the provider's closing: don't touch it. */
  onLost(tooLarge: boolean): void;
  /** The server closed with a 44xx code: there will be no reconnecting of its own. */
  onTurnedAway(code: number): void;
}

export interface Connection {
  readonly awareness: Awareness;
  readonly provider: WebsocketProvider;
  /** Tries again at once, also after a close that ended the reconnecting. */
  connect(): void;
  /** Gives up the present line, alive or not, and tries a new one at once. */
  reconnect(): void;
  disconnect(): void;
  destroy(): void;
}

/**
 * The stock y-websocket provider on our wire: hello first, kinds 100 to 103 read, update-carrying frames counted,
 * reconnecting with jitter. Two kinds of frame are held back: any text while this tab may only read, and updates
 * before our sync step 2, which carries them anyway (they could hang on structs the server does not have yet).
 * @param url ends in `/sync`; the chapter's id is put behind it
 */
export function openConnection(options: {
  readonly url: string;
  readonly chapterId: string;
  readonly doc: Y.Doc;
  readonly events: ConnectionEvents;
  readonly WebSocket: typeof WebSocket;
  /** In [0, 1). */
  readonly random: () => number;
}): Connection {
  const { url, chapterId, doc, events, random } = options;

  class CountedSocket extends options.WebSocket {
    #answered = false;

    override send(data: Parameters<WebSocket['send']>[0]): void {
      const frame = data instanceof Uint8Array ? outgoingFrame(data) : 'other';
      if (frame !== 'other') {
        const early = frame === 'update' && !this.#answered;
        if (frame === 'sync-step-2') this.#answered = true;
        if (!events.mayWrite()) {
          events.onHeldBack();
          return;
        }
        if (early) return;
        events.onFrame();
      }
      super.send(data);
    }
  }

  const provider = new WebsocketProvider(url, chapterId, doc, {
    connect: false,
    disableBc: true,
    WebSocketPolyfill: CountedSocket,
    maxBackoffTime: MAX_BACK_OFF,
  });

  const { messageHandlers } = provider;
  messageHandlers[MESSAGE.hello] = (_, decoder) => {
    const hello = decodeServerHello(decoder);
    events.onHello({ ...hello, access: ACCESS_WORDS.find((word) => word === hello.role) ?? 'read' });
  };
  messageHandlers[MESSAGE.durable] = (_, decoder) => events.onDurable(decoding.readVarUint(decoder));
  messageHandlers[MESSAGE.rejected] = (_, decoder) => {
    const n = decoding.readVarUint(decoder);
    events.onRejected(n, decoding.readVarString(decoder));
  };
  messageHandlers[MESSAGE.notice] = (_, decoder) => events.onNotice(decoding.readVarString(decoder));

  // Emitted inside the socket's open event, before the provider's own first message.
  provider.on('status', ({ status }) => {
    if (status === 'connected')
      provider.ws?.send(encodeClientHello(events.greeting()) as Uint8Array<ArrayBuffer>);
  });
  provider.on('sync', (synced) => {
    if (synced) events.onSynced();
  });
  provider.on('connection-close', (event) => {
    // The provider waits min(2^n * 100, maxBackoffTime): a random share of it, so that tabs don't return in step.
    const pause = Math.min(2 ** (provider.wsUnsuccessfulReconnects + 1) * 100, MAX_BACK_OFF);
    provider.maxBackoffTime = pause * (0.5 + random() / 2);
    events.onLost(event?.code === FRAME_TOO_LARGE);
  });
  provider.on('closed', ({ code }) => events.onTurnedAway(code));

  return {
    awareness: provider.awareness,
    provider,
    connect: () => provider.connect(),
    reconnect() {
      provider.disconnect();
      provider.connect();
    },
    disconnect: () => provider.disconnect(),
    destroy: () => provider.destroy(),
  };
}
