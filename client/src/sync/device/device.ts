import type { AccessWord } from '@accord/shared/sync/wire';
import type { KeptWords } from './kept-words';
import type { Occasion } from './set-aside';
import type { UnsavedUpdate } from './unsaved-update';

/** A chapter's text on this device, as of one generation of the server's document. */
export interface DeviceCopy {
  readonly chapterId: string;
  readonly generation: number;
  /** Number of the editor schema that wrote it (U9). */
  readonly schema: number;
  /** What the server last said I may do here. */
  readonly access: AccessWord;
  readonly title: string;
  /** Changes when the copy is dropped and made anew; an append for another incarnation is refused. */
  readonly incarnation: string;
  /** Yjs updates that make the text, in any order; the unsaved ones among them. */
  readonly updates: readonly Uint8Array[];
  readonly unsaved: readonly UnsavedUpdate[];
  /** Handed back to `compact`. */
  readonly lastRow: number;
}

export type CopyHead = Pick<DeviceCopy, 'chapterId' | 'generation' | 'schema' | 'access' | 'title'>;

/** Where a change comes from: the server or this tab. */
export interface Change {
  readonly update: Uint8Array;
  /** Null for what came from the server. */
  readonly mine: { readonly tab: string; readonly seq: number } | null;
}

/**
 * What this browser keeps for one person (U4). Several tabs may use it at once: rows are only appended, marks only
 * rise, and everything that replaces rows happens in one transaction.
 */
export interface Device {
  /** False when the browser refused a store: then everything here lives as long as the tab. */
  readonly lasting: boolean;
  readCopy(chapterId: string): Promise<DeviceCopy | null>;
  /**
   * Makes the copy of a chapter that was synced, or adds `state` to the one another tab made. One of an older
   * generation is replaced; what it holds unsaved goes to the kept words.
   * @returns the copy's incarnation
   */
  createCopy(head: CopyHead, state: Uint8Array, unsaved: readonly UnsavedUpdate[]): Promise<string>;
  /**
   * Adds a change; asked for within this very call, so that a page left in the same moment has written it.
   * @returns false when that incarnation is no longer there: what makes the text must then be given anew (`createCopy`)
   */
  append(chapterId: string, incarnation: string, change: Change): Promise<boolean>;
  /** Per tab: each of its first `seq` changes is on the server's disk. Words kept on the tab's behalf are dropped. */
  markDurable(chapterId: string, incarnation: string, marks: ReadonlyMap<string, number>): Promise<void>;
  noteAccess(chapterId: string, incarnation: string, access: AccessWord): Promise<void>;
  /** Replaces the saved rows up to `lastRow` by `state`, which contains them. */
  compact(chapterId: string, incarnation: string, lastRow: number, state: Uint8Array): Promise<void>;
  /**
   * Drops the copy, and in the same step keeps the words that could not be sent: `own`, which this tab has put together,
   * and whatever else is unsaved there, of tabs closed or open.
   */
  dropCopy(occasion: Occasion, own: KeptWords | null): Promise<void>;
  /** Ids of the chapters with a copy. */
  listCopies(): Promise<string[]>;
  /** Oldest first. */
  listKept(): Promise<KeptWords[]>;
  forgetKept(id: string): Promise<void>;
  /** Removes everything, in all tabs: sign-out. */
  wipe(): Promise<void>;
  /** Called when any tab wiped the device. @returns a function that ends the subscription */
  onWiped(listener: () => void): () => void;
  /** Called when the kept words have changed, in any tab. @returns a function that ends the subscription */
  onKept(listener: () => void): () => void;
  close(): void;
}
