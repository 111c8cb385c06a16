import type * as Y from 'yjs';
import { ContentString } from 'yjs';
import type { Carried } from './carried';
import type { Deleted } from './deleted';
import { add, lettersBetween, type Passage } from './letters';
import { isCopy, Seen, wholeWords } from './seen';
import type { TouchedBlock } from './step';

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
    for (const touched of blocks) wholeDeletions(touched, others, sources);
    for (const touched of blocks) for (const other of others) edges(touched, other, sources);
    wordsDeleted(blocks, others, sources);
  }
  if (sources.version) wordsOf(blocks, sources.version, sources);
  for (const touched of blocks) deletedLately(touched, sources);
  for (const touched of blocks) copied(touched, sources);
}

/** Notes that letters of a block are those of a passage. */
function link(
  touched: TouchedBlock,
  from: number,
  to: number,
  source: Passage,
  offset: number,
  carried: Carried,
): void {
  for (const [start, end] of touched.after.take(from, to)) {
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
    if (one.before.text === '' || one.before.open.length === 0) continue;
    const same = left.get(one.before.text);
    if (same) same.push(one);
    else left.set(one.before.text, [one]);
  }
  for (const touched of blocks) {
    if (touched.after.open.length === 0) continue;
    const source = left.get(touched.after.text)?.shift();
    if (!source) continue;
    const open = [...touched.after.open];
    link(touched, 0, touched.after.text.length, source.before.passage, 0, carried);
    for (const [from, to] of open) source.before.take(from, to);
  }
}

/** Something deleted as a whole that was put in as a whole. */
function wholeDeletions(touched: TouchedBlock, others: readonly TouchedBlock[], { carried }: Sources): void {
  for (const [from, to] of [...touched.after.open]) {
    const text = touched.after.text.slice(from, to);
    for (const { before } of others) {
      const gone = before.open.find(
        ([start, end]) => end - start === to - from && before.text.startsWith(text, start),
      );
      if (!gone) continue;
      link(touched, from, to, before.passage, gone[0], carried);
      before.take(...gone);
      break;
    }
  }
}

/**
 * Where a block is split or two are joined, what goes over to the other block ends where the deleted text ended or begins
 * where it began, whatever was typed over the rest.
 */
function edges(touched: TouchedBlock, { block, before }: TouchedBlock, { carried }: Sources): void {
  const { after } = touched;
  for (const [from, to] of [...after.open]) {
    for (const [start, end] of [...before.open]) {
      const most = Math.min(to - from, end - start);
      // Within one block only all of it: what is typed over a word may well end as the word did.
      const least = block === touched.block ? end - start : 1;
      let length = 0;
      if (end === before.text.length || block === touched.block)
        while (length < most && after.text[to - length - 1] === before.text[end - length - 1]) length++;
      if (length >= least) {
        link(touched, to - length, to, before.passage, end - length, carried);
        before.take(end - length, end);
        break;
      }
      length = 0;
      if (start === 0 || block === touched.block)
        while (length < most && after.text[from + length] === before.text[start + length]) length++;
      if (length >= least) {
        link(touched, from, from + length, before.passage, start, carried);
        before.take(start, start + length);
        break;
      }
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
    const source = deleted.whole(after.text.slice(from, to), personId);
    if (source) link(touched, from, to, source, 0, carried);
  }
}

/** What stands elsewhere, or stood there, and is long enough to be no chance. */
function copied(touched: TouchedBlock, { carried, standing }: Sources): void {
  for (const [from, to] of [...touched.after.open]) {
    if (to - from < COPY) continue;
    for (const match of standing().matches(touched.after.text, from, to, isCopy))
      link(touched, match.from, match.to, match.passage, match.offset, carried);
  }
}

/** Shortest copy that keeps its author, in UTF-16 units. */
export const COPY = 20;

/** What a step deleted, for what comes later: what is carried elsewhere apart from what is gone. */
export function noteDeletions(
  { block, before }: TouchedBlock,
  gone: readonly (readonly [number, number])[],
  { deleted, personId }: Sources,
): void {
  let removed = 0;
  for (const [from, to] of gone) {
    let at = from;
    const note = (until: number, carried: boolean) => {
      if (until <= at) return;
      const letters: (readonly [number, number, number])[] = [];
      for (const range of before.letters(at, until)) add(letters, range);
      deleted.note(
        { personId, carried, text: before.text.slice(at, until), letters },
        { block, offset: from - removed },
      );
      at = until;
    };
    for (const [start, end] of before.open) {
      if (end <= from || start >= to) continue;
      note(start, true);
      note(end, false);
    }
    note(to, true);
    removed += to - from;
  }
}

export type Block = Y.XmlElement;
