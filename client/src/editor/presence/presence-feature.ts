import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Awareness } from 'y-protocols/awareness';
import type { EditorFeature } from '../feature';
import { Carets } from './carets';

/** The others' carets as a part of the editor; another awareness (another live text) makes another editor. */
export function usePresenceFeature(awareness: Awareness | null, personId: string): EditorFeature {
  const { t } = useTranslation();
  return useMemo(
    () => ({
      extensions: [
        Carets.configure({
          awareness,
          personId,
          describe: ({ name, country }) => t(($) => $.presence.caret, { name, country }),
        }),
      ],
    }),
    [awareness, personId, t],
  );
}
