import type { Editor } from '@tiptap/core';
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CardActivity } from '../margin/active-card';
import type { MarginItem } from '../margin/margin';
import type { ChapterSession } from '../sync/chapter-session';
import { useFact, useManuscript } from '../sync/hooks';
import { useVoice } from '../ui/notices';
import { applyOwnHere, canPutHere, hereOf } from './apply-here';
import type { OpenSuggestion } from './desk';
import { goToSuggestion, showSuggestion } from './go-to-suggestion';
import { usePhrases } from './phrases';
import { SuggestionCard } from './suggestion-card';
import { useSuggestions } from './suggestions';
import { type Looks, type SuggestionPlace, useSuggestionPlaces } from './use-suggestion-places';

/** The open suggestions as cards for the margin. */
export interface SuggestionItems {
  /** In the order of the text. */
  readonly items: readonly MarginItem[];
  readonly places: ReadonlyMap<string, SuggestionPlace>;
  readonly count: number;
  /** Goes back from a card to its text. */
  readonly leave: (id: string) => void;
}

/**
 * Puts the open suggestions into the text and makes cards of them.
 * @param talkOf what is said about a suggestion
 * @param onLeave called before the focus goes from a card to the text
 */
export function useSuggestionItems(props: {
  session: ChapterSession;
  editor: Editor | null;
  activity: CardActivity;
  talkOf: (suggestionId: string, isActive: boolean) => ReactNode;
  onLeave?: (() => void) | undefined;
}): SuggestionItems {
  const { session, editor, activity, talkOf, onLeave } = props;
  const { t } = useTranslation();
  const { open, fork, view, personOf, desk, decide, layer, mayDecide } = useSuggestions();
  const manuscript = useManuscript(session);
  const phraseOf = usePhrases();
  const activeId = activity.active?.id ?? null;
  useArrivalsAnnounced(open);

  const looks = useMemo<Looks>(
    () => ({
      activeId,
      words: {
        added: t(($) => $.suggestions.drawn.added),
        removed: t(($) => $.suggestions.drawn.removed),
        moved: t(($) => $.suggestions.drawn.moved),
        split: t(($) => $.suggestions.kinds.split),
        merged: t(($) => $.suggestions.kinds.merge),
      },
      lookOf: ({ personId, operations, mine }) => {
        const person = personOf(personId);
        const { line, title } = phraseOf(operations);
        const name = person ? `${person.name} (${person.country})` : t(($) => $.suggestions.someone);
        const said = mine
          ? t(($) => $.suggestions.saidMine, { what: line })
          : t(($) => $.suggestions.card, { name, what: line });
        return { country: mine ? null : (person?.country ?? null), said, label: title };
      },
    }),
    [activeId, personOf, phraseOf, t],
  );
  const shown = view === 'with' ? open : null;
  const places = useSuggestionPlaces(editor, manuscript?.doc ?? null, fork, shown, looks);

  useEffect(() => {
    layer.onPress = (id) => activity.activate(id);
    return () => {
      layer.onPress = null;
    };
  }, [layer, activity]);

  const reopened = useFact(layer.reopened);
  useEffect(() => {
    if (reopened === null || !places.has(reopened)) return;
    layer.reopened.set(null);
    // On a card, the focus goes along; in the text it stays.
    activity.activate(reopened, { focus: editor !== null && !editor.isFocused });
    showSuggestion(editor, reopened, places.get(reopened)?.from ?? null);
  }, [layer, reopened, places]);

  const leave = useRef<(id: string) => void>(() => undefined);
  leave.current = (id) => {
    onLeave?.();
    goToSuggestion(editor, id, places.get(id)?.from ?? null);
  };
  const items = useMemo<MarginItem[]>(() => {
    const cards = open.map((suggestion): MarginItem => {
      const { id, mine, operations } = suggestion;
      const place = places.get(id);
      const next = () => leave.current(id);
      const applyHere = () => {
        if (!editor) return null;
        if (mine && fork)
          return canPutHere(operations)
            ? () => applyOwnHere(editor, operations, () => desk?.withdraw(id))
            : null;
        if (!mayDecide || fork || !canPutHere(operations)) return null;
        return () => {
          const here = hereOf(editor);
          if (here) void decide([id], 'accept', here);
        };
      };
      return {
        id,
        kind: 'suggestion',
        from: place?.from ?? null,
        render: (isActive) => (
          <SuggestionCard
            suggestion={suggestion}
            place={place}
            isActive={isActive}
            talk={talkOf(id, isActive)}
            onApplyHere={applyHere()}
            onDone={next}
            onLeave={next}
          />
        ),
      };
    });
    return cards.toSorted((one, other) => (one.from ?? -1) - (other.from ?? -1));
  }, [open, places, editor, fork, mayDecide, desk, decide, talkOf]);
  return { items, places, count: open.length, leave: (id) => leave.current(id) };
}

/** Says who has suggested something since the list was last looked at, myself excepted. */
function useArrivalsAnnounced(open: readonly OpenSuggestion[]): void {
  const { t } = useTranslation();
  const { announce } = useVoice();
  const { isLoading, personOf } = useSuggestions();
  const seen = useRef<ReadonlySet<string> | null>(null);
  useEffect(() => {
    if (isLoading) return;
    const known = seen.current;
    seen.current = new Set(open.map(({ id }) => id));
    if (!known) return;
    const by = open.filter(({ id, mine }) => !mine && !known.has(id));
    if (by.length === 0) return;
    const names = [...new Set(by.flatMap(({ personId }) => personOf(personId)?.name ?? []))];
    announce(t(($) => $.suggestions.arrived, { count: by.length, names: names.join(', ') }));
  }, [open, isLoading]);
}
