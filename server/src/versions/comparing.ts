import type { Language } from '@accord/shared/access/role';
import { Failure } from '@accord/shared/kernel/failure';
import type { BlockAuthors } from '@accord/shared/versions/attribution';
import type { ComparedVersions } from '@accord/shared/versions/comparing';
import { compareDocuments } from '@accord/shared/versions/comparison';
import type { LiveChapters } from '../rooms/live-chapters';
import type { Versions } from './versions';

/** Compares versions of a chapter with each other and with its present text (V3, V4). */
export interface Comparing {
  /**
   * @param to a version, or `now`
   * @throws Failure('not-found'), Failure('different-chapters'), Failure('document-unreadable') when either can't be read
   */
  compare(fromId: string, to: string): Promise<ComparedVersions>;
}

export function createComparing({
  versions,
  chapters,
  authorsOf,
  deletersOf,
  languageOf,
}: {
  versions: Pick<Versions, 'find' | 'read'>;
  chapters: Pick<LiveChapters, 'read'>;
  /** Who wrote what stands in a state of the chapter. */
  authorsOf: (chapterId: string, state: Uint8Array) => Promise<readonly BlockAuthors[]>;
  /** Who deleted what stands in the one state and not in the later other. */
  deletersOf: (
    chapterId: string,
    fromState: Uint8Array,
    toState: Uint8Array,
  ) => Promise<readonly BlockAuthors[]>;
  languageOf: (chapterId: string) => Language;
}): Comparing {
  return {
    async compare(fromId, to) {
      const from = await versions.find(fromId);
      const { chapterId } = from;
      const later = to === 'now' ? null : await versions.find(to);
      if (later && later.chapterId !== chapterId)
        throw new Failure('different-chapters', 'The versions are of different chapters.');
      const [old, now] = await Promise.all([
        versions.read(chapterId, from.id),
        later ? versions.read(chapterId, later.id) : chapters.read(chapterId),
      ]);
      // Backwards nobody has "deleted" what was written later.
      const forwards = !later || from.seq <= later.seq;
      const [inserted, deleted] = forwards
        ? await Promise.all([authorsOf(chapterId, now.state), deletersOf(chapterId, old.state, now.state)])
        : [[], []];
      return {
        chapterId,
        language: languageOf(chapterId),
        from,
        to: later,
        comparison: compareDocuments(old.json, now.json, { inserted, deleted }),
      };
    },
  };
}
