import { blockKey } from '../manuscript/difference/block';
import type { NodeJson } from '../manuscript/document';
import { numberFootnotes } from '../manuscript/footnotes';
import { authorsIn } from './comparison-authors';
import type { Authors, Comparison, Row } from './comparison-model';
import { createRows } from './comparison-rows';
import { summaryOf } from './comparison-summary';

/**
 * Compares two states of a text, the older one first (V3, V4). Every block of both appears in the rows, and a row says that nothing
 * changed only where nothing did: all of them say so exactly when the texts are the same but for ids.
 * @param authors who inserted what stands in `after`, and who deleted what stands in `before`; offsets as in rule A1
 */
export function compareDocuments(before: NodeJson, after: NodeJson, authors?: Authors): Comparison {
  // Blocks are known as objects from here on: no node may stand in both, or in one of them twice.
  const [old, now] = [structuredClone(before), structuredClone(after)];
  const rowsBetween = createRows({
    inserted: authorsIn(now, authors?.inserted ?? []),
    deleted: authorsIn(old, authors?.deleted ?? []),
  });
  const rows = told(rowsBetween(old, now), old, now);
  return {
    rows,
    summary: summaryOf(rows),
    noteNumbers: {
      before: Object.fromEntries(numberFootnotes(old)),
      after: Object.fromEntries(numberFootnotes(now)),
    },
  };
}

/** Whether a row says that something is different. */
export const isChanged = (row: Row): boolean => row.kind === 'moved-away' || row.fate !== 'unchanged';

/** Should texts differ in what no row tells of, such as a container without any block, the first row says so. */
function told(rows: readonly Row[], before: NodeJson, after: NodeJson): readonly Row[] {
  if (rows.some(isChanged) || blockKey(before) === blockKey(after)) return rows;
  const unshown = { fate: 'retyped', facts: [{ kind: 'unshown' }] } as const;
  const [first, ...others] = rows;
  if (first && first.kind !== 'moved-away') return [{ ...first, ...unshown }, ...others];
  return [{ kind: 'text', id: 'all', moved: false, before: [], after: [], pieces: [], ...unshown }];
}
