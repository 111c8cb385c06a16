import type { Editor } from '@tiptap/core';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { isAppleKeyboard, useKeyText } from '../editor/keys/key-text';
import type { ActiveCard } from '../margin/active-card';
import type { MarginItem } from '../margin/margin';
import { type KeySection, useKeySections } from '../ui/key-list';
import { useVoice } from '../ui/notices';
import { SUGGESTION_KEYS, suggestionKeyOf } from './suggestion-keys';
import { useSuggestions } from './suggestions';

/** The keys of suggestions, wherever on the page the focus is: the next and the previous, accept, reject, write or suggest. */
export function useSuggestionKeys(props: {
  items: readonly MarginItem[];
  active: ActiveCard | null;
  goTo: (id: string) => void;
  editor: Editor | null;
}): void {
  const { t } = useTranslation();
  const { announce } = useVoice();
  const suggestions = useSuggestions();
  const now = useRef({ ...props, suggestions, announce, t });
  useEffect(() => {
    now.current = { ...props, suggestions, announce, t };
  });
  useEffect(() => {
    const apple = isAppleKeyboard();
    const onKey = (event: KeyboardEvent) => {
      const { items, active, goTo, editor, suggestions: all } = now.current;
      if (undoesOutside(event, apple, editor)) {
        event.preventDefault();
        editor?.commands.undo();
        return;
      }
      const key = suggestionKeyOf(event, apple);
      if (!key) return;
      event.preventDefault();
      event.stopPropagation();
      if (key === 'mode') {
        const { mode, mayWrite, maySuggest } = all.choice;
        if (!mayWrite || !maySuggest) return;
        const other = mode === 'writing' ? 'suggesting' : 'writing';
        all.layer.choose(other);
        now.current.announce(
          now.current.t(($) => $.suggestions.modeIs, {
            mode: now.current.t(($) => $.suggestions.modes[other]),
          }),
        );
        return;
      }
      const at = items.findIndex(({ id }) => id === active?.id);
      const beside = (step: 1 | -1): string | null => {
        if (at >= 0) return items[(at + step + items.length) % items.length]?.id ?? null;
        const caret = editor?.state.selection.head ?? 0;
        const found =
          step === 1
            ? (items.find(({ from }) => from !== null && from >= caret) ?? items[0])
            : (items.findLast(({ from }) => from !== null && from < caret) ?? items.at(-1));
        return found?.id ?? null;
      };
      if (key === 'next' || key === 'previous') {
        const id = beside(key === 'next' ? 1 : -1);
        if (id !== null) goTo(id);
        return;
      }
      const id = items[at]?.id;
      if (id === undefined || !all.mayDecide) return;
      const next = items.length > 1 ? beside(1) : null;
      void all.decide([id], key).then((done) => {
        if (done && next !== null) goTo(next);
      });
    };
    // Before the editor: there the same keys may mean something else.
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, []);
  useKeyLines();
}

/** Undo struck on a card: there is no text to be undone there, so it is the chapter's turn. */
function undoesOutside(event: KeyboardEvent, apple: boolean, editor: Editor | null): boolean {
  if (!editor || editor.isDestroyed || event.key.toLowerCase() !== 'z' || event.shiftKey || event.altKey)
    return false;
  if (apple ? !event.metaKey : !event.ctrlKey) return false;
  const { target } = event;
  if (!(target instanceof HTMLElement) || !target.closest('[data-suggestion-card]')) return false;
  return !target.matches('input, textarea, [contenteditable="true"]');
}

/** Puts the keys into the list that `?` opens. */
function useKeyLines(): void {
  const { t } = useTranslation();
  const keyText = useKeyText();
  const sections = useMemo<KeySection[]>(
    () => [
      {
        title: t(($) => $.suggestions.keys.title),
        lines: (['next', 'previous', 'accept', 'reject', 'mode'] as const).map((key) => ({
          keys: [keyText(SUGGESTION_KEYS[key])],
          does: t(($) => $.suggestions.keys[key]),
        })),
      },
    ],
    [t],
  );
  useKeySections(sections);
}
