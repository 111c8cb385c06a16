import { textOfInline } from '../manuscript/inline-text';
import { changedAttributes } from './sameness';
import type { Operation } from './suggestions';
import { idsWithin } from './tree';

/**
 * Gives suggestions the ids of those they continue: which of the former ones each has most in common with. An id is given once.
 */
export function continuing<Own extends { readonly id?: string; readonly operations: readonly Operation[] }>(
  suggestions: readonly Own[],
  previous: readonly { readonly id?: string; readonly operations: readonly Operation[] }[],
): Own[] {
  const pairs = suggestions.flatMap((suggestion, index) =>
    previous.flatMap(({ id, operations }) => {
      const weight = id === undefined ? 0 : inCommon(suggestion.operations, operations);
      return id !== undefined && weight > 0 ? [{ index, id, weight }] : [];
    }),
  );
  pairs.sort((one, other) => other.weight - one.weight || one.index - other.index);
  const given = new Map<number, string>();
  const taken = new Set<string>();
  for (const { index, id } of pairs) {
    if (given.has(index) || taken.has(id)) continue;
    given.set(index, id);
    taken.add(id);
  }
  return suggestions.map((suggestion, index) => {
    const id = given.get(index);
    return id === undefined ? suggestion : { ...suggestion, id };
  });
}

function inCommon(now: readonly Operation[], before: readonly Operation[]): number {
  let sum = 0;
  for (const one of now) sum += Math.max(0, ...before.map((other) => likeness(one, other)));
  return sum;
}

function likeness(now: Operation, before: Operation): number {
  if (now.kind === 'change' && before.kind === 'change') return likeChange(now, before);
  if (now.kind === 'blocks' && before.kind === 'blocks') {
    const ids = new Set([...before.before, ...before.after].flatMap((node) => idsWithin(node)));
    return (
      [...now.before, ...now.after].flatMap((node) => idsWithin(node)).filter((id) => ids.has(id)).length * 4
    );
  }
  if (now.kind === 'retype' && before.kind === 'retype' && now.blockId === before.blockId) {
    const names = new Set(changedAttributes(before.before.attrs, before.after.attrs));
    const same = changedAttributes(now.before.attrs, now.after.attrs).some((name) => names.has(name));
    return same || before.before.type !== before.after.type ? 4 : 1;
  }
  return now.kind === 'move' && before.kind === 'move' && now.blockId === before.blockId ? 4 : 0;
}

type Change = Extract<Operation, { kind: 'change' }>;

function likeChange(now: Change, before: Change): number {
  const [one, other] = [now.anchor, before.anchor];
  if (one.start.blockId !== other.start.blockId) return 0;
  const sameText = now.blockText === before.blockText;
  const apart = Math.max(one.start.offset - other.end.offset, other.start.offset - one.end.offset);
  if (sameText && apart > 0) return 0;
  const [gone, come] = [textOfInline(now.before), textOfInline(now.after)];
  const [goneBefore, comeBefore] = [textOfInline(before.before), textOfInline(before.after)];
  const same =
    Number(gone === goneBefore && gone !== '') * 2 + Number(come === comeBefore && come !== '') * 2;
  const grows =
    come !== '' && comeBefore !== '' && (come.startsWith(comeBefore) || comeBefore.startsWith(come)) ? 1 : 0;
  const near = sameText ? (apart < 0 ? 4 : 3) : Number(apart <= 0);
  return near + same + grows;
}
