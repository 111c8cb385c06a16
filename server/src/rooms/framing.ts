import { MESSAGE, type SYNC } from '@accord/shared/sync/wire';

/** A finished WebSocket frame with one message in it: built once, written to any number of sockets. */
export type Frame = Buffer;

const BINARY_FINAL = 0x82;

/** Frames a message as RFC 6455 section 5.2 has it; a server's frames are not masked. */
export function frame(message: Uint8Array): Frame {
  const head = headLength(message.length);
  const bytes = Buffer.allocUnsafe(head + message.length);
  writeHead(bytes, message.length);
  bytes.set(message, head);
  return bytes;
}

/** Frames `sync step 2` or `update` around a Yjs update without an intermediate copy. */
export function syncFrame(step: (typeof SYNC)[keyof typeof SYNC], content: Uint8Array): Frame {
  const length = 2 + varUintLength(content.length) + content.length;
  const head = headLength(length);
  const bytes = Buffer.allocUnsafe(head + length);
  writeHead(bytes, length);
  bytes[head] = MESSAGE.sync;
  bytes[head + 1] = step;
  writeVarUint(bytes, head + 2, content.length);
  bytes.set(content, bytes.length - content.length);
  return bytes;
}

function headLength(length: number): number {
  return length < 126 ? 2 : length < 65536 ? 4 : 10;
}

function writeHead(bytes: Buffer, length: number): void {
  bytes[0] = BINARY_FINAL;
  if (length < 126) {
    bytes[1] = length;
  } else if (length < 65536) {
    bytes[1] = 126;
    bytes.writeUInt16BE(length, 2);
  } else {
    bytes[1] = 127;
    bytes.writeUInt32BE(0, 2);
    bytes.writeUInt32BE(length, 6);
  }
}

function varUintLength(value: number): number {
  let length = 1;
  for (let rest = value; rest > 127; rest = Math.floor(rest / 128)) length++;
  return length;
}

function writeVarUint(bytes: Buffer, at: number, value: number): void {
  let rest = value;
  let position = at;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes[position++] = (rest & 127) | 128;
  bytes[position] = rest;
}
