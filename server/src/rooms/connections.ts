import { CLOSE, RETRY_CLOSE } from '@accord/shared/sync/wire';
import { encodeAwareness } from './awareness-update';
import { type Frame, frame } from './framing';
import type { RoomLimits } from './limits';
import type { Gatekeeper } from './live-chapters';
import type { RoomsLogger } from './logger';
import type { Registry } from './registry';
import type { Room } from './room';
import { Session } from './session';
import { SocketPeer } from './socket-peer';
import type { Arrival } from './upgrade';

interface Connection {
  readonly session: Session;
  readonly peer: SocketPeer;
  readonly room: Room;
  readonly chapterId: string;
  readonly cookie: string | undefined;
}

/** An awareness message about nobody: every client takes it, none shows it. */
const NOBODY: Frame = frame(encodeAwareness([]));

/** All sockets: joins them to their rooms, judges them anew when somebody's permissions change (P2), cuts dead ones. */
export class Connections {
  private readonly all = new Set<Connection>();
  /** Sockets accepted, also those whose room is still being loaded. */
  private readonly perPerson = new Map<string, number>();
  private closing = false;

  constructor(
    private readonly registry: Registry,
    private readonly gatekeeper: Gatekeeper,
    private readonly limits: RoomLimits,
    private readonly logger: RoomsLogger,
  ) {}

  get size(): number {
    return this.all.size;
  }

  arrived(arrival: Arrival): void {
    this.join(arrival).catch((error: unknown) => {
      this.logger.error({ err: error, chapterId: arrival.chapterId }, 'a connection could not be opened');
      arrival.socket.close(RETRY_CLOSE['server-error'], 'server-error');
    });
  }

  /** Judges again everybody `concerned`; until the answer is there their frames wait. */
  rejudge(
    concerned: (connection: { personId: string; sessionId: string; chapterId: string }) => boolean,
  ): void {
    for (const connection of this.all) {
      const { personId, sessionId } = connection.session;
      if (!concerned({ personId, sessionId, chapterId: connection.chapterId })) continue;
      connection.session.suspended = true;
      this.judge(connection).catch((error: unknown) => {
        this.logger.error(
          { err: error, chapterId: connection.chapterId },
          'a connection could not be judged',
        );
        connection.session.turnAway('server-error');
      });
    }
  }

  /** Closes the connections of a session that has ended. */
  end(sessionId: string): void {
    for (const { session } of this.all) if (session.sessionId === sessionId) session.expel('not-signed-in');
  }

  beat(): void {
    for (const { peer } of this.all) peer.beat(NOBODY);
  }

  /** Takes nobody in and reads nothing more. */
  stopReading(): void {
    this.closing = true;
    for (const { peer } of this.all) peer.hold(true);
  }

  /** Says goodbye to everybody; they come back by themselves. */
  goAway(): void {
    for (const { peer } of this.all) peer.hold(false);
    for (const { session } of this.all) session.turnAway('going-away');
  }

  private async join(arrival: Arrival): Promise<void> {
    const { socket, stream, chapterId, connecting, cookie } = arrival;
    const peer = new SocketPeer(socket, stream);
    if (this.closing) return peer.close(RETRY_CLOSE['going-away'], 'going-away');
    // Not read before there is somebody to give it to.
    socket.pause();
    const gone = this.count(connecting.personId);
    socket.once('close', gone);
    let left = false;
    socket.once('close', () => {
      left = true;
    });
    const room = await this.open(arrival, peer);
    if (!room) return;
    const session = new Session(connecting, arrival.access, peer, room, this.limits, performance.now());
    const connection: Connection = { session, peer, room, chapterId, cookie };
    if (left || this.closing) {
      this.registry.release(chapterId);
      return peer.close(RETRY_CLOSE['going-away'], 'going-away');
    }
    this.all.add(connection);
    socket.on('message', (data, binary) => {
      peer.hear();
      if (!binary || !(data instanceof Uint8Array)) session.expel('malformed');
      else if (data.length > this.limits.frame && (session.synced || session.access !== 'write'))
        socket.close(1009);
      else room.receive(session, data);
    });
    socket.once('close', () => {
      this.all.delete(connection);
      room.leave(session);
      this.registry.release(chapterId);
    });
    room.join(session);
    if ((this.perPerson.get(connecting.personId) ?? 0) > this.limits.connections)
      session.expel('too-many-requests');
    socket.resume();
    // Somebody may have lost the permission while the chapter was loading.
    session.suspended = true;
    await this.judge(connection);
  }

  private async open(arrival: Arrival, peer: SocketPeer): Promise<Room | null> {
    try {
      return await this.registry.hold(arrival.chapterId);
    } catch (error) {
      this.logger.error({ err: error, chapterId: arrival.chapterId }, 'a chapter can not be read');
      peer.close(CLOSE['document-unreadable'], 'document-unreadable');
      return null;
    }
  }

  private async judge({ session, room, chapterId, cookie }: Connection): Promise<void> {
    const connecting = await this.gatekeeper.authenticate(cookie);
    if (!connecting || connecting.personId !== session.personId) return session.expel('not-signed-in');
    const access = await this.gatekeeper.judge(connecting, chapterId);
    room.admit(session, access ?? 'none');
  }

  private count(personId: string): () => void {
    this.perPerson.set(personId, (this.perPerson.get(personId) ?? 0) + 1);
    return () => {
      const left = (this.perPerson.get(personId) ?? 1) - 1;
      if (left > 0) this.perPerson.set(personId, left);
      else this.perPerson.delete(personId);
    };
  }
}
