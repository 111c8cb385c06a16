import type { Chapter, Output } from '@accord/shared/outputs/outputs';
import type { Editor } from '@tiptap/core';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createCommentLayer } from '../comments/comment-layer';
import { createSuggestionLayer } from '../suggestions/suggestion-layer';
import type { ChapterSession } from '../sync/chapter-session';
import { useKeptWords } from '../sync/hooks';
import { lazyPart } from '../ui/lazy-part';
import { useSettled } from '../ui/use-settled';
import { ChapterBanners } from './banners';
import css from './chapter.module.css';
import { ChapterHeader } from './chapter-header';
import { ChapterText } from './chapter-text';
import { useFreshFacts } from './use-fresh-facts';
import { usePane } from './use-pane';
import { useStickyHeight } from './use-sticky-height';

// What stands beside the text is fetched once the text is there: nobody waits for it to begin writing.
const Outline = lazyPart(async () => ({ default: (await import('../editor/outline/outline')).Outline }));
const ReviewMargin = lazyPart(async () => ({ default: (await import('./review-margin')).ReviewMargin }));
const KeptWordsPanel = lazyPart(async () => ({
  default: (await import('../sync/kept-words-panel')).KeptWordsPanel,
}));
const EditorKeys = lazyPart(async () => ({ default: (await import('./editor-keys')).EditorKeys }));
const Sheet = lazyPart(async () => ({ default: (await import('../ui/dialog')).Sheet }));

/** A chapter as it is worked on: outline at the left, the text in the middle, one margin at the right. */
export function ChapterScreen(props: {
  chapter: Chapter;
  output: Output | undefined;
  session: ChapterSession;
}) {
  const { chapter, output, session } = props;
  const { t } = useTranslation();
  const outline = usePane('outline', '80rem');
  const margin = usePane('margin', '66rem');
  const [editor, setEditor] = useState<Editor | null>(null);
  const [comments] = useState(createCommentLayer);
  const [suggestions] = useState(createSuggestionLayer);
  useFreshFacts(session);
  const kept = useKeptWords(session);
  const [header, height] = useStickyHeight();
  const [reviewAsked, askReview] = useState(0);
  const [isStatic, setStatic] = useState(false);
  const settled = useSettled(editor !== null || isStatic);
  const marginRoom = margin.shownAs === 'column' && (
    <aside className={css.margin} aria-label={t(($) => $.chapter.margin.title)} />
  );
  return (
    <>
      <ChapterHeader
        ref={header}
        chapter={chapter}
        output={output}
        session={session}
        suggestions={suggestions}
        outline={outline}
        margin={margin}
        onReview={() => askReview((asked) => asked + 1)}
      />
      <div className={css.chapter} style={{ '--toolbar-offset': `${height}px` } as React.CSSProperties}>
        {outline.shownAs === 'column' && (
          <aside className={css.outline} aria-label={t(($) => $.chapter.outline.title)}>
            <h2>{t(($) => $.chapter.outline.title)}</h2>
            <Suspense>{settled && <Outline editor={editor} />}</Suspense>
          </aside>
        )}
        <div className={css.page}>
          <ChapterBanners chapter={chapter} output={output} session={session} suggestions={suggestions} />
          {kept.length > 0 && (
            <Suspense>
              <KeptWordsPanel session={session} />
            </Suspense>
          )}
          <ChapterText
            chapter={chapter}
            session={session}
            comments={comments.feature}
            suggestions={suggestions}
            onReady={setEditor}
            onStatic={() => setStatic(true)}
          />
        </div>
        <Suspense fallback={marginRoom}>
          {settled ? (
            <ReviewMargin
              chapter={chapter}
              output={output}
              session={session}
              editor={editor}
              comments={comments}
              suggestions={suggestions}
              pane={margin}
              reviewAsked={reviewAsked}
            />
          ) : (
            marginRoom
          )}
        </Suspense>
      </div>
      <Suspense>
        {settled && <EditorKeys />}
        {outline.shownAs === 'sheet' && (
          <Sheet title={t(($) => $.chapter.outline.title)} isOpen onClose={outline.close} side="start">
            <Outline editor={editor} onGo={outline.close} />
          </Sheet>
        )}
      </Suspense>
    </>
  );
}
