import { useTranslation } from 'react-i18next';

type KeyNames = 'ctrl' | 'alt' | 'shift' | 'enter' | 'tab' | 'escape' | 'space' | 'backspace';

const NAMED: Record<string, KeyNames> = {
  Mod: 'ctrl',
  Ctrl: 'ctrl',
  Alt: 'alt',
  Shift: 'shift',
  Enter: 'enter',
  Tab: 'tab',
  Escape: 'escape',
  Space: 'space',
  Backspace: 'backspace',
};
const ARROWS: Record<string, string> = { ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→' };
const MAC: Record<string, string> = { Mod: '⌘', Ctrl: '⌃', Alt: '⌥', Shift: '⇧' };

/** Whether the keyboard is Apple's, where Mod is the command key. */
export function isAppleKeyboard(): boolean {
  return typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform);
}

/** How a key combination in ProseMirror's notation (`Mod-Alt-1`) is printed on this person's keyboard: `Strg+Alt+1`. */
export function useKeyText(): (combination: string) => string {
  const { t } = useTranslation();
  const apple = isAppleKeyboard();
  return (combination) =>
    combination
      .split(/-(?=.)/)
      .map((key) => {
        const symbol = ARROWS[key] ?? (apple ? MAC[key] : undefined);
        if (symbol !== undefined) return symbol;
        const name = NAMED[key];
        return name === undefined ? key.toUpperCase() : t(($) => $.editor.keys.names[name]);
      })
      .join(apple ? '' : '+');
}
