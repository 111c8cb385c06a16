import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditorFeature } from '../feature';
import './footnotes.css';
import { Footnotes } from './footnotes';
import { canInsertNote, insertNote } from './note-commands';

/** Footnotes as a part of the editor: in the Insert menu, behind `/`, and with Ctrl+Alt+F. */
export function useFootnotesFeature(): EditorFeature {
  const { t } = useTranslation();
  return useMemo(
    () => ({
      extensions: [
        Footnotes.configure({
          words: {
            reference: (number, text) =>
              text === ''
                ? t(($) => $.footnotes.reference, { number })
                : t(($) => $.footnotes.referenceText, { number, text }),
            missing: (number) => t(($) => $.footnotes.missing, { number }),
            note: (number) => t(($) => $.footnotes.reference, { number }),
            back: (number) => t(($) => $.footnotes.back, { number }),
            orphan: t(($) => $.footnotes.orphan),
            remove: t(($) => $.footnotes.remove),
            empty: t(($) => $.footnotes.empty),
          },
        }),
      ],
      insertions: [
        {
          id: 'footnote',
          label: t(($) => $.footnotes.insert),
          words: t(($) => $.footnotes.words).split(','),
          isPossible: ({ state }) => canInsertNote(state),
          insert: (editor) => {
            insertNote(editor.view);
          },
        },
      ],
    }),
    [t],
  );
}
