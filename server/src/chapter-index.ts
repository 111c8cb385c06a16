import { Failure } from '@accord/shared/kernel/failure';
import type { Records, ScopeKind } from './storage/ports';

/** In which chapter something is that is kept chapter by chapter, for calls that name only the thing. */
export interface ChapterIndex {
  /** Resolves when all that is stored is known. */
  readonly ready: Promise<void>;
  /** @throws Failure('not-found') */
  chapterOf(id: string): Promise<string>;
  /** As far as is known by now; undefined when there is no such thing. */
  get(id: string): string | undefined;
  add(id: string, chapterId: string): void;
  remove(id: string): void;
}

/**
 * Reads once what is stored, one scope a chapter.
 * @param idsIn the ids a chapter's records hold
 */
export function createChapterIndex<File>(
  records: Records,
  kind: ScopeKind<File>,
  idsIn: (file: File) => readonly string[],
  warn: (error: unknown) => void,
): ChapterIndex {
  const chapters = new Map<string, string>();
  async function readAll(): Promise<void> {
    for (const chapterId of await records.list(kind))
      for (const id of idsIn((await records.open(kind, chapterId)).read())) chapters.set(id, chapterId);
  }
  const ready = readAll();
  // Whoever asks is told; until then it is nobody's error.
  ready.catch(warn);
  return {
    ready,
    async chapterOf(id) {
      await ready;
      const chapterId = chapters.get(id);
      if (!chapterId) throw new Failure('not-found', 'There is no such object.');
      return chapterId;
    },
    get: (id) => chapters.get(id),
    add: (id, chapterId) => void chapters.set(id, chapterId),
    remove: (id) => void chapters.delete(id),
  };
}
