import { FRAGMENT } from '@accord/shared/manuscript/document';
import type { Chapter } from '@accord/shared/outputs/outputs';
import type { Editor } from '@tiptap/core';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CardActivity } from '../margin/active-card';
import type { MarginItem } from '../margin/margin';
import type { ChapterSession } from '../sync/chapter-session';
import { useManuscript } from '../sync/hooks';
import type { Remark } from './comment-places';
import { useComments } from './comments';
import { DraftCard } from './draft-card';
import { goBackToText } from './go-to-text';
import type { Draft } from './kept-comments';
import { ThreadCard, useThreadDescription } from './thread-card';
import {
  ALL_OPEN,
  countThreads,
  inTextOrder,
  isShown,
  type Looker,
  type Place,
  type ThreadFilter,
  type ThreadView,
  withOutgoing,
} from './thread-view';
import { type Original, useCommentPlaces } from './use-comment-places';

/** The comments of a chapter as cards for the margin, and how they are looked through. */
export interface ThreadItems {
  /** In the order of the text; those about suggestions are left out: they are shown with theirs. */
  readonly items: readonly MarginItem[];
  /** All threads, filtered or not. */
  readonly views: readonly ThreadView[];
  readonly filter: ThreadFilter;
  readonly setFilter: (filter: ThreadFilter) => void;
  readonly counts: ReturnType<typeof countThreads> & { readonly chapter: number };
}

/**
 * Puts the comments of a chapter into its text and makes cards of them. The active one is there whatever the filter says:
 * a link reaches a resolved thread too (C9).
 *
 * @param showQuotes whether the cards stand away from their text
 */
export function useThreadItems(props: {
  chapter: Chapter;
  session: ChapterSession;
  editor: Editor | null;
  activity: CardActivity;
  showQuotes: boolean;
  /** Where the editor shows a proposer's copy: the text it is a copy of. */
  original: Original | null;
  /** Called before the focus goes from a card to the text. */
  onLeave?: (() => void) | undefined;
}): ThreadItems {
  const { chapter, session, editor, activity, showQuotes, original, onLeave } = props;
  const { t } = useTranslation();
  const { me, threads, outgoing, drafts, personOf, chapterId } = useComments();
  const manuscript = useManuscript(session);
  const fragment = useMemo(() => manuscript?.doc.getXmlFragment(FRAGMENT) ?? null, [manuscript]);
  const [filter, setFilterOnly] = useState(ALL_OPEN);
  const { activate } = activity;
  const setFilter = useCallback(
    (next: ThreadFilter) => {
      // Else the active card would stay, whatever is asked for.
      activate(null);
      setFilterOnly(next);
    },
    [activate],
  );
  const describe = useThreadDescription();
  const activeId = activity.active?.id ?? null;

  const unplaced = useMemo(
    () => withOutgoing(threads, outgoing, { id: me.id, chapterId }, NOWHERE_YET),
    [threads, outgoing, me.id, chapterId],
  );
  const begun = useMemo(
    () =>
      [...drafts.values()].filter(
        ({ target }) => target.kind === 'thread' && target.anchor.kind !== 'suggestion',
      ),
    [drafts],
  );
  const withResolved = filter.state === 'resolved' || filter.state === 'all';
  const remarks = useMemo<Remark[]>(
    () => [
      ...unplaced
        .filter(({ thread: { id, resolved } }) => !resolved || withResolved || id === activeId)
        .map(({ thread }): Remark => {
          const { id, anchor, resolved } = thread;
          const look = resolved ? 'resolved' : 'open';
          return { id, anchor, look, isActive: id === activeId, description: describe(thread) };
        }),
      ...begun.flatMap(({ id, target }): Remark[] =>
        target.kind === 'thread'
          ? [
              {
                id,
                anchor: target.anchor,
                look: 'draft',
                isActive: id === activeId,
                description: t(($) => $.comments.draftDescribed),
              },
            ]
          : [],
      ),
    ],
    [unplaced, begun, withResolved, activeId, t],
  );
  const places = useCommentPlaces(editor, fragment, remarks, original);
  const lastKnown = useLastKnown(places);

  const views = useMemo(
    () =>
      inTextOrder(
        unplaced.map((view) =>
          view.place.kind === 'unknown' ? { ...view, place: places.get(view.thread.id) ?? view.place } : view,
        ),
      ),
    [unplaced, places],
  );
  const countryOf = useCallback((id: string) => personOf(id)?.country, [personOf]);
  const looker = useMemo<Looker>(
    () => ({ me, role: chapter.role, countryOf }),
    [me, chapter.role, countryOf],
  );
  const items = useMemo<MarginItem[]>(() => {
    const leave = (id: string) => {
      onLeave?.();
      goBackToText(editor, id);
    };
    const ofThreads = views
      .filter((view) => view.place.kind !== 'suggestion')
      .filter((view) => view.thread.id === activeId || isShown(view, filter, looker))
      .map(
        (view): MarginItem => ({
          id: view.thread.id,
          kind: 'thread',
          // Under somebody's hands it stays where it was when its text is deleted.
          from:
            beginningOf(view.place) ??
            (view.thread.id === activeId
              ? lastKnown(view.thread.id, editor?.state.doc.content.size ?? 0)
              : null),
          render: (isActive) => (
            <ThreadCard
              view={view}
              isActive={isActive}
              showQuote={showQuotes}
              onLeave={() => leave(view.thread.id)}
            />
          ),
        }),
      );
    const ofDrafts = begun.map(
      (draft): MarginItem => ({
        id: draft.id,
        kind: 'thread',
        from: beginningOf(places.get(draft.id)),
        render: (isActive) => (
          <DraftCard
            draft={draft}
            isActive={isActive}
            showQuote={showQuotes}
            isLost={places.get(draft.id)?.kind === 'nowhere' && isPlaced(draft)}
            onLeave={() => leave(draft.id)}
            onSent={() => activity.activate(draft.id, { stands: 'here', focus: true })}
          />
        ),
      }),
    );
    return inOrder([...ofDrafts, ...ofThreads], views);
  }, [views, begun, places, filter, looker, activeId, showQuotes, editor, onLeave]);
  const counts = useMemo(
    () => ({
      ...countThreads(views),
      chapter: views.filter(({ thread, place }) => !thread.resolved && place.kind === 'chapter').length,
    }),
    [views],
  );
  return { items, views, filter, setFilter, counts };
}

const NOWHERE_YET: ReadonlyMap<string, Place> = new Map();

const isPlaced = ({ target }: Draft): boolean => target.kind === 'thread' && target.anchor.kind !== 'chapter';

function beginningOf(place: Place | undefined): number | null {
  return place?.kind === 'text' ? place.from : null;
}

/** Remembers where each thread was when it last had a place. @returns that place, within a text of `size` */
function useLastKnown(places: ReadonlyMap<string, Place>): (id: string, size: number) => number | null {
  const [known] = useState(() => new Map<string, number>());
  for (const [id, place] of places) if (place.kind === 'text') known.set(id, place.from);
  return (id, size) => {
    const from = known.get(id);
    return from === undefined ? null : Math.min(from, size);
  };
}

/** What is about the whole chapter and what is being written first, then in the order of the text, what lost its text last. */
function inOrder(items: readonly MarginItem[], views: readonly ThreadView[]): MarginItem[] {
  const lost = new Set(views.filter(({ place }) => place.kind === 'nowhere').map(({ thread }) => thread.id));
  const rank = ({ id, from }: MarginItem) => from ?? (lost.has(id) ? Number.MAX_SAFE_INTEGER : -1);
  return items.toSorted((one, other) => rank(one) - rank(other));
}
