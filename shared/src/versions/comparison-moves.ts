import type { Fate } from '../manuscript/difference/alignment';
import type { Leaf } from '../manuscript/difference/leaves';
import { excerptOf } from './comparison-look';
import type { MovedAwayRow, Row, TableRow, TextRow } from './comparison-model';

/** A row with the blocks it was made from. */
export interface RowMade {
  readonly row: TextRow | TableRow;
  readonly fate: Fate;
  readonly old: readonly Leaf[];
  readonly now: readonly Leaf[];
}

/** Says of blocks that moved together from where, and leaves a row where they stood. */
export function withMovedAway(made: readonly RowMade[], newId: () => string): Row[] {
  const leaves = new Map(made.flatMap(({ old }) => old.map((leaf) => [leaf.index, leaf] as const)));
  /** Old number of a block that stayed -> place in `made`. */
  const places = new Map(
    made.flatMap(({ row, old }, place) => (row.moved ? [] : old.map(({ index }) => [index, place] as const))),
  );
  const rows: Row[] = made.map(({ row }) => row);
  const away = new Map<number, { readonly from: number; readonly row: MovedAwayRow }[]>();
  for (const { start, length } of runsOf(made)) {
    const first = made[start];
    const from = first?.old[0]?.index;
    if (!first || from === undefined) continue;
    const previous = leaves.get(from - 1);
    const behind = previous ? excerptOf(previous) : null;
    rows[start] = { ...first.row, facts: [{ kind: 'moved', behind, run: length }, ...first.row.facts] };
    let at = from - 1;
    while (at >= 0 && !places.has(at)) at -= 1;
    const place = places.get(at) ?? -1;
    const excerpt = excerptOf(first.old[0] as Leaf);
    const row: MovedAwayRow = { kind: 'moved-away', id: newId(), to: first.row.id, count: length, excerpt };
    away.set(place, [...(away.get(place) ?? []), { from, row }]);
  }
  const awayAt = (place: number): Row[] =>
    (away.get(place) ?? []).sort((one, other) => one.from - other.from).map(({ row }) => row);
  return [...awayAt(-1), ...rows.flatMap((row, place) => [row, ...awayAt(place)])];
}

/** Blocks that moved and stood one behind the other before as they do now. */
function runsOf(made: readonly RowMade[]): { start: number; length: number }[] {
  const runs: { start: number; length: number }[] = [];
  let next = -1;
  for (const [place, { row, old }] of made.entries()) {
    const [first, last] = [old[0]?.index, old.at(-1)?.index];
    if (!row.moved || first === undefined || last === undefined) continue;
    const run = runs.at(-1);
    if (run && run.start + run.length === place && first === next) run.length += 1;
    else runs.push({ start: place, length: 1 });
    next = last + 1;
  }
  return runs;
}
