import { diffArrays } from 'diff';
import type { NodeJson } from '../document';
import { blockKey } from './block';

/** What became of a row or column; numbers count from 0. */
export type LineFate =
  | { readonly kind: 'kept'; readonly before: number; readonly after: number }
  | { readonly kind: 'added'; readonly after: number }
  | { readonly kind: 'removed'; readonly before: number };

/** Rows and columns of a table that came and went; what happened inside cells, the alignment of their blocks tells. */
export interface TableDifference {
  readonly rows: readonly LineFate[];
  readonly columns: readonly LineFate[];
}

/** Compares two states of a table. Rows and columns are known by the ids of their cells, where these are lost by what they say. */
export function differenceOfTables(before: NodeJson, after: NodeJson): TableDifference {
  const [old, now] = [before.content ?? [], after.content ?? []];
  const known = new Set([...cellIds(old)].filter((id) => cellIds(now).has(id)));
  return {
    rows: lines(
      old.map((row) => lineKey(row.content ?? [], known)),
      now.map((row) => lineKey(row.content ?? [], known)),
    ),
    columns: lines(columnKeys(old, known), columnKeys(now, known)),
  };
}

function columnKeys(rows: readonly NodeJson[], known: ReadonlySet<string>): string[] {
  const width = Math.max(0, ...rows.map(({ content }) => content?.length ?? 0));
  return Array.from({ length: width }, (_, column) =>
    lineKey(
      rows.flatMap(({ content }) => content?.[column] ?? []),
      known,
    ),
  );
}

/** The first cell that both states have names a line; without one, all it says does. */
function lineKey(cells: readonly NodeJson[], known: ReadonlySet<string>): string {
  const ids = cells.map(idOf).filter((id) => id !== null && known.has(id));
  return ids.length > 0 ? ids.sort().join() : cells.map(blockKey).join();
}

const idOf = ({ attrs }: NodeJson): string | null => (typeof attrs?.id === 'string' ? attrs.id : null);

const cellIds = (rows: readonly NodeJson[]): Set<string> =>
  new Set(rows.flatMap(({ content }) => (content ?? []).flatMap((cell) => idOf(cell) ?? [])));

function lines(old: readonly string[], now: readonly string[]): LineFate[] {
  const share = (one: string, other: string): boolean => {
    if (one === other) return true;
    const ids = new Set(one.split(','));
    return other.split(',').some((id) => ids.has(id));
  };
  const fates: LineFate[] = [];
  let [a, b] = [0, 0];
  for (const { count, added, removed } of diffArrays([...old], [...now], { comparator: share }))
    for (let step = 0; step < count; step++) {
      if (added) fates.push({ kind: 'added', after: b++ });
      else if (removed) fates.push({ kind: 'removed', before: a++ });
      else fates.push({ kind: 'kept', before: a++, after: b++ });
    }
  return fates;
}
