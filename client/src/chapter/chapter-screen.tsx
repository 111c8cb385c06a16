import type { Chapter, Output } from '@accord/shared/outputs/outputs';
import type { Editor } from '@tiptap/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Outline } from '../editor/outline/outline';
import type { ChapterSession } from '../sync/chapter-session';
import { Sheet } from '../ui/dialog';
import { ChapterBanners } from './banners';
import css from './chapter.module.css';
import { ChapterHeader } from './chapter-header';
import { ChapterText } from './chapter-text';
import { useEditorKeys } from './editor-keys';
import { Margin } from './margin';
import { usePane } from './use-pane';

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
  useEditorKeys();
  const marginContent = <Margin chapter={chapter} output={output} />;
  return (
    <>
      <ChapterHeader chapter={chapter} output={output} session={session} outline={outline} margin={margin} />
      <div className={css.chapter}>
        {outline.shownAs === 'column' && (
          <aside className={css.outline} aria-label={t(($) => $.chapter.outline.title)}>
            <h2>{t(($) => $.chapter.outline.title)}</h2>
            <Outline editor={editor} />
          </aside>
        )}
        <div className={css.page}>
          <ChapterBanners chapter={chapter} output={output} session={session} />
          <ChapterText chapter={chapter} session={session} onReady={setEditor} />
        </div>
        {margin.shownAs === 'column' && (
          <aside className={css.margin} aria-label={t(($) => $.chapter.margin.title)}>
            {marginContent}
          </aside>
        )}
      </div>
      <Sheet
        title={t(($) => $.chapter.outline.title)}
        isOpen={outline.shownAs === 'sheet'}
        onClose={outline.close}
        side="start"
      >
        <Outline editor={editor} onGo={outline.close} />
      </Sheet>
      <Sheet
        title={t(($) => $.chapter.margin.title)}
        isOpen={margin.shownAs === 'sheet'}
        onClose={margin.close}
      >
        {marginContent}
      </Sheet>
    </>
  );
}
