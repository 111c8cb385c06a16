/** The keys of comments, in ProseMirror's notation. */
export const COMMENT_KEYS = { begin: 'Mod-Alt-m', next: 'Mod-Alt-n', previous: 'Mod-Alt-p' } as const;

export type CommentKey = keyof typeof COMMENT_KEYS;

const BY_LETTER: Readonly<Record<string, CommentKey>> = { KeyM: 'begin', KeyN: 'next', KeyP: 'previous' };

/**
 * Which of our keys was struck, or null. By the place of the key, as Alt makes other letters of some; but not with AltGr,
 * with which people write their language (µ on a German keyboard).
 */
export function commentKeyOf(
  event: Pick<KeyboardEvent, 'code' | 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'> & {
    getModifierState(name: string): boolean;
  },
  apple: boolean,
): CommentKey | null {
  if (!event.altKey || event.shiftKey || event.getModifierState('AltGraph')) return null;
  if (apple ? !event.metaKey || event.ctrlKey : !event.ctrlKey || event.metaKey) return null;
  const letter = /^[a-z]$/i.test(event.key) ? `Key${event.key.toUpperCase()}` : event.code;
  return BY_LETTER[letter] ?? null;
}
