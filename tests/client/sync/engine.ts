import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { DEFAULT_LIMITS } from '@accord/server/rooms/limits';
import type { Access, Gatekeeper } from '@accord/server/rooms/live-chapters';
import { createRooms, type Rooms } from '@accord/server/rooms/rooms';
import { openStorage } from '@accord/server/storage/open-storage';
import type { Storage } from '@accord/server/storage/ports';
import type { NodeJson } from '@accord/shared/manuscript/document';
import { WebSocket as NodeSocket } from 'ws';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** The real sync engine on memory storage, behind a real socket, with a table of who may do what. */
export class Engine {
  readonly access = new Map<string, Access>();
  private rooms: Rooms | null = null;
  private server: Server | null = null;
  private readonly sockets = new Set<Socket>();
  private port = 0;

  private constructor(readonly storage: Storage) {}

  static async start(): Promise<Engine> {
    const engine = new Engine(await openStorage({ kind: 'memory' }));
    await engine.start();
    return engine;
  }

  get url(): string {
    return `ws://127.0.0.1:${this.port}/sync`;
  }

  get chapters() {
    if (!this.rooms) throw new Error('the engine is down');
    return this.rooms.chapters;
  }

  /** Starts (again) on the same port and storage. */
  async start(): Promise<void> {
    const gatekeeper: Gatekeeper = {
      authenticate: async (cookie) => {
        const personId = /person=([^;]+)/.exec(cookie ?? '')?.[1];
        return personId ? { personId, sessionId: `of-${personId}`, name: personId, country: 'FI' } : null;
      },
      judge: async ({ personId }) => this.access.get(personId) ?? 'write',
    };
    const { log, bus } = this.storage;
    this.rooms = createRooms({
      log,
      bus,
      gatekeeper,
      clock: { now: Date.now },
      limits: DEFAULT_LIMITS,
      logger: silent,
      allowsOrigin: () => true,
    });
    const { rooms } = this;
    this.server = createServer();
    this.server.on('upgrade', (request, socket, head) => rooms.handleUpgrade(request, socket, head));
    this.server.on('connection', (socket) => {
      this.sockets.add(socket);
      socket.once('close', () => this.sockets.delete(socket));
    });
    const { server } = this;
    await new Promise<void>((listening) => server.listen(this.port, '127.0.0.1', listening));
    this.port = (server.address() as AddressInfo).port;
  }

  /** Cuts every line at once and forgets what was not stored. */
  async kill(): Promise<void> {
    const { rooms, server } = this;
    for (const socket of this.sockets) socket.destroy();
    await new Promise((closed) => server?.close(closed) ?? closed(null));
    await rooms?.close();
    this.rooms = null;
  }

  /** Cuts every line, and goes on. */
  cut(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  /** Changes what a person may do, on open connections too. */
  judge(personId: string, access: Access): void {
    this.access.set(personId, access);
    this.storage.bus.publish('person-changed', { personId });
  }

  /** The committed text of a chapter, blocks joined by newlines. */
  async text(chapterId: string): Promise<string> {
    return words((await this.chapters.read(chapterId)).json);
  }

  async end(): Promise<void> {
    await this.kill();
    await this.storage.close();
  }
}

function words(node: NodeJson): string {
  if (node.text !== undefined) return node.text;
  return (node.content ?? []).map(words).join(node.type === 'doc' ? '\n' : '');
}

/** What a browser brings to each connection: `down` makes every attempt fail, as without a network. */
export interface Network {
  down: boolean;
  /** Whose cookie the browser has by now, when it is not the page's person any more. */
  signedIn?: string;
}

/** A browser's WebSocket with the cookie of a person. */
export function socketOf(personId: string, network: Network = { down: false }): typeof WebSocket {
  class PersonSocket extends NodeSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(network.down ? 'ws://127.0.0.1:9' : url, protocols ?? [], {
        headers: { cookie: `person=${network.signedIn ?? personId}`, origin: 'http://127.0.0.1' },
      });
    }
  }
  return PersonSocket as never;
}
