import type { TextPoint } from '@accord/shared/manuscript/anchor';
import type { Operation } from '@accord/shared/suggestions/suggestions';
import type { Editor } from '@tiptap/core';
import type { ResolvedPos } from '@tiptap/pm/model';
import type { Here } from './suggestion-calls';

/** Whether a suggestion has one thing to put somewhere: words or blocks. */
export function canPutHere(operations: readonly Operation[]): boolean {
  const [only] = operations;
  return (
    operations.length === 1 && (only?.kind === 'change' || only?.kind === 'blocks') && only.after.length > 0
  );
}

/** The selection of an editor in terms of blocks; null where it is in no text. */
export function hereOf(editor: Editor): Here | null {
  const { $from, $to } = editor.state.selection;
  const [start, end] = [pointOf($from), pointOf($to)];
  return start && end ? { start, end } : null;
}

function pointOf($position: ResolvedPos): TextPoint | null {
  const { parent, parentOffset } = $position;
  const id: unknown = parent.attrs.id;
  return parent.isTextblock && typeof id === 'string' ? { blockId: id, offset: parentOffset } : null;
}

/** Suggests an own conflicting suggestion's words anew, where the caret is in the copy. */
export function applyOwnHere(editor: Editor, operations: readonly Operation[], withdraw: () => void): void {
  const [only] = operations;
  if (only?.kind !== 'change' && only?.kind !== 'blocks') return;
  const { from, to, $to } = editor.state.selection;
  const at = only.kind === 'change' ? { from, to } : $to.after(1);
  withdraw();
  editor
    .chain()
    .focus()
    .insertContentAt(at, structuredClone(only.after) as never)
    .run();
}
