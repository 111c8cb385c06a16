import type { Row } from '@accord/shared/versions/comparison-model';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isAppleKeyboard, useKeyText } from '../editor/keys/key-text';
import { SUGGESTION_KEYS, suggestionKeyOf } from '../suggestions/suggestion-keys';
import { type KeySection, useKeySections } from '../ui/key-list';
import { useVoice } from '../ui/notices';
import type { Wording } from './wording';

/** Going from change to change, by buttons and by the keys that go from suggestion to suggestion. */
export interface Changes {
  readonly count: number;
  /** Number of the change one is at, from 1; 0 before the first step. */
  readonly position: number;
  readonly step: (by: 1 | -1) => void;
  readonly goTo: (rowId: string) => void;
  readonly keys: { readonly next: string; readonly previous: string };
}

/** @param rows all of them, folded away or not: what changed is never folded */
export function useChanges(rows: readonly Row[], wording: Wording): Changes {
  const { t } = useTranslation();
  const { announce } = useVoice();
  const keyText = useKeyText();
  const changed = useMemo(
    () => rows.filter((row) => row.kind !== 'moved-away' && row.fate !== 'unchanged'),
    [rows],
  );
  const [current, setCurrent] = useState<string | null>(null);
  const position = changed.findIndex(({ id }) => id === current) + 1;

  const goTo = useCallback(
    (rowId: string) => {
      const element = document.querySelector<HTMLElement>(`[data-change="${rowId}"]`);
      if (!element) return;
      setCurrent(rowId);
      element.focus({ preventScroll: true });
      element.scrollIntoView({ block: 'center' });
      const at = changed.findIndex(({ id }) => id === rowId);
      const row = changed[at];
      if (row)
        announce(
          t(($) => $.comparison.announced, {
            position: at + 1,
            total: changed.length,
            what: wording.line(row),
          }),
        );
    },
    [changed, announce, t, wording],
  );
  const step = useCallback(
    (by: 1 | -1) => {
      const at = changed.findIndex(({ id }) => id === current);
      const next = at < 0 ? (by === 1 ? 0 : changed.length - 1) : at + by;
      const row = changed[(next + changed.length) % changed.length];
      if (row) goTo(row.id);
    },
    [changed, current, goTo],
  );

  const now = useRef(step);
  useEffect(() => {
    now.current = step;
  });
  useEffect(() => {
    const apple = isAppleKeyboard();
    const onKey = (event: KeyboardEvent) => {
      const key = suggestionKeyOf(event, apple);
      if (key !== 'next' && key !== 'previous') return;
      event.preventDefault();
      now.current(key === 'next' ? 1 : -1);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  const keys = { next: keyText(SUGGESTION_KEYS.next), previous: keyText(SUGGESTION_KEYS.previous) };
  const { next, previous } = keys;
  useKeySections(
    useMemo<KeySection[]>(
      () => [
        {
          title: t(($) => $.comparison.title),
          lines: [
            { keys: [next], does: t(($) => $.comparison.next) },
            { keys: [previous], does: t(($) => $.comparison.previous) },
          ],
        },
      ],
      [t, next, previous],
    ),
  );
  return { count: changed.length, position, step, goTo, keys };
}
