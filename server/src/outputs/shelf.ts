import type { Subject } from '@accord/shared/access/decide';
import { Failure } from '@accord/shared/kernel/failure';
import type { Records, Scope } from '../storage/ports';
import {
  ORDER_FILE,
  type OrderFile,
  OUTPUT_FILE,
  type OutputFile,
  type StoredChapter,
  type StoredOutput,
} from './records';

export type OutputSubject = Extract<Subject, { kind: 'output' }>;
export type ChapterSubject = Extract<Subject, { kind: 'chapter' }>;
export interface PlacedChapter {
  readonly output: StoredOutput;
  readonly chapter: StoredChapter;
}

/** All outputs, in memory and on disk. */
export interface Shelf {
  /** In the partnership's order, archived ones included. */
  outputs(): StoredOutput[];
  /** @throws Failure('not-found') */
  output(outputId: string): StoredOutput;
  /** @throws Failure('not-found') */
  chapter(chapterId: string): PlacedChapter;
  /** What the permission table is asked about; null when there is no such output or chapter. */
  outputSubject(outputId: string): OutputSubject | null;
  chapterSubject(chapterId: string): ChapterSubject | null;
  /** Changes one output durably. @throws Failure('not-found'), and whatever `change` throws (then nothing changed) */
  change(outputId: string, change: (draft: StoredOutput) => void): Promise<StoredOutput>;
  /** Keeps a new output and lists it last. */
  add(output: StoredOutput): Promise<void>;
  readonly initialised: boolean;
  /** Sets the order; `initialised` notes that the first outputs are complete. @throws Failure('conflict') */
  reorder(outputIds: readonly string[], initialised?: true): Promise<void>;
}

const sameMembers = (left: readonly string[], right: readonly string[]): boolean =>
  left.length === right.length &&
  new Set(left).size === left.length &&
  left.every((id) => new Set(right).has(id));

/** @throws Failure('conflict') unless `next` names each of `current` exactly once */
export function assertReordering(current: readonly string[], next: readonly string[]): void {
  if (!sameMembers(current, next)) {
    throw new Failure('conflict', 'The order must name every item exactly once; the list may have changed.');
  }
}

/** Opens every stored output. One that is kept but not listed (a crash came between) is listed last. */
export async function openShelf(records: Records): Promise<Shelf> {
  const files = new Map<string, Scope<OutputFile>>();
  const placeOf = new Map<string, string>();
  const order: Scope<OrderFile> = await records.open(ORDER_FILE);
  for (const id of await records.list(OUTPUT_FILE)) {
    const file = await records.open(OUTPUT_FILE, id);
    const { output } = file.read();
    if (!output) continue;
    files.set(id, file);
    for (const chapter of output.chapters) placeOf.set(chapter.id, id);
  }

  const listed = (): string[] => {
    const ids = new Set(order.read().outputIds.filter((id) => files.has(id)));
    for (const id of files.keys()) ids.add(id);
    return [...ids];
  };
  const find = (outputId: string): StoredOutput | null => files.get(outputId)?.read().output ?? null;
  const output = (outputId: string): StoredOutput => {
    const found = find(outputId);
    if (!found) throw new Failure('not-found', 'No such output.');
    return found;
  };
  const findChapter = (chapterId: string): PlacedChapter | null => {
    const place = find(placeOf.get(chapterId) ?? '');
    const chapter = place?.chapters.find(({ id }) => id === chapterId);
    return place && chapter ? { output: place, chapter } : null;
  };

  return {
    outputs: () => listed().map(output),
    output,
    chapter(chapterId) {
      const found = findChapter(chapterId);
      if (!found) throw new Failure('not-found', 'No such chapter.');
      return found;
    },
    outputSubject(outputId) {
      const found = find(outputId);
      return found && { kind: 'output', outputId, archived: found.archived };
    },
    chapterSubject(chapterId) {
      const found = findChapter(chapterId);
      return found && subjectOf(found);
    },
    async change(outputId, change) {
      output(outputId);
      await files.get(outputId)?.commit((draft) => {
        if (draft.output) change(draft.output);
      });
      const changed = output(outputId);
      for (const chapter of changed.chapters) placeOf.set(chapter.id, outputId);
      return changed;
    },
    async add(added) {
      const file = await records.open(OUTPUT_FILE, added.id);
      await file.commit((draft) => {
        draft.output = added;
      });
      files.set(added.id, file);
      for (const chapter of added.chapters) placeOf.set(chapter.id, added.id);
      await order.commit((draft) => {
        draft.outputIds = listed();
      });
    },
    get initialised() {
      return order.read().initialised;
    },
    async reorder(outputIds, initialised) {
      await order.commit((draft) => {
        assertReordering(listed(), outputIds);
        draft.outputIds = [...outputIds];
        if (initialised) draft.initialised = true;
      });
    },
  };
}

/** A chapter of an archived output is archived too, whatever its own flag says. */
export function subjectOf({ output, chapter }: PlacedChapter): ChapterSubject {
  return {
    kind: 'chapter',
    outputId: output.id,
    chapterId: chapter.id,
    language: chapter.language,
    source: chapter.source,
    state: chapter.state,
    archived: chapter.archived || output.archived,
  };
}
