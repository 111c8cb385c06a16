import { CLOSE, type CloseReason } from '@accord/shared/sync/wire';

/**
 * What to do when the server refuses a frame or closes with a 44xx code.
 * - `wait`: nothing is wrong with the words; they stay on the device and are sent when the server can take them.
 * - `stop`: nothing more until the person acts (signs in, reloads); the words stay on the device.
 * - `set-aside`: these words will never be taken as they are: keep them as text, begin again from the server's text.
 * - `set-aside-and-stop`: the same, but there is nothing to begin again from.
 */
export type ClosePolicy = 'wait' | 'stop' | 'set-aside' | 'set-aside-and-stop';

export const CLOSE_POLICY: Record<CloseReason, ClosePolicy> = {
  malformed: 'set-aside',
  'not-signed-in': 'stop',
  'another-person': 'stop',
  'not-allowed': 'set-aside-and-stop',
  'not-found': 'set-aside-and-stop',
  'foreign-client-id': 'set-aside',
  'older-generation': 'set-aside',
  'older-schema': 'stop',
  'too-large': 'set-aside',
  'chapter-locked': 'set-aside',
  archived: 'set-aside',
  'too-many-requests': 'wait',
  'document-unreadable': 'wait',
  'read-only-storage': 'wait',
};

const REASON_BY_CODE = new Map<number, CloseReason>(
  (Object.entries(CLOSE) as [CloseReason, number][]).map(([reason, code]) => [code, reason]),
);

/** The reason behind a close code; a 44xx code this version does not know is taken as `malformed`. */
export function reasonOfClose(code: number): CloseReason | null {
  const known = REASON_BY_CODE.get(code);
  if (known) return known;
  return code >= 4400 && code < 4500 ? 'malformed' : null;
}

/**
 * What a refused frame asks for. Unlike a close, being no longer allowed to write may leave the right to read: begin
 * again, and let the server judge.
 */
export const policyOfRejection = (reason: CloseReason): ClosePolicy =>
  reason === 'not-allowed' || reason === 'not-found' ? 'set-aside' : CLOSE_POLICY[reason];

/** The reason named in a `rejected` message; one this version does not know is taken as `malformed`. */
export const reasonOfRejection = (word: string): CloseReason =>
  Object.hasOwn(CLOSE, word) ? (word as CloseReason) : 'malformed';
