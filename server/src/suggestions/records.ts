import { Id, Timestamp } from '@accord/shared/kernel/id';
import { Operation, Suggestion } from '@accord/shared/suggestions/suggestions';
import { z } from 'zod';
import type { ScopeKind } from '../storage/ports';

/** Something by its id, with what to carry out on the text. */
const Operations = z.object({ id: Id, operations: z.array(Operation) });

/** A decision, or the taking back of one, as the text is about to be changed by it. */
const Outcome = z.object({
  /** Suggestions the text is changed for. */
  done: z.array(Id),
  /** What turns each of them round, against the text after it. */
  undo: z.array(Operations),
  /** Other open suggestions, as they read against the text after it. */
  reanchored: z.array(Operations),
  needsLook: z.array(z.object({ id: Id, by: Id, quote: z.string().max(200) })),
});
export type Outcome = z.infer<typeof Outcome>;

/** What was decided at once (S10), so that it can be taken back at once (S6). */
const Decision = z.object({
  id: Id,
  what: z.enum(['accept', 'reject']),
  personId: Id,
  at: Timestamp,
  suggestionIds: z.array(Id),
  /** What turns each accepted suggestion round. */
  undo: z.array(Operations),
  undone: z.object({ personId: Id, at: Timestamp }).nullable(),
});
export type Decision = z.infer<typeof Decision>;

/**
 * A change of the text that is on its way. It is written before the text and taken away with the record of the decision, so
 * that after a crash in between the text itself tells which of the two it was (`written`).
 */
const Underway = z.object({
  decision: Decision,
  what: z.enum(['accept', 'undo']),
  personId: Id,
  /** The change took place if this Yjs client id's clock in the text is beyond `clock`. */
  written: z.object({ clientId: z.number().int(), clock: z.number().int() }),
  outcome: Outcome,
});
export type Underway = z.infer<typeof Underway>;

/** The suggestions of one chapter, oldest first, with the decisions about them. `standing` is found when asked, not kept. */
const SuggestionsFile = z.object({
  suggestions: z.array(Suggestion),
  decisions: z.array(Decision),
  underway: Underway.nullable(),
});
export type SuggestionsFile = z.infer<typeof SuggestionsFile>;
export const SUGGESTIONS_FILE: ScopeKind<SuggestionsFile> = {
  name: 'suggestions',
  schema: SuggestionsFile,
  empty: () => ({ suggestions: [], decisions: [], underway: null }),
};
