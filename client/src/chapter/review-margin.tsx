import type { Chapter, Output } from '@accord/shared/outputs/outputs';
import type { Editor } from '@tiptap/core';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureBanner } from '../api/failure-banner';
import { anchorOfSelection } from '../comments/anchor-of-selection';
import { CommentBubble } from '../comments/comment-bubble';
import { COMMENT_KEYS } from '../comments/comment-keys';
import type { CommentLayer } from '../comments/comment-layer';
import { CommentsProvider, useComments } from '../comments/comments';
import { CommentsBar } from '../comments/comments-bar';
import { isInView, showPlace } from '../comments/go-to-text';
import { type ThreadItems, useThreadItems } from '../comments/use-thread-items';
import { useKeyText } from '../editor/keys/key-text';
import { WithLaterWords } from '../i18n/with-later-words';
import { type CardActivity, useActiveCard } from '../margin/active-card';
import type { MarginItem } from '../margin/margin';
import { MarginCards, MarginList } from '../margin/margin-cards';
import { useSearchParam } from '../navigation/use-navigation';
import type { ChapterSession } from '../sync/chapter-session';
import { Sheet } from '../ui/dialog';
import { EmptyState } from '../ui/empty-state';
import { Skeleton } from '../ui/skeleton';
import { Tabs } from '../ui/tabs';
import { AboutPane } from './about-pane';
import css from './chapter.module.css';
import margin from './review-margin.module.css';
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
  pane: Pane;
}

/**
 * What stands beside the text: comments where they belong, and panes with what there is to know about the chapter. Also
 * while it is closed it draws in the text what is commented, and listens for the keys.
 */
export function ReviewMargin(props: ReviewMarginProps) {
  return (
    <WithLaterWords>
      <CommentsProvider chapter={props.chapter} session={props.session}>
        <Reviewing {...props} />
      </CommentsProvider>
    </WithLaterWords>
  );
}

function Reviewing({ chapter, output, session, editor, comments: layer, pane }: ReviewMarginProps) {
  const { t } = useTranslation();
  const [tab, setTab] = useState('comments');
  const [listAsked, setListAsked] = useState(false);
  const activity = useActiveCard();
  const { active, activate } = activity;
  const asColumn = pane.shownAs === 'column';
  const threads = useThreadItems({ chapter, session, editor, activity, showQuotes: listAsked || !asColumn });
  const { items } = threads;
  const activeItem = items.find(({ id }) => id === active?.id);
  // What has no place in the text can stand in a list only.
  const asList = listAsked || !asColumn || !editor || activeItem?.from === null;

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
  useLinkedThread(threads, goTo);
  const begin = useBeginning({ session, editor, layer, activate, open });
  useReviewKeys({ items, active, goTo, begin: () => begin('selection'), editor });
  useReviewPresses({ layer, editor, threads, activity, isShown: pane.isShown });

  const onActivate = (id: string) => {
    const away = !isInView(editor, id);
    activate(id, { stands: away && !asList ? 'at-text' : 'here' });
    if (away) showPlace(editor, id);
  };
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
                  onAsList={setListAsked}
                  onAboutChapter={() => begin('chapter')}
                />
              </div>
              <NoCards threads={threads} />
              {asList || !editor ? (
                <div className={asColumn ? margin.scroller : undefined}>
                  <MarginList
                    label={t(($) => $.comments.label)}
                    items={items}
                    active={active}
                    onActivate={onActivate}
                  />
                </div>
              ) : (
                <MarginCards
                  label={t(($) => $.comments.label)}
                  items={items}
                  editor={editor}
                  active={active}
                  onActivate={onActivate}
                />
              )}
            </div>
          ),
        },
        {
          id: 'about',
          title: t(($) => $.chapter.about.tab),
          content: (
            <div className={asColumn ? margin.scroller : undefined}>
              <AboutPane chapter={chapter} output={output} />
            </div>
          ),
        },
        {
          id: 'versions',
          title: t(($) => $.chapter.versions.tab),
          content: (
            <div className={asColumn ? margin.scroller : undefined}>
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
      {pane.shownAs === 'sheet' && (
        <Sheet title={t(($) => $.chapter.margin.title)} isOpen onClose={pane.close}>
          {content}
        </Sheet>
      )}
      <Bubble editor={editor} onComment={() => begin('selection')} />
    </>
  );
}

/** Beginning a comment, for everybody who may; the toolbar's button learns of it too. */
function useBeginning(props: {
  session: ChapterSession;
  editor: Editor | null;
  layer: CommentLayer;
  activate: CardActivity['activate'];
  open: () => void;
}): (about: 'selection' | 'chapter') => void {
  const { session, editor, layer, activate, open } = props;
  const { mayComment, beginThread } = useComments();
  const begin = useCallback(
    (about: 'selection' | 'chapter') => {
      if (!mayComment) return;
      const fragment = session.manuscript.get()?.doc.getXmlFragment('default') ?? null;
      const anchor =
        about === 'chapter'
          ? ({ kind: 'chapter' } as const)
          : editor && anchorOfSelection(editor.state, fragment);
      if (!anchor) return;
      open();
      activate(beginThread(anchor), { focus: true });
    },
    [mayComment, beginThread, session, editor, activate, open],
  );
  useEffect(() => {
    layer.begin.set(mayComment ? () => begin('selection') : null);
    return () => layer.begin.set(null);
  }, [layer, mayComment, begin]);
  return begin;
}

/** Goes to the thread that the address names, once it has come. */
function useLinkedThread(threads: ThreadItems, goTo: (id: string) => void): void {
  const linked = useSearchParam('thread');
  const [gone, setGone] = useState<string | null>(null);
  const view = threads.views.find(({ thread }) => thread.id === linked);
  // A resolved thread is not looked for in the text before it is the active one.
  const isReady = view !== undefined && (view.place.kind !== 'unknown' || view.thread.resolved !== null);
  useEffect(() => {
    if (linked === null) setGone(null);
    else if (isReady && gone !== linked) {
      setGone(linked);
      goTo(linked);
    }
  }, [linked, isReady, gone]);
}

function Bubble({ editor, onComment }: { editor: Editor | null; onComment: () => void }) {
  const { mayComment } = useComments();
  return mayComment && editor && <CommentBubble editor={editor} onComment={onComment} />;
}

/** Instead of cards where there are none: why, and what to do. */
function NoCards({ threads }: { threads: ThreadItems }) {
  const { t } = useTranslation();
  const keyText = useKeyText();
  const { isLoading, error, reload, mayComment } = useComments();
  const shown: readonly MarginItem[] = threads.items;
  const key = useMemo(() => keyText(COMMENT_KEYS.begin), [keyText]);
  if (shown.length > 0) return null;
  if (error) return <FailureBanner error={error} onRetry={reload} />;
  if (isLoading) return <Skeleton lines={4} />;
  if (threads.views.length > threads.counts.resolved || threads.filter.state !== 'open')
    return <p className={css.quiet}>{t(($) => $.comments.none.filtered)}</p>;
  return (
    <EmptyState title={t(($) => $.comments.none.title)}>
      {mayComment ? t(($) => $.comments.none.explain, { key }) : t(($) => $.comments.none.reading)}
    </EmptyState>
  );
}
