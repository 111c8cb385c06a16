import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import type { Frame } from './framing';
import type { Peer } from './session';

/** Below this many bytes several frames are copied together; above it they go out as they are, in one system call. */
const COPY_BELOW = 16 * 1024;

/** One client's socket: whatever a turn queues goes out in one write. Our frames go straight to the stream below `ws`. */
export class SocketPeer implements Peer {
  private queued: Frame[] = [];
  private bytes = 0;
  /** Whether anything was written since the last look. */
  private wrote = false;
  private heard = true;
  private missed = 0;

  constructor(
    private readonly socket: WebSocket,
    private readonly stream: Duplex,
  ) {
    socket.on('pong', () => this.hear());
  }

  queue(bytes: Frame): void {
    this.queued.push(bytes);
    this.bytes += bytes.length;
  }

  flush(): void {
    const { queued } = this;
    const [first] = queued;
    if (first === undefined) return;
    this.queued = [];
    const { bytes } = this;
    this.bytes = 0;
    if (this.socket.readyState !== this.socket.OPEN) return;
    this.wrote = true;
    if (queued.length === 1) this.stream.write(first);
    else if (bytes < COPY_BELOW) this.stream.write(Buffer.concat(queued, bytes));
    else {
      this.stream.cork();
      for (const frame of queued) this.stream.write(frame);
      this.stream.uncork();
    }
  }

  backlog(): number {
    return this.stream.writableLength;
  }

  close(code: number, reason: string): void {
    this.flush();
    // The client's answer to the close must be read, or the socket would stay half open.
    this.socket.resume();
    this.socket.close(code, reason);
  }

  hold(held: boolean): void {
    if (held) this.socket.pause();
    else this.socket.resume();
  }

  /** Something came from the client. */
  hear(): void {
    this.heard = true;
  }

  /**
   * Called at every heartbeat: a socket that was silent for two is cut. A client that was sent nothing gets `idle`, since
   * y-websocket takes 30 s without a message for a dead line.
   */
  beat(idle: Frame): void {
    this.missed = this.heard ? 0 : this.missed + 1;
    if (this.missed >= 2) {
      this.socket.terminate();
      return;
    }
    this.heard = false;
    this.socket.ping();
    if (!this.wrote) this.queue(idle);
    this.flush();
    this.wrote = false;
  }
}
