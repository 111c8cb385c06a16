import type { AccessWord, CloseReason } from '@accord/shared/sync/wire';

/**
 * Why the text can't be changed here. `opening`: nothing to edit has arrived yet (U2). `setting-aside`: what was
 * typed could not be taken and is being kept as text.
 */
export type ReadOnlyReason =
  | 'opening'
  | 'reader'
  | 'locked'
  | 'setting-aside'
  | Exclude<CloseReason, 'chapter-locked'>;

/** May this tab change the text now? */
export type Access = { readonly may: 'write' } | { readonly may: 'read'; readonly reason: ReadOnlyReason };

export const WRITE: Access = { may: 'write' };
export const readOnly = (reason: ReadOnlyReason): Access => ({ may: 'read', reason });

/** What the server's hello says about this connection. */
export function accessByWord(word: AccessWord): Access {
  if (word === 'write') return WRITE;
  return readOnly(word === 'read' ? 'reader' : word);
}

/** What a refusal or a close leaves. */
export const accessAfter = (reason: CloseReason): Access =>
  readOnly(reason === 'chapter-locked' ? 'locked' : reason);

export const sameAccess = (a: Access, b: Access): boolean =>
  a.may === 'write' || b.may === 'write' ? a.may === b.may : a.reason === b.reason;

/** The one thing the chapter's header says about my words (U3). */
export type SavedState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'not-saved'; readonly changes: number }
  | { readonly kind: 'read-only'; readonly reason: ReadOnlyReason };

export interface SavingFacts {
  readonly access: Access;
  /** `up`: connected, and what was missing has been sent. */
  readonly link: 'up' | 'down';
  /** The server has been silent for longer than a save takes, although the line looks alive. */
  readonly stalled: boolean;
  /** My changes the server has not called durable. */
  readonly unsaved: number;
}

/**
 * U3 as a pure function. Words at risk come before everything: a chapter that turned read-only while changes wait on
 * the device still says that they wait. *Saved* is said only when nothing of mine is outstanding.
 */
export function savedState(facts: SavingFacts): SavedState {
  const { access, link, stalled, unsaved } = facts;
  if (unsaved > 0) {
    const onItsWay = link === 'up' && !stalled && access.may === 'write';
    return onItsWay ? { kind: 'saving' } : { kind: 'not-saved', changes: unsaved };
  }
  return access.may === 'write' ? { kind: 'saved' } : { kind: 'read-only', reason: access.reason };
}

export function sameSavedState(a: SavedState, b: SavedState): boolean {
  if (a.kind === 'not-saved' && b.kind === 'not-saved') return a.changes === b.changes;
  if (a.kind === 'read-only' && b.kind === 'read-only') return a.reason === b.reason;
  return a.kind === b.kind;
}

/** Words of mine beside the text, which travel on their own: suggestions. */
export interface SavingBeside {
  /** I can write such words here, though the text itself may be closed to me. */
  readonly writes: boolean;
  /** How many changes of them the server has not stored. */
  readonly unsent: number;
  /** The server was not there when they were last sent. */
  readonly away: boolean;
}

/** What the header says when there are such words: one answer for all that is mine. */
export function savedWith(state: SavedState, { writes, unsent, away }: SavingBeside): SavedState {
  if (unsent > 0) {
    if (state.kind === 'not-saved') return { kind: 'not-saved', changes: state.changes + unsent };
    return away ? { kind: 'not-saved', changes: unsent } : { kind: 'saving' };
  }
  return writes && state.kind === 'read-only' && state.reason === 'reader' ? { kind: 'saved' } : state;
}
