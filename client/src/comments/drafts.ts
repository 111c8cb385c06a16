import { createFact, type Fact } from '../sync/fact';
import type { Draft, KeptComments } from './kept-comments';

/** The comments being written in a chapter, as the page shows them and the device keeps them (C12). */
export interface Drafts {
  readonly all: Fact<ReadonlyMap<string, Draft>>;
  /** Keeps a draft; one without text and without a new place is none. */
  write(draft: Draft): void;
  drop(id: string): void;
}

/** Reads the drafts of a chapter and keeps them from now on. @param onTrouble the device refused to keep one */
export function createDrafts(kept: KeptComments, chapterId: string, onTrouble: () => void): Drafts {
  const all = createFact<ReadonlyMap<string, Draft>>(new Map());
  void kept.drafts(chapterId).then((found) => {
    // What was typed while they were read is newer.
    all.set(new Map([...found.map((draft) => [draft.id, draft] as const), ...all.get()]));
  }, onTrouble);
  return {
    all,
    write(draft) {
      all.set(new Map([...all.get(), [draft.id, draft]]));
      kept.keepDraft(draft).catch(onTrouble);
    },
    drop(id) {
      if (!all.get().has(id)) return;
      all.set(new Map([...all.get()].filter(([each]) => each !== id)));
      kept.dropDraft(id).catch(onTrouble);
    },
  };
}
