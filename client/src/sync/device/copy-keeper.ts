import type { AccessWord } from '@accord/shared/sync/wire';
import * as Y from 'yjs';
import type { Change, CopyHead, Device, DeviceCopy } from './device';
import type { UnsavedUpdate } from './unsaved-update';

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
  /** The same, once it is known: then nothing waits, so that a tab closed on the spot has asked for its last write. */
  let known: string | null = null;
  let stopped = false;

  /** Writes in the order of the calls; what was asked before the end is still written. */
  const write = (work: (chapterId: string, incarnation: string) => Promise<unknown>): void => {
    if (!incarnation || stopped) return;
    const { chapterId } = head();
    const done = known === null ? incarnation.then((made) => work(chapterId, made)) : work(chapterId, known);
    done.catch(onTrouble);
  };
  const create = () => {
    known = null;
    const made = device.createCopy(head(), Y.encodeStateAsUpdate(doc), [...unsaved()]);
    incarnation = made;
    made.then((name) => {
      if (incarnation === made) known = name;
    }, onTrouble);
  };

  return {
    resume(copy) {
      incarnation = Promise.resolve(copy.incarnation);
      known = copy.incarnation;
      if (copy.updates.length <= COMPACT_ABOVE) return;
      const state = Y.encodeStateAsUpdate(doc);
      write((chapterId, made) => device.compact(chapterId, made, copy.lastRow, state));
    },
    create,
    append(change) {
      const expected = incarnation;
      write(async (chapterId, made) => {
        const there = await device.append(chapterId, made, change);
        // Another tab dropped the copy: what this doc holds is whole, so it makes a new one, once.
        if (!there && incarnation === expected && !stopped) create();
      });
    },
    markDurable: (marks) => write((chapterId, made) => device.markDurable(chapterId, made, marks)),
    noteAccess: (access) => write((chapterId, made) => device.noteAccess(chapterId, made, access)),
    stop() {
      stopped = true;
    },
  };
}
