import type { Attribution, ClockRange, StoredEntry } from './ports';

/** Steps of one person further apart than this, in milliseconds, stay apart in the attribution index. */
const JOIN_WITHIN = 10_000;

/** The attribution index's row for one step. */
export const rowOf = ({ seq, personId, at, inserted, deleted }: StoredEntry): Attribution => ({
  fromSeq: seq,
  seq,
  personId,
  at,
  inserted,
  deleted,
});

/**
 * Joins consecutive steps of one person within ten seconds into one row, and in it ranges that continue each other: typing a
 * sentence leaves one row, not one per key. Steps that touched no text leave none.
 */
export function joinRows(rows: readonly Attribution[]): Attribution[] {
  const joined: Attribution[] = [];
  let since = 0;
  for (const row of rows) {
    if (row.inserted.length === 0 && row.deleted.length === 0) continue;
    const last = joined.at(-1);
    if (last && last.personId === row.personId && Math.abs(row.at - since) <= JOIN_WITHIN) {
      joined[joined.length - 1] = {
        ...last,
        seq: row.seq,
        at: row.at,
        inserted: joinRanges(last.inserted, row.inserted),
        deleted: joinRanges(last.deleted, row.deleted),
      };
    } else {
      since = row.at;
      joined.push(row);
    }
  }
  return joined;
}

/** `more` after `ranges`, where one that touches the last of its client before or behind becomes one with it. */
function joinRanges(ranges: readonly ClockRange[], more: readonly ClockRange[]): ClockRange[] {
  const all = [...ranges];
  for (const range of more) {
    const [client, clock, length] = range;
    const at = all.findLastIndex(([other]) => other === client);
    const last = all[at];
    if (last && last[1] + last[2] === clock) all[at] = [client, last[1], last[2] + length];
    else if (last && clock + length === last[1]) all[at] = [client, clock, last[2] + length];
    else all.push(range);
  }
  return all;
}
