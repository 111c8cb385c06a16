import type { TextPoint } from '@accord/shared/manuscript/anchor';
import {
  changeSuggestion,
  type DecisionResult,
  decideSuggestion,
  decideSuggestions,
  listSuggestions,
  makeSuggestion,
  type Operation,
  type Suggestion,
  undoDecision,
  withdrawSuggestion,
} from '@accord/shared/suggestions/suggestions';
import { call } from '../api/call';

export type Verdict = 'accept' | 'reject';

/** Where a conflicting suggestion is to be applied. */
export interface Here {
  readonly start: TextPoint;
  readonly end: TextPoint;
}

/** What the server does for suggestions of one chapter. All may fail with a `Failure`. */
export interface SuggestionCalls {
  list(state: 'open' | 'all'): Promise<Suggestion[]>;
  make(id: string, operations: readonly Operation[]): Promise<Suggestion>;
  change(id: string, operations: readonly Operation[]): Promise<Suggestion>;
  withdraw(id: string): Promise<Suggestion>;
  decide(id: string, decision: Verdict, at?: Here): Promise<DecisionResult>;
  decideAll(ids: readonly string[], decision: Verdict): Promise<DecisionResult>;
  undo(decisionId: string): Promise<Suggestion[]>;
}

/** The calls of a chapter over HTTP. */
export function suggestionCalls(chapterId: string): SuggestionCalls {
  const chapter = { chapterId };
  const body = (operations: readonly Operation[]) => ({ operations: [...operations] });
  return {
    list: (state) => call(listSuggestions, { params: chapter, query: { state } }),
    make: (id, operations) => call(makeSuggestion, { params: chapter, body: { id, ...body(operations) } }),
    change: (suggestionId, operations) =>
      call(changeSuggestion, { params: { suggestionId }, body: body(operations) }),
    withdraw: (suggestionId) => call(withdrawSuggestion, { params: { suggestionId } }),
    decide: (suggestionId, decision, at) =>
      call(decideSuggestion, { params: { suggestionId }, body: { decision, ...(at ? { at } : {}) } }),
    decideAll: (ids, decision) =>
      call(decideSuggestions, { params: chapter, body: { decision, suggestionIds: [...ids] } }),
    undo: (decisionId) => call(undoDecision, { params: { chapterId, decisionId } }),
  };
}
