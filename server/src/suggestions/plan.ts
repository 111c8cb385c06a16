import type { TextAnchor, TextPoint } from '@accord/shared/manuscript/anchor';
import { pointsOfHint } from '@accord/shared/manuscript/yjs-edits';
import { type Acceptance, acceptSuggestions, type Open } from '@accord/shared/suggestions/accept';
import type { HintOf } from '@accord/shared/suggestions/place';
import type { Suggestion } from '@accord/shared/suggestions/suggestions';
import type { XmlFragment } from 'yjs';
import type { TextToEdit } from '../rooms/live-chapters';
import { operationsHere } from './apply-here';
import type { Decision, Outcome } from './records';

/** Where the decider wants a conflicting suggestion's words. */
export interface Place {
  readonly start: TextPoint;
  readonly end: TextPoint;
}

/** What is about to be written, in whose names, and what it comes to. */
export interface Planned {
  readonly groups: readonly { readonly personId: string; readonly edits: Acceptance['edits'] }[];
  readonly outcome: Outcome;
  /** Chosen, but not carried out. */
  readonly conflicts: readonly string[];
}

export type Text = Pick<TextToEdit, 'json' | 'fragment'>;

/** Accepts the chosen: each proposer's are one writing in the proposer's name (S6). */
export function planAcceptance(
  text: Text,
  chosen: readonly Suggestion[],
  others: readonly Suggestion[],
  at: Place | undefined,
): Planned {
  const hintOf = hintsIn(text.fragment);
  const proposers = [...new Set(chosen.map(({ personId }) => personId))];
  const groups: { personId: string; edits: Acceptance['edits'] }[] = [];
  const outcome: Outcome = { done: [], undo: [], reanchored: [], needsLook: [] };
  const conflicts: string[] = [];
  let document = text.json;
  /** As they read against the text with what was accepted so far. */
  const now = new Map<string, Open>(
    [...chosen, ...others].map(({ id, operations }) => [id, { id, operations }]),
  );
  const skipped = new Set<string>();
  const ofPerson = (personId: string) =>
    chosen.filter((one) => one.personId === personId && !skipped.has(one.id));
  for (const [index, personId] of proposers.entries()) {
    const mine = ofPerson(personId).map(({ id }) => now.get(id) as Open);
    const here = at && mine.length === 1 ? operationsHere(mine[0]?.operations ?? [], document, at) : null;
    if (at && !here) return { groups: [], outcome, conflicts: mine.map(({ id }) => id) };
    const choice = here ? mine.map(({ id }) => ({ id, operations: here })) : mine;
    const later = proposers.slice(index + 1).flatMap(ofPerson);
    const rest = [...later, ...others].map(({ id }) => now.get(id) as Open);
    const accepted = acceptSuggestions(choice, document, rest, hintOf);
    for (const open of accepted.reanchored) now.set(open.id, open);
    conflicts.push(...accepted.conflicts);
    for (const look of accepted.needsLook) {
      outcome.needsLook.push({ ...look });
      if (chosen.some(({ id }) => id === look.id)) {
        skipped.add(look.id);
        conflicts.push(look.id);
      }
    }
    if (accepted.accepted.length === 0) continue;
    groups.push({ personId, edits: accepted.edits });
    outcome.done.push(...accepted.accepted);
    // Undone in the opposite order: each stands in the text that the later ones have not changed yet.
    outcome.undo.unshift(...accepted.undo.map(({ id, operations }) => ({ id, operations: [...operations] })));
    document = accepted.document;
  }
  const done = new Set(outcome.done);
  outcome.reanchored = [...now.values()]
    .filter(({ id, operations }) => !done.has(id) && !isAsGiven(id, operations, chosen, others))
    .map(({ id, operations }) => ({ id, operations: [...operations] }));
  return { groups, outcome, conflicts };
}

const isAsGiven = (
  id: string,
  operations: Open['operations'],
  ...lists: (readonly Suggestion[])[]
): boolean => lists.some((list) => list.some((one) => one.id === id && one.operations === operations));

/** Turns an accepted decision round, all of it or nothing, in the name of who takes it back. */
export function planUndo(
  text: Text,
  decision: Decision,
  personId: string,
  others: readonly Suggestion[],
): Planned {
  const { edits, accepted, reanchored } = acceptSuggestions(
    decision.undo,
    text.json,
    others,
    hintsIn(text.fragment),
  );
  const nothing: Outcome = { done: [], undo: [], reanchored: [], needsLook: [] };
  if (accepted.length < decision.undo.length)
    return { groups: [], outcome: nothing, conflicts: decision.suggestionIds };
  return {
    groups: [{ personId, edits }],
    outcome: {
      ...nothing,
      done: [...accepted],
      reanchored: reanchored.map(({ id, operations }) => ({ id, operations: [...operations] })),
    },
    conflicts: [],
  };
}

const hintsIn =
  (fragment: XmlFragment): HintOf =>
  ({ hint }: TextAnchor) =>
    hint && pointsOfHint(fragment, hint);
