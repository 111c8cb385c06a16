import { MESSAGE, SYNC } from './wire';

/** A message as the server received it; byte arrays are views of the frame. */
export type Message =
  | { readonly kind: 'state-vector'; readonly stateVector: Uint8Array }
  | { readonly kind: 'update'; readonly update: Uint8Array; readonly answer: boolean }
  | { readonly kind: 'awareness'; readonly states: Uint8Array }
  | { readonly kind: 'query-awareness' }
  | {
      readonly kind: 'hello';
      readonly protocol: number;
      readonly schema: number;
      readonly generation: number;
      /** Whom the client takes itself for; null when it does not say. */
      readonly person: string | null;
    }
  | { readonly kind: 'unknown' }
  /** `carriesUpdate`: it said that it is a step 2 or an update, and so counts among the frames that are acknowledged. */
  | { readonly kind: 'malformed'; readonly carriesUpdate: boolean };

/** Reads the frame around a message without touching what it carries. Never throws. */
export function readMessage(frame: Uint8Array): Message {
  const reader = { frame, at: 0 };
  const kind = varUint(reader);
  if (kind === MESSAGE.sync) return readSync(reader);
  if (kind === MESSAGE.awareness) {
    const states = byteArray(reader);
    return states ? { kind: 'awareness', states } : { kind: 'malformed', carriesUpdate: false };
  }
  if (kind === MESSAGE.queryAwareness) return { kind: 'query-awareness' };
  if (kind === MESSAGE.hello) {
    const protocol = varUint(reader);
    const schema = varUint(reader);
    const generation = varUint(reader);
    if (protocol < 0 || schema < 0 || generation < 0) return { kind: 'malformed', carriesUpdate: false };
    const hello = { kind: 'hello', protocol, schema, generation } as const;
    if (reader.at === frame.length) return { ...hello, person: null };
    const person = shortString(reader);
    return person === null ? { kind: 'malformed', carriesUpdate: false } : { ...hello, person };
  }
  return kind < 0 ? { kind: 'malformed', carriesUpdate: false } : { kind: 'unknown' };
}

interface Reader {
  readonly frame: Uint8Array;
  at: number;
}

function readSync(reader: Reader): Message {
  const step = varUint(reader);
  if (step === SYNC.step1) {
    const stateVector = byteArray(reader);
    return stateVector ? { kind: 'state-vector', stateVector } : { kind: 'malformed', carriesUpdate: false };
  }
  if (step !== SYNC.step2 && step !== SYNC.update) return { kind: 'malformed', carriesUpdate: false };
  const update = byteArray(reader);
  return update
    ? { kind: 'update', update, answer: step === SYNC.step2 }
    : { kind: 'malformed', carriesUpdate: true };
}

/** @returns -1 when there is none */
function varUint(reader: Reader): number {
  let value = 0;
  let scale = 1;
  while (scale <= Number.MAX_SAFE_INTEGER) {
    const byte = reader.frame[reader.at++];
    if (byte === undefined) return -1;
    value += (byte & 0x7f) * scale;
    if (byte < 0x80) return value <= Number.MAX_SAFE_INTEGER ? value : -1;
    scale *= 128;
  }
  return -1;
}

/** Ids are shorter. */
const MAX_STRING_BYTES = 200;

/** @returns null when there is none, or a long one */
function shortString(reader: Reader): string | null {
  const length = varUint(reader);
  const end = reader.at + length;
  if (length < 0 || length > MAX_STRING_BYTES || end > reader.frame.length) return null;
  const text = new TextDecoder().decode(reader.frame.subarray(reader.at, end));
  reader.at = end;
  return text;
}

/** The rest of the frame, if it is exactly one byte array. */
function byteArray(reader: Reader): Uint8Array | null {
  const length = varUint(reader);
  return length >= 0 && reader.at + length === reader.frame.length ? reader.frame.subarray(reader.at) : null;
}
