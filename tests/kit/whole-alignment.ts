import { alignDocuments } from '@accord/shared/manuscript/difference/alignment';
import { blockKey } from '@accord/shared/manuscript/difference/block';
import { leavesOf } from '@accord/shared/manuscript/difference/leaves';
import type { NodeJson } from '@accord/shared/manuscript/document';
import { expect } from 'vitest';

/** Every leaf of both states comes once, and all “unchanged” means the same. */
export function expectWhole(before: NodeJson, after: NodeJson): void {
  const fates = alignDocuments(before, after);
  const olds = fates.flatMap((fate) => ('before' in fate ? fate.before : []));
  const nows = fates.flatMap((fate) => ('after' in fate ? fate.after : []));
  const numbers = (leaves: readonly { index: number }[]) =>
    leaves.map(({ index }) => index).sort((one, other) => one - other);
  expect(numbers(olds)).toEqual(leavesOf(before).map(({ index }) => index));
  expect(numbers(nows)).toEqual(leavesOf(after).map(({ index }) => index));
  const same = blockKey(before) === blockKey(after);
  expect(fates.every(({ kind }) => kind === 'unchanged')).toBe(same);
}
