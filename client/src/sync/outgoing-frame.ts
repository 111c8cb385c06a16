import { MESSAGE, SYNC } from '@accord/shared/sync/wire';

/** What a message to the server is, as far as counting goes. */
export type OutgoingFrame = 'sync-step-2' | 'update' | 'other';

/** Kind and sync kind are varUints below 128, so each is one byte. */
export function outgoingFrame(message: Uint8Array): OutgoingFrame {
  if (message[0] !== MESSAGE.sync) return 'other';
  if (message[1] === SYNC.step2) return 'sync-step-2';
  return message[1] === SYNC.update ? 'update' : 'other';
}
