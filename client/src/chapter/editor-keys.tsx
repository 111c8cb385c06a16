import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeyText } from '../editor/keys/key-text';
import { EDITOR_KEYS } from '../editor/keys/keys';
import { type KeySection, useKeySections } from '../ui/key-list';

/** Puts the editor's keys into the list that `?` opens, while the chapter is shown. */
export function EditorKeys(): null {
  const { t } = useTranslation();
  const keyText = useKeyText();
  const sections = useMemo<KeySection[]>(
    () =>
      EDITOR_KEYS.map(({ section, entries }) => ({
        title: t(($) => $.editor.keys.sections[section]),
        lines: entries.map(({ action, keys = [], typed = [] }) => ({
          keys: [...keys.map(keyText), ...typed],
          does: t(($) => $.editor.keys.actions[action]),
        })),
      })),
    [t],
  );
  useKeySections(sections);
  return null;
}
