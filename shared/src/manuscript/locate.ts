import { type BlockAnchor, type Located, QUOTE_GAP, type TextAnchor, type TextPoint } from './anchor';
import { blockQuote } from './anchoring';
import { walk } from './blocks';
import { type ChapterText, chapterText, partsOf, tellingWords } from './chapter-text';
import type { NodeJson } from './document';
import { type Context, contextAt, isTelling, type Wanted, wantedOf } from './quote-context';
import { type Outcome, type Stretch, survivorsIn } from './survivors';

/** Where Yjs says the ends of an anchor are now (`pointsOfHint`): decides among equal candidates, never alone. */
export type PlaceHint = { readonly start: TextPoint; readonly end: TextPoint } | null;

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
  const ranges = found ? partsOf(chapter, found.from, found.to) : [];
  return ranges.length > 0 ? { found: 'text', ranges } : { found: 'nowhere' };
}

interface Search {
  readonly chapter: ChapterText;
  readonly anchor: TextAnchor;
  /** The blocks that the anchor names, as far as they are there. */
  readonly home: Home | null;
  readonly hint: Stretch | null;
}

interface Home extends Stretch {
  /** Where the words begin if nothing has changed. */
  readonly expected: number;
}

/** From the block the anchor begins in to the one it ends in; where an id stands twice, from the first of them. */
function homeOf(chapter: ChapterText, { start, end }: TextAnchor): Home | null {
  const first = chapter.spansOf(start.blockId)[0];
  const last = chapter.spansOf(end.blockId).at(-1);
  if (!first) return last ? { from: last.from, to: last.to, expected: last.from } : null;
  const to = last && last.from >= first.from ? last.to : first.to;
  return { from: first.from, to, expected: Math.min(first.from + start.offset, first.to) };
}

function placeOfHint(chapter: ChapterText, hint: PlaceHint): Stretch | null {
  const start = hint && chapter.spansOf(hint.start.blockId)[0];
  const end = hint && chapter.spansOf(hint.end.blockId)[0];
  if (!hint || !start || !end) return null;
  const from = Math.min(start.from + hint.start.offset, start.to);
  const to = Math.min(end.from + hint.end.offset, end.to);
  return from <= to ? { from, to } : null;
}

/** Of a long quote only both ends are known. */
function bothEnds(search: Search, wanted: Wanted): Stretch | null {
  const gap = wanted.quote.indexOf(QUOTE_GAP);
  const head = find(search, { ...wanted, quote: wanted.quote.slice(0, gap), suffix: '', toEdge: false });
  const last = search.chapter.spansOf(search.anchor.end.blockId)[0];
  const quote = wanted.quote.slice(gap + 1);
  const expected = last && Math.min(last.from + search.anchor.end.offset, last.to) - quote.length;
  const home = last && expected !== undefined ? { ...last, expected: Math.max(expected, 0) } : search.home;
  const tail = find({ ...search, home }, { ...wanted, quote, prefix: '', fromEdge: false });
  if (!head || !tail) return head ?? tail;
  return head.from < tail.to ? { from: head.from, to: tail.to } : head;
}

/** In the order of what can be trusted: the words in their blocks, what is left of them there, the words elsewhere. */
function find(search: Search, wanted: Wanted): Stretch | null {
  const { home } = search;
  const here = home ? exactPlaces(search, wanted, home) : [];
  const best = here[0];
  if (best && (best.context.firmBefore || best.context.firmAfter)) return best;
  const outcome: Outcome = home
    ? survivorsIn(search.chapter, wanted, home, home.expected)
    : { fate: 'unknown' };
  if (outcome.fate === 'kept') return outcome.pinned ? outcome : (firmElsewhere(search, wanted) ?? outcome);
  if (best && outcome.fate === 'unknown' && best.context.before + best.context.after >= SOME) return best;
  return (
    hinted(search, wanted, outcome) ??
    exactElsewhere(search, wanted, outcome) ??
    (outcome.fate === 'unknown' ? editedElsewhere(search, wanted) : null)
  );
}

/** So many equal characters beside words are something to go by. */
const SOME = 4;

interface Candidate extends Stretch {
  readonly context: Context;
}

/**
 * Where the quote stands, letter by letter, over or within a stretch; the likeliest first. Just outside it, too, where the
 * text within is what stood beside the words: the block was split there.
 */
function exactPlaces(search: Search, wanted: Wanted, within: Home): Candidate[] {
  const { chapter, hint } = search;
  const { length } = wanted.quote;
  const places: Candidate[] = [];
  let at = chapter.text.indexOf(wanted.quote, Math.max(0, within.from - length));
  while (at >= 0 && at <= within.to) {
    const context = contextAt(chapter, wanted, at, at + length);
    const beside =
      (at === within.to && !(context.firmBefore && context.before > 0)) ||
      (at + length === within.from && !(context.firmAfter && context.after > 0));
    if (!beside) places.push({ from: at, to: at + length, context });
    at = chapter.text.indexOf(wanted.quote, at + 1);
  }
  return places.sort(
    (one, other) =>
      other.context.weight - one.context.weight ||
      distance(one, hint) - distance(other, hint) ||
      Math.abs(one.from - within.expected) - Math.abs(other.from - within.expected),
  );
}

const distance = (candidate: Stretch, hint: Stretch | null): number =>
  hint ? Math.abs(candidate.from - hint.from) + Math.abs(candidate.to - hint.to) : 0;

/** Text that Yjs still counts to the anchor is taken for it when it has something of the words, or stands in their place. */
function hinted({ chapter, hint, home }: Search, wanted: Wanted, outcome: Outcome): Stretch | null {
  if (!hint || !home || hint.from === hint.to || hint.from < home.from || hint.to > home.to) return null;
  if (outcome.fate === 'deleted') {
    const { firmBefore, firmAfter } = contextAt(chapter, wanted, hint.from, hint.to);
    if (firmBefore && firmAfter) return hint;
  }
  const text = chapter.text.slice(hint.from, hint.to);
  const outcomeThere = survivorsIn(
    { ...chapter, text },
    { quote: wanted.quote, prefix: '', suffix: '', fromEdge: false, toEdge: false },
    { from: 0, to: text.length },
    0,
  );
  return outcomeThere.fate === 'kept' ? hint : null;
}

/** Shorter quotes are looked for elsewhere only together with their context. */
const ALONE = 8;
/** More places than this tell nothing. */
const MOST_PLACES = 50;

/**
 * The words as they were in another place: their block was moved by cut and paste, joined with another, or split. Blocks
 * that held the same words at the time of anchoring are left out: nothing that was there before takes over a thread. Where
 * the text around the words is as it was, only without them, they were deleted; then a copy of the passage is not taken.
 */
function exactElsewhere(search: Search, wanted: Wanted, outcome: Outcome): Candidate | null {
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
function firmElsewhere(search: Search, wanted: Wanted): Candidate | null {
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
  // An edge of a block alone says little, unless the words' own block is gone.
  if (before + after < SOME && !(search.home === null && quote.length >= 12)) return isTelling(quote);
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
function editedElsewhere(search: Search, wanted: Wanted): Stretch | null {
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
  const outcome = survivorsIn(chapter, wanted, { from, to }, best * BUCKET + wanted.prefix.length);
  if (outcome.fate !== 'kept' || outcome.share < 0.5) return null;
  return isTwin(search, outcome) ? null : outcome;
}

function isTwin({ chapter, anchor }: Search, { from, to }: Stretch): boolean {
  const [part] = anchor.twins ? partsOf(chapter, from, to) : [];
  return part !== undefined && (anchor.twins?.includes(part.blockId) ?? false);
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

/** Shorter quotes of a block don't tell it from others. */
const TELLING_BLOCK = 16;

/** The block of the anchor's id; else, when it was cut and pasted, the only one of its kind with its text or image. */
function blockIn(document: NodeJson, anchor: BlockAnchor): Located {
  const alike: string[] = [];
  let there = false;
  walk(document, (node) => {
    const id = node.attrs?.id;
    if (there || typeof id !== 'string') return;
    if (id === anchor.blockId) there = true;
    else if (isAlike(node, anchor)) alike.push(id);
  });
  if (there) return { found: 'block', blockId: anchor.blockId };
  const [only, another] = alike;
  return only !== undefined && another === undefined
    ? { found: 'block', blockId: only }
    : { found: 'nowhere' };
}

function isAlike(node: NodeJson, { type, src, quote }: BlockAnchor): boolean {
  if (type === undefined || node.type !== type) return false;
  if (src !== undefined && node.attrs?.src !== src) return false;
  return (src !== undefined || quote.length >= TELLING_BLOCK) && blockQuote(node) === quote;
}
