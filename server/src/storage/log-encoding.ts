/**
 * How the update log's values look as bytes (lib0 encoding: variable-length integers, length-prefixed strings and
 * bytes), each sealed with a checksum over its key and itself.
 *
 * The checksum is CRC-32: Yjs updates have none, and it finds every flip of up to three bits, every burst of up to 32
 * and all but one in four milliards of the rest, at a fraction of a microsecond. It guards against failing media, not
 * against somebody who can write to the data folder; whoever can do that can compute any hash.
 */
import { crc32 } from 'node:zlib';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { Attribution, ClockRange, LogEntry } from './ports';

/** A value whose checksum does not fit, or that ends early. */
export class Damaged extends Error {
  override readonly name = 'Damaged';
}

const SEAL_BYTES = 4;

/** Puts the checksum of `key` and `body` before `body`; with the key, so that no value can stand for another. */
function seal(key: string, write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeUint32(encoder, 0);
  write(encoder);
  const sealed = encoding.toUint8Array(encoder);
  view(sealed).setUint32(0, checksum(key, sealed.subarray(SEAL_BYTES)), true);
  return sealed;
}

function open<T>(key: string, sealed: Uint8Array, read: (decoder: decoding.Decoder) => T): T {
  if (sealed.length < SEAL_BYTES) throw new Damaged(`${key} ends early`);
  const body = sealed.subarray(SEAL_BYTES);
  if (view(sealed).getUint32(0, true) !== checksum(key, body))
    throw new Damaged(`${key} has a wrong checksum`);
  return read(decoding.createDecoder(body));
}

const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const checksum = (key: string, body: Uint8Array): number => crc32(body, crc32(key));

/** What is known of a document without reading its text. */
export interface Head {
  readonly generation: number;
  readonly baseSeq: number;
  readonly lastSeq: number;
}

export const sealHead = (key: string, head: Head): Uint8Array =>
  seal(key, (encoder) => {
    encoding.writeVarUint(encoder, head.generation);
    encoding.writeVarUint(encoder, head.baseSeq);
    encoding.writeVarUint(encoder, head.lastSeq);
  });

export const openHead = (key: string, sealed: Uint8Array): Head =>
  open(key, sealed, (decoder) => ({
    generation: decoding.readVarUint(decoder),
    baseSeq: decoding.readVarUint(decoder),
    lastSeq: decoding.readVarUint(decoder),
  }));

export const sealBytes = (key: string, bytes: Uint8Array): Uint8Array =>
  seal(key, (encoder) => encoding.writeUint8Array(encoder, bytes));

export const openBytes = (key: string, sealed: Uint8Array): Uint8Array =>
  open(key, sealed, (decoder) => decoding.readTailAsUint8Array(decoder));

export const sealText = (key: string, text: string): Uint8Array =>
  seal(key, (encoder) => encoding.writeVarString(encoder, text));

export const openText = (key: string, sealed: Uint8Array): string =>
  open(key, sealed, decoding.readVarString);

export const sealBase = (key: string, seq: number, base: Uint8Array): Uint8Array =>
  seal(key, (encoder) => {
    encoding.writeVarUint(encoder, seq);
    encoding.writeUint8Array(encoder, base);
  });

export const openBase = (key: string, sealed: Uint8Array): { seq: number; base: Uint8Array } =>
  open(key, sealed, (decoder) => ({
    seq: decoding.readVarUint(decoder),
    base: decoding.readTailAsUint8Array(decoder),
  }));

export const sealEntry = (key: string, entry: LogEntry): Uint8Array =>
  seal(key, (encoder) => {
    encoding.writeVarString(encoder, entry.personId);
    encoding.writeVarString(encoder, entry.sessionId);
    encoding.writeVarUint(encoder, entry.at);
    writeRanges(encoder, entry.inserted);
    writeRanges(encoder, entry.deleted);
    encoding.writeVarUint(encoder, entry.claimed.length);
    for (const client of entry.claimed) encoding.writeVarUint(encoder, client);
    encoding.writeUint8Array(encoder, entry.update);
  });

export const openEntry = (key: string, sealed: Uint8Array): LogEntry =>
  open(key, sealed, (decoder) => ({
    personId: decoding.readVarString(decoder),
    sessionId: decoding.readVarString(decoder),
    at: decoding.readVarUint(decoder),
    inserted: readRanges(decoder),
    deleted: readRanges(decoder),
    claimed: readMany(decoder, decoding.readVarUint),
    update: decoding.readTailAsUint8Array(decoder),
  }));

/** Times as steps from the row before, which makes most of them two bytes. */
export const sealAttribution = (key: string, rows: readonly Attribution[]): Uint8Array =>
  seal(key, (encoder) => {
    encoding.writeVarUint(encoder, rows.length);
    let at = 0;
    for (const row of rows) {
      encoding.writeVarUint(encoder, row.fromSeq);
      encoding.writeVarUint(encoder, row.seq - row.fromSeq);
      encoding.writeVarString(encoder, row.personId);
      encoding.writeVarInt(encoder, row.at - at);
      at = row.at;
      writeRanges(encoder, row.inserted);
      writeRanges(encoder, row.deleted);
    }
  });

export const openAttribution = (key: string, sealed: Uint8Array): Attribution[] =>
  open(key, sealed, (decoder) => {
    let at = 0;
    return readMany(decoder, () => {
      const fromSeq = decoding.readVarUint(decoder);
      const seq = fromSeq + decoding.readVarUint(decoder);
      const personId = decoding.readVarString(decoder);
      at += decoding.readVarInt(decoder);
      return { fromSeq, seq, personId, at, inserted: readRanges(decoder), deleted: readRanges(decoder) };
    });
  });

function writeRanges(encoder: encoding.Encoder, ranges: readonly ClockRange[]): void {
  encoding.writeVarUint(encoder, ranges.length);
  for (const range of ranges) for (const part of range) encoding.writeVarUint(encoder, part);
}

const readRanges = (decoder: decoding.Decoder): ClockRange[] =>
  readMany(decoder, () => [
    decoding.readVarUint(decoder),
    decoding.readVarUint(decoder),
    decoding.readVarUint(decoder),
  ]);

function readMany<T>(decoder: decoding.Decoder, read: (decoder: decoding.Decoder) => T): T[] {
  const many: T[] = [];
  for (let left = decoding.readVarUint(decoder); left > 0; left--) many.push(read(decoder));
  return many;
}
