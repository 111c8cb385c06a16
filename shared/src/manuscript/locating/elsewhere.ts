import { tellingWords } from './chapter-text';
import { contextAt, isTelling, type Stretch, type Wanted } from './quote-context';
import { type Candidate, distance, isTwin, type Search, SOME } from './search';
import { type Outcome, survivorsIn } from './survivors';

/** Shorter quotes are looked for elsewhere only together with their context. */
const ALONE = 8;
/** More places than this tell nothing. */
const MOST_PLACES = 50;

/**
 * The words as they were in another place: their block was moved by cut and paste, joined with another, or split. Blocks
 * that held the same words at the time of anchoring are left out: nothing that was there before takes over a thread. Where
 * the text around the words is as it was, only without them, they were deleted; then a copy of the passage is not taken.
 */
export function exactElsewhere(search: Search, wanted: Wanted, outcome: Outcome): Candidate | null {
  const { chapter, home, hint } = search;
  const fits: Candidate[] = [];
  for (const at of placesOf(chapter.text, wanted)) {
    const candidate = { from: at, to: at + wanted.quote.length };
    if (isTwin(search, candidate)) continue;
    const context = contextAt(chapter, wanted, at, candidate.to);
    if (isTrusted(search, wanted, outcome, { ...candidate, context })) fits.push({ ...candidate, context });
  }
  const far = (candidate: Stretch) => (home ? Math.abs(candidate.from - home.expected) : 0);
  const near = (place: Candidate) =>
    isBeside(search, wanted, place) && (place.context.firmBefore || place.context.firmAfter) ? 1 : 0;
  fits.sort(
    (one, other) =>
      near(other) - near(one) ||
      other.context.weight - one.context.weight ||
      distance(one, hint) - distance(other, hint) ||
      far(one) - far(other) ||
      one.from - other.from,
  );
  return fits[0] ?? null;
}

/** As `exactElsewhere`, but only where the text beside the words is as it was. */
export function firmElsewhere(search: Search, wanted: Wanted): Candidate | null {
  const found = exactElsewhere(search, wanted, { fate: 'unknown' });
  return found && (found.context.firmBefore || found.context.firmAfter) ? found : null;
}

/** Whether a place is no farther from the words' own block than what belongs to them reaches. */
function isBeside({ home }: Search, { prefix, quote, suffix }: Wanted, { from, to }: Stretch): boolean {
  const reach = prefix.length + quote.length + suffix.length;
  return home !== null && to >= home.from - reach && from <= home.to + reach;
}

function isTrusted(search: Search, wanted: Wanted, outcome: Outcome, place: Candidate): boolean {
  const { quote } = wanted;
  const { before, after, firmBefore, firmAfter, weight } = place.context;
  const known = quote.length + before + after;
  if (outcome.fate === 'deleted') return isTelling(quote) && before < ALONE && after < ALONE;
  if (firmBefore && firmAfter) return known >= 12;
  if (!firmBefore && !firmAfter) return isTelling(quote);
  // An edge of a block alone says little, unless the words' own block is gone or empty.
  const isLeft = search.home === null || search.home.from === search.home.to;
  if (before + after < SOME && !(isLeft && quote.length >= 12)) return isTelling(quote);
  return isBeside(search, wanted, place) ? known >= 12 : quote.length + weight >= 20;
}

function placesOf(text: string, { quote, prefix, suffix }: Wanted): number[] {
  const needles =
    quote.length >= ALONE
      ? [{ needle: quote, offset: 0 }]
      : [
          { needle: quote + suffix.slice(0, 12), offset: 0 },
          { needle: prefix.slice(-12) + quote, offset: Math.min(12, prefix.length) },
        ].filter(({ needle }) => needle.length >= 12);
  const places = new Set<number>();
  for (const { needle, offset } of needles) {
    let at = text.indexOf(needle);
    for (let count = 0; at >= 0 && count < MOST_PLACES; count += 1) {
      places.add(at + offset);
      at = text.indexOf(needle, at + 1);
    }
  }
  return [...places];
}

/** A word that stands in more places does not tell them apart. */
const MOST_OF_A_WORD = 30;
/** Width of the stretches in which the places that words speak for are counted together. */
const BUCKET = 64;

/** What is left of the words in another place: their block was moved, and edited. Found where most of their words stand. */
export function editedElsewhere(search: Search, wanted: Wanted): Stretch | null {
  const { chapter } = search;
  const whole = wanted.prefix + wanted.quote + wanted.suffix;
  const votes = new Map<number, number>();
  for (const { word, at } of tellingWords(whole)) {
    const places = chapter.wordPlaces(word);
    if (places.length > MOST_OF_A_WORD) continue;
    for (const place of places) {
      const bucket = Math.floor((place - at) / BUCKET);
      votes.set(bucket, (votes.get(bucket) ?? 0) + word.length);
    }
  }
  let best: number | null = null;
  let most = 0;
  for (const bucket of votes.keys()) {
    const sum = [bucket - 1, bucket, bucket + 1].reduce((all, each) => all + (votes.get(each) ?? 0), 0);
    if (sum > most) [best, most] = [bucket, sum];
  }
  if (best === null || most < Math.max(12, 0.2 * whole.length)) return null;
  const from = Math.max(0, (best - 1) * BUCKET);
  const to = Math.min(chapter.text.length, (best + 2) * BUCKET + whole.length + BUCKET);
  const outcome = survivorsIn(
    chapter,
    wanted,
    { from, to, isHome: false },
    best * BUCKET + wanted.prefix.length,
  );
  if (outcome.fate !== 'kept' || outcome.share < 0.5) return null;
  // Their own block has been looked through.
  if (!outcome.pinned && search.home && from < search.home.to && to > search.home.from) return null;
  return isTwin(search, outcome) ? null : outcome;
}

/**
 * Parts of the words that went with another block: their block was split, or they stood in several, and one of the parts
 * moved. Such a part stands at the edge of a block now, as it did when it left.
 */
export function partsElsewhere(search: Search, { quote }: Wanted, missing: readonly Stretch[]): Stretch[] {
  const { text, isEdge } = search.chapter;
  return missing.flatMap(({ from, to }): Stretch[] => {
    const part = quote.slice(from, to).trim();
    if (!isTelling(part)) return [];
    for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
      const place = { from: at, to: at + part.length };
      const cut = from === 0 ? isEdge(place.to) : isEdge(at);
      if (cut && !isTwin(search, place)) return [place];
    }
    return [];
  });
}
