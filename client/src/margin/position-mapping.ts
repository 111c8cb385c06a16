import { isChangeOrigin } from '@tiptap/extension-collaboration';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import { Mapping, StepMap } from '@tiptap/pm/transform';

/**
 * How positions move through a transaction. What comes from Yjs replaces the whole document as far as ProseMirror knows;
 * there the part that really differs is looked for, so that a place outside of it stays the same place.
 */
export function mappingThrough(transaction: Transaction): Mapping {
  if (!isChangeOrigin(transaction)) return transaction.mapping;
  return new Mapping([changedPart(transaction.before, transaction.doc)]);
}

function changedPart(before: ProseMirrorNode, after: ProseMirrorNode): StepMap {
  const start = before.content.findDiffStart(after.content);
  const end = before.content.findDiffEnd(after.content);
  if (start === null || end === null) return StepMap.empty;
  // In `aa` to `aaa` both searches cross the same letters.
  const overlap = Math.max(0, start - Math.min(end.a, end.b));
  return new StepMap([start, end.a + overlap - start, end.b + overlap - start]);
}
