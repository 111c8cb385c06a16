import type { Editor } from '@tiptap/core';
import { EditorContent, useEditor } from '@tiptap/react';
import { Suspense, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Doc } from 'yjs';
import { lazyPart } from '../ui/lazy-part';
import { useSettled } from '../ui/use-settled';
import { blockInsertions } from './blocks/block-insertions';
import { editorExtensions } from './extensions';
import type { EditorFeature } from './feature';
import './manuscript.css';
import { useBoundDocument } from './read-only-copy';

export interface ManuscriptEditorProps {
  /** The chapter's text, loaded already: nothing editable is shown before. */
  doc: Doc;
  /** Whether this person may write. While not, nothing the editor does reaches `doc`. */
  editable: boolean;
  /** Language of the text as a BCP 47 tag, for spell-checking and screen readers. */
  language: string;
  /** Title of the chapter, for the text's accessible name. */
  title: string;
  /** What other parts add; the same array from render to render. */
  features?: readonly EditorFeature[];
  /** Called with the editor when it can be used, and with null when it is gone. */
  onReady?: (editor: Editor | null) => void;
}

// Nobody waits for menus and dialogs to begin writing: they are fetched when the text stands there.
const Toolbar = lazyPart(async () => ({ default: (await import('./toolbar/toolbar')).Toolbar }));
const SlashMenu = lazyPart(async () => ({ default: (await import('./slash/slash-menu')).SlashMenu }));
const LinkDialog = lazyPart(async () => ({ default: (await import('./link/link-dialog')).LinkDialog }));

const WordCount = lazyPart(async () => ({ default: (await import('./count/word-count')).WordCount }));
const BlockHandle = lazyPart(async () => ({ default: (await import('./blocks/block-handle')).BlockHandle }));

const NO_FEATURES: readonly EditorFeature[] = [];

/** The text of a chapter with its toolbar, for writing together or, read-only, for following others who write. */
export function ManuscriptEditor(props: ManuscriptEditorProps) {
  const { doc, editable, language, title, features = NO_FEATURES, onReady } = props;
  const { t } = useTranslation();
  const id = useId();
  const toolbar = useRef<HTMLDivElement>(null);
  const [linking, setLinking] = useState(false);
  const bound = useBoundDocument(doc, editable);

  const insertions = useMemo(
    () => [...blockInsertions(t), ...features.flatMap((feature) => feature.insertions ?? [])],
    [t, features],
  );
  const attributes: Record<string, string> = {
    id,
    class: 'manuscript',
    role: 'textbox',
    'aria-multiline': 'true',
    'aria-label': editable ? t(($) => $.editor.text, { title }) : t(($) => $.editor.textReadOnly, { title }),
    lang: language,
    spellcheck: String(editable),
    translate: 'no',
    ...(editable ? {} : { 'aria-readonly': 'true', tabindex: '0' }),
  };
  const editor = useEditor(
    {
      extensions: editorExtensions({
        doc: bound,
        t,
        added: features.flatMap((feature) => feature.extensions ?? []),
        insertions,
        onLink: () => setLinking(true),
        toToolbar: () => toolbar.current?.querySelector<HTMLElement>('button:not(:disabled)')?.focus(),
      }),
      editable,
      editorProps: { attributes },
      // Styles are in our own sheet; a <style> element would be refused by the Content Security Policy.
      injectCSS: false,
      // Nobody listens to deletions, and working them out at each edit is what a long chapter would feel most.
      enableCoreExtensions: { delete: false },
      shouldRerenderOnTransaction: false,
    },
    [bound, editable, insertions, features],
  );

  const settled = useSettled(editor !== null);
  useEffect(() => {
    if (!editor) return undefined;
    onReady?.(editor);
    return () => onReady?.(null);
  }, [editor, onReady]);

  if (!editor) return null;
  return (
    <div className="manuscript-frame">
      {editable && (
        <Suspense fallback={<div className="manuscript-toolbar-room" />}>
          {settled ? (
            <Toolbar
              editor={editor}
              insertions={insertions}
              onLink={() => setLinking(true)}
              controls={id}
              ref={toolbar}
            >
              {features.map(
                ({ Tools }, index) =>
                  Tools && (
                    <Suspense key={String(index)}>
                      <Tools editor={editor} />
                    </Suspense>
                  ),
              )}
            </Toolbar>
          ) : (
            <div className="manuscript-toolbar-room" />
          )}
        </Suspense>
      )}
      <EditorContent editor={editor} className="manuscript-sheet" />
      <div className="manuscript-foot">
        <Suspense>{settled && <WordCount editor={editor} />}</Suspense>
      </div>
      {editable && settled && (
        <Suspense>
          <BlockHandle editor={editor} />
          <SlashMenu editor={editor} />
          <LinkDialog editor={editor} isOpen={linking} onClose={() => setLinking(false)} />
        </Suspense>
      )}
      {settled &&
        features.map(
          ({ Beside }, index) =>
            Beside && (
              <Suspense key={String(index)}>
                <Beside editor={editor} />
              </Suspense>
            ),
        )}
    </div>
  );
}
