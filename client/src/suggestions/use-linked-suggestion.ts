import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParam } from '../navigation/use-navigation';
import { useVoice } from '../ui/notices';
import { useSuggestions } from './suggestions';
import type { SuggestionItems } from './use-suggestion-items';

/** Goes to the suggestion that the address names, `?suggestion=<id>`, once it is drawn; says so when it has been decided. */
export function useLinkedSuggestion(suggestions: SuggestionItems, goTo: (id: string) => void): void {
  const linked = useSearchParam('suggestion');
  const { t } = useTranslation();
  const { notify } = useVoice();
  const { desk, isLoading, error, personOf } = useSuggestions();
  const [goneTo, setGoneTo] = useState<string | null>(null);
  const isOpen = suggestions.items.some(({ id }) => id === linked);
  const isReady = linked !== null && suggestions.places.has(linked);
  useEffect(() => {
    if (linked === null) {
      setGoneTo(null);
      return;
    }
    if (goneTo === linked || !desk || isLoading) return;
    if (isOpen) {
      if (!isReady) return;
      setGoneTo(linked);
      goTo(linked);
      return;
    }
    if (error) return;
    setGoneTo(linked);
    desk.history().then(
      (all) => {
        const found = all.find(({ id }) => id === linked);
        const person = found?.decision ? personOf(found.decision.personId) : undefined;
        const name = person ? `${person.name} (${person.country})` : t(($) => $.suggestions.someone);
        if (found?.state === 'accepted') notify(t(($) => $.suggestions.already.accepted, { name }));
        else if (found?.state === 'rejected') notify(t(($) => $.suggestions.already.rejected, { name }));
        else if (found) notify(t(($) => $.suggestions.already.withdrawn));
        else
          notify(
            t(($) => $.suggestions.already.gone),
            'bad',
          );
      },
      () =>
        notify(
          t(($) => $.suggestions.already.gone),
          'bad',
        ),
    );
  }, [linked, isOpen, isReady, goneTo, desk, isLoading, error]);
}
