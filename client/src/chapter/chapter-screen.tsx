import type { Chapter, Output } from '@accord/shared/outputs/outputs';
import type { Editor } from '@tiptap/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChapterSession } from '../sync/chapter-session';
import { useSettled } from '../ui/use-settled';
import { ChapterBanners } from './banners';
import css from './chapter.module.css';
import { ChapterHeader } from './chapter-header';
import { ChapterText } from './chapter-text';
import { useEditorKeys } from './editor-keys';
import { usePane } from './use-pane';

// What stands beside the text is fetched once the text is there: nobody waits for it to begin writing.
const Outline = lazy(async () => ({ default: (await import('../editor/outline/outline')).Outline }));
const Margin = lazy(async () => ({ default: (await import('./margin')).Margin }));
const Sheet = lazy(async () => ({ default: (await import('../ui/dialog')).Sheet }));

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
  const settled = useSettled(editor !== null);
  useEditorKeys();
  return (
    <>
      <ChapterHeader chapter={chapter} output={output} session={session} outline={outline} margin={margin} />
      <div className={css.chapter}>
        {outline.shownAs === 'column' && (
          <aside className={css.outline} aria-label={t(($) => $.chapter.outline.title)}>
            <h2>{t(($) => $.chapter.outline.title)}</h2>
            <Suspense>{settled && <Outline editor={editor} />}</Suspense>
          </aside>
        )}
        <div className={css.page}>
          <ChapterBanners chapter={chapter} output={output} session={session} />
          <ChapterText chapter={chapter} session={session} onReady={setEditor} />
        </div>
        {margin.shownAs === 'column' && (
          <aside className={css.margin} aria-label={t(($) => $.chapter.margin.title)}>
            <Suspense>{settled && <Margin chapter={chapter} output={output} />}</Suspense>
          </aside>
        )}
      </div>
      <Suspense>
        {outline.shownAs === 'sheet' && (
          <Sheet title={t(($) => $.chapter.outline.title)} isOpen onClose={outline.close} side="start">
            <Outline editor={editor} onGo={outline.close} />
          </Sheet>
        )}
        {margin.shownAs === 'sheet' && (
          <Sheet title={t(($) => $.chapter.margin.title)} isOpen onClose={margin.close}>
            <Margin chapter={chapter} output={output} />
          </Sheet>
        )}
      </Suspense>
    </>
  );
}
