import type { Chapter, Output } from '@accord/shared/outputs/outputs';
import type { Editor } from '@tiptap/core';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommentBubble } from '../comments/comment-bubble';
import type { CommentLayer } from '../comments/comment-layer';
import { CommentsProvider } from '../comments/comments';
import { CommentsBar } from '../comments/comments-bar';
import { isInView, showPlace } from '../comments/go-to-text';
import { SuggestionTalk } from '../comments/suggestion-talk';
import { useThreadItems } from '../comments/use-thread-items';
import { WithLaterWords } from '../i18n/with-later-words';
import { useActiveCard } from '../margin/active-card';
import { MarginCards, MarginList } from '../margin/margin-cards';
import { useSearchParam } from '../navigation/use-navigation';
import { ReviewSheet } from '../review/review-sheet';
import { useFreshReview } from '../review/use-fresh-review';
import { showSuggestion } from '../suggestions/go-to-suggestion';
import type { SuggestionLayer } from '../suggestions/modes';
import { SuggestionsProvider, useSuggestions } from '../suggestions/suggestions';
import { SuggestionsBar } from '../suggestions/suggestions-bar';
import { useLinkedSuggestion } from '../suggestions/use-linked-suggestion';
import { useSuggestionItems } from '../suggestions/use-suggestion-items';
import { useSuggestionKeys } from '../suggestions/use-suggestion-keys';
import type { ChapterSession } from '../sync/chapter-session';
import { Sheet } from '../ui/dialog';
import { Tabs } from '../ui/tabs';
import { AboutPane } from './about-pane';
import css from './chapter.module.css';
import { NoCards } from './no-cards';
import margin from './review-margin.module.css';
import { useBeginning } from './use-beginning';
import { useLinkedThread } from './use-linked-thread';
import type { Pane } from './use-pane';
import { useReviewKeys } from './use-review-keys';
import { useReviewPresses } from './use-review-presses';
import { VersionsPane } from './versions-pane';

export interface ReviewMarginProps {
  chapter: Chapter;
  output: Output | undefined;
  session: ChapterSession;
  editor: Editor | null;
  comments: CommentLayer;
  suggestions: SuggestionLayer;
  pane: Pane;
  /** Raised with each asking for the state of the review. */
  reviewAsked: number;
}

/**
 * What stands beside the text: comments where they belong, and panes with what there is to know about the chapter. Also
 * while it is closed it draws in the text what is commented, and listens for the keys.
 */
export function ReviewMargin(props: ReviewMarginProps) {
  return (
    <WithLaterWords>
      <CommentsProvider chapter={props.chapter} session={props.session}>
        <SuggestionsProvider
          chapter={props.chapter}
          session={props.session}
          layer={props.suggestions}
          editor={props.editor}
        >
          <Reviewing {...props} />
        </SuggestionsProvider>
      </CommentsProvider>
    </WithLaterWords>
  );
}

function Reviewing(props: ReviewMarginProps) {
  const { chapter, output, session, editor, comments: layer, pane, reviewAsked } = props;
  const { t } = useTranslation();
  const [tab, setTab] = useState('comments');
  const [listAsked, setListAsked] = useState(false);
  const activity = useActiveCard();
  const { active, activate } = activity;
  const asColumn = pane.shownAs === 'column';
  const isSheet = pane.shownAs === 'sheet';
  const showQuotes = listAsked || !asColumn;
  useFreshReview(session);
  const { fork } = useSuggestions();
  const threads = useThreadItems({
    chapter,
    session,
    editor,
    activity,
    showQuotes,
    original: fork,
    // Over the text it has to go before the text is seen.
    onLeave: isSheet ? pane.close : undefined,
  });
  const talkOf = useCallback(
    (suggestionId: string, isActive: boolean) => (
      <SuggestionTalk suggestionId={suggestionId} views={threads.views} isActive={isActive} />
    ),
    [threads.views],
  );
  const suggestions = useSuggestionItems({
    session,
    editor,
    activity,
    talkOf,
    onLeave: isSheet ? pane.close : undefined,
  });
  const items = useMemo(
    () =>
      [...threads.items, ...suggestions.items].sort((one, other) => (one.from ?? -1) - (other.from ?? -1)),
    [threads.items, suggestions.items],
  );
  // What has no place in the text can stand in a list only.
  const isPlaceless = items.some(({ id, from }) => id === active?.id && from === null);
  const asList = showQuotes || !editor || isPlaceless;

  const open = useCallback(() => {
    setTab('comments');
    if (!pane.isShown) pane.toggle();
  }, [pane]);
  const goTo = useCallback(
    (id: string) => {
      open();
      activate(id, { focus: true });
      showPlace(editor, id);
    },
    [open, activate, editor],
  );
  const linked = useSearchParam('show') === 'review';
  useEffect(() => {
    if (reviewAsked === 0 && !linked) return;
    setTab('review');
    if (!pane.isShown) pane.toggle();
  }, [reviewAsked, linked]);
  const begin = useBeginning({ session, editor, layer, activate, open });
  const goToSuggestion = useCallback(
    (id: string) => {
      open();
      activate(id, { focus: true });
      showSuggestion(editor, id, suggestions.places.get(id)?.from ?? null);
    },
    [open, activate, editor, suggestions.places],
  );
  useLinkedThread(threads, goTo);
  useLinkedSuggestion(suggestions, goToSuggestion);
  useSuggestionKeys({ items: suggestions.items, all: items, active, goTo: goToSuggestion, editor });
  const goToAny = useCallback(
    (id: string) => (suggestions.places.has(id) ? goToSuggestion : goTo)(id),
    [suggestions.places, goToSuggestion, goTo],
  );
  useReviewKeys({ items, active, goTo: goToAny, begin, editor });
  useReviewPresses({ layer, editor, threads, activity });

  const onActivate = (id: string) => {
    const away = !isSheet && !isInView(editor, id);
    activate(id, { stands: away && !asList ? 'at-text' : 'here' });
    if (away) showPlace(editor, id);
  };
  const cards = { label: t(($) => $.comments.label), items, active, onActivate };
  const scroller = asColumn ? margin.scroller : undefined;
  const count = threads.counts.open;
  const content = (
    <Tabs
      label={t(($) => $.chapter.margin.title)}
      selected={tab}
      onSelect={setTab}
      fills={asColumn}
      tabs={[
        {
          id: 'comments',
          title: count === 0 ? t(($) => $.comments.tab) : t(($) => $.comments.tabOpen, { count }),
          content: (
            <div className={margin.comments}>
              <div className={asColumn ? margin.bar : undefined}>
                <CommentsBar
                  threads={threads}
                  canStandBeside={asColumn && editor !== null}
                  asList={asList}
                  onAsList={(list) => {
                    setListAsked(list);
                    if (!list && isPlaceless) activate(null);
                  }}
                  onAboutChapter={begin && (() => begin('chapter'))}
                />
                <SuggestionsBar editor={editor} />
              </div>
              {items.length === 0 && <NoCards threads={threads} />}
              {asList || !editor ? (
                <div className={scroller}>
                  <MarginList {...cards} />
                </div>
              ) : (
                <MarginCards {...cards} editor={editor} />
              )}
            </div>
          ),
        },
        {
          id: 'review',
          title: t(($) => $.review.tab),
          content: (
            <div className={scroller}>
              <ReviewSheet target={{ chapterId: chapter.id }} />
              <AboutPane chapter={chapter} output={output} />
            </div>
          ),
        },
        {
          id: 'versions',
          title: t(($) => $.chapter.versions.tab),
          content: (
            <div className={scroller}>
              <VersionsPane chapterId={chapter.id} mayKeep={chapter.abilities.includes('chapter.version')} />
            </div>
          ),
        },
      ]}
    />
  );
  return (
    <>
      {asColumn && (
        <aside className={css.margin} aria-label={t(($) => $.chapter.margin.title)}>
          {content}
        </aside>
      )}
      {isSheet && (
        <Sheet title={t(($) => $.chapter.margin.title)} isOpen onClose={pane.close}>
          {content}
        </Sheet>
      )}
      {editor && (
        <CommentBubble
          editor={editor}
          onComment={begin && (() => begin('selection'))}
          onShow={active && !pane.isShown ? () => goTo(active.id) : null}
        />
      )}
    </>
  );
}
