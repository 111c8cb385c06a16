import * as encoding from 'lib0/encoding';
import type { Range } from './skim';

/** Encodes deletions as the second part of a V1 update. */
export function encodeDeleteSet(deletes: readonly Range[]): Uint8Array {
  const clients = new Map<number, Range[]>();
  for (const range of deletes) {
    const ranges = clients.get(range[0]);
    if (ranges) ranges.push(range);
    else clients.set(range[0], [range]);
  }
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, clients.size);
    for (const [client, ranges] of clients) {
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, ranges.length);
      for (const [, clock, length] of ranges) {
        encoding.writeVarUint(encoder, clock);
        encoding.writeVarUint(encoder, length);
      }
    }
  });
}
