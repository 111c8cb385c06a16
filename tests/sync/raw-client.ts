import { decodeServerHello, encodeClientHello, type Hello, MESSAGE, SYNC } from '@accord/shared/sync/wire';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { WebSocket } from 'ws';
import * as Y from 'yjs';

/** A message of the server, read. */
export type Heard =
  | { kind: 'step1'; stateVector: Uint8Array }
  | { kind: 'step2'; update: Uint8Array }
  | { kind: 'update'; update: Uint8Array }
  | { kind: 'awareness'; states: { client: number; clock: number; state: Record<string, unknown> | null }[] }
  | { kind: 'hello'; role: string; schema: number; generation: number; person: string }
  | { kind: 'durable'; n: number }
  | { kind: 'rejected'; n: number; reason: string }
  | { kind: 'other'; number: number };

export interface ClientOptions {
  readonly url: string;
  readonly origin: string;
  readonly cookie: string;
  /** Says hello before anything else; left out: a stock client. */
  readonly hello?: Partial<Hello>;
}

export const OUR_HELLO: Hello = { protocol: 1, schema: 1, generation: 0 };

/** A client that says exactly what a test wants it to, and remembers all it hears. Its document is filled by the server only. */
export class RawClient {
  readonly heard: Heard[] = [];
  readonly doc = new Y.Doc();
  closed: { code: number; reason: string } | null = null;
  private readonly waiting = new Set<() => void>();

  private constructor(readonly socket: WebSocket) {
    socket.on('message', (data: Buffer) => {
      const heard = read(data);
      this.heard.push(heard);
      if (heard.kind === 'step2' || heard.kind === 'update') Y.applyUpdate(this.doc, heard.update, 'server');
      for (const look of this.waiting) look();
    });
    socket.on('close', (code, reason) => {
      this.closed = { code, reason: reason.toString() };
      for (const look of this.waiting) look();
    });
  }

  /** Connects and introduces itself. @throws with the HTTP status when the upgrade was refused */
  static async connect({ url, origin, cookie, hello }: ClientOptions): Promise<RawClient> {
    const socket = new WebSocket(url, { headers: { cookie, origin } });
    const client = new RawClient(socket);
    await new Promise<void>((open, failed) => {
      socket.once('open', open);
      socket.once('error', failed);
    });
    if (hello) client.send(encodeClientHello({ ...OUR_HELLO, ...hello }));
    return client;
  }

  send(message: Uint8Array | string): void {
    this.socket.send(message);
  }

  step1(stateVector: Uint8Array = Y.encodeStateVector(this.doc)): void {
    this.send(sync(SYNC.step1, stateVector));
  }

  step2(update: Uint8Array): void {
    this.send(sync(SYNC.step2, update));
  }

  update(update: Uint8Array): void {
    this.send(sync(SYNC.update, update));
  }

  awareness(client: number, clock: number, state: unknown): void {
    this.send(awarenessMessage([{ client, clock, json: JSON.stringify(state) }]));
  }

  /** Asks for everything and waits for it. */
  async sync(): Promise<void> {
    const before = this.count('step2');
    this.step1();
    await this.until(() => this.count('step2') > before);
  }

  count(kind: Heard['kind']): number {
    return this.heard.filter((heard) => heard.kind === kind).length;
  }

  last<K extends Heard['kind']>(kind: K): Extract<Heard, { kind: K }> | undefined {
    return this.heard.findLast((heard): heard is Extract<Heard, { kind: K }> => heard.kind === kind);
  }

  /** Resolves once `condition` holds; it is looked at after each message. @throws when the connection closes before */
  until(condition: () => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const look = () => {
        if (condition()) done(resolve);
        else if (this.closed) {
          const { code, reason } = this.closed;
          done(() =>
            reject(new Error(`closed with ${code} ${reason}; heard ${this.heard.map(({ kind }) => kind)}`)),
          );
        }
      };
      const done = (then: () => void) => {
        this.waiting.delete(look);
        then();
      };
      this.waiting.add(look);
      look();
    });
  }

  /** Resolves with the close code. */
  async ended(): Promise<number> {
    await this.until(() => this.closed !== null);
    return this.closed?.code ?? 0;
  }

  /** Resolves once `n` frames are acknowledged. */
  durable(n: number): Promise<void> {
    return this.until(() => (this.last('durable')?.n ?? 0) >= n);
  }

  /** Resolves once the server has answered a ping: all it sent before has arrived. */
  async pinged(): Promise<void> {
    const pong = new Promise((resolve) => this.socket.once('pong', resolve));
    this.socket.ping();
    await pong;
  }

  close(): void {
    this.socket.close();
  }
}

export function sync(step: number, content: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.sync);
    encoding.writeVarUint(encoder, step);
    encoding.writeVarUint8Array(encoder, content);
  });
}

export function awarenessMessage(
  entries: readonly { client: number; clock: number; json: string }[],
): Uint8Array {
  const update = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, entries.length);
    for (const { client, clock, json } of entries) {
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarString(encoder, json);
    }
  });
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.awareness);
    encoding.writeVarUint8Array(encoder, update);
  });
}

function read(data: Uint8Array): Heard {
  const decoder = decoding.createDecoder(data);
  const kind = decoding.readVarUint(decoder);
  if (kind === MESSAGE.sync) {
    const step = decoding.readVarUint(decoder);
    const bytes = decoding.readVarUint8Array(decoder).slice();
    if (step === SYNC.step1) return { kind: 'step1', stateVector: bytes };
    return step === SYNC.step2 ? { kind: 'step2', update: bytes } : { kind: 'update', update: bytes };
  }
  if (kind === MESSAGE.awareness) {
    const update = decoding.createDecoder(decoding.readVarUint8Array(decoder));
    const states = Array.from({ length: decoding.readVarUint(update) }, () => ({
      client: decoding.readVarUint(update),
      clock: decoding.readVarUint(update),
      state: JSON.parse(decoding.readVarString(update)) as Record<string, unknown> | null,
    }));
    return { kind: 'awareness', states };
  }
  if (kind === MESSAGE.hello) {
    const { role = '', schema, generation, person = '' } = decodeServerHello(decoder);
    return { kind: 'hello', role, schema, generation, person };
  }
  if (kind === MESSAGE.durable) return { kind: 'durable', n: decoding.readVarUint(decoder) };
  if (kind === MESSAGE.rejected) {
    return { kind: 'rejected', n: decoding.readVarUint(decoder), reason: decoding.readVarString(decoder) };
  }
  return { kind: 'other', number: kind };
}
