/** The keys of suggestions, in ProseMirror's notation. */
export const SUGGESTION_KEYS = {
  next: 'Mod-Alt-j',
  previous: 'Mod-Alt-k',
  accept: 'Mod-Alt-y',
  reject: 'Mod-Alt-x',
  mode: 'Mod-Alt-s',
} as const;

export type SuggestionKey = keyof typeof SUGGESTION_KEYS;

const BY_LETTER: Readonly<Record<string, SuggestionKey>> = {
  j: 'next',
  k: 'previous',
  y: 'accept',
  x: 'reject',
  s: 'mode',
};

/**
 * Which of our keys was struck, or null. By the letter where the key gives one, else by its place, as Alt makes other letters of
 * some; but not with AltGr, with which people write their language.
 */
export function suggestionKeyOf(
  event: Pick<KeyboardEvent, 'code' | 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'> & {
    getModifierState(name: string): boolean;
  },
  apple: boolean,
): SuggestionKey | null {
  if (!event.altKey || event.shiftKey || event.getModifierState('AltGraph')) return null;
  if (apple ? !event.metaKey || event.ctrlKey : !event.ctrlKey || event.metaKey) return null;
  const letter = /^[a-z]$/i.test(event.key)
    ? event.key.toLowerCase()
    : event.code.replace(/^Key/, '').toLowerCase();
  return BY_LETTER[letter] ?? null;
}
