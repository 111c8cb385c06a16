import type {
  Comment,
  CommentDecision,
  CommentType,
  Thread,
  ThreadAnchor,
} from '@accord/shared/comments/comments';
import { type Mentionable, mentionedIn, readableText } from '@accord/shared/comments/mentions';
import { mayDelete, mayEdit, withoutComment } from '@accord/shared/comments/rules';
import { Failure } from '@accord/shared/kernel/failure';
import { newId } from '@accord/shared/kernel/id';
import { walk } from '@accord/shared/manuscript/blocks';
import { noticesOfThread, type ThreadHappening } from '@accord/shared/notices/concerned';
import type { AddNotices } from '@accord/shared/notices/notices';
import { createChapterIndex } from '../chapter-index';
import type { Clock } from '../clock';
import type { LiveChapters } from '../rooms/live-chapters';
import type { Records, Scope } from '../storage/ports';
import { THREADS_FILE, type ThreadsFile } from './records';

/** Most threads of one chapter, and most comments of one thread. */
export const MAX_THREADS = 5000;
export const MAX_COMMENTS = 500;

/** What may be changed of a thread as a whole. */
export interface ThreadChange {
  readonly resolved?: boolean | undefined;
  readonly type?: CommentType | null | undefined;
  readonly decision?: CommentDecision | null | undefined;
  readonly reason?: string | undefined;
}

/** Discussions about places in chapters: records beside the text, of which no mark stands in it (C13). */
export interface Comments {
  /** The chapter of a thread. @throws Failure('not-found') */
  chapterOf(threadId: string): Promise<string>;
  /** Oldest first. */
  list(chapterId: string): Promise<readonly Thread[]>;
  /** @throws Failure('invalid-input') for an anchor to nothing of this chapter or a mention of nobody, Failure('conflict') */
  open(
    chapterId: string,
    personId: string,
    first: {
      readonly id?: string | undefined;
      readonly anchor: ThreadAnchor;
      readonly text: string;
      readonly type: CommentType | null;
    },
  ): Promise<Thread>;
  reply(
    threadId: string,
    personId: string,
    reply: { readonly id?: string | undefined; readonly text: string },
  ): Promise<Thread>;
  change(threadId: string, personId: string, change: ThreadChange): Promise<Thread>;
  /** @throws Failure('not-allowed') for somebody else's */
  edit(threadId: string, commentId: string, personId: string, text: string): Promise<Thread>;
  /** @returns null when nothing is left of the thread. @throws Failure('not-allowed') */
  remove(
    threadId: string,
    commentId: string,
    who: { readonly personId: string; readonly coordinates: boolean },
  ): Promise<Thread | null>;
  /** What a comment says now, as people read it; null when it is gone. */
  textOf(chapterId: string, threadId: string, commentId: string | null): Promise<string | null>;
}

export function createComments(needs: {
  readonly records: Records;
  readonly clock: Clock;
  readonly chapters: Pick<LiveChapters, 'read' | 'notify'>;
  readonly addNotices: AddNotices;
  /** Those who may read a chapter. */
  readonly readers: (chapterId: string) => readonly Mentionable[];
  /** The chapter's named writer. */
  readonly writerOf: (chapterId: string) => string | null;
  /** Who proposed a suggestion of the chapter; null when there is none. */
  readonly proposerOf: (chapterId: string, suggestionId: string) => Promise<string | null>;
  readonly warn: (error: unknown) => void;
}): Comments {
  const { records, clock, chapters } = needs;
  const now = () => new Date(clock.now()).toISOString();
  const index = createChapterIndex(
    records,
    THREADS_FILE,
    ({ threads }) => threads.map(({ id }) => id),
    needs.warn,
  );

  const scopeOf = (chapterId: string): Promise<Scope<ThreadsFile>> => records.open(THREADS_FILE, chapterId);

  /** Changes a thread; `how` may throw, then nothing is. */
  async function changeThread<T>(
    threadId: string,
    how: (thread: Thread, draft: ThreadsFile) => T,
  ): Promise<{ chapterId: string; before: Thread; result: T; thread: Thread | null }> {
    const chapterId = await index.chapterOf(threadId);
    const scope = await scopeOf(chapterId);
    let before: Thread | null = null;
    const result = await scope.commit((draft) => {
      const thread = threadIn(draft, threadId);
      before = structuredClone(thread);
      return how(thread, draft);
    });
    const thread = scope.read().threads.find(({ id }) => id === threadId) ?? null;
    if (JSON.stringify(before) !== JSON.stringify(thread)) chapters.notify(chapterId, 'threads');
    return { chapterId, before: before as unknown as Thread, result, thread };
  }

  /** Whom the mentions of a comment reach. @throws Failure('invalid-input') for a mention of nobody */
  function mentioned(chapterId: string, text: string): string[] {
    const ids = mentionedIn(text, needs.readers(chapterId));
    if (ids) return ids;
    const message = 'Somebody is mentioned who does not exist, or may not read the chapter.';
    throw new Failure('invalid-input', message, { fields: [{ path: 'text', message }] });
  }

  /** @throws Failure('invalid-input') when the anchor is about nothing of this chapter */
  async function assertInChapter(chapterId: string, anchor: ThreadAnchor): Promise<void> {
    if (anchor.kind === 'chapter') return;
    const wrong = (message: string) =>
      new Failure('invalid-input', message, { fields: [{ path: 'anchor', message }] });
    if (anchor.kind === 'suggestion') {
      if ((await needs.proposerOf(chapterId, anchor.suggestionId)) === null)
        throw wrong('The chapter has no such suggestion.');
      return;
    }
    const wanted = anchor.kind === 'block' ? [anchor.blockId] : [anchor.start.blockId, anchor.end.blockId];
    const missing = new Set(wanted);
    walk((await chapters.read(chapterId)).json, ({ attrs }) => {
      if (typeof attrs?.id === 'string') missing.delete(attrs.id);
    });
    if (missing.size > 0) throw wrong(`The chapter has no block ${[...missing].join(', ')}.`);
  }

  async function keepersOf(chapterId: string, anchor: ThreadAnchor): Promise<string[]> {
    const writer = needs.writerOf(chapterId);
    const proposer =
      anchor.kind === 'suggestion' ? await needs.proposerOf(chapterId, anchor.suggestionId) : null;
    return [proposer, writer].filter((id) => id !== null);
  }

  /** Tells those concerned. What was said stands, whether or not anybody can be told. */
  async function tell(thread: Thread, commentId: string, happening: ThreadHappening): Promise<void> {
    const { chapterId, anchor } = thread;
    const comment = thread.comments.find(({ id }) => id === commentId);
    const notices = noticesOfThread(happening, {
      chapterId,
      threadId: thread.id,
      commentId,
      suggestionId: anchor.kind === 'suggestion' ? anchor.suggestionId : null,
      text: readableText(comment?.text ?? ''),
    });
    await needs.addNotices(notices).catch(needs.warn);
  }

  return {
    chapterOf: index.chapterOf,
    list: async (chapterId) => (await scopeOf(chapterId)).read().threads,

    async open(chapterId, personId, { id = newId(), anchor, text, type }) {
      await index.ready;
      const scope = await scopeOf(chapterId);
      const again = (file: ThreadsFile): Thread | undefined => {
        const same = file.threads.find((thread) => thread.id === id);
        if (same ? same.comments[0]?.personId !== personId : (index.get(id) ?? chapterId) !== chapterId)
          throw new Failure('conflict', 'There is another thread of this id.');
        return same;
      };
      const same = again(scope.read());
      if (same) return same;
      const reached = mentioned(chapterId, text);
      await assertInChapter(chapterId, anchor);
      const made = await scope.commit((draft) => {
        if (again(draft)) return false;
        if (draft.threads.length >= MAX_THREADS)
          throw new Failure('conflict', `A chapter has at most ${MAX_THREADS} threads.`);
        const at = now();
        draft.threads.push({
          id,
          chapterId,
          anchor,
          comments: [commentOf(id, personId, at, text)],
          resolved: null,
          type,
          decision: null,
          reason: '',
          events: type ? [{ what: 'typed', personId, at, value: type }] : [],
        });
        return true;
      });
      const thread = threadIn(scope.read(), id);
      if (!made) return thread;
      index.add(id, chapterId);
      chapters.notify(chapterId, 'threads');
      const keepers = await keepersOf(chapterId, anchor);
      await tell(thread, id, { what: 'opened', byId: personId, mentioned: reached, keepers });
      return thread;
    },

    async reply(threadId, personId, { id = newId(), text }) {
      const reached = mentioned(await index.chapterOf(threadId), text);
      const { chapterId, before, result, thread } = await changeThread(threadId, (draft) => {
        const same = draft.comments.find((comment) => comment.id === id);
        if (same && same.personId !== personId)
          throw new Failure('conflict', 'There is another comment of this id.');
        if (same) return false;
        if (draft.comments.length >= MAX_COMMENTS)
          throw new Failure('conflict', `A thread has at most ${MAX_COMMENTS} comments.`);
        const at = now();
        draft.comments.push(commentOf(id, personId, at, text));
        if (draft.resolved) {
          draft.resolved = null;
          draft.events.push({ what: 'reopened', personId, at, value: null });
        }
        return true;
      });
      if (result && thread)
        await tell(thread, id, {
          what: 'replied',
          byId: personId,
          mentioned: reached,
          participants: participantsOf(before),
          keepers: await keepersOf(chapterId, thread.anchor),
        });
      return thread as Thread;
    },

    async change(threadId, personId, { resolved, type, decision, reason }) {
      const { before, thread } = await changeThread(threadId, (draft) => {
        const at = now();
        if (resolved !== undefined && resolved !== (draft.resolved !== null)) {
          draft.resolved = resolved ? { personId, at } : null;
          draft.events.push({ what: resolved ? 'resolved' : 'reopened', personId, at, value: null });
        }
        if (type !== undefined && type !== draft.type) {
          draft.type = type;
          draft.events.push({ what: 'typed', personId, at, value: type });
        }
        const decided =
          (decision !== undefined && decision !== draft.decision) ||
          (reason !== undefined && reason !== draft.reason);
        if (!decided) return;
        draft.decision = decision === undefined ? draft.decision : decision;
        draft.reason = reason ?? draft.reason;
        draft.events.push({ what: 'decided', personId, at, value: draft.decision });
      });
      const after = thread as Thread;
      const first = after.comments[0]?.id ?? '';
      const participants = participantsOf(after);
      const happened = (what: 'resolved' | 'reopened' | 'decided') =>
        tell(after, first, { what, byId: personId, participants });
      if ((before.resolved === null) !== (after.resolved === null))
        await happened(after.resolved ? 'resolved' : 'reopened');
      else if (before.decision !== after.decision || before.reason !== after.reason)
        await happened('decided');
      return after;
    },

    async edit(threadId, commentId, personId, text) {
      const reached = mentioned(await index.chapterOf(threadId), text);
      const { before, thread, chapterId } = await changeThread(threadId, (draft) => {
        const comment = commentIn(draft, commentId);
        if (!mayEdit(comment, personId))
          throw new Failure('not-allowed', 'Only who wrote a comment changes it.');
        if (comment.text === text) return;
        comment.text = text;
        comment.editedAt = now();
      });
      const had = new Set(mentionedIn(commentIn(before, commentId).text, needs.readers(chapterId)) ?? []);
      const news = reached.filter((id) => !had.has(id));
      if (thread) await tell(thread, commentId, { what: 'edited', byId: personId, mentioned: news });
      return thread as Thread;
    },

    async remove(threadId, commentId, { personId, coordinates }) {
      const { thread } = await changeThread(threadId, (current, draft) => {
        const comment = commentIn(current, commentId);
        if (comment.deleted) return;
        if (!mayDelete(comment, personId, coordinates))
          throw new Failure('not-allowed', 'Only who wrote a comment, or a coordinator, deletes it.');
        const left = withoutComment(current, commentId, { personId, at: now() });
        draft.threads = draft.threads.flatMap((one) => (one.id !== threadId ? [one] : left ? [left] : []));
      });
      if (!thread) index.remove(threadId);
      return thread;
    },

    async textOf(chapterId, threadId, commentId) {
      const thread = (await scopeOf(chapterId)).read().threads.find(({ id }) => id === threadId);
      const comment = commentId
        ? thread?.comments.find(({ id }) => id === commentId)
        : thread?.comments.find(({ deleted }) => deleted === null);
      return comment && !comment.deleted ? readableText(comment.text) : null;
    },
  };
}

const commentOf = (id: string, personId: string, at: string, text: string): Comment => ({
  id,
  personId,
  at,
  editedAt: null,
  text,
  deleted: null,
});

function threadIn({ threads }: ThreadsFile, threadId: string): Thread {
  const thread = threads.find(({ id }) => id === threadId);
  if (!thread) throw new Failure('not-found', 'No such thread.');
  return thread;
}

function commentIn({ comments }: Thread, commentId: string): Comment {
  const comment = comments.find(({ id }) => id === commentId);
  if (!comment) throw new Failure('not-found', 'No such comment.');
  return comment;
}

/** Everybody who wrote in a thread. */
const participantsOf = ({ comments }: Thread): string[] => [
  ...new Set(comments.map(({ personId }) => personId)),
];
