import { setTimeout as until } from 'node:timers/promises';
import { FRAGMENT } from '@accord/shared/manuscript/document';
import { MESSAGE, SYNC } from '@accord/shared/sync/wire';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { WebSocket } from 'ws';
import * as Y from 'yjs';

const READERS = 10;

/** p50, p95 and p99 of `values`. */
export function quantiles(values: readonly number[]): [number, number, number] {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return [at(0.5), at(0.95), at(0.99)];
}

async function open(url: string, headers: Record<string, string>): Promise<WebSocket> {
  const socket = new WebSocket(url, { headers });
  socket.binaryType = 'nodebuffer';
  await new Promise<void>((opened, failed) => {
    socket.once('open', opened);
    socket.once('error', failed);
  });
  // A y-websocket server shows text to whoever has asked for it.
  socket.send(
    encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, MESSAGE.sync);
      encoding.writeVarUint(encoder, SYNC.step1);
      encoding.writeVarUint8Array(encoder, Y.encodeStateVector(new Y.Doc()));
    }),
  );
  return socket;
}

/**
 * Sends single-letter updates at an even pace and notes, in ms, when each was acknowledged as durable (empty for a
 * server that doesn't say) and when each of the readers saw it. A merged message counts for all the updates in it.
 */
export async function measureKeystrokes(options: {
  url: string;
  headers: Record<string, string>;
  seconds: number;
  perSecond: number;
}): Promise<{ durable: number[]; shown: number[] }> {
  const durable: number[] = [];
  const shown: number[] = [];
  const sentAt: number[] = [];
  const writer = await open(options.url, options.headers);
  let acknowledged = 0;
  writer.on('message', (frame: Buffer) => {
    const decoder = decoding.createDecoder(frame);
    if (decoding.readVarUint(decoder) !== MESSAGE.durable) return;
    const n = decoding.readVarUint(decoder);
    for (; acknowledged < n; acknowledged++) durable.push(performance.now() - (sentAt[acknowledged] ?? 0));
  });

  const doc = new Y.Doc();
  const text = new Y.XmlText();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  const paragraph = new Y.XmlElement('paragraph');
  doc.transact(() => {
    paragraph.insert(0, [text]);
    doc.getXmlFragment(FRAGMENT).insert(0, [paragraph]);
  });
  const count = options.seconds * options.perSecond;
  for (let index = 0; index < count; index++) text.insert(index, 'x');

  const readers = await Promise.all(
    Array.from({ length: READERS }, () => open(options.url, options.headers)),
  );
  for (const reader of readers) {
    reader.on('message', (frame: Buffer) => {
      const decoder = decoding.createDecoder(frame);
      if (decoding.readVarUint(decoder) !== MESSAGE.sync || decoding.readVarUint(decoder) !== SYNC.update)
        return;
      const { from, to } = Y.parseUpdateMeta(decoding.readVarUint8Array(decoder));
      const now = performance.now();
      // Clock k of the writer's id was made by the update that covers it: 0 and 1 by the first, then one each.
      for (let clock = from.get(doc.clientID) ?? 0; clock < (to.get(doc.clientID) ?? 0); clock++) {
        const sent = sentAt[Math.max(0, clock - 1)];
        if (sent !== undefined && clock > 1) shown.push(now - sent);
      }
    });
  }

  const begin = performance.now();
  for (const [index, update] of updates.entries()) {
    const due = begin + (index * 1000) / options.perSecond;
    const wait = due - performance.now();
    if (wait > 1) await until(wait);
    sentAt.push(performance.now());
    writer.send(
      encoding.encode((encoder) => {
        encoding.writeVarUint(encoder, MESSAGE.sync);
        encoding.writeVarUint(encoder, SYNC.update);
        encoding.writeVarUint8Array(encoder, update);
      }),
    );
  }
  await until(500);
  for (const socket of [writer, ...readers]) socket.terminate();
  return { durable, shown };
}
