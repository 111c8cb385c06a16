import type { MarginItem } from './margin';

/**
 * The card before or behind where somebody is, around the ends: behind the active card where that is one of them, else the
 * nearest to a place in the text.
 * @param items in the order of the text
 * @param from the place of the active card where it is none of `items`, else of the caret
 */
export function neighbour(
  items: readonly MarginItem[],
  activeId: string | null,
  from: number,
  direction: 'next' | 'previous',
): string | null {
  const at = items.findIndex(({ id }) => id === activeId);
  if (at >= 0) {
    const next = (at + (direction === 'next' ? 1 : items.length - 1)) % items.length;
    return items[next]?.id ?? null;
  }
  const found =
    direction === 'next'
      ? (items.find((item) => item.from !== null && item.from >= from) ?? items[0])
      : (items.findLast((item) => item.from !== null && item.from < from) ?? items.at(-1));
  return found?.id ?? null;
}
