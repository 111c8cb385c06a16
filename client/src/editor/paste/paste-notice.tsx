import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { ClipboardPaste, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Banner } from '../../ui/banner';
import { IconButton } from '../../ui/button';
import css from './paste-notice.module.css';
import { closePasteNews, pasteNews } from './pasting';

/** One line for each kind of thing that was left out of the last paste; stays until it is closed. */
export function PasteNotice({ editor }: { editor: Editor }) {
  const { t } = useTranslation();
  const news = useEditorState({
    editor,
    selector: ({ editor: { state } }) => pasteNews(state),
    equalityFn: Object.is,
  });
  if (news.lines.length === 0) return null;
  return (
    <div className={css.notice} key={news.number}>
      <Banner
        kind="warn"
        icon={ClipboardPaste}
        title={t(($) => $.paste.title)}
        actions={
          <IconButton
            small
            icon={X}
            label={t(($) => $.actions.close)}
            onPress={() => {
              closePasteNews(editor.view);
              editor.commands.focus(null, { scrollIntoView: false });
            }}
          />
        }
      >
        <ul className={css.lines}>
          {news.lines.map(({ kind, count }) => (
            <li key={kind}>{t(($) => $.paste.lines[kind], { count })}</li>
          ))}
        </ul>
      </Banner>
    </div>
  );
}
