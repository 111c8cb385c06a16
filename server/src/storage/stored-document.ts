import { Damaged, openBase, openEntry, openHead, openText } from './log-encoding';
import { partOf } from './log-keys';
import type { Row } from './ordered-store';
import type { StoredDocument, StoredEntry } from './ports';

export interface ReadDocument {
  /** Everything up to the first fault; null when there is nothing to build text from. */
  readonly document: StoredDocument | null;
  /** What is wrong, in one English sentence, or null. */
  readonly problem: string | null;
}

/**
 * Puts a document together from its rows, in key order. Reading of entries stops at the first gap or bad checksum, since Yjs
 * would take a damaged update for a good one, and would wait for ever for what a missing one held.
 */
export function readDocument(rows: readonly Row[]): ReadDocument {
  if (rows.length === 0) return { document: null, problem: null };
  const problems: string[] = [];
  const guard = <T>(key: string, read: () => T): T | null => {
    try {
      return read();
    } catch (error) {
      problems.push(error instanceof Damaged ? error.message : `${key} can not be decoded`);
      return null;
    }
  };

  let head = { generation: 0, baseSeq: 0, lastSeq: 0 };
  let headSeen = false;
  let base: { seq: number; base: Uint8Array } | null = null;
  const owners = new Map<number, string>();
  const tail: StoredEntry[] = [];
  let broken = false;

  for (const [key, value] of rows) {
    const { part, rest } = partOf(key);
    if (part === '0damaged') {
      problems.push(guard(key, () => openText(key, value)) ?? 'It was marked as damaged');
    } else if (part === '1head') {
      head = guard(key, () => openHead(key, value)) ?? head;
      headSeen = true;
    } else if (part === '2owner') {
      const personId = guard(key, () => openText(key, value));
      if (personId !== null) owners.set(Number(rest), personId);
    } else if (part === '3base') {
      base = guard(key, () => openBase(key, value));
      broken = base === null;
    } else if (part === '4entry' && !broken) {
      const seq = Number(rest);
      const expected = (tail.at(-1)?.seq ?? base?.seq ?? 0) + 1;
      const entry = seq === expected ? guard(key, () => openEntry(key, value)) : null;
      if (entry) tail.push({ ...entry, seq });
      else {
        if (seq !== expected) problems.push(gap(expected, seq - 1));
        broken = true;
      }
    }
  }

  const lastSeq = tail.at(-1)?.seq ?? base?.seq ?? 0;
  if (!headSeen) problems.unshift('The head is missing');
  else if (problems.length === 0) {
    if ((base?.seq ?? 0) !== head.baseSeq) problems.push(`The base of step ${head.baseSeq} is missing`);
    else if (lastSeq !== head.lastSeq) problems.push(gap(lastSeq + 1, head.lastSeq));
  }
  const nothing = base === null && tail.length === 0 && problems.length > 0;
  const document = nothing
    ? null
    : { generation: head.generation, base: base?.base ?? null, baseSeq: base?.seq ?? 0, tail, owners };
  return { document, problem: problems[0] ?? null };
}

const gap = (from: number, to: number): string =>
  from === to ? `Step ${from} is missing` : `Steps ${from} to ${to} are missing`;
