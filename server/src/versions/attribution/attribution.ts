import { FRAGMENT } from '@accord/shared/manuscript/document';
import type { AuthorRun, BlockAuthors } from '@accord/shared/versions/attribution';
import type { Doc } from 'yjs';
import { createInTurn } from '../../in-turn';
import type { LiveChapters } from '../../rooms/live-chapters';
import type { ClockRange, UpdateLog } from '../../storage/ports';
import { heldBy } from '../held-clocks';
import { standing, textBlocksOf } from './block-letters';
import type { Carried, Holds } from './carried';
import { deletionsBetween } from './deletions';
import type { ByClock, Passage } from './letters';
import { quietDocument, type Replays } from './replays';
import { type Act, actsOf } from './senders';

/** Who wrote a chapter's words, as far as the server's own record tells. */
export interface AttributionOfText {
  /** The authors of the committed text. @throws Failure('document-unreadable') */
  authors(chapterId: string): Promise<BlockAuthors[]>;
  /** The authors of a state of the chapter, e.g. a version's. */
  authorsOf(chapterId: string, state: Uint8Array): Promise<BlockAuthors[]>;
  /**
   * Which runs of the text of a state are gone in a later one, and who deleted them. What is left has no run, nor has what was
   * only carried elsewhere; nor what the later state never held.
   */
  deletersOf(chapterId: string, from: Uint8Array, to: Uint8Array): Promise<BlockAuthors[]>;
}

/** All that is known of one chapter's letters. */
export interface ChapterActs {
  readonly carried: Carried;
  readonly inserted: ByClock<Act>;
  readonly deleted: ByClock<Act>;
}

/** Chapters whose authors are kept until somebody writes. */
const KEPT = 32;

export function createAttribution({
  log,
  chapters,
  replays,
}: {
  log: Pick<UpdateLog, 'attribution'>;
  chapters: Pick<LiveChapters, 'read'>;
  replays: Pick<Replays, 'carried'>;
}): AttributionOfText {
  const inTurn = createInTurn();
  const kept = new Map<string, { readonly seq: number; readonly authors: BlockAuthors[] }>();

  async function actsIn(chapterId: string): Promise<ChapterActs> {
    // The rows first: a step that comes in between may be carried by nobody, never the other way round.
    const rows = await log.attribution(chapterId);
    const carried = await replays.carried(chapterId);
    return { carried, inserted: actsOf(rows, 'inserted'), deleted: actsOf(rows, 'deleted') };
  }

  return {
    authors: (chapterId) =>
      inTurn(chapterId, async () => {
        const { seq, state } = await chapters.read(chapterId);
        const known = kept.get(chapterId);
        if (known?.seq === seq) return known.authors;
        const authors = authorsIn(state, await actsIn(chapterId));
        kept.delete(chapterId);
        kept.set(chapterId, { seq, authors });
        for (const oldest of kept.keys()) if (kept.size > KEPT) kept.delete(oldest);
        return authors;
      }),

    authorsOf: (chapterId, state) => inTurn(chapterId, async () => authorsIn(state, await actsIn(chapterId))),

    deletersOf: (chapterId, from, to) =>
      inTurn(chapterId, async () => {
        const acts = await actsIn(chapterId);
        const deleter = deletionsBetween(textOf(from), textOf(to), heldBy(to), acts);
        return reading(from, (block, index) => ({
          block: index,
          id: block.id,
          runs: runsOf(block.letters, deleter),
        }));
      }),
  };
}

function authorsIn(state: Uint8Array, { carried, inserted }: ChapterActs): BlockAuthors[] {
  const holds = holdsOf(state);
  return reading(state, (block, index) => ({
    block: index,
    id: block.id,
    runs: runsOf(carried.first(block.letters, holds), (range, see) =>
      inserted.over(range, ([, , length], act) => see(length, act?.personId ?? null)),
    ),
  }));
}

const holdsOf = (state: Uint8Array): Holds => {
  const { next } = heldBy(state);
  return (client, clock) => (next.get(client) ?? 0) > clock;
};

const textOf = (state: Uint8Array): ClockRange[] => reading(state, ({ letters }) => letters).flat();

function reading<T>(
  state: Uint8Array,
  read: (block: Passage & { id: string | null }, index: number) => T,
): T[] {
  const doc: Doc = quietDocument(state);
  const found = textBlocksOf(doc.getXmlFragment(FRAGMENT)).map((block, index) =>
    read(standing(block), index),
  );
  doc.destroy();
  return found;
}

/** Tells of a range piece by piece how long it is and whose it is; `undefined`: nobody's, to be left out. */
export type Whose = (
  range: ClockRange,
  see: (length: number, personId: string | null | undefined) => void,
) => void;

function runsOf(letters: readonly ClockRange[], whose: Whose): AuthorRun[] {
  const runs: AuthorRun[] = [];
  let from = 0;
  for (const range of letters)
    whose(range, (length, personId) => {
      const last = runs.at(-1);
      const to = from + length;
      if (personId !== undefined && last?.to === from && last.personId === personId) last.to = to;
      else if (personId !== undefined) runs.push({ from, to, personId });
      from = to;
    });
  return runs;
}
