import type { PresenceUser } from '@accord/shared/sync/wire';
import { z } from 'zod';
import type { Connecting } from './live-chapters';

const YjsId = z.object({ client: z.int().nonnegative(), clock: z.int().nonnegative() });
const RelativePosition = z.object({
  type: YjsId.nullish(),
  tname: z.string().max(64).nullish(),
  item: YjsId.nullish(),
  assoc: z.int().optional(),
});
/** Where a caret is, as y-tiptap writes it. Anything else could make the editors of the others throw. */
const Cursor = z.object({ anchor: RelativePosition, head: RelativePosition }).nullable();

/**
 * What the others get to see of a client's awareness state: who it is comes from the session (U7), the caret only if it is one.
 * @returns null when the client has left; undefined when the bytes are no state
 */
export function presenceState(json: Uint8Array, connecting: Connecting): string | null | undefined {
  let state: unknown;
  try {
    state = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(json));
  } catch {
    // Not JSON: the caller counts it.
    return undefined;
  }
  if (state === null) return null;
  if (typeof state !== 'object' || Array.isArray(state)) return undefined;
  const { personId: id, name, country } = connecting;
  const user: PresenceUser = { id, name, country };
  const seen: Record<string, unknown> = { ...state, user };
  if ('cursor' in seen) {
    const cursor = Cursor.safeParse(seen.cursor);
    seen.cursor = cursor.success ? cursor.data : null;
  }
  return JSON.stringify(seen);
}
