import type { Language } from '@accord/shared/access/role';
import { newId, WORKSPACE_ID } from '@accord/shared/kernel/id';
import type { DocumentJson } from '@accord/shared/manuscript/document';
import { DEFAULT_POLICY } from '@accord/shared/review/review';
import type { Clock } from '../clock';
import type { LiveChapters } from '../rooms/live-chapters';
import { PLANNED_OUTPUTS, type PlannedOutput } from './partnership';
import type { StoredChapter, StoredOutput } from './records';
import type { Shelf } from './shelf';
import { templateOf } from './templates';

/** A chapter to be made, with its first text. */
export interface NewChapter {
  readonly title: string;
  /** Given the chapter's id, for what has to be stored beside the text first (images). */
  readonly document: DocumentJson | ((chapterId: string) => Promise<DocumentJson>);
  readonly writerId?: string | null;
  readonly dueOn?: string | null;
}

/** An output to be made, with its chapters. */
export interface NewOutput extends PlannedOutput {
  readonly language: Language;
  readonly coordinatorId?: string | null;
  readonly partnerIds: readonly string[];
  readonly chapters: readonly NewChapter[];
}

/** What the first workspace starts with, beside the plan of the partnership. */
export interface FirstOutputs {
  /** All partners contribute to all outputs. */
  readonly partnerIds: readonly string[];
  /** Gives an output other chapters than its template's, or a coordinator. */
  /** Written chapters of an output; null leaves it to its template. */
  readonly chapters?: (planned: PlannedOutput) => readonly NewChapter[] | null;
  /** Runs when all are there and before the workspace counts as made: again at the next start if it was cut off. */
  readonly complete?: (outputs: readonly StoredOutput[]) => Promise<void>;
}

/** Makes outputs and chapters together with their text. */
export interface Making {
  chapter(chapter: NewChapter, language: Language, by: string): Promise<StoredChapter>;
  output(planned: NewOutput, by: string): Promise<StoredOutput>;
  /** Makes the partnership's outputs, once: carries on where a start was cut off, makes nothing twice. */
  initialise(first: FirstOutputs): Promise<void>;
}

export function createMaking({
  shelf,
  chapters,
  clock,
}: {
  shelf: Shelf;
  chapters: Pick<LiveChapters, 'seed'>;
  clock: Clock;
}): Making {
  const now = () => new Date(clock.now()).toISOString();

  const making: Making = {
    /** The text comes first and the record second: a crash in between leaves an unlisted text, never a listed gap. */
    async chapter({ title, document, writerId, dueOn }, language, by) {
      const id = newId();
      await chapters.seed(id, typeof document === 'function' ? await document(id) : document, WORKSPACE_ID);
      return {
        id,
        title,
        language,
        source: true,
        state: 'draft',
        writerId: writerId ?? null,
        dueOn: dueOn ?? null,
        archived: false,
        createdAt: now(),
        createdBy: by,
      };
    },

    async output(planned, by) {
      const made: StoredOutput = {
        id: newId(),
        kind: planned.kind,
        title: planned.title,
        issue: planned.issue,
        language: planned.language,
        coordinatorCountry: planned.coordinatorCountry,
        coordinatorId: planned.coordinatorId ?? null,
        partnerIds: [...planned.partnerIds],
        archived: false,
        createdAt: now(),
        createdBy: by,
        chapters: await Promise.all(
          planned.chapters.map((chapter) => making.chapter(chapter, planned.language, by)),
        ),
        policy: DEFAULT_POLICY,
        signOffs: [],
        moves: [],
      };
      await shelf.add(made);
      return made;
    },

    async initialise({ partnerIds, chapters: written, complete }) {
      if (shelf.initialised) return;
      const isMade = (planned: PlannedOutput) => (output: StoredOutput) =>
        output.kind === planned.kind && output.title === planned.title && output.createdBy === WORKSPACE_ID;
      const ids: string[] = [];
      for (const planned of PLANNED_OUTPUTS) {
        const made = shelf.outputs().find(isMade(planned));
        const { id } =
          made ??
          (await making.output(
            {
              ...planned,
              language: 'en',
              partnerIds,
              chapters: written?.(planned) ?? templateOf(planned.kind),
            },
            WORKSPACE_ID,
          ));
        ids.push(id);
      }
      await complete?.(ids.map(shelf.output));
      await shelf.reorder(ids, true);
    },
  };
  return making;
}
