import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { systemClock } from '@accord/server/clock';
import { createOriginCheck } from '@accord/server/http/origin';
import { DEFAULT_LIMITS, type RoomLimits } from '@accord/server/rooms/limits';
import type { Access, Connecting, Gatekeeper } from '@accord/server/rooms/live-chapters';
import type { RefusedFrame } from '@accord/server/rooms/room-tools';
import { createRooms, type Rooms, type RoomsOptions } from '@accord/server/rooms/rooms';
import { openStorage } from '@accord/server/storage/open-storage';
import type { Storage, UpdateLog } from '@accord/server/storage/ports';

/** People of the tests; the cookie is their name. */
export class Door implements Gatekeeper {
  private readonly people = new Map<string, Connecting>();
  private readonly access = new Map<string, Access | null>();
  /** Called before each answer, e.g. to hold it back. */
  before: () => Promise<void> = async () => undefined;

  /** Lets somebody in. @returns the Cookie header */
  invite(personId: string, access: Access | null = 'write', sessionId = `session-${personId}`): string {
    this.people.set(sessionId, { personId, sessionId, name: `${personId}'s name`, country: 'FI' });
    this.access.set(personId, access);
    return `accord_session=${sessionId}`;
  }

  allow(personId: string, access: Access | null): void {
    this.access.set(personId, access);
  }

  signOut(sessionId: string): void {
    this.people.delete(sessionId);
  }

  async authenticate(cookie: string | undefined): Promise<Connecting | null> {
    return this.people.get(cookie?.replace('accord_session=', '') ?? '') ?? null;
  }

  async judge({ personId }: Connecting): Promise<Access | null> {
    await this.before();
    return this.access.get(personId) ?? null;
  }
}

export interface EngineOptions {
  readonly limits?: Partial<RoomLimits>;
  /** A data folder; without one all is kept in memory. */
  readonly folder?: string;
  readonly port?: number;
  /** Puts something between rooms and log. */
  readonly log?: (real: UpdateLog) => UpdateLog;
  readonly publicUrl?: string;
  readonly door?: Door;
  readonly countUpgrade?: RoomsOptions['countUpgrade'];
}

/** Rooms behind a real HTTP server, on real storage. */
export class Engine {
  private constructor(
    readonly rooms: Rooms,
    readonly storage: Storage,
    readonly door: Door,
    private readonly server: Server,
    readonly port: number,
    /** What the rooms logged. */
    readonly warnings: readonly string[],
    /** What the rooms told of refused text. */
    readonly refused: readonly RefusedFrame[],
  ) {}

  static async start(options: EngineOptions = {}): Promise<Engine> {
    const { folder } = options;
    const storage = await openStorage(folder ? { kind: 'embedded', folder } : { kind: 'memory' });
    const door = options.door ?? new Door();
    const server = createServer();
    const warnings: string[] = [];
    const refused: RefusedFrame[] = [];
    const note = (fields: object, message: string) => {
      warnings.push(`${message} ${'err' in fields ? String(fields.err) : ''}`);
    };
    const rooms = createRooms({
      log: options.log?.(storage.log) ?? storage.log,
      bus: storage.bus,
      clock: systemClock,
      gatekeeper: door,
      limits: { ...DEFAULT_LIMITS, ...options.limits },
      logger: { warn: note, error: note },
      allowsOrigin: createOriginCheck({ publicUrl: options.publicUrl ?? null, host: '127.0.0.1' }),
      refused: (notice) => refused.push(notice),
      ...(options.countUpgrade ? { countUpgrade: options.countUpgrade } : {}),
    });
    server.on('upgrade', (request, socket, head) => rooms.handleUpgrade(request, socket, head));
    await new Promise<void>((listening) => server.listen(options.port ?? 0, '127.0.0.1', listening));
    const { port } = server.address() as AddressInfo;
    return new Engine(rooms, storage, door, server, port, warnings, refused);
  }

  get url(): string {
    return `ws://127.0.0.1:${this.port}/sync`;
  }

  get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async stop(): Promise<void> {
    await this.rooms.close();
    this.server.closeAllConnections();
    await new Promise((closed) => this.server.close(closed));
    await this.storage.close();
  }
}
