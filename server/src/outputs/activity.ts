import { Failure } from '@accord/shared/kernel/failure';
import { WORKSPACE_ID } from '@accord/shared/kernel/id';
import { countWordsIn } from '@accord/shared/manuscript/blocks';
import type { LiveChapters } from '../rooms/live-chapters';
import type { Attribution, Bus, UpdateLog } from '../storage/ports';

/** What lists say about a chapter's text. */
export interface TextFacts {
  readonly words: number;
  /** ISO 8601; null while the text is as the workspace made it. */
  readonly changedAt: string | null;
  readonly changedBy: string | null;
}

/** The facts of texts, derived from the log and the committed text; nothing of it is stored a second time. */
export interface Activity {
  of(chapterId: string): Promise<TextFacts>;
}

const NOTHING: TextFacts = { words: 0, changedAt: null, changedBy: null };

/**
 * Keeps the facts in memory: counted when first asked for, and again only after a commit to that chapter. A keystroke
 * costs one map entry.
 */
export function createActivity({
  chapters,
  log,
  bus,
}: {
  chapters: Pick<LiveChapters, 'read'>;
  log: Pick<UpdateLog, 'attribution'>;
  bus: Pick<Bus, 'subscribe'>;
}): Activity {
  const counted = new Map<string, { seq: number; facts: TextFacts }>();
  const latest = new Map<string, number>();
  const counting = new Map<string, Promise<TextFacts>>();
  bus.subscribe('text-committed', ({ chapterId, seq }) => {
    latest.set(chapterId, Math.max(seq, latest.get(chapterId) ?? 0));
  });

  /** Who made the step `seq`, and when; compaction may have joined it with later steps of the same person. */
  async function lastStep(chapterId: string, seq: number): Promise<Attribution | null> {
    const entries = await log.attribution(chapterId, seq - 1);
    return entries.find((entry) => entry.seq === seq) ?? entries[0] ?? null;
  }

  async function count(chapterId: string): Promise<TextFacts> {
    try {
      const { seq, json } = await chapters.read(chapterId);
      const last = seq > 0 ? await lastStep(chapterId, seq) : null;
      const person = last && last.personId !== WORKSPACE_ID ? last.personId : null;
      const facts = {
        words: countWordsIn(json),
        changedAt: last && person ? new Date(last.at).toISOString() : null,
        changedBy: person,
      };
      counted.set(chapterId, { seq, facts });
      return facts;
    } catch (error) {
      // One damaged text must not take the list of all outputs with it; opening the chapter says what is wrong.
      if (error instanceof Failure && error.code === 'document-unreadable') return NOTHING;
      throw error;
    }
  }

  return {
    async of(chapterId) {
      const known = counted.get(chapterId);
      if (known && known.seq >= (latest.get(chapterId) ?? 0)) return known.facts;
      const running = counting.get(chapterId) ?? count(chapterId).finally(() => counting.delete(chapterId));
      counting.set(chapterId, running);
      return running;
    },
  };
}
