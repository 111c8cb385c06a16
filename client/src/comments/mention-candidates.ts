import type { Mention } from '@accord/shared/comments/mentions';

/** Somebody who can be mentioned, with a word on who that is. */
export interface Candidate extends Mention {
  readonly detail: string;
}

/** A mention being typed: from its `@` up to the caret. */
export interface MentionQuery {
  /** Index of the `@`. */
  readonly start: number;
  readonly text: string;
}

/** Longest name that is looked for, in characters. */
const LONGEST = 40;
/** So many are offered at once. */
const OFFERED = 8;

/** The mention that is being typed at the caret, or null. An `@` within a word (an e-mail address) begins none. */
export function mentionQuery(written: string, caret: number): MentionQuery | null {
  const start = written.lastIndexOf('@', caret - 1);
  if (start < 0 || caret - start > LONGEST) return null;
  if (start > 0 && /[\p{L}\p{N}]/u.test(written[start - 1] ?? '')) return null;
  const text = written.slice(start + 1, caret);
  return /[\n@]|^\s/.test(text) ? null : { start, text };
}

/** Those whose name has a word that begins as the query does, the beginnings of whole names first. Accents don't matter. */
export function candidatesFor(query: string, all: readonly Candidate[]): Candidate[] {
  const wanted = plain(query);
  const ranked = all.flatMap((candidate) => {
    const name = plain(candidate.name);
    if (name.startsWith(wanted)) return [{ candidate, rank: 0 }];
    return name.includes(` ${wanted}`) ? [{ candidate, rank: 1 }] : [];
  });
  return ranked
    .toSorted((one, other) => one.rank - other.rank)
    .slice(0, OFFERED)
    .map(({ candidate }) => candidate);
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[\s\u00a0'’-]+/gu, ' ')
    .toLocaleLowerCase();
}
