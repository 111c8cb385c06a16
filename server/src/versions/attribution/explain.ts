import { INLINE_NODE } from '@accord/shared/manuscript/inline-text';
import { ContentString } from 'yjs';
import type { Carried } from './carried';
import type { Deleted } from './deleted';
import { lettersBetween, type Passage } from './letters';
import { inWord, isCopy, Seen, wholeWords } from './seen';
import type { TouchedBlock } from './step';
import type { Stretches } from './stretch';

/** What the letters a step brought may have been before. */
export interface Sources {
  readonly personId: string;
  readonly carried: Carried;
  readonly deleted: Deleted;
  /** The text blocks of the version that the step restores, when it does. */
  readonly version: readonly (Passage & { readonly id: string | null })[] | null;
  /** All that stood in the chapter before; asked for only when something long enough is left to be explained. */
  readonly standing: () => Seen;
}

/** Longest text that is searched letter by letter for what the same step deleted. */
const SHORT = 4;
/** Shortest words that, deleted and put in again as a whole, are the same words. */
const SAME_WORDS = 3;

/**
 * Finds for each letter a step brought whether it was only carried: it stood in the chapter before, and the editor, the undo
 * manager or a paste wrote it anew. The surest explanation comes first: Yjs undoing a deletion, a whole block written anew,
 * what the same step deleted, what was deleted lately, what stands elsewhere.
 */
export function explain(blocks: readonly TouchedBlock[], sources: Sources): void {
  for (const touched of blocks) undone(touched, sources);
  if (sources.version) for (const touched of blocks) restored(touched, sources);
  wholeBlocks(blocks, sources);
  const others = blocks.filter(({ before }) => before.open.length > 0);
  if (others.length > 0) {
    const gone = deletions(others);
    for (const touched of blocks) wholeDeletions(touched, gone, sources);
    const many = blocks.length * others.length > EDGES;
    // What is pasted over a selection may by chance begin as something in it did.
    for (const touched of blocks) deletedLately(touched, sources);
    for (const touched of blocks) edges(touched, many ? [touched] : others, sources);
    for (const touched of blocks) overtaken(touched, others, sources);
    wordsDeleted(blocks, others, sources);
  }
  if (sources.version) wordsOf(blocks, sources.version, sources);
  for (const touched of blocks) deletedLately(touched, sources);
  for (const touched of blocks) splitUnseen(touched, sources);
  for (const touched of blocks) copied(touched, sources);
}

/** So many pairs of blocks are looked at for words that went over an edge; a step that touches more touches each by itself. */
const EDGES = 100_000;

/** What a step deleted in one stretch, by its words. */
function deletions(others: readonly TouchedBlock[]) {
  const gone = new Map<string, { before: Stretches; from: number; to: number }[]>();
  for (const { before } of others)
    for (const [from, to] of before.open) {
      const text = before.text.slice(from, to);
      const same = gone.get(text);
      if (same) same.push({ before, from, to });
      else gone.set(text, [{ before, from, to }]);
    }
  return gone;
}

/** Notes that letters put into a block are those of a passage. */
function link(
  touched: TouchedBlock,
  from: number,
  to: number,
  source: Passage,
  offset: number,
  carried: Carried,
): void {
  for (const [start, end] of touched.after.take(from, to)) {
    touched.links.push({ from: start, to: end, passage: source, offset: offset + start - from });
    let at = offset + start - from;
    for (const now of touched.after.letters(start, end)) {
      carried.note(now, lettersBetween(source.letters, at, at + now[2]));
      at += now[2];
    }
  }
}

/**
 * Yjs undoes a deletion by putting a copy of the item just before the deleted one, which typing never does: whatever is
 * typed goes behind what is deleted there.
 */
function undone(touched: TouchedBlock, { carried, deleted }: Sources): void {
  for (const { item, text, from } of touched.fresh) {
    const was = item.content instanceof ContentString ? item.rightOrigin : null;
    if (!was || deleted.textOf([was.client, was.clock, text.length]) !== text) continue;
    const source = { text, letters: [[was.client, was.clock, text.length]] as const };
    link(touched, from, from + text.length, source, 0, carried);
  }
}

/** A block that is again as it is in the version. */
function restored(touched: TouchedBlock, { version, carried }: Sources): void {
  const { text } = touched.after;
  if (touched.after.open.length === 0 || text === '') return;
  const id = touched.block.getAttribute('id') as unknown;
  const same = version?.filter((block) => block.text === text) ?? [];
  const source = same.find((block) => block.id === id) ?? same[0];
  if (source) link(touched, 0, text.length, source, 0, carried);
}

/** Blocks that say what another one said before: the editor retypes a block by writing it anew, and moves it by writing both. */
function wholeBlocks(blocks: readonly TouchedBlock[], { carried }: Sources): void {
  const left = new Map<string, TouchedBlock[]>();
  for (const one of blocks) {
    if (one.before.text === '' || one.before.text === one.after.text) continue;
    const same = left.get(one.before.text);
    if (same) same.push(one);
    else left.set(one.before.text, [one]);
  }
  const came = cameWith(blocks);
  if (!came) return;
  const swaps: (() => void)[] = [];
  for (const touched of blocks) {
    const { after, inserted } = touched;
    const changed = after.open.length > 0 || (inserted.length === 0 && touched.before.text !== after.text);
    const source = changed && left.get(after.text)?.shift();
    if (!source) continue;
    const { before } = source;
    const open = [...after.open];
    link(touched, 0, after.text.length, before.passage, 0, carried);
    for (const [from, to] of open) before.take(from, to);
    if (source === touched) continue;
    // What both say at the same place the editor left standing: it is the other block's now.
    let at = 0;
    for (const [from, to] of [...inserted, [after.text.length, after.text.length] as const]) {
      if (from > at) swaps.push(swap(touched, at, from, before.passage, at, came, carried));
      at = to;
    }
  }
  // Two blocks that change places: whose each was is asked before either is noted.
  for (const note of swaps) note();
}

/** A letter that a step brought; null when it only deleted. */
function cameWith(blocks: readonly TouchedBlock[]): readonly [client: number, clock: number] | null {
  for (const { after, inserted } of blocks)
    for (const [from] of inserted)
      for (const [client, clock] of after.letters(from, from + 1)) return [client, clock];
  return null;
}

/** Something deleted as a whole that was put in as a whole. */
function wholeDeletions(
  touched: TouchedBlock,
  gone: ReadonlyMap<
    string,
    readonly { readonly before: Stretches; readonly from: number; readonly to: number }[]
  >,
  { carried }: Sources,
): void {
  for (const [from, to] of [...touched.after.open])
    slid(touched, from, to, (text) => {
      const place = gone
        .get(text)
        ?.find((one) => one.before.open.some((open) => open[0] === one.from && open[1] === one.to));
      if (!place) return null;
      place.before.take(place.from, place.to);
      return { passage: place.before.passage, offset: place.from, carried };
    });
}

/**
 * Where words put in begin as what follows them, the editor can't tell which of both was put in: "Anna met Anna" with "Anna
 * met " put in first is "Anna " left standing and "met Anna " put in behind. Tries every reading.
 */
function slid(
  touched: TouchedBlock,
  from: number,
  to: number,
  find: (
    text: string,
  ) => { readonly passage: Passage; readonly offset: number; readonly carried: Carried } | null,
): void {
  const { after } = touched;
  for (let by = 0; by <= slidesBy(touched, from, to); by++) {
    const found = find(after.text.slice(from - by, to - by));
    if (!found) continue;
    linkSlid(touched, from, to, by, found.passage, found.offset, found.carried);
    return;
  }
}

/** The words put in are those that begin `by` letters before. @param offset where these stand in the passage */
function linkSlid(
  touched: TouchedBlock,
  from: number,
  to: number,
  by: number,
  source: Passage,
  offset: number,
  carried: Carried,
): void {
  const left = { text: '', letters: touched.after.letters(from - by, from) };
  if (by > 0) link(touched, to - by, to, left, 0, carried);
  link(touched, from, to - by, source, offset + by, carried);
  const came = cameWith([touched]);
  if (by > 0 && came) swap(touched, from - by, from, source, offset, came, carried)();
}

/** By how many letters words put in can be read as put in earlier; none for what is only the rest of them. */
function slidesBy({ after, inserted }: TouchedBlock, from: number, to: number): number {
  const at = inserted.findIndex((one) => one[0] === from && one[1] === to);
  if (at < 0) return 0;
  const most = Math.min(from - (inserted[at - 1]?.[1] ?? 0), to - from - 1, FURTHEST);
  let by = 0;
  while (by < most && after.text[from - by - 1] === after.text[to - by - 1]) by++;
  return by;
}

const FURTHEST = 60;

/**
 * Letters left standing are those of a passage now.
 * @param came a letter that came with the step
 * @returns what notes it
 */
function swap(
  { after }: TouchedBlock,
  from: number,
  to: number,
  source: Passage,
  offset: number,
  came: readonly [client: number, clock: number],
  carried: Carried,
): () => void {
  let at = offset;
  const notes = after.letters(from, to).map((now) => {
    const first = carried.first(lettersBetween(source.letters, at, at + now[2]));
    at += now[2];
    return () => carried.swap(now, first, came);
  });
  return () => {
    for (const note of notes) note();
  };
}

/**
 * Where a block is split or two are joined, what goes over to the other block ends where the deleted text ended or begins
 * where it began, whatever was typed over the rest.
 */
function edges(touched: TouchedBlock, others: readonly TouchedBlock[], { carried }: Sources): void {
  for (const [from, to] of [...touched.after.open]) {
    let best: Edge | null = null;
    for (const other of others)
      for (const gone of other.before.open) {
        const found =
          other === touched
            ? [inside(touched, [from, to], gone)]
            : [overEnd(touched, from, to, other, gone[1]), overStart(touched, from, to, other, gone[0])];
        for (const one of found) if (one && (!best || one.length > best.length)) best = one;
      }
    if (!best) continue;
    const { at, length, source, offset, left } = best;
    link(touched, at, at + length, source.before.passage, offset, carried);
    source.before.take(offset, offset + length);
    const came = cameWith([touched]);
    if (left && came) swap(touched, left.from, left.to, source.before.passage, left.offset, came, carried)();
  }
}

/** A stretch that went over from the end or the beginning of what was deleted. */
interface Edge {
  readonly at: number;
  readonly length: number;
  readonly source: TouchedBlock;
  /** Where it begins in the source's text as it was. */
  readonly offset: number;
  /** Equal letters next to it that the editor left standing: they are the source's as well. */
  readonly left: { readonly from: number; readonly to: number; readonly offset: number } | null;
}

/**
 * Whether letters at a block's edge went over from another block's: sentences end alike by chance, in a full stop or in
 * "s." A new block holds nothing else than what was split off; elsewhere it takes whole words, or many letters.
 */
function sure({ isNew }: TouchedBlock, whole: boolean, letters: string, cutsWord: boolean): boolean {
  if (whole && isNew) return true;
  return /[\p{L}\p{N}]/u.test(letters) && (!cutsWord || letters.length >= MANY);
}

const MANY = 8;

/** Letters of another block's end; equal ones behind them the editor left standing. */
function overEnd(
  touched: TouchedBlock,
  from: number,
  to: number,
  source: TouchedBlock,
  end: number,
): Edge | null {
  const [text, there] = [touched.after.text, source.before.text];
  const behind = text.length - to;
  if (end !== there.length || (behind > 0 && touched.inserted.at(-1)?.[1] !== to)) return null;
  let length = 0;
  while (
    length < text.length - from &&
    length < there.length &&
    text.at(-length - 1) === there.at(-length - 1)
  )
    length++;
  const whole = length - behind === to - from;
  if (
    length <= behind ||
    !sure(touched, whole, there.slice(there.length - length), inWord(there, there.length - length))
  )
    return null;
  return {
    at: text.length - length,
    length: length - behind,
    source,
    offset: there.length - length,
    left: behind > 0 ? { from: to, to: text.length, offset: there.length - behind } : null,
  };
}

/** Letters of another block's beginning; equal ones before them the editor left standing. */
function overStart(
  touched: TouchedBlock,
  from: number,
  to: number,
  source: TouchedBlock,
  start: number,
): Edge | null {
  const [text, there] = [touched.after.text, source.before.text];
  if (start !== 0 || (from > 0 && touched.inserted[0]?.[0] !== from)) return null;
  let length = 0;
  while (length < to && length < there.length && text[length] === there[length]) length++;
  const whole = length === to;
  if (length <= from || !sure(touched, whole, there.slice(0, length), inWord(there, length))) return null;
  const left = from > 0 ? { from: 0, to: from, offset: 0 } : null;
  return { at: from, length: length - from, source, offset: from, left };
}

/**
 * Within one block only all of what was deleted counts, since what is typed over a word may well end as the word did; unless
 * something that is no text came with it, for which the editor parts the text in two.
 */
function inside(
  touched: TouchedBlock,
  [from, to]: readonly [number, number],
  [start, end]: readonly [number, number],
): Edge | null {
  const { after, before } = touched;
  const most = Math.min(to - from, end - start);
  const least = after.text.slice(from, to).includes(INLINE_NODE) ? 1 : end - start;
  let length = 0;
  while (length < most && after.text[to - length - 1] === before.text[end - length - 1]) length++;
  if (length >= least) return { at: to - length, length, source: touched, offset: end - length, left: null };
  length = 0;
  while (length < most && after.text[from + length] === before.text[start + length]) length++;
  return length < least ? null : { at: from, length, source: touched, offset: start, left: null };
}

/**
 * Whoever splits or moves a block takes along what somebody else has deleted of it meanwhile. It stands between letters that
 * were carried, as it stood between them there.
 */
function overtaken(
  touched: TouchedBlock,
  others: readonly TouchedBlock[],
  { carried, deleted }: Sources,
): void {
  const { after, links } = touched;
  for (const [from, to] of [...after.open]) {
    const text = after.text.slice(from, to);
    for (const { before, ghosts } of others) {
      if (ghosts.size === 0) continue;
      const places = links.flatMap((one): number[] => {
        if (one.passage !== before.passage) return [];
        if (one.to === from) return [one.offset + one.to - one.from];
        return one.from === to ? [one.offset] : [];
      });
      const known = places.flatMap((place) => (ghosts.get(place) ?? []).map((range) => deleted.known(range)));
      const passage = {
        text: known.map((one) => one.text).join(''),
        letters: known.flatMap((one) => one.letters),
      };
      const offset = passage.text.indexOf(text);
      if (offset < 0) continue;
      link(touched, from, to, passage, offset, carried);
      break;
    }
  }
}

/** Words that the same step deleted, wherever it put them. */
function wordsDeleted(
  blocks: readonly TouchedBlock[],
  others: readonly TouchedBlock[],
  { carried }: Sources,
): void {
  if (!blocks.some(({ after }) => after.open.some(([from, to]) => to - from >= SHORT))) return;
  const gone = new Seen(SHORT, 1);
  const origin = new Map<Passage, { readonly other: TouchedBlock; readonly start: number }>();
  for (const other of others)
    for (const [start, end] of other.before.open) {
      const passage = {
        text: other.before.text.slice(start, end),
        letters: other.before.letters(start, end),
      };
      origin.set(passage, { other, start });
      gone.add(passage);
    }
  for (const touched of blocks)
    for (const [from, to] of [...touched.after.open])
      for (const match of gone.matches(touched.after.text, from, to, wholeWords(touched.after.text))) {
        link(touched, match.from, match.to, match.passage, match.offset, carried);
        const place = origin.get(match.passage);
        const at = (place?.start ?? 0) + match.offset;
        place?.other.before.take(at, at + match.to - match.from);
      }
}

/** Words of the version that is restored. */
function wordsOf(blocks: readonly TouchedBlock[], version: readonly Passage[], { carried }: Sources): void {
  if (!blocks.some(({ after }) => after.open.length > 0)) return;
  const seen = new Seen(SHORT, 1);
  for (const passage of version) seen.add(passage);
  for (const touched of blocks)
    for (const [from, to] of [...touched.after.open])
      for (const match of seen.matches(touched.after.text, from, to, wholeWords(touched.after.text)))
        link(touched, match.from, match.to, match.passage, match.offset, carried);
}

/** What was cut and is pasted, or was deleted with its block and is undone. */
function deletedLately(touched: TouchedBlock, { carried, deleted, personId }: Sources): void {
  const { after, isNew } = touched;
  for (const [from, to] of [...after.open]) {
    // One letter typed again is not the letter that was deleted; a whole new block that says what a deleted one said is.
    const all = isNew && from === 0 && to === after.text.length;
    if (to - from < SAME_WORDS && !all) continue;
    slid(touched, from, to, (text) => {
      const passage = deleted.whole(text, personId);
      return passage && { passage, offset: 0, carried };
    });
  }
}

/** A new block, split off one that somebody else had moved or deleted meanwhile. */
function splitUnseen({ after, ...touched }: TouchedBlock, { carried, deleted }: Sources): void {
  const { text, open } = after;
  if (!touched.isNew || text.length < SAME_WORDS || open.length !== 1) return;
  if (open[0]?.[0] !== 0 || open[0][1] !== text.length) return;
  const passage = deleted.edgeOf(text);
  const offset = passage?.text.endsWith(text) ? passage.text.length - text.length : 0;
  if (passage) link({ after, ...touched }, 0, text.length, passage, offset, carried);
}

/** What stands elsewhere, or stood there, and is long enough to be no chance. */
function copied(touched: TouchedBlock, { carried, standing }: Sources): void {
  const { after } = touched;
  for (const [from, to] of [...after.open]) {
    if (to - from < COPY) continue;
    for (const match of standing().matches(after.text, from, to, isCopy)) {
      const { passage, offset } = match;
      const by = match.from === from ? to - match.to : 0;
      const slides =
        by <= Math.min(offset, slidesBy(touched, from, to)) &&
        passage.text.slice(offset - by, offset) === after.text.slice(from - by, from);
      if (slides) linkSlid(touched, from, to, by, passage, offset - by, carried);
      else link(touched, match.from, match.to, passage, offset, carried);
    }
  }
}

/** Shortest copy that keeps its author, in UTF-16 units. */
export const COPY = 20;

/** What a step deleted, for what comes later: each stretch, and of one that was carried in part what is gone for good. */
export function noteDeletions(
  { block, before }: TouchedBlock,
  gone: readonly (readonly [number, number])[],
  { deleted, personId }: Sources,
): void {
  let removed = 0;
  for (const [from, to] of gone) {
    const place = { block, offset: from - removed };
    const note = (start: number, end: number, carried: boolean) => {
      const [text, letters] = [before.text.slice(start, end), before.letters(start, end)];
      deleted.note({ personId, carried, text, letters }, place);
    };
    const left = before.open.filter(([start, end]) => start < to && from < end);
    const whole = left.length === 1 && left[0]?.[0] === from && left[0][1] === to;
    note(from, to, !whole);
    if (!whole) for (const [start, end] of left) note(start, end, false);
    removed += to - from;
  }
}
