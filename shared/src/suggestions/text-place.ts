import { type Alignment, align } from './alignment';
import { glued, type Word } from './words';

export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Unchanged words that must stand beside a place in a changed text, left and right together; a block's edge counts for two. */
const CONTEXT_WORDS = 2;
const EDGE = 2;

/** A stretch of a block's old text, and the words it is a part of or replaces: these may not have changed. */
interface Target extends Range {
  /** Numbers of the first word touched, and of the one after the last; equal: none, it stands between words. */
  readonly first: number;
  readonly behind: number;
}

/**
 * Finds a stretch of a block's old text in its new text, to be replaced by `come`. Null where words that it touches have changed,
 * where it can't be told which of several is meant, or where nothing around it is as it was, unless `hint`, the place
 * where Yjs has it now, says so.
 */
export function findStretch(
  oldText: string,
  { from, to }: Range,
  newText: string,
  come: string,
  hint: Range | null,
  alignment: Alignment = align(oldText, newText),
): Range | null {
  if (oldText === newText) return { from, to };
  const target = targetOf(alignment.old, oldText, { from, to }, come);
  const found = follow(alignment, target, oldText, newText, come);
  // Either end is sure to be the letter meant; between them others may have written.
  const hinted = hint
    ? [hint, { from: hint.from, to: hint.from + to - from }, { from: hint.to - to + from, to: hint.to }]
    : [];
  if (found && (found.context >= CONTEXT_WORDS || hinted.some((range) => same(found.range, range))))
    return found.range;
  return hinted.find((range) => standsAt(alignment, target, oldText, newText, range)) ?? null;
}

const same = (one: Range, other: Range) => one.from === other.from && one.to === other.to;

/** The stretch widened to the words it changes: letters within a word, and words it would be written together with. */
export function touchedRange(oldText: string, range: Range, come: string, words: readonly Word[]): Range {
  const { first, behind, from, to } = targetOf(words, oldText, range, come);
  if (first === behind) return { from, to };
  return {
    from: Math.min(from, (words[first] as Word).from),
    to: Math.max(to, (words[behind - 1] as Word).to),
  };
}

function targetOf(words: readonly Word[], text: string, { from, to }: Range, come: string): Target {
  const [left, right] = [text.slice(0, from), text.slice(to)];
  const gone = text.slice(from, to);
  const gluedLeft = glued(left, gone + right) || glued(left, come + right);
  const gluedRight = glued(left + gone, right) || glued(left + come, right);
  let first = words.findIndex((word) => (gluedLeft ? word.to >= from : word.to > from));
  if (first < 0) first = words.length;
  let behind = first;
  while (behind < words.length) {
    const word = words[behind] as Word;
    if (gluedRight ? word.from > to : word.from >= to) break;
    behind++;
  }
  return { from, to, first, behind };
}

interface Found {
  readonly range: Range;
  readonly context: number;
}

function follow(
  alignment: Alignment,
  target: Target,
  oldText: string,
  newText: string,
  come: string,
): Found | null {
  return target.first < target.behind
    ? followWords(alignment, target, oldText, newText)
    : followGap(alignment, target, oldText, newText, come);
}

/** All words touched stand one after the other as before, with the same between them. */
function followWords(
  { old, now, sure }: Alignment,
  target: Target,
  oldText: string,
  newText: string,
): Found | null {
  const { first, behind, from, to } = target;
  const place = sure(first);
  if (place === undefined) return null;
  for (let index = first; index < behind; index++) if (sure(index) !== place + index - first) return null;
  const last = place + behind - first - 1;
  const [oldFirst, oldLast] = [old[first] as Word, old[behind - 1] as Word];
  const [newFirst, newLast] = [now[place] as Word, now[last] as Word];
  const range = { from: newFirst.from + (from - oldFirst.from), to: newLast.to + (to - oldLast.to) };
  const outer = { from: Math.min(from, oldFirst.from), to: Math.max(to, oldLast.to) };
  const found = { from: Math.min(range.from, newFirst.from), to: Math.max(range.to, newLast.to) };
  if (found.from < 0 || newText.slice(found.from, found.to) !== oldText.slice(outer.from, outer.to))
    return null;
  return {
    range,
    context:
      leftContext({ old, now, sure }, first, place) + rightContext({ old, now, sure }, behind, last + 1),
  };
}

/** Between two words: found by the one or the other that is still there. */
function followGap(
  alignment: Alignment,
  { first, from, to }: Target,
  oldText: string,
  newText: string,
  come: string,
): Found | null {
  const { old, now, sure } = alignment;
  const [left, right] = [sure(first - 1), sure(first)];
  const gapFrom = old[first - 1]?.to ?? 0;
  const gapTo = old[first]?.from ?? oldText.length;
  const byLeft = (): Range | null => {
    if (left === undefined) return null;
    const start = (now[left] as Word).to;
    const end = now[left + 1]?.from ?? newText.length;
    const kept = oldText.slice(gapFrom, to);
    const range = { from: start + (from - gapFrom), to: start + (to - gapFrom) };
    return range.to <= end && newText.startsWith(kept, start) ? range : null;
  };
  const byRight = (): Range | null => {
    if (right === undefined) return null;
    const end = (now[right] as Word).from;
    const start = now[right - 1]?.to ?? 0;
    const kept = oldText.slice(from, gapTo);
    const range = { from: end - (gapTo - from), to: end - (gapTo - to) };
    return range.from >= start && newText.slice(range.from, end) === kept ? range : null;
  };
  const [one, other] = [byLeft(), byRight()];
  const context =
    (left === undefined
      ? edgeContext(first === 0 && (right ?? -1) === 0)
      : leftContext(alignment, first, left + 1)) +
    (right === undefined
      ? edgeContext(first === old.length && left === now.length - 1)
      : rightContext(alignment, first, right));
  if (one && other && !same(one, other)) {
    // Somebody wrote in this very gap: what is to be taken out of it may be either part.
    if (from < to) return null;
    return { range: /^[\s\p{P}]/u.test(come) ? one : other, context };
  }
  const range = one ?? other;
  return range && { range, context };
}

const edgeContext = (atEdge: boolean) => (atEdge ? EDGE : 0);

/** Words unchanged before word number `index`, which is number `place` now. */
function leftContext({ sure }: Alignment, index: number, place: number): number {
  let count = 0;
  while (count < CONTEXT_WORDS && index - 1 - count >= 0 && sure(index - 1 - count) === place - 1 - count)
    count++;
  return index - count === 0 && place - count === 0 ? count + EDGE : count;
}

function rightContext({ old, now, sure }: Alignment, index: number, place: number): number {
  let count = 0;
  while (count < CONTEXT_WORDS && index + count < old.length && sure(index + count) === place + count)
    count++;
  return index + count === old.length && place + count === now.length ? count + EDGE : count;
}

/** Whether the words touched, or for a place between words one of its neighbours, stand unchanged where Yjs has them. */
function standsAt(
  { old, now }: Alignment,
  { first, behind, from, to }: Target,
  oldText: string,
  newText: string,
  hint: Range,
): boolean {
  const stands = (start: number, end: number): boolean => {
    const [newStart, newEnd] = [hint.from - (from - start), hint.to + (end - to)];
    if (newStart < 0 || newText.slice(newStart, newEnd) !== oldText.slice(start, end)) return false;
    const whole = (words: readonly Word[], at: number) =>
      words.every((word) => at <= word.from || at >= word.to);
    return whole(now, newStart) && whole(now, newEnd);
  };
  if (hint.from < 0 || newText.slice(hint.from, hint.to) !== oldText.slice(from, to)) return false;
  if (first < behind)
    return stands(Math.min(from, (old[first] as Word).from), Math.max(to, (old[behind - 1] as Word).to));
  const [left, right] = [old[first - 1], old[first]];
  return (left !== undefined && stands(left.from, to)) || (right !== undefined && stands(from, right.to));
}
