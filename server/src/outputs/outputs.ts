import type { Actor } from '@accord/shared/access/decide';
import { decide } from '@accord/shared/access/decide';
import { Failure } from '@accord/shared/kernel/failure';
import { WORKSPACE_ID } from '@accord/shared/kernel/id';
import type {
  Chapter,
  createChapter,
  createOutput,
  editChapter,
  editOutput,
  Output,
} from '@accord/shared/outputs/outputs';
import type { z } from 'zod';
import type { Clock } from '../clock';
import type { LiveChapters } from '../rooms/live-chapters';
import type { Bus, Records, UpdateLog } from '../storage/ports';
import { createActivity } from './activity';
import { createMaking, type FirstOutputs } from './making';
import { presentChapter, presentOutput } from './present';
import type { StoredChapter, StoredOutput } from './records';
import {
  assertReordering,
  type ChapterSubject,
  type OutputSubject,
  openShelf,
  type PlacedChapter,
} from './shelf';
import { emptyDocument, templateOf } from './templates';

/** What outputs ask about people: does such a person or partner exist? */
export interface KnownPeople {
  hasPerson(personId: string): boolean;
  hasPartner(partnerId: string): boolean;
}

/** Writes a line of the audit log (P8); durable when it resolves. */
export interface AuditLog {
  record(note: {
    personId: string | null;
    what: string;
    subject?: string | null;
    detail?: Record<string, string | number | boolean | null>;
  }): Promise<void>;
}

/** Outputs and their chapters: what exists, in what order, by whom and until when. Text is the rooms' business. */
export interface Outputs {
  list(actor: Actor, query: { archived: boolean }): Promise<Output[]>;
  read(actor: Actor, outputId: string): Promise<Output>;
  readChapter(actor: Actor, chapterId: string): Promise<Chapter>;
  create(actor: Actor, body: z.output<typeof createOutput.body>): Promise<Output>;
  edit(actor: Actor, outputId: string, body: z.output<typeof editOutput.body>): Promise<Output>;
  reorder(actor: Actor, outputIds: readonly string[]): Promise<void>;
  createChapter(actor: Actor, outputId: string, body: z.output<typeof createChapter.body>): Promise<Chapter>;
  editChapter(actor: Actor, chapterId: string, body: z.output<typeof editChapter.body>): Promise<Chapter>;
  /** The records of outputs, as reviews see and change them. */
  readonly shelf: {
    list(): StoredOutput[];
    /** @throws Failure('not-found') */
    output(outputId: string): StoredOutput;
    /** @throws Failure('not-found') */
    outputOf(chapterId: string): StoredOutput;
    change(outputId: string, change: (draft: StoredOutput) => void): Promise<StoredOutput>;
    announce(outputId: string, chapterIds: readonly string[]): void;
  };
  /** Ids of the outputs that `actor` may read, in order, without archived ones. */
  readableIds(actor: Actor): string[];
  /** The chapters of an output that `actor` may read, without archived ones, in order. */
  readable(actor: Actor, outputId: string): StoredChapter[];
  /** @throws Failure('not-found') */
  chapter(chapterId: string): PlacedChapter;
  /** @throws Failure('not-found') */
  facts(outputId: string): Pick<StoredOutput, 'title' | 'language'>;
  outputSubject(outputId: string): OutputSubject | null;
  chapterSubject(chapterId: string): ChapterSubject | null;
  /**
   * On a workspace without its first outputs, makes those of the partnership, from templates; a start that was cut off
   * is carried on, what is there already is not made again.
   */
  initialise(first: FirstOutputs): Promise<void>;
}

/** Opens the stored outputs. */
export async function createOutputs(needs: {
  records: Records;
  log: Pick<UpdateLog, 'attribution'>;
  bus: Pick<Bus, 'publish' | 'subscribe'>;
  chapters: Pick<LiveChapters, 'read' | 'seed'>;
  people: KnownPeople;
  audit: AuditLog;
  clock: Clock;
}): Promise<Outputs> {
  const { chapters, bus, people, audit, clock } = needs;
  const shelf = await openShelf(needs.records);
  const activity = createActivity(needs);
  const making = createMaking({ shelf, chapters, clock });

  const subjectOfChapter = (chapterId: string): ChapterSubject => {
    const subject = shelf.chapterSubject(chapterId);
    if (!subject) throw new Failure('not-found', 'No such chapter.');
    return subject;
  };
  const allowed = (actor: Actor, action: 'output.read' | 'chapter.read', id: string): boolean => {
    const subject = action === 'output.read' ? shelf.outputSubject(id) : shelf.chapterSubject(id);
    return subject !== null && decide(actor, action, subject).allowed;
  };
  const wrong = (path: string, message: string) =>
    new Failure('invalid-input', `${path}: ${message}`, { fields: [{ path, message }] });
  const assertPerson = (path: string, personId: string | null | undefined): void => {
    if (personId && !people.hasPerson(personId)) throw wrong(path, 'There is no such person.');
  };
  const announce = (output: StoredOutput, chapterIds = output.chapters.map(({ id }) => id)): void => {
    for (const chapterId of chapterIds) bus.publish('chapter-changed', { chapterId, outputId: output.id });
  };

  const present = (actor: Actor, output: StoredOutput, withArchived = true) =>
    presentOutput(actor, activity, output, { withArchived });

  return {
    async list(actor, { archived }) {
      const readable = shelf.outputs().filter((output) => allowed(actor, 'output.read', output.id));
      const wanted = readable.filter((output) => archived || !output.archived);
      return Promise.all(wanted.map((output) => present(actor, output, archived)));
    },
    read: async (actor, outputId) => present(actor, shelf.output(outputId)),
    readChapter: async (actor, chapterId) => presentChapter(actor, activity, shelf.chapter(chapterId)),

    async create(actor, body) {
      // The templates are written in English, the working language; an output in another begins without chapters.
      const template = body.template && body.language === 'en' ? templateOf(body.kind) : [];
      const output = await making.output({ ...body, partnerIds: [], chapters: template }, actor.personId);
      await audit.record({
        personId: actor.personId,
        what: 'output-created',
        subject: output.id,
        detail: { title: output.title },
      });
      return present(actor, output);
    },

    async edit(actor, outputId, body) {
      assertPerson('coordinatorId', body.coordinatorId);
      const unknown = body.partnerIds?.find((id) => !people.hasPartner(id));
      if (unknown) throw wrong('partnerIds', `There is no partner ${unknown}.`);
      const before = shelf.output(outputId);
      const output = await shelf.change(outputId, (draft) => {
        if (body.title !== undefined) draft.title = body.title;
        if (body.coordinatorCountry !== undefined) draft.coordinatorCountry = body.coordinatorCountry;
        if (body.coordinatorId !== undefined) draft.coordinatorId = body.coordinatorId;
        if (body.partnerIds !== undefined) draft.partnerIds = [...new Set(body.partnerIds)];
        if (body.archived !== undefined) draft.archived = body.archived;
        if (body.chapterOrder !== undefined) {
          const place = new Map(body.chapterOrder.map((id, index) => [id, index]));
          assertReordering(
            draft.chapters.map(({ id }) => id),
            body.chapterOrder,
          );
          draft.chapters.sort((one, other) => (place.get(one.id) ?? 0) - (place.get(other.id) ?? 0));
        }
      });
      announce(output);
      if (before.archived !== output.archived) {
        const what = output.archived ? 'output-archived' : 'output-restored';
        await audit.record({ personId: actor.personId, what, subject: outputId });
      }
      return present(actor, output);
    },

    async reorder(actor, outputIds) {
      await shelf.reorder(outputIds);
      await audit.record({ personId: actor.personId, what: 'outputs-reordered', subject: WORKSPACE_ID });
    },

    async createChapter(actor, outputId, body) {
      assertPerson('writerId', body.writerId);
      const { archived, language } = shelf.output(outputId);
      if (archived) throw new Failure('archived', 'The output is archived; bring it back first.');
      const chapter = await making.chapter({ ...body, document: emptyDocument() }, language, actor.personId);
      const output = await shelf.change(outputId, (draft) => {
        draft.chapters.push(chapter);
      });
      announce(output, [chapter.id]);
      await audit.record({
        personId: actor.personId,
        what: 'chapter-created',
        subject: chapter.id,
        detail: { outputId, title: chapter.title },
      });
      return presentChapter(actor, activity, { output, chapter });
    },

    async editChapter(actor, chapterId, body) {
      assertPerson('writerId', body.writerId);
      const { outputId } = subjectOfChapter(chapterId);
      const before = shelf.chapter(chapterId).chapter;
      const output = await shelf.change(outputId, (draft) => {
        const chapter = draft.chapters.find(({ id }) => id === chapterId);
        if (!chapter) throw new Failure('not-found', 'No such chapter.');
        if (body.title !== undefined) chapter.title = body.title;
        if (body.writerId !== undefined) chapter.writerId = body.writerId;
        if (body.dueOn !== undefined) chapter.dueOn = body.dueOn;
        if (body.archived !== undefined) chapter.archived = body.archived;
      });
      announce(output, [chapterId]);
      const placed = shelf.chapter(chapterId);
      if (before.archived !== placed.chapter.archived) {
        const what = placed.chapter.archived ? 'chapter-archived' : 'chapter-restored';
        await audit.record({ personId: actor.personId, what, subject: chapterId, detail: { outputId } });
      }
      return presentChapter(actor, activity, placed);
    },

    shelf: {
      list: shelf.outputs,
      output: shelf.output,
      outputOf: (chapterId) => shelf.chapter(chapterId).output,
      change: shelf.change,
      announce: (outputId, chapterIds) => announce(shelf.output(outputId), [...chapterIds]),
    },
    readableIds: (actor) =>
      shelf
        .outputs()
        .filter(({ id, archived }) => !archived && allowed(actor, 'output.read', id))
        .map(({ id }) => id),
    readable: (actor, outputId) =>
      shelf
        .output(outputId)
        .chapters.filter(({ id, archived }) => !archived && allowed(actor, 'chapter.read', id)),
    chapter: shelf.chapter,
    facts: shelf.output,
    outputSubject: shelf.outputSubject,
    chapterSubject: shelf.chapterSubject,

    initialise: making.initialise,
  };
}
