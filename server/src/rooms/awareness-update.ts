import { MESSAGE } from '@accord/shared/sync/wire';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

/** One client's entry of an awareness update, as y-protocols encodes it; `json` is not parsed. */
export interface AwarenessEntry {
  readonly client: number;
  readonly clock: number;
  readonly json: Uint8Array;
}

/** Most clients one update may name; a room never holds as many. */
const MOST_ENTRIES = 2_000;

/** @throws when the bytes are no awareness update */
export function readAwareness(update: Uint8Array): AwarenessEntry[] {
  const decoder = decoding.createDecoder(update);
  const count = decoding.readVarUint(decoder);
  if (count > MOST_ENTRIES) throw new RangeError('too many awareness entries');
  const entries: AwarenessEntry[] = [];
  for (let left = count; left > 0; left--) {
    const client = decoding.readVarUint(decoder);
    const clock = decoding.readVarUint(decoder);
    entries.push({ client, clock, json: decoding.readVarUint8Array(decoder) });
  }
  return entries;
}

/** A whole awareness message. */
export function encodeAwareness(
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
