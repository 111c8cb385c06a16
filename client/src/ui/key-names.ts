import { useTranslation } from 'react-i18next';

const MAC_SIGNS: Record<string, string> = {
  Mod: '⌘',
  Shift: '⇧',
  Alt: '⌥',
  Enter: '↩',
  Escape: 'esc',
  Tab: '⇥',
};
const ARROWS: Record<string, string> = { ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→' };

/** Whether this device has Apple's keys. */
export function hasAppleKeys(platform: string = navigator.platform): boolean {
  return /mac|iphone|ipad/i.test(platform);
}

/**
 * Keys as they stand on the keyboard: `Mod+Shift+s` is `Strg+Umschalt+S` in German and `⇧⌘S` on a Mac.
 *
 * @param words the names of the keys in the reader's language.
 */
export function keyNames(keys: string, words: Readonly<Record<string, string>>, apple: boolean): string {
  const parts = keys.split('+').map((key) => {
    const known = apple ? MAC_SIGNS[key] : words[key];
    return known ?? ARROWS[key] ?? (key.length === 1 ? key.toLocaleUpperCase() : key);
  });
  if (!apple) return parts.join('+');
  // Apple writes the modifiers in one order, the main one last, without plus signs.
  const order = ['⌥', '⇧', '⌘'];
  return [...parts].sort((a, b) => rank(order, a) - rank(order, b)).join('');
}

function rank(order: readonly string[], sign: string): number {
  const at = order.indexOf(sign);
  return at < 0 ? order.length : at;
}

/** `keyNames` for the reader's language and device. */
export function useKeyNames(): (keys: string) => string {
  const { t } = useTranslation();
  const words = {
    Mod: t(($) => $.app.keys.names.Mod),
    Shift: t(($) => $.app.keys.names.Shift),
    Alt: t(($) => $.app.keys.names.Alt),
    Enter: t(($) => $.app.keys.names.Enter),
    Escape: t(($) => $.app.keys.names.Escape),
    Tab: t(($) => $.app.keys.names.Tab),
  };
  return (keys) => keyNames(keys, words, hasAppleKeys());
}
