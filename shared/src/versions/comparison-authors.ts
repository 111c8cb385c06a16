import { isTextBlockType, walk } from '../manuscript/blocks';
import type { Piece } from '../manuscript/difference/words';
import type { NodeJson } from '../manuscript/document';
import { sliceInline, textOfInline } from '../manuscript/inline-text';
import type { AuthorRun, BlockAuthors } from './attribution';
import type { AuthoredPiece } from './comparison-model';

/** Who wrote each block of one document. */
export type AuthorsOfBlock = (block: NodeJson) => readonly AuthorRun[];

/** Finds the authors of a block by its place among the text blocks; each node may stand in the document once only. */
export function authorsIn(document: NodeJson, authors: readonly BlockAuthors[]): AuthorsOfBlock {
  const runs = new Map(authors.map((of) => [of.block, of.runs]));
  const indices = new Map<NodeJson, number>();
  walk(document, (node) => {
    if (isTextBlockType(node.type)) indices.set(node, indices.size);
  });
  return (block) => runs.get(indices.get(block) ?? -1) ?? [];
}

/** The runs of several blocks as if these were one, with one unit for the break between two of them. */
export function runsAlong(blocks: readonly NodeJson[], of: AuthorsOfBlock): AuthorRun[] {
  const runs: AuthorRun[] = [];
  let at = 0;
  for (const block of blocks) {
    for (const { from, to, personId } of of(block)) runs.push({ from: at + from, to: at + to, personId });
    at += textOfInline(block.content ?? []).length + 1;
  }
  return runs;
}

/** Cuts what was inserted and deleted wherever another person begins. */
export function withAuthors(
  pieces: readonly Piece[],
  inserted: readonly AuthorRun[],
  deleted: readonly AuthorRun[],
): AuthoredPiece[] {
  let [old, now] = [0, 0];
  return pieces.flatMap((piece): AuthoredPiece[] => {
    switch (piece.kind) {
      case 'kept': {
        const size = sizeOf(piece.content);
        [old, now] = [old + size, now + size];
        return [piece];
      }
      case 'reformatted': {
        const size = sizeOf(piece.after);
        [old, now] = [old + size, now + size];
        return [piece];
      }
      case 'break':
        old += sizeOf(piece.before) + (piece.change === 'deleted' ? 1 : 0);
        now += sizeOf(piece.after) + (piece.change === 'inserted' ? 1 : 0);
        return [piece];
      case 'inserted': {
        const from = now;
        now += sizeOf(piece.content);
        return cut(piece.content, from, inserted).map((part) => ({ kind: 'inserted', ...part }));
      }
      default: {
        const from = old;
        old += sizeOf(piece.content);
        return cut(piece.content, from, deleted).map((part) => ({ kind: 'deleted', ...part }));
      }
    }
  });
}

const sizeOf = (content: readonly NodeJson[]): number => textOfInline(content).length;

function cut(
  content: readonly NodeJson[],
  start: number,
  runs: readonly AuthorRun[],
): { content: readonly NodeJson[]; by: string | null }[] {
  const end = start + sizeOf(content);
  const parts: { to: number; by: string | null }[] = [];
  const until = (to: number, by: string | null) => {
    const last = parts.at(-1);
    if (last?.by === by) last.to = to;
    else if (to > (last?.to ?? start)) parts.push({ to, by });
  };
  for (const run of [...runs].sort((one, other) => one.from - other.from)) {
    const at = parts.at(-1)?.to ?? start;
    if (run.to <= at || run.from >= end) continue;
    if (run.from > at) until(run.from, null);
    until(Math.min(run.to, end), run.personId);
  }
  until(end, parts.at(-1)?.to === end ? (parts.at(-1)?.by ?? null) : null);
  let from = start;
  return parts.map(({ to, by }) => {
    const part = { content: sliceInline(content, from - start, to - start), by };
    from = to;
    return part;
  });
}
