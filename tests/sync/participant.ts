import { FRAGMENT } from '@accord/shared/manuscript/document';
import { encodeClientHello, MESSAGE, SYNC } from '@accord/shared/sync/wire';
import * as decoding from 'lib0/decoding';
import { WebSocket } from 'ws';
import * as Y from 'yjs';

import { sync } from './raw-client';
import { words } from './writing';

/** What happens to messages on their way: lost, doubled, or held back until others have passed. */
export interface Line {
  fate(): 'pass' | 'lose' | 'double' | 'hold';
}

/** Where to connect, and with which cookie. */
export interface Place {
  readonly url: string;
  readonly origin: string;
  readonly door: { invite(person: string): string };
}

export const GOOD_LINE: Line = { fate: () => 'pass' };

/**
 * Somebody who writes as our client does, over a line that may be bad: syncs on connecting, sends each change, answers questions,
 * counts what is acknowledged. Changes go on while there is no connection.
 */
export class Participant {
  readonly doc = new Y.Doc();
  line: Line = GOOD_LINE;
  /** Words of which the server said that they are on disk. */
  readonly acknowledged = new Set<string>();
  synced = false;
  private socket: WebSocket | null = null;
  private heldOut: Uint8Array[] = [];
  private heldIn: Uint8Array[] = [];
  /** Words each update-carrying frame of this connection brought, by its number. */
  private frames: string[][] = [];
  private written: string[] = [];
  private readonly looks = new Set<() => void>();

  constructor(
    readonly name: string,
    readonly chapter: string,
  ) {
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'server') this.send(sync(SYNC.update, update));
    });
  }

  get connected(): boolean {
    return this.socket?.readyState === WebSocket.OPEN;
  }

  async connect(engine: Place): Promise<void> {
    this.disconnect();
    const cookie = engine.door.invite(this.name);
    const socket = new WebSocket(`${engine.url}/${this.chapter}`, {
      headers: { cookie, origin: engine.origin },
    });
    this.frames = [];
    this.socket = socket;
    this.synced = false;
    socket.on('message', (data: Buffer) => this.socket === socket && this.receive(data));
    socket.on('close', () => this.look());
    await new Promise<void>((open, failed) => {
      socket.once('open', open);
      socket.once('error', failed);
    });
    // The first messages are not put at risk: a connection that loses them is a lost connection.
    socket.send(encodeClientHello({ protocol: 1, schema: 1, generation: 0 }));
    socket.send(sync(SYNC.step1, Y.encodeStateVector(this.doc)));
  }

  disconnect(): void {
    this.socket?.on('error', () => undefined);
    this.socket?.terminate();
    this.socket = null;
    this.heldIn = [];
    this.heldOut = [];
    this.synced = false;
  }

  /** Adds a paragraph with one word that nobody else uses. */
  write(word: string): void {
    this.written.push(word);
    this.doc.transact(() => {
      const text = this.doc.getXmlFragment(FRAGMENT);
      const element = new Y.XmlElement('paragraph');
      element.insert(0, [new Y.XmlText(word)]);
      text.insert(Math.floor(text.length / 2), [element]);
    });
  }

  /** Removes a paragraph, if there is one. @returns its word */
  remove(at: number): string | undefined {
    const text = this.doc.getXmlFragment(FRAGMENT);
    if (text.length === 0) return undefined;
    const index = at % text.length;
    const word = words(this.doc)[index];
    text.delete(index, 1);
    return word;
  }

  /** Lets everything that was held back go, newest first. */
  release(): void {
    const [incoming, outgoing] = [this.heldIn.reverse(), this.heldOut.reverse()];
    this.heldIn = [];
    this.heldOut = [];
    for (const message of incoming) this.read(message);
    for (const message of outgoing) this.transmit(message);
  }

  words(): string[] {
    return words(this.doc);
  }

  /** Resolves once `condition` holds; looked at after each message and when the connection ends. */
  until(condition: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (!condition()) return;
        this.looks.delete(look);
        resolve();
      };
      this.looks.add(look);
      look();
    });
  }

  private look(): void {
    for (const look of this.looks) look();
  }

  private send(message: Uint8Array): void {
    if (!this.connected || !this.synced) return;
    const fate = this.line.fate();
    if (fate === 'hold') this.heldOut.push(message);
    else if (fate !== 'lose')
      for (let times = fate === 'double' ? 2 : 1; times > 0; times--) this.transmit(message);
  }

  private transmit(message: Uint8Array): void {
    if (!this.connected) return;
    this.frames.push(wordsIn(message));
    // In two fragments, as a proxy may cut it.
    const middle = message.length >> 1;
    this.socket?.send(message.subarray(0, middle), { fin: false });
    this.socket?.send(message.subarray(middle), { fin: true });
  }

  private receive(message: Uint8Array): void {
    const fate = message[0] === MESSAGE.sync && message[1] === SYNC.update ? this.line.fate() : 'pass';
    if (fate === 'hold') this.heldIn.push(message);
    else if (fate !== 'lose')
      for (let times = fate === 'double' ? 2 : 1; times > 0; times--) this.read(message);
    this.look();
  }

  private read(message: Uint8Array): void {
    const decoder = decoding.createDecoder(message);
    const kind = decoding.readVarUint(decoder);
    if (kind === MESSAGE.durable) {
      const upto = decoding.readVarUint(decoder);
      for (const frame of this.frames.slice(0, upto)) for (const word of frame) this.acknowledged.add(word);
    }
    if (kind === MESSAGE.rejected) throw new Error(`${this.name} was refused`);
    if (kind !== MESSAGE.sync) return;
    const step = decoding.readVarUint(decoder);
    const content = decoding.readVarUint8Array(decoder);
    if (step === SYNC.step1) {
      this.synced = true;
      const answer = Y.encodeStateAsUpdate(this.doc, content);
      this.frames.push([...this.written]);
      this.socket?.send(sync(SYNC.step2, answer));
    } else Y.applyUpdate(this.doc, content, 'server');
  }
}

/** Words of paragraphs that a message brings whole. */
function wordsIn(message: Uint8Array): string[] {
  const decoder = decoding.createDecoder(message);
  decoding.readVarUint(decoder);
  decoding.readVarUint(decoder);
  const { structs } = Y.decodeUpdate(decoding.readVarUint8Array(decoder));
  return structs.flatMap((struct) =>
    struct instanceof Y.Item && struct.content instanceof Y.ContentString ? [struct.content.str] : [],
  );
}
