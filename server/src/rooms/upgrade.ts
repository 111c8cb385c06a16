import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { Failure } from '@accord/shared/kernel/failure';
import { Id } from '@accord/shared/kernel/id';
import { CLOSE, type CloseReason } from '@accord/shared/sync/wire';
import { type WebSocket, WebSocketServer } from 'ws';
import type { RoomLimits } from './limits';
import type { Access, Connecting, Gatekeeper } from './live-chapters';

/** A socket of somebody who may read the chapter. */
export interface Arrival {
  readonly socket: WebSocket;
  readonly stream: Duplex;
  readonly chapterId: string;
  readonly connecting: Connecting;
  readonly access: Access;
  readonly cookie: string | undefined;
}

export interface UpgradeOptions {
  readonly gatekeeper: Gatekeeper;
  readonly limits: RoomLimits;
  readonly allowsOrigin: (origin: string | undefined, host: string | undefined) => boolean;
  readonly countUpgrade: (request: IncomingMessage) => Promise<void>;
  readonly arrived: (arrival: Arrival) => void;
}

const PATH = /^\/sync\/([^/?#]+)(?:\?|$)/;

/**
 * Turns an HTTP request into a connection. What is wrong with the request itself is answered in HTTP; who may not read is
 * told by a named close code, since a browser's page can't see the HTTP status and the provider would come back for ever.
 */
export function createUpgrade(options: UpgradeOptions) {
  const { gatekeeper, limits, allowsOrigin, countUpgrade, arrived } = options;
  const shared = {
    noServer: true,
    perMessageDeflate: false,
    clientTracking: false,
    skipUTF8Validation: true,
    closeTimeout: limits.closing,
  } as const;
  const readers = new WebSocketServer({ ...shared, maxPayload: limits.frame });
  const writers = new WebSocketServer({ ...shared, maxPayload: limits.firstSync });

  return async (request: IncomingMessage, stream: Duplex, head: Buffer): Promise<void> => {
    const broken = () => stream.destroy();
    stream.on('error', broken);
    const refuse = (status: string) => {
      stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
    };
    const chapterId = PATH.exec(request.url ?? '')?.[1];
    if (!chapterId || !Id.safeParse(chapterId).success) return refuse('404 Not Found');
    if (!allowsOrigin(request.headers.origin, request.headers.host)) return refuse('403 Forbidden');
    const { cookie } = request.headers;
    let connecting: Connecting | null;
    let access: Access | null;
    try {
      await countUpgrade(request);
      connecting = await gatekeeper.authenticate(cookie);
      access = connecting && (await gatekeeper.judge(connecting, chapterId));
    } catch (error) {
      const tooMany = error instanceof Failure && error.code === 'too-many-requests';
      return refuse(tooMany ? '429 Too Many Requests' : '503 Service Unavailable');
    }
    if (stream.destroyed) return;
    const server = access === 'write' ? writers : readers;
    server.handleUpgrade(request, stream, head, (socket) => {
      stream.off('error', broken);
      // An error of a socket is always followed by its close, which is what counts.
      socket.on('error', () => socket.terminate());
      if (!connecting) return turnAway(socket, 'not-signed-in');
      if (access === null) return turnAway(socket, 'not-found');
      if (access === 'none') return turnAway(socket, 'not-allowed');
      arrived({ socket, stream, chapterId, connecting, access, cookie });
    });
  };
}

function turnAway(socket: WebSocket, reason: CloseReason): void {
  socket.close(CLOSE[reason], reason);
}
