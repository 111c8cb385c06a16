import { useState } from 'react';
import { useMedia } from '../ui/use-media';

/** A pane beside the text: a column where there is room, else a sheet over the page. */
export interface Pane {
  readonly shownAs: 'column' | 'sheet' | 'nothing';
  readonly isShown: boolean;
  readonly toggle: () => void;
  readonly close: () => void;
}

/**
 * Shows a pane as a column when the window is at least `from` wide and as a sheet otherwise. Whether the column is
 * open is kept on this device under `name`; a sheet always starts closed.
 */
export function usePane(name: string, from: string): Pane {
  const wide = useMedia(`(min-width: ${from})`);
  const kept = `accord.pane.${name}`;
  const [column, setColumn] = useState(() => localStorage.getItem(kept) !== 'closed');
  const [sheet, setSheet] = useState(false);
  const isShown = wide ? column : sheet;
  const show = (shown: boolean) => {
    if (!wide) return setSheet(shown);
    localStorage.setItem(kept, shown ? 'open' : 'closed');
    setColumn(shown);
  };
  return {
    shownAs: isShown ? (wide ? 'column' : 'sheet') : 'nothing',
    isShown,
    toggle: () => show(!isShown),
    close: () => show(false),
  };
}
