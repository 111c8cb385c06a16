import { isTextBlock } from '@accord/shared/manuscript/inline-text';
import type { BlockAuthors } from '@accord/shared/versions/attribution';
import type { Node } from '@tiptap/pm/model';

/** A stretch of one text block; offsets count as `BlockAuthors` does. */
export interface Stretch {
  /** Number among the text blocks. */
  readonly block: number;
  readonly from: number;
  readonly to: number;
  /** Length of the whole block. */
  readonly length: number;
  readonly text: string;
}

/** What is selected, text block by text block; the whole block where nothing is selected but the caret stands. */
export function selectedStretches(doc: Node, { from, to }: { from: number; to: number }): Stretch[] {
  const stretches: Stretch[] = [];
  let block = -1;
  doc.descendants((node, pos) => {
    if (!isTextBlock(node.type.name)) return true;
    block += 1;
    const [start, length] = [pos + 1, node.content.size];
    const caret = from === to && from >= start && from <= start + length;
    const left = caret ? 0 : Math.max(from - start, 0);
    const right = caret ? length : Math.min(to - start, length);
    if (right > left)
      stretches.push({
        block,
        from: left,
        to: right,
        length,
        text: node.textBetween(left, right, null, '\n'),
      });
    return false;
  });
  return stretches;
}

/** Words of one person. */
export interface Said {
  readonly text: string;
  readonly personId: string | null;
}

/** Whose the words are, in order; null when what the server told is not about this text, which has just changed. */
export function saidIn(stretches: readonly Stretch[], authors: readonly BlockAuthors[]): Said[] | null {
  const said: Said[] = [];
  for (const { block, from, to, length, text } of stretches) {
    const runs = authors.find((one) => one.block === block)?.runs ?? [];
    if ((runs.at(-1)?.to ?? 0) !== length) return null;
    for (const run of runs) {
      const [left, right] = [Math.max(run.from, from), Math.min(run.to, to)];
      if (right > left) said.push({ text: text.slice(left - from, right - from), personId: run.personId });
    }
  }
  return said;
}
