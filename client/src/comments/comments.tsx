import {
  type Comment,
  changeThread,
  deleteComment,
  editComment,
  listThreads,
  openThread,
  replyToThread,
  type Thread,
  type ThreadAnchor,
} from '@accord/shared/comments/comments';
import { withoutComment } from '@accord/shared/comments/rules';
import { Failure } from '@accord/shared/kernel/failure';
import { newId } from '@accord/shared/kernel/id';
import type { Chapter } from '@accord/shared/outputs/outputs';
import { listPeople, type PersonCard } from '@accord/shared/people/people';
import { useQueryClient } from '@tanstack/react-query';
import {
  createContext,
  type ReactNode,
  use,
  useCallback,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { call } from '../api/call';
import { useFailureSentence } from '../api/failure-banner';
import { queryKeyOf, useEndpoint } from '../api/use-endpoint';
import { useMe } from '../services/session';
import type { ChapterSession } from '../sync/chapter-session';
import type { Fact } from '../sync/fact';
import { useLink } from '../sync/hooks';
import { useVoice } from '../ui/notices';
import { createDrafts, type Drafts } from './drafts';
import {
  type CommentTarget,
  type Draft,
  type KeptComments,
  openKeptComments,
  type UnsentComment,
} from './kept-comments';
import { createOutbox, type Outbox, type OutgoingComment } from './outbox';

/** What can be said of a thread as a whole. */
export type ThreadChange = z.input<typeof changeThread.body>;

/** The comments of the chapter that is shown, and everything that can be done with them. */
export interface Comments {
  readonly chapterId: string;
  readonly me: { readonly id: string; readonly country: PersonCard['country'] };
  readonly threads: readonly Thread[];
  /** Whether the threads have come; `error` when they can't. */
  readonly isLoading: boolean;
  readonly error: unknown;
  readonly reload: () => void;
  readonly outgoing: readonly OutgoingComment[];
  readonly drafts: ReadonlyMap<string, Draft>;
  readonly mayComment: boolean;
  /** May delete what others have written (C10). */
  readonly mayDeleteAll: boolean;
  readonly personOf: (id: string) => PersonCard | undefined;
  readonly people: readonly PersonCard[];
  readonly writeDraft: (id: string, target: CommentTarget, text: string) => void;
  readonly dropDraft: (id: string) => void;
  /** Begins a thread about a place. @returns its id */
  readonly beginThread: (anchor: ThreadAnchor) => string;
  /** Sends what was written; it is shown at once and kept until it has arrived. */
  readonly send: (draftId: string, target: CommentTarget, text: string) => void;
  readonly retry: (id: string) => void;
  readonly discard: (id: string) => void;
  /** Takes a comment that was refused back into the field it was written in. */
  readonly revise: (outgoing: OutgoingComment) => void;
  readonly change: (thread: Thread, how: ThreadChange) => void;
  readonly remove: (thread: Thread, comment: Comment) => void;
}

const CommentsContext = createContext<Comments | null>(null);

/** The comments of the chapter around. */
export function useComments(): Comments {
  const comments = use(CommentsContext);
  if (!comments) throw new Error('useComments needs Comments around it');
  return comments;
}

/** Gives what is inside the comments of a chapter. */
export function CommentsProvider(props: { chapter: Chapter; session: ChapterSession; children: ReactNode }) {
  const { chapter, session, children } = props;
  const { t } = useTranslation();
  const { notify, announce } = useVoice();
  const sentence = useFailureSentence();
  const me = useMe();
  const queries = useQueryClient();
  const chapterId = chapter.id;
  const listed = useEndpoint(listThreads, { params: { chapterId } });
  const people = useEndpoint(listPeople);
  useFreshThreads(session);

  /** Puts a thread as the server has it into what is shown; null takes it away. */
  const show = useCallback(
    (threadId: string, thread: Thread | null) =>
      queries.setQueryData<Thread[]>(queryKeyOf(listThreads, { params: { chapterId } }), (threads) => {
        if (!threads) return threads;
        if (!thread) return threads.filter(({ id }) => id !== threadId);
        const known = threads.some(({ id }) => id === threadId);
        return known ? threads.map((each) => (each.id === threadId ? thread : each)) : [...threads, thread];
      }),
    [queries, chapterId],
  );
  const desk = useDesk(session, me.id, show, () =>
    notify(
      t(($) => $.comments.notKept),
      'bad',
    ),
  );
  const drafts = useFactOr(desk?.drafts.all, NO_DRAFTS);
  const outgoing = useFactOr(desk?.outbox.comments, NO_COMMENTS);

  const threads = listed.data ?? NO_THREADS;
  useArrivalsAnnounced(listed.data, me.id, (by) => {
    const names = by.flatMap((id) => people.data?.find((person) => person.id === id)?.name ?? []);
    announce(t(($) => $.comments.arrived, { count: by.length, names: [...new Set(names)].join(', ') }));
  });

  const mayComment = chapter.abilities.includes('chapter.comment') && desk !== null;
  const mayDeleteAll = chapter.abilities.includes('chapter.edit');
  const value = useMemo<Comments>(() => {
    const attempt = async (thread: Thread, shown: Thread | null, work: () => Promise<Thread | null>) => {
      // Shown at once; what the server says then stands, and where it says no, what stood before.
      show(thread.id, shown);
      try {
        show(thread.id, await work());
      } catch (error) {
        show(thread.id, thread);
        notify(sentence(error), 'bad');
      }
    };
    return {
      chapterId,
      me,
      threads,
      isLoading: listed.isPending,
      error: listed.data ? null : listed.error,
      reload: () => void listed.refetch(),
      outgoing,
      drafts,
      mayComment,
      mayDeleteAll,
      people: people.data ?? NO_PEOPLE,
      personOf: (id) => people.data?.find((person) => person.id === id),
      writeDraft: (id, target, text) =>
        desk?.drafts.write({ id, chapterId, target, text, at: new Date().toISOString() }),
      dropDraft: (id) => desk?.drafts.drop(id),
      beginThread(anchor) {
        const threadId = newId();
        const target: CommentTarget = { kind: 'thread', threadId, anchor, type: null };
        // One that was begun and never written is none.
        for (const each of drafts.values())
          if (each.target.kind === 'thread' && each.text.trim() === '') desk?.drafts.drop(each.id);
        desk?.drafts.write({ id: threadId, chapterId, target, text: '', at: new Date().toISOString() });
        return threadId;
      },
      send(draftId, target, text) {
        const id = target.kind === 'thread' ? target.threadId : `${target.kind}:${target.commentId}`;
        desk?.outbox.add({ id, chapterId, target, text, at: new Date().toISOString() }, draftId);
        desk?.drafts.drop(draftId);
      },
      retry: (id) => desk?.outbox.retry(id),
      discard: (id) => desk?.outbox.discard(id),
      revise({ id, target, text, at }) {
        desk?.drafts.write({ id: draftIdOf(target), chapterId, target, text, at });
        desk?.outbox.discard(id);
      },
      change: (thread, how) =>
        void attempt(thread, changed(thread, how, me.id), () =>
          call(changeThread, { params: { threadId: thread.id }, body: how }),
        ),
      remove: (thread, comment) =>
        void attempt(
          thread,
          withoutComment(thread, comment.id, { personId: me.id, at: new Date().toISOString() }),
          () => call(deleteComment, { params: { threadId: thread.id, commentId: comment.id } }),
        ),
    };
  }, [chapterId, me, threads, listed, outgoing, drafts, mayComment, mayDeleteAll, people.data, desk, show]);
  return <CommentsContext value={value}>{children}</CommentsContext>;
}

/** Under which name a comment being written is kept: one a thread to reply to, one a comment to change. */
export function draftIdOf(target: CommentTarget): string {
  if (target.kind === 'edit') return `edit:${target.commentId}`;
  if (target.kind === 'reply') return `reply:${target.threadId}`;
  const { anchor, threadId } = target;
  return anchor.kind === 'suggestion' ? `suggestion:${anchor.suggestionId}` : threadId;
}

const NO_THREADS: readonly Thread[] = [];
const NO_PEOPLE: readonly PersonCard[] = [];
const NO_DRAFTS: ReadonlyMap<string, Draft> = new Map();
const NO_COMMENTS: readonly OutgoingComment[] = [];
const NEVER = () => () => undefined;

/** A fact's value; another one while there is no fact yet. */
function useFactOr<T>(fact: Fact<T> | undefined, otherwise: T): T {
  return useSyncExternalStore(fact?.subscribe ?? NEVER, fact?.get ?? (() => otherwise));
}

/** What this device keeps of my comments in the chapter; null until it has been opened. */
function useDesk(
  session: ChapterSession,
  personId: string,
  show: (threadId: string, thread: Thread) => void,
  onTrouble: () => void,
): { drafts: Drafts; outbox: Outbox } | null {
  const [desk, setDesk] = useState<{ drafts: Drafts; outbox: Outbox } | null>(null);
  const { chapterId } = session;
  useEffect(() => {
    let outbox: Outbox | null = null;
    let left = false;
    void openKeptComments(personId).then((kept: KeptComments) => {
      if (left) return;
      const send = async (comment: UnsentComment) => {
        // The server takes a comment on what it has; words just typed may still be on their way.
        if (comment.target.kind === 'thread') await allSaved(session);
        show(comment.target.threadId, await deliver(comment));
      };
      outbox = createOutbox({ kept, chapterId, send, onTrouble });
      setDesk({ outbox, drafts: createDrafts(kept, chapterId, onTrouble) });
    });
    return () => {
      left = true;
      outbox?.close();
    };
  }, [session, personId, show]);
  return desk;
}

/** How long a comment waits for the text it is about, in milliseconds, before it counts as not sent. */
const TEXT_WITHIN = 10_000;

/** Resolves once the server has every change of mine. @throws Failure('unavailable') when that takes too long */
function allSaved({ unsaved }: ChapterSession): Promise<void> {
  return new Promise((resolve, reject) => {
    let stop: () => void = () => undefined;
    const late = setTimeout(() => {
      stop();
      reject(new Failure('unavailable', 'the text the comment is about has not been saved'));
    }, TEXT_WITHIN);
    const look = () => {
      if (unsaved.get() > 0) return;
      clearTimeout(late);
      stop();
      resolve();
    };
    stop = unsaved.subscribe(look);
    look();
  });
}

function deliver({ chapterId, target, text }: UnsentComment): Promise<Thread> {
  const { threadId } = target;
  switch (target.kind) {
    case 'thread': {
      const { anchor, type } = target;
      return call(openThread, { params: { chapterId }, body: { id: threadId, anchor, text, type } });
    }
    case 'reply':
      return call(replyToThread, { params: { threadId }, body: { id: target.commentId, text } });
    case 'edit':
      return call(editComment, { params: { threadId, commentId: target.commentId }, body: { text } });
  }
}

/** Asks for the threads again when the server says that they have changed, and when it is back after an absence. */
function useFreshThreads(session: ChapterSession): void {
  const queries = useQueryClient();
  const link = useLink(session);
  useEffect(() => {
    const refresh = () => void queries.invalidateQueries({ queryKey: [listThreads.path] });
    if (link === 'up') refresh();
    return session.onNotice((topic) => {
      if (topic === 'threads') refresh();
    });
  }, [queries, session, link]);
}

/** Calls back with who has commented since the threads were last looked at, myself excepted. */
function useArrivalsAnnounced(
  threads: readonly Thread[] | undefined,
  myId: string,
  tell: (by: string[]) => void,
): void {
  const [seen] = useState(() => ({ ids: null as ReadonlySet<string> | null }));
  useEffect(() => {
    if (!threads) return;
    const comments = threads.flatMap((thread) => thread.comments);
    const known = seen.ids;
    seen.ids = new Set(comments.map(({ id }) => id));
    if (!known) return;
    const by = comments.filter(({ id, personId }) => personId !== myId && !known.has(id));
    if (by.length > 0) tell(by.map(({ personId }) => personId));
  }, [threads]);
}

function changed(thread: Thread, how: ThreadChange, personId: string): Thread {
  const { resolved, type, decision, reason } = how;
  return {
    ...thread,
    ...(resolved === undefined
      ? {}
      : { resolved: resolved ? { personId, at: new Date().toISOString() } : null }),
    ...(type === undefined ? {} : { type }),
    ...(decision === undefined ? {} : { decision }),
    ...(reason === undefined ? {} : { reason }),
  };
}
