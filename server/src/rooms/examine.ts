import { encodeDeleteSet } from '@accord/shared/sync/delete-set';
import { type Range, type Skim, skimUpdate } from '@accord/shared/sync/skim';
import * as Y from 'yjs';

/** What the server holds at the moment an update is examined. */
export interface Known {
  readonly doc: Y.Doc;
  /** Yjs client id -> person (P5). */
  readonly owners: ReadonlyMap<number, string>;
  /** Clocks and owners of what this turn has accepted already, on top of the document. */
  readonly ahead: Map<number, number>;
  readonly claimedNow: Map<number, string>;
}

export interface Examined {
  /** Only what the server lacks: what is stored and passed on. */
  readonly update: Uint8Array;
  readonly inserted: readonly Range[];
  readonly deleted: readonly Range[];
  /** Client ids nobody has used here so far. */
  readonly claimed: readonly number[];
  readonly gap: boolean;
  readonly foreign: boolean;
  readonly formattingOnly: boolean;
  /** How many elements and texts it brings, those known already included. */
  readonly types: number;
}

/**
 * Compares an update with what the server holds. Structs and deletions known already are cut away, so that log and peers get
 * each struct once, as its first author wrote it.
 * @throws MalformedUpdate
 */
export function examine(update: Uint8Array, personId: string, known: Known): Examined {
  const skim = skimUpdate(update);
  const ends = new Map<number, number>();
  const inserted: Range[] = [];
  let gap = false;
  let repeats = false;
  for (const [client, clock, length] of skim.structs) {
    const state = ends.get(client) ?? clockOf(known, client);
    const end = clock + length;
    if (clock > state) gap = true;
    if (clock < state) repeats = true;
    if (end > state) inserted.push([client, Math.max(clock, state), end - Math.max(clock, state)]);
    ends.set(client, Math.max(end, state));
  }
  for (const [client, clock] of skim.needs) {
    if (clock >= (ends.get(client) ?? clockOf(known, client))) gap = true;
  }
  const deletions = newDeletions(skim, known, ends);
  const { claimed, foreign } = ownership(inserted, personId, known);
  return {
    update: trim(update, skim, repeats, inserted, deletions.deleted, known),
    inserted,
    deleted: deletions.deleted,
    claimed,
    gap: gap || deletions.beyond,
    foreign,
    formattingOnly: inserted.length === 0 && deletions.formattingOnly,
    types: skim.types,
  };
}

function clockOf(known: Known, client: number): number {
  return known.ahead.get(client) ?? Y.getState(known.doc.store, client);
}

function ownership(
  inserted: readonly Range[],
  personId: string,
  known: Known,
): { claimed: number[]; foreign: boolean } {
  const claimed: number[] = [];
  let foreign = false;
  for (const [client] of inserted) {
    const owner = known.owners.get(client) ?? known.claimedNow.get(client);
    if (owner === undefined) {
      if (!claimed.includes(client)) claimed.push(client);
    } else if (owner !== personId) foreign = true;
  }
  return { claimed, foreign };
}

function newDeletions(skim: Skim, known: Known, ends: ReadonlyMap<number, number>) {
  const deleted: Range[] = [];
  let beyond = false;
  let formattingOnly = true;
  for (const [client, clock, length] of skim.deletes) {
    const end = clock + length;
    const stored = Y.getState(known.doc.store, client);
    const state = Math.max(ends.get(client) ?? 0, clockOf(known, client));
    if (clock < stored) {
      const structs = known.doc.store.clients.get(client) ?? [];
      const until = Math.min(end, stored);
      for (let index = Y.findIndexSS(structs, clock); index < structs.length; index++) {
        const struct = structs[index];
        if (struct === undefined || struct.id.clock >= until) break;
        if (struct.deleted) continue;
        const from = Math.max(clock, struct.id.clock);
        deleted.push([client, from, Math.min(until, struct.id.clock + struct.length) - from]);
        if (!(struct instanceof Y.Item && struct.content instanceof Y.ContentFormat)) formattingOnly = false;
      }
    }
    const from = Math.max(clock, stored);
    if (from < end) {
      // Structs of this very turn: whatever of them is deleted is deleted for the first time.
      deleted.push([client, from, end - from]);
      formattingOnly = false;
      if (end > state) beyond = true;
    }
  }
  return { deleted, beyond, formattingOnly };
}

/** Cuts away what the server has, or hands back the bytes as they came when all of it is new. */
function trim(
  update: Uint8Array,
  skim: Skim,
  repeats: boolean,
  inserted: readonly Range[],
  deleted: readonly Range[],
  known: Known,
): Uint8Array {
  const allDeletesNew = sum(deleted) === sum(skim.deletes);
  if (!repeats && allDeletesNew) return update;
  if (inserted.length === 0 && deleted.length === 0) return update;
  let structs = update.subarray(0, skim.deletesAt);
  if (repeats) {
    const vector = new Map<number, number>();
    for (const [client] of skim.structs) vector.set(client, clockOf(known, client));
    const rest = Y.diffUpdate(update, Y.encodeStateVector(vector));
    structs = rest.subarray(0, skimUpdate(rest).deletesAt);
  }
  const deletes = encodeDeleteSet(deleted);
  const trimmed = new Uint8Array(structs.length + deletes.length);
  trimmed.set(structs);
  trimmed.set(deletes, structs.length);
  return trimmed;
}

function sum(ranges: readonly Range[]): number {
  let total = 0;
  for (const [, , length] of ranges) total += length;
  return total;
}
