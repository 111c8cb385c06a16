import { useCallback, useMemo, useState } from 'react';

/** The card that is being looked at, and how it came to be. */
export interface ActiveCard {
  readonly id: string;
  /** It comes beside its text, or stays where it stands (somebody pressed on it there). */
  readonly stands: 'at-text' | 'here';
  /** It takes the focus. */
  readonly focus: boolean;
  /** Raised with each asking, so that asking again for the same card is news. */
  readonly asked: number;
}

export interface CardActivity {
  readonly active: ActiveCard | null;
  /** Makes a card the active one, or none. */
  readonly activate: (
    id: string | null,
    how?: { readonly stands?: ActiveCard['stands']; readonly focus?: boolean },
  ) => void;
}

/** Which card of the margin is the active one: at most one, of whatever kind. */
export function useActiveCard(first: string | null = null): CardActivity {
  const [active, setActive] = useState<ActiveCard | null>(
    first === null ? null : { id: first, stands: 'at-text', focus: true, asked: 1 },
  );
  const activate = useCallback<CardActivity['activate']>((id, { stands = 'at-text', focus = false } = {}) => {
    setActive((before) => {
      if (id === null) return null;
      // What is pressed again stays as it is.
      if (stands === 'here' && !focus && before?.id === id) return before;
      return { id, stands, focus, asked: (before?.asked ?? 0) + 1 };
    });
  }, []);
  return useMemo(() => ({ active, activate }), [active, activate]);
}
