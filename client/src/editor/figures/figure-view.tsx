import { isOwnImage } from '@accord/shared/manuscript/safe';
import { NodeViewContent, NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react';
import { type ComponentType, Suspense, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { buttonClass } from '../../ui/button-class';
import { lazyPart } from '../../ui/lazy-part';
import { describeFigure, fillFigure, removeFigure } from './figure-commands';
import css from './figure-view.module.css';
import type { FigureOptions } from './figures';
import { chooseFiles } from './picture-files';

// A picture that is there needs neither.
const WaitingPicture = lazyPart(async () => ({
  default: (await import('./waiting-picture')).WaitingPicture,
}));
const DescribeDialog = lazyPart(async () => ({
  default: (await import('./describe-dialog')).DescribeDialog,
}));

/** The view of one figure: its picture, or what is awaited; what can be done with it; its caption. */
export function FigureView(options: FigureOptions): ComponentType<ReactNodeViewProps> {
  const { uploads, onRefused } = options;
  return function Figure({ node, editor, selected }: ReactNodeViewProps) {
    const { t } = useTranslation();
    const [describing, setDescribing] = useState(false);
    const id = String(node.attrs.id);
    const upload = useSyncExternalStore(uploads.subscribe, () => uploads.stateOf(id));
    const { src, alt, width, height, pending } = node.attrs;
    const shown = isOwnImage(src);
    const { isEditable } = editor;

    const choose = async () => {
      const [file] = await chooseFiles(false);
      const refused = file && fillFigure(uploads, id, file);
      if (refused) onRefused([refused]);
    };
    const remove = () => removeFigure(editor.view, uploads, id);

    return (
      <NodeViewWrapper as="figure" className={css.figure} data-id={id} data-selected={selected || undefined}>
        <div contentEditable={false} className={css.picture}>
          {shown && (
            <img
              src={src}
              alt={typeof alt === 'string' ? alt : ''}
              width={width ?? undefined}
              height={height ?? undefined}
              draggable={isEditable}
              data-drag-handle
            />
          )}
          {(!shown || upload) && (
            <Suspense>
              <WaitingPicture
                name={String(pending || alt || '')}
                upload={upload}
                isEditable={isEditable}
                onChoose={choose}
                onRetry={() => uploads.retry(id)}
                onCancel={() => uploads.forget(id)}
                onRemove={remove}
              />
            </Suspense>
          )}
          {shown && isEditable && (
            // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms; these are tools of a picture
            <div role="group" aria-label={t(($) => $.figures.tools)} className={css.tools}>
              <p className={alt === null ? css.undescribed : css.description}>
                {alt === null
                  ? t(($) => $.figures.undescribed)
                  : alt === ''
                    ? t(($) => $.figures.decorative)
                    : t(($) => $.figures.description, { text: alt })}
              </p>
              <button
                type="button"
                className={buttonClass(alt === null ? 'primary' : 'plain', true)}
                onClick={() => setDescribing(true)}
              >
                {t(($) => $.figures.describe)}
              </button>
              <button type="button" className={buttonClass('plain', true)} onClick={choose}>
                {t(($) => $.figures.replace)}
              </button>
              <button type="button" className={buttonClass('plain', true)} onClick={remove}>
                {t(($) => $.figures.remove)}
              </button>
            </div>
          )}
        </div>
        {/* An empty caption is only there for those who may fill it. */}
        <div
          className={css.caption}
          data-empty={node.content.size === 0 ? t(($) => $.figures.caption) : undefined}
          hidden={!isEditable && node.content.size === 0}
        >
          <NodeViewContent<'figcaption'> as="figcaption" />
        </div>
        {isEditable && describing && (
          <Suspense>
            <DescribeDialog
              isOpen
              alt={typeof alt === 'string' ? alt : null}
              onSave={(text) => describeFigure(editor.view, id, text)}
              onClose={() => setDescribing(false)}
            />
          </Suspense>
        )}
      </NodeViewWrapper>
    );
  };
}
