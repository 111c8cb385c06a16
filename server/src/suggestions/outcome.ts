import type { Outcome, SuggestionsFile, Underway } from './records';

/** Records that suggestions were accepted, the text having been changed for them. Changes the draft. */
export function recordAccepted(draft: SuggestionsFile, { decision, outcome }: Underway): void {
  draft.underway = null;
  const done = new Set(outcome.done);
  const { id, personId, at } = decision;
  for (const suggestion of draft.suggestions) {
    if (!done.has(suggestion.id)) continue;
    suggestion.state = 'accepted';
    suggestion.decision = { id, personId, at };
    suggestion.revision++;
  }
  recordOthers(draft, outcome, at);
  draft.decisions.push({ ...decision, suggestionIds: outcome.done, undo: outcome.undo });
}

/** Records that a decision was taken back: its suggestions are open again. Changes the draft. */
export function recordUndone(
  draft: SuggestionsFile,
  decisionId: string,
  by: { readonly personId: string; readonly at: string },
  outcome?: Outcome,
): void {
  draft.underway = null;
  const decision = draft.decisions.find(({ id }) => id === decisionId);
  if (!decision) return;
  decision.undone = by;
  const ids = new Set(decision.suggestionIds);
  for (const suggestion of draft.suggestions) {
    if (suggestion.decision?.id === decisionId) {
      suggestion.state = 'open';
      suggestion.decision = null;
      suggestion.revision++;
    } else if (suggestion.needsLook && ids.has(suggestion.needsLook.suggestionId)) {
      // What made another look necessary is not there any more.
      suggestion.needsLook = null;
      suggestion.revision++;
    }
  }
  if (outcome) recordOthers(draft, { ...outcome, needsLook: [] }, by.at);
}

/** The other open suggestions: as they read now, and which of them need another look (S4). */
function recordOthers(draft: SuggestionsFile, { reanchored, needsLook }: Outcome, at: string): void {
  const open = new Map(
    draft.suggestions
      .filter(({ state }) => state === 'open')
      .map((suggestion) => [suggestion.id, suggestion]),
  );
  for (const { id, operations } of reanchored) {
    const suggestion = open.get(id);
    if (!suggestion) continue;
    suggestion.operations = operations;
    suggestion.revision++;
  }
  for (const { id, by, quote } of needsLook) {
    const suggestion = open.get(id);
    if (!suggestion) continue;
    suggestion.needsLook = { suggestionId: by, quote, at };
    suggestion.revision++;
  }
}
