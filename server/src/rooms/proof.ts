import type { CloseReason } from '@accord/shared/sync/wire';
import { applyUpdate } from 'yjs';
import type { LogEntry, StoredDocument } from '../storage/ports';
import { type Examined, examine, type Known } from './examine';
import { judge, type Standing, type Verdict } from './gate';
import { buildDocument, isPending, type RoomDocument } from './room-document';
import { checkShape, Unsound } from './shape';

/** Whoever an update comes from: a connection, or the server itself in the name of a person. */
export interface Author {
  readonly personId: string;
  readonly sessionId: string;
  /** Client ids claimed over this connection so far. */
  claims: number;
  standing(): Standing;
}

/** An update that waits for its turn. */
export interface Pending<A extends Author = Author> {
  readonly author: A;
  readonly update: Uint8Array;
  /** Set when this very update was found to break the document. */
  condemned?: CloseReason;
}

export interface Proved<P> {
  readonly pending: P;
  readonly verdict: Verdict;
  /** Set when the verdict is to apply it. */
  readonly entry: LogEntry | null;
}

export interface ProofLimits {
  readonly depth: number;
  readonly elements: number;
  readonly document: number;
  readonly claims: number;
}

export interface Turn<P> {
  readonly proved: readonly Proved<P>[];
  /** One update for all that were applied, when there were several. */
  readonly merged: Uint8Array | null;
}

/** What the document and its authors come to with what the turn has accepted so far. */
interface Sizes {
  bytes: number;
  types: number;
  readonly claims: Map<Author, number>;
}

/** Updates that read well could not be applied: the document is of no use any more. `condemn` finds the culprits. */
export class BrokenTurn<P extends Pending> extends Error {
  override readonly name = 'BrokenTurn';
  constructor(
    readonly accepted: readonly P[],
    cause: unknown,
  ) {
    super('A turn could not be applied.', { cause });
  }
}

/**
 * Judges a turn's updates in their order and applies the good ones to the document, before anything is stored or shown.
 * @throws BrokenTurn
 */
export function prove<P extends Pending>(
  document: RoomDocument,
  turn: readonly P[],
  at: number,
  limits: ProofLimits,
): Turn<P> {
  const known: Known = {
    doc: document.doc,
    owners: document.owners,
    ahead: new Map(),
    claimedNow: new Map(),
  };
  const sizes: Sizes = { bytes: document.bytes, types: document.types, claims: new Map() };
  const refused = new Map<Author, CloseReason>();
  const proved = turn.map((pending) => {
    const one = proveOne(pending, known, sizes, refused.get(pending.author) ?? null, at, limits);
    if (one.verdict.is === 'refuse') refused.set(pending.author, one.verdict.reason);
    return one;
  });
  const applied = proved.filter((one) => one.entry !== null);
  if (applied.length === 0) return { proved, merged: null };
  try {
    const merged = document.apply(
      applied.map((one) => one.entry as LogEntry),
      limits,
    );
    document.types = sizes.types;
    for (const [author, claims] of sizes.claims) author.claims = claims;
    return { proved, merged };
  } catch (error) {
    throw new BrokenTurn(
      applied.map((one) => one.pending),
      error,
    );
  }
}

function proveOne<P extends Pending>(
  pending: P,
  known: Known,
  sizes: Sizes,
  refusedNow: CloseReason | null,
  at: number,
  limits: ProofLimits,
): Proved<P> {
  const refuse = (reason: CloseReason): Proved<P> => ({
    pending,
    verdict: { is: 'refuse', reason },
    entry: null,
  });
  if (pending.condemned) return refuse(pending.condemned);
  const { author } = pending;
  const examined = tryExamine(pending, known);
  if (!examined) return refuse('malformed');
  const { update, inserted, deleted, claimed, formattingOnly, gap, foreign, types } = examined;
  const standing = author.standing();
  const claims = (sizes.claims.get(author) ?? author.claims) + claimed.length;
  const tooLarge =
    inserted.length > 0 &&
    (sizes.bytes + update.length > limits.document ||
      sizes.types + types > limits.elements ||
      claims > limits.claims);
  const verdict = judge(
    { any: inserted.length > 0 || deleted.length > 0 || gap, formattingOnly, gap, foreign, tooLarge },
    { ...standing, refused: standing.refused ?? refusedNow },
  );
  if (verdict.is !== 'apply') return { pending, verdict, entry: null };
  sizes.bytes += update.length;
  sizes.types += types;
  sizes.claims.set(author, claims);
  for (const [client, clock, length] of inserted) known.ahead.set(client, clock + length);
  for (const client of claimed) known.claimedNow.set(client, author.personId);
  const { personId, sessionId } = author;
  return { pending, verdict, entry: { personId, sessionId, at, update, inserted, deleted, claimed } };
}

/** @returns null when the update can't be read, by us (MalformedUpdate) or by Yjs; the document is untouched then */
function tryExamine(pending: Pending, known: Known): Examined | null {
  try {
    return examine(pending.update, pending.author.personId, known);
  } catch {
    return null;
  }
}

/**
 * Finds the updates that break a document and marks them: applies them to a copy, one by one, and starts over without
 * the culprit each time one throws. The rest of a culprit's author is marked with it.
 * @returns whether any was found
 * @throws Failure('document-unreadable') when the stored document itself can't be rebuilt
 */
export function condemn(
  stored: StoredDocument | null,
  accepted: readonly Pending[],
  limits: { depth: number },
): boolean {
  let found = false;
  for (
    let culprit = firstCulprit(stored, accepted, limits);
    culprit;
    culprit = firstCulprit(stored, accepted, limits)
  ) {
    found = true;
    const { pending, reason } = culprit;
    for (const other of accepted.slice(accepted.indexOf(pending))) {
      if (other.author === pending.author) other.condemned = reason;
    }
  }
  return found;
}

function firstCulprit(
  stored: StoredDocument | null,
  accepted: readonly Pending[],
  limits: { depth: number },
) {
  const doc = buildDocument(stored);
  const known: Known = { doc, owners: new Map(stored?.owners), ahead: new Map(), claimedNow: new Map() };
  try {
    for (const pending of accepted) {
      if (pending.condemned) continue;
      try {
        const { update, inserted } = examine(pending.update, pending.author.personId, known);
        doc.transact(() => {
          applyUpdate(doc, update);
          checkShape(doc, inserted, limits);
        });
        if (isPending(doc)) throw new Unsound('malformed', 'hangs on something that is not there');
      } catch (error) {
        const reason: CloseReason = error instanceof Unsound ? error.reason : 'malformed';
        return { pending, reason };
      }
    }
    return null;
  } finally {
    doc.destroy();
  }
}
