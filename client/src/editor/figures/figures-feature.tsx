import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useVoice } from '../../ui/notices';
import type { EditorFeature } from '../feature';
import { fillFigure, insertPictures, type RefusedFile } from './figure-commands';
import { figureExtensions } from './figures';
import { chooseFiles } from './picture-files';
import { type UploadPicture, Uploads } from './uploads';

export interface FiguresFeature {
  readonly feature: EditorFeature;
  /** Uploads a picture that a paste brought along for the figure that waits for it. */
  readonly fill: (figureId: string, picture: File) => void;
}

/**
 * Pictures as a part of the editor: in the Insert menu, pasted and dropped.
 *
 * @param send keeps a file and says where; may change from render to render
 */
export function useFiguresFeature(send: UploadPicture): FiguresFeature {
  const { t } = useTranslation();
  const { notify } = useVoice();
  const [uploads] = useState(() => new Uploads(send));
  const tell = useRef<(files: readonly RefusedFile[]) => void>(undefined);
  useEffect(() => {
    uploads.send = send;
    tell.current = (files) => {
      for (const { name, why } of files)
        notify(
          t(($) => $.figures.refused[why], { name }),
          'bad',
        );
    };
  }, [uploads, send, notify, t]);

  return useMemo(() => {
    const onRefused = (files: readonly RefusedFile[]) => tell.current?.(files);
    return {
      feature: {
        extensions: figureExtensions({ uploads, onRefused }),
        insertions: [
          {
            id: 'figure',
            label: `${t(($) => $.figures.insert)}…`,
            words: t(($) => $.figures.words).split(','),
            insert: async (editor) => {
              const files = await chooseFiles(true);
              const refused = insertPictures(editor.view, uploads, files);
              if (refused.length > 0) onRefused(refused);
              editor.view.focus();
            },
          },
        ],
      },
      fill: (figureId, picture) => {
        const refused = fillFigure(uploads, figureId, picture);
        if (refused) onRefused([refused]);
      },
    };
  }, [uploads, t]);
}
