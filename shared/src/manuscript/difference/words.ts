import { diffArrays } from 'diff';
import type { NodeJson } from '../document';
import { INLINE_NODE, joinInline, sameMarks, sliceInline, textOfInline } from '../inline-text';

/** A stretch of inline content, as two texts have it. `before` and `after` of `reformatted` are the same letters. */
export type Piece =
  | { readonly kind: 'kept'; readonly content: readonly NodeJson[] }
  | { readonly kind: 'inserted'; readonly content: readonly NodeJson[] }
  | { readonly kind: 'deleted'; readonly content: readonly NodeJson[] }
  | {
      readonly kind: 'reformatted';
      readonly before: readonly NodeJson[];
      readonly after: readonly NodeJson[];
    }
  /** Where one block was split or two were joined; `before` and `after` are spaces that stood at the seam. */
  | {
      readonly kind: 'break';
      readonly change: 'inserted' | 'deleted';
      readonly before: readonly NodeJson[];
      readonly after: readonly NodeJson[];
    };

const BREAK = 'blockBreak';
/** Stands between the contents of two blocks that are compared as one. */
export const blockBreak = (): NodeJson => ({ type: BREAK });

/** A word, a run of spaces, one sign, or an inline node that is no text; `from` and `to` are offsets as in TextPoint. */
export interface WordToken {
  readonly key: string;
  readonly from: number;
  readonly to: number;
}

/** Letters, digits, their marks, and the apostrophes and hyphens between them; or spaces; or one sign. */
const TOKEN = /[\p{L}\p{N}\p{M}]+(?:['’\u2011-][\p{L}\p{N}\p{M}]+)*|\s+|./gsu;

/** More changed words than this in one block: it is shown as replaced as a whole. */
const MOST_CHANGES = 4000;

/** Cuts inline content into words. Words that are spelled alike have the same key, whatever their formatting. */
export function wordTokens(content: readonly NodeJson[]): WordToken[] {
  const tokens: WordToken[] = [];
  for (const match of textOfInline(content).matchAll(TOKEN)) {
    const [word] = match;
    const [from, to] = [match.index, match.index + word.length];
    tokens.push({ key: word === INLINE_NODE ? nodeKey(sliceInline(content, from, to)[0]) : word, from, to });
  }
  return tokens;
}

/** An inline node is another one when anything about it but its formatting is. */
const nodeKey = (node: NodeJson | undefined): string =>
  `${INLINE_NODE}${JSON.stringify([node?.type, node?.attrs ?? {}])}`;

/**
 * Compares inline content word by word (Myers' algorithm, by `diff`). All that is kept, deleted or reformatted, one after the
 * other, is `before`; all that is kept, inserted or reformatted is `after`; breaks aside. Words changed with nothing but space between them
 * are one change.
 */
export function differenceOfInline(before: readonly NodeJson[], after: readonly NodeJson[]): Piece[] {
  const [old, now] = [wordTokens(before), wordTokens(after)];
  const changes = diffArrays(
    old.map(({ key }) => key),
    now.map(({ key }) => key),
    { maxEditLength: MOST_CHANGES },
  ) ?? [
    { count: old.length, removed: true, added: false },
    { count: now.length, added: true, removed: false },
  ];
  const hunks: { kept: boolean; oldTo: number; nowTo: number }[] = [];
  let [a, b] = [0, 0];
  for (const { count, removed, added } of changes) {
    if (!added) a += count;
    if (!removed) b += count;
    const kept = !added && !removed;
    const last = hunks.at(-1);
    if (last && last.kept === kept) Object.assign(last, { oldTo: a, nowTo: b });
    else hunks.push({ kept, oldTo: a, nowTo: b });
  }
  return piecesOf(withoutIslands(hunks, old), before, after, old, now);
}

interface Hunk {
  readonly kept: boolean;
  readonly oldTo: number;
  readonly nowTo: number;
}

/** Spaces alone between two changes belong to the change. */
function withoutIslands(hunks: readonly Hunk[], old: readonly WordToken[]): Hunk[] {
  const joined: Hunk[] = [];
  for (const [index, hunk] of hunks.entries()) {
    const from = hunks[index - 1]?.oldTo ?? 0;
    const inside = index > 0 && index < hunks.length - 1;
    const space = hunk.kept && inside && old.slice(from, hunk.oldTo).every(({ key }) => /^\s+$/u.test(key));
    const kept = hunk.kept && !space;
    const last = joined.at(-1);
    if (last && last.kept === kept) joined[joined.length - 1] = { ...hunk, kept };
    else joined.push({ ...hunk, kept });
  }
  return joined;
}

function piecesOf(
  hunks: readonly Hunk[],
  before: readonly NodeJson[],
  after: readonly NodeJson[],
  old: readonly WordToken[],
  now: readonly WordToken[],
): Piece[] {
  const pieces: Piece[] = [];
  let [oldFrom, nowFrom] = [0, 0];
  for (const { kept, oldTo, nowTo } of hunks) {
    const gone = sliceInline(before, offset(old, oldFrom), offset(old, oldTo));
    const come = sliceInline(after, offset(now, nowFrom), offset(now, nowTo));
    if (kept) pieces.push(...formatting(gone, come));
    else pieces.push(...changed(gone, come));
    [oldFrom, nowFrom] = [oldTo, nowTo];
  }
  return pieces;
}

/** What goes and what comes in its place, cut where blocks begin on either side. */
function changed(gone: readonly NodeJson[], come: readonly NodeJson[]): Piece[] {
  const parted = come.some(isBreak) ? 'inserted' : 'deleted';
  const [whole, parts] = parted === 'inserted' ? [gone, cutAtBreaks(come)] : [come, cutAtBreaks(gone)];
  const words = (one: readonly NodeJson[], kind: 'deleted' | 'inserted'): Piece[] =>
    one.length > 0 ? [{ kind, content: one }] : [];
  const both = (own: readonly NodeJson[], part: readonly NodeJson[]): Piece[] =>
    parted === 'inserted'
      ? [...words(own, 'deleted'), ...words(part, 'inserted')]
      : [...words(part, 'deleted'), ...words(own, 'inserted')];
  if (parts.length === 1) return both(whole, parts[0] ?? []);
  const seam = (spaces: readonly NodeJson[]): Piece => ({
    kind: 'break',
    change: parted,
    before: parted === 'inserted' ? spaces : [],
    after: parted === 'inserted' ? [] : spaces,
  });
  const text = textOfInline(whole);
  const [first = [], ...others] = parts;
  // Spaces at the seam are part of it, so that the words beside them stand as they were.
  const leading = first.length === 0 ? text.length - text.trimStart().length : 0;
  if (first.length === 0) {
    const [second = [], ...rest] = others;
    return [
      seam(sliceInline(whole, 0, leading)),
      ...both(sliceInline(whole, leading, text.length), second),
      ...rest.flatMap((part) => [seam([]), ...both([], part)]),
    ];
  }
  const trailing = others.length === 1 && others[0]?.length === 0 ? text.trimEnd().length : text.length;
  return [
    ...both(sliceInline(whole, 0, trailing), first),
    ...others.flatMap((part, index) => [
      seam(index === 0 ? sliceInline(whole, trailing, text.length) : []),
      ...both([], part),
    ]),
  ];
}

const isBreak = ({ type }: NodeJson): boolean => type === BREAK;

function cutAtBreaks(nodes: readonly NodeJson[]): NodeJson[][] {
  const parts: NodeJson[][] = [[]];
  for (const node of nodes) {
    if (isBreak(node)) parts.push([]);
    else parts.at(-1)?.push(node);
  }
  return parts;
}

/** Where the token of this number begins; that behind the last is the end. */
const offset = (tokens: readonly WordToken[], index: number): number =>
  tokens[index]?.from ?? tokens.at(-1)?.to ?? 0;

/** The same letters twice: which of them have other formatting. */
function formatting(before: readonly NodeJson[], after: readonly NodeJson[]): Piece[] {
  const ends = [...new Set([...endsOf(before), ...endsOf(after)])].sort((one, other) => one - other);
  const pieces: Piece[] = [];
  let from = 0;
  for (const to of ends) {
    const [old, now] = [sliceInline(before, from, to), sliceInline(after, from, to)];
    from = to;
    const [one, other] = [old[0], now[0]];
    if (!one || !other) continue;
    const last = pieces.at(-1);
    if (sameMarks(one, other)) {
      if (last?.kind === 'kept')
        pieces[pieces.length - 1] = { kind: 'kept', content: joinInline(last.content, now) };
      else pieces.push({ kind: 'kept', content: now });
    } else if (last?.kind === 'reformatted')
      pieces[pieces.length - 1] = {
        kind: 'reformatted',
        before: joinInline(last.before, old),
        after: joinInline(last.after, now),
      };
    else pieces.push({ kind: 'reformatted', before: old, after: now });
  }
  return pieces;
}

/** Offsets at which inline nodes end. */
function endsOf(nodes: readonly NodeJson[]): number[] {
  let at = 0;
  return nodes.map((node) => (at += textOfInline([node]).length));
}
