import type { Insertion } from '../feature';

/** Letters without their accents and case, so that `uberschrift` finds *Überschrift*. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}

/**
 * The insertions that fit what was typed behind `/`: each typed word begins a word of the name or of the further
 * words. Those whose name begins with it come first; otherwise the order stays.
 */
export function findInsertions(insertions: readonly Insertion[], query: string): Insertion[] {
  const typed = plain(query);
  if (typed === '') return [...insertions];
  const parts = typed.split(/\s+/);
  const fitting = insertions.filter((insertion) => {
    const words = [insertion.label, ...(insertion.words ?? [])].flatMap((name) =>
      plain(name).split(/[\s,]+/),
    );
    return parts.every((part) => words.some((word) => word.startsWith(part)));
  });
  const named = (insertion: Insertion) => (plain(insertion.label).startsWith(typed) ? 0 : 1);
  return fitting.sort((a, b) => named(a) - named(b));
}
