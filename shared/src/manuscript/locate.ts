import { type BlockAnchor, type Located, QUOTE_GAP, type TextAnchor } from './anchor';
import type { NodeJson } from './document';
import { blockIn } from './locating/blocks-alike';
import { type ChapterText, chapterText, partsOf } from './locating/chapter-text';
import { editedElsewhere, exactElsewhere, firmElsewhere, partsElsewhere } from './locating/elsewhere';
import { type Context, contextAt, type Stretch, type Wanted, wantedOf } from './locating/quote-context';
import {
  type Candidate,
  distance,
  type Home,
  homeOf,
  isTwin,
  type PlaceHint,
  placeOfHint,
  type Search,
  SOME,
} from './locating/search';
import { type Outcome, survivorsIn } from './locating/survivors';

/** Finds the text or block that anchors mean in one document. */
export interface Locator {
  locate(anchor: TextAnchor | BlockAnchor, hint?: PlaceHint): Located;
}

/** As `createLocator(document).locate`, for one anchor. */
export function locate(
  anchor: TextAnchor | BlockAnchor,
  document: NodeJson,
  hint: PlaceHint = null,
): Located {
  return createLocator(document).locate(anchor, hint);
}

/**
 * Reads a document once, to find many anchors in it. The answer depends on the document and the anchor alone (and, among
 * equal candidates, on the hint), so that every tab gives the same.
 */
export function createLocator(document: NodeJson): Locator {
  const chapter = chapterText(document);
  return {
    locate: (anchor, hint = null) =>
      anchor.kind === 'block' ? blockIn(document, anchor) : textIn(chapter, anchor, hint),
  };
}

function textIn(chapter: ChapterText, anchor: TextAnchor, hint: PlaceHint): Located {
  const wanted = wantedOf(anchor);
  const search: Search = { chapter, anchor, home: homeOf(chapter, anchor), hint: placeOfHint(chapter, hint) };
  if (wanted.quote === '') return pointIn(search, wanted);
  const found = wanted.quote.includes(QUOTE_GAP) ? bothEnds(search, wanted) : find(search, wanted);
  const ranges = found
    .toSorted((one, other) => one.from - other.from)
    .flatMap(({ from, to }) => partsOf(chapter, from, to));
  return ranges.length > 0 ? { found: 'text', ranges } : { found: 'nowhere' };
}

/** Of a long quote only both ends are known; what is between them belongs to it. */
function bothEnds(search: Search, wanted: Wanted): Stretch[] {
  const gap = wanted.quote.indexOf(QUOTE_GAP);
  const head = find(search, { ...wanted, quote: wanted.quote.slice(0, gap), suffix: '', toEdge: false });
  const quote = wanted.quote.slice(gap + 1);
  const last = search.chapter.spansOf(search.anchor.end.blockId)[0];
  const expected =
    last && Math.max(Math.min(last.from + search.anchor.end.offset, last.to) - quote.length, 0);
  const home =
    last && expected !== undefined ? { from: Math.min(expected, last.from), to: last.to, expected } : null;
  const tail = find(
    { ...search, home: home ?? search.home },
    { ...wanted, quote, prefix: '', fromEdge: false },
  );
  const [first] = head;
  const end = tail.at(-1);
  if (!first || !end) return [...head, ...tail];
  return first.from < end.to ? [{ from: first.from, to: end.to }] : head;
}

/** Words of this length that stand in their block once are the ones, whatever became of the text around them. */
const SOLE = 12;
/** So short ones only when nothing is known of what became of them. */
const SOLE_AT_LEAST = 6;

/** In the order of what can be trusted: the words in their blocks, what is left of them there, the words elsewhere. */
function find(search: Search, wanted: Wanted): Stretch[] {
  const { home } = search;
  const here = home ? exactPlaces(search, wanted, home) : [];
  const best = here[0];
  if (best && (best.context.firmBefore || best.context.firmAfter)) return [best];
  const sole = here.length === 1 && !isTwin(search, here[0] ?? { from: 0, to: 0 });
  if (best && sole && wanted.quote.length >= SOLE) return [best];
  const outcome: Outcome = home
    ? survivorsIn(search.chapter, wanted, { ...home, isHome: true }, home.expected)
    : { fate: 'unknown' };
  if (outcome.fate === 'kept') {
    const whole = outcome.pinned ? null : firmElsewhere(search, wanted);
    return whole ? [whole] : [outcome, ...partsElsewhere(search, wanted, outcome.missing)];
  }
  if (
    best &&
    outcome.fate === 'unknown' &&
    ((sole && wanted.quote.length >= SOLE_AT_LEAST) || best.context.before + best.context.after >= SOME)
  )
    return [best];
  const found =
    hinted(search, wanted, outcome) ??
    exactElsewhere(search, wanted, outcome) ??
    (outcome.fate === 'unknown' ? editedElsewhere(search, wanted) : null);
  return found ? [found] : [];
}

/**
 * Where the quote stands, letter by letter, over or within a stretch; the likeliest first. Just outside it, too, where the
 * text within is what stood beside the words: the block was split there.
 */
function exactPlaces(search: Search, wanted: Wanted, within: Home): Candidate[] {
  const { chapter, hint } = search;
  const { length } = wanted.quote;
  const places: Candidate[] = [];
  const start = Math.max(0, within.from - length);
  const region = chapter.text.slice(start, within.to + length);
  for (
    let found = region.indexOf(wanted.quote);
    found >= 0;
    found = region.indexOf(wanted.quote, found + 1)
  ) {
    const at = start + found;
    const context = contextAt(chapter, wanted, at, at + length);
    const beside =
      (at === within.to && !(context.firmBefore && context.before > 0)) ||
      (at + length === within.from && !(context.firmAfter && context.after > 0));
    if (!beside) places.push({ from: at, to: at + length, context });
  }
  return places.sort(
    (one, other) =>
      other.context.weight - one.context.weight ||
      distance(one, hint) - distance(other, hint) ||
      Math.abs(one.from - within.expected) - Math.abs(other.from - within.expected),
  );
}

/** Text that Yjs still counts to the anchor is taken for it when it has of the words, or stands in their place. */
function hinted({ chapter, hint, home }: Search, wanted: Wanted, outcome: Outcome): Stretch | null {
  if (hint && chapter.text.slice(hint.from, hint.to) === wanted.quote) return hint;
  if (!hint || !home || hint.from === hint.to || hint.from < home.from || hint.to > home.to) return null;
  if (outcome.fate === 'deleted') {
    const { firmBefore, firmAfter } = contextAt(chapter, wanted, hint.from, hint.to);
    if (firmBefore && firmAfter) return hint;
  }
  const text = chapter.text.slice(hint.from, hint.to);
  const outcomeThere = survivorsIn(
    { ...chapter, text },
    { quote: wanted.quote, prefix: '', suffix: '', fromEdge: false, toEdge: false },
    { from: 0, to: text.length, isHome: false },
    0,
  );
  return outcomeThere.fate === 'kept' ? hint : null;
}

/** A place between letters: where most of what stood before and after it stands now. */
function pointIn({ chapter, anchor, home, hint }: Search, wanted: Wanted): Located {
  const span = chapter.spansOf(anchor.start.blockId)[0];
  if (!span || !home) return { found: 'nowhere' };
  let best: { at: number; context: Context } | null = null;
  for (let at = span.from; at <= span.to; at += 1) {
    const context = contextAt(chapter, wanted, at, at);
    const nearer = () =>
      distance({ from: at, to: at }, hint) - distance({ from: best?.at ?? 0, to: best?.at ?? 0 }, hint) ||
      Math.abs(at - home.expected) - Math.abs((best?.at ?? 0) - home.expected);
    const gain = best ? context.weight - best.context.weight : 1;
    if (gain > 0 || (gain === 0 && nearer() < 0)) best = { at, context };
  }
  if (!best || !(best.context.firmBefore || best.context.firmAfter)) return { found: 'nowhere' };
  const offset = best.at - span.from;
  return { found: 'text', ranges: [{ blockId: span.id, from: offset, to: offset }] };
}
