import { applyEdits } from '../manuscript/apply-edits';
import type { NodeJson } from '../manuscript/document';
import type { Edit } from '../manuscript/edits';
import { type Arrangement, arrange } from './arrangement';
import { overlap } from './claims';
import { describeSuggestion } from './describe';
import { editsOf } from './edits-of';
import { type Decided, reanchor, undoOf } from './follow';
import type { HintOf } from './place';
import { rememberedAlignments } from './place-change';
import { carryOut, type Placement, placementOf } from './placement';
import type { Operation } from './suggestions';
import { type Tree, treeOf } from './tree';

/** As much of a suggestion as deciding needs. */
export interface Open {
  readonly id: string;
  readonly operations: readonly Operation[];
}

export interface Acceptance {
  /** To be carried out one after the other on the document given; together they carry out all of `accepted`. */
  readonly edits: readonly Edit[];
  /** The document after the edits. */
  readonly document: NodeJson;
  readonly accepted: readonly string[];
  /** Their target is not there as it was (S5). */
  readonly conflicts: readonly string[];
  /**
   * Touch the same text as an accepted one, and are not applied: later ones of those chosen, and any of the others (S4). `by`: the
   * accepted one; `quote`: the words concerned.
   */
  readonly needsLook: readonly { readonly id: string; readonly by: string; readonly quote: string }[];
  /**
   * The operations of those of `others` that go on fitting, as they read against the text after the edits; only those that
   * changed. To be stored, so that what was exact stays exact.
   */
  readonly reanchored: readonly Open[];
  /** For each accepted suggestion what turns it round, against the text after the edits; in the order of `accepted`. */
  readonly undo: readonly Open[];
}

interface Candidate {
  readonly id: string;
  readonly placement: Placement;
}

/**
 * Accepts suggestions all at once: each is placed in the text as it stands, and they are carried out in the order given; of
 * two that touch the same text only the first is.
 * @param chosen those to accept, the first to win first
 * @param others the chapter's other open suggestions, which stay open
 */
export function acceptSuggestions(
  chosen: readonly Open[],
  document: NodeJson,
  others: readonly Open[] = [],
  hintOf: HintOf = () => null,
): Acceptance {
  const tree = treeOf(document);
  const alignments = rememberedAlignments();
  const place = ({ id, operations }: Open): Candidate | null => {
    const placement = placementOf(operations, tree, hintOf, alignments);
    return placement && { id, placement };
  };
  const conflicts: string[] = [];
  const needsLook: { id: string; by: string; quote: string }[] = [];
  let winners: Candidate[] = [];
  const lookAgain = ({ id, operations }: Open, { placement }: Candidate): boolean => {
    const by = winners.find((winner) => overlap(winner.placement.claims, placement.claims));
    if (by) needsLook.push({ id, by: by.id, quote: quoteOf(operations) });
    return by !== undefined;
  };
  for (const open of chosen) {
    const candidate = place(open);
    if (!candidate) conflicts.push(open.id);
    else if (!lookAgain(open, candidate)) winners.push(candidate);
  }
  const { arrangement, refused } = carryOutAll(winners, tree);
  for (const { id } of refused) conflicts.push(id);
  winners = winners.filter((winner) => !refused.includes(winner));
  const edits = editsOf(
    winners.map(({ placement }) => placement),
    arrangement,
  );
  const after = applyEdits(document, edits);
  const decided: Decided = {
    accepted: winners.map(({ placement }) => placement),
    arrangement,
    before: tree,
    after: treeOf(after),
  };
  const reanchored = others.flatMap((open): Open[] => {
    const candidate = place(open);
    if (!candidate || lookAgain(open, candidate)) return [];
    const operations = reanchor(candidate.placement, decided);
    return operations ? [{ id: open.id, operations }] : [];
  });
  return {
    edits,
    document: after,
    accepted: winners.map(({ id }) => id),
    conflicts,
    needsLook,
    reanchored,
    undo: winners.map(({ id, placement }) => ({ id, operations: undoOf(placement, decided) })),
  };
}

/** Carries out what can be carried out together; each could be alone. */
function carryOutAll(
  candidates: readonly Candidate[],
  tree: Tree,
): { arrangement: Arrangement; refused: Candidate[] } {
  const refused: Candidate[] = [];
  for (;;) {
    const arrangement = arrange(tree);
    const left = candidates.filter((candidate) => !refused.includes(candidate));
    const stuck =
      left.find(({ placement }, owner) => !carryOut(placement.steps, arrangement, owner)) ??
      // Together they would leave the chapter without a block.
      (arrangement.tidy()
        ? undefined
        : (left.findLast(({ placement }) => placement.claims.removes.size > 0) ?? left.at(-1)));
    if (!stuck) return { arrangement, refused };
    refused.push(stuck);
  }
}

/** Whether two suggestions, as they stand in a document, touch the same text. False when either does not fit. */
export function touches(
  one: Pick<Open, 'operations'>,
  other: Pick<Open, 'operations'>,
  document: NodeJson,
  hintOf: HintOf = () => null,
): boolean {
  const tree = treeOf(document);
  const alignments = rememberedAlignments();
  const [a, b] = [one, other].map(({ operations }) => placementOf(operations, tree, hintOf, alignments));
  return a != null && b != null && overlap(a.claims, b.claims);
}

const MAX_LOOK_QUOTE = 200;

function quoteOf(operations: readonly Operation[]): string {
  const { before, after } = describeSuggestion(operations);
  return (before || after).slice(0, MAX_LOOK_QUOTE);
}
