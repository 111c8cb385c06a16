import type { CloseReason } from '@accord/shared/sync/wire';
import type { Access } from './live-chapters';

/** What an update would do to the room's document, as found by `examine`. */
export interface News {
  /** It inserts or deletes something the server lacks. */
  readonly any: boolean;
  /** All it brings is deletions of formatting marks: Yjs itself makes such deletions where marks have become redundant. */
  readonly formattingOnly: boolean;
  /** It hangs on structs the server lacks. */
  readonly gap: boolean;
  /** It has structs under a client id of another person. */
  readonly foreign: boolean;
  /** It would go beyond what a chapter or a connection may hold. */
  readonly tooLarge: boolean;
}

/** Where a connection stands when its frame is judged. */
export interface Standing {
  readonly access: Access;
  /** The text is locked as of now, whatever the last judgement of the session said. */
  readonly locked: boolean;
  readonly storage: 'writable' | 'read-only';
  /** Why an earlier frame of this connection was refused; what hangs on that frame is refused with it. */
  readonly refused: CloseReason | null;
}

export type Verdict =
  | { readonly is: 'apply' }
  /** Nothing to do; acknowledged like a stored frame. */
  | { readonly is: 'ignore' }
  /** Neither stored nor refused: the disk takes nothing now, the words stay with the client. */
  | { readonly is: 'hold' }
  /** Something before it is missing: the client is asked for all that the server lacks. */
  | { readonly is: 'resync' }
  | { readonly is: 'refuse'; readonly reason: CloseReason };

const REASON: Record<Exclude<Access, 'write'>, CloseReason> = {
  read: 'not-allowed',
  none: 'not-allowed',
  locked: 'chapter-locked',
  archived: 'archived',
};

/** The one decision about a text frame (P3, P4, P5). Pure. */
export function judge(news: News, standing: Standing): Verdict {
  if (!news.any) return { is: 'ignore' };
  if (standing.access !== 'write' || standing.locked) {
    if (news.formattingOnly) return { is: 'ignore' };
    return { is: 'refuse', reason: standing.access === 'write' ? 'chapter-locked' : REASON[standing.access] };
  }
  if (standing.storage === 'read-only') return { is: 'hold' };
  if (news.foreign) return { is: 'refuse', reason: 'foreign-client-id' };
  if (news.gap) return standing.refused ? { is: 'refuse', reason: standing.refused } : { is: 'resync' };
  if (news.tooLarge) return { is: 'refuse', reason: 'too-large' };
  return { is: 'apply' };
}
