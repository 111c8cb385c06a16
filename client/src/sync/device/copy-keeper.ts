import type { AccessWord } from '@accord/shared/sync/wire';
import * as Y from 'yjs';
import type { Change, CopyHead, Device, DeviceCopy, UnsavedUpdate } from './device';

/** Rows after which a copy is folded into one at the next opening. */
const COMPACT_ABOVE = 200;

/** Keeps a chapter's copy on the device in step with its Y.Doc. */
export interface CopyKeeper {
  /** Goes on with the copy that was read. */
  resume(copy: DeviceCopy): void;
  /** The text was synced for the first time: makes the copy. */
  create(): void;
  append(change: Change): void;
  markDurable(marks: ReadonlyMap<string, number>): void;
  noteAccess(access: AccessWord): void;
  stop(): void;
}

/** @param onTrouble the browser would not write: the words live in this tab only */
export function keepCopy(
  device: Device,
  head: () => CopyHead,
  doc: Y.Doc,
  unsaved: () => readonly UnsavedUpdate[],
  onTrouble: () => void,
): CopyKeeper {
  /** Null until there is something to keep (U2: a copy is made of synced text only). */
  let incarnation: Promise<string> | null = null;
  let stopped = false;

  /** Writes in the order of the calls; what was asked before the end is still written. */
  const write = (work: (chapterId: string, incarnation: string) => Promise<unknown>): void => {
    if (!incarnation || stopped) return;
    incarnation.then((known) => work(head().chapterId, known)).catch(onTrouble);
  };
  const create = () => {
    incarnation = device.createCopy(head(), Y.encodeStateAsUpdate(doc), unsaved());
    incarnation.catch(onTrouble);
  };

  return {
    resume(copy) {
      incarnation = Promise.resolve(copy.incarnation);
      if (copy.updates.length <= COMPACT_ABOVE) return;
      const state = Y.encodeStateAsUpdate(doc);
      write((chapterId, known) => device.compact(chapterId, known, copy.lastRow, state));
    },
    create,
    append(change) {
      const expected = incarnation;
      write(async (chapterId, known) => {
        const there = await device.append(chapterId, known, change);
        // Another tab dropped the copy: what this doc holds is whole, so it makes a new one, once.
        if (!there && incarnation === expected && !stopped) create();
      });
    },
    markDurable: (marks) => write((chapterId, known) => device.markDurable(chapterId, known, marks)),
    noteAccess: (access) => write((chapterId, known) => device.noteAccess(chapterId, known, access)),
    stop() {
      stopped = true;
    },
  };
}
