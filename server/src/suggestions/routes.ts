import {
  changeSuggestion,
  countOpenSuggestions,
  decideSuggestion,
  decideSuggestions,
  listSuggestions,
  makeSuggestion,
  undoDecision,
  withdrawSuggestion,
} from '@accord/shared/suggestions/suggestions';
import { type BoundEndpoint, bind } from '../http/bind';
import type { Permit } from '../http/permit';
import type { Suggestions } from './suggestions';

/** The HTTP side of suggestions. Those endpoints that name a suggestion ask the permission table here, about its chapter. */
export const suggestionRoutes = (suggestions: Suggestions, permit: Permit): BoundEndpoint[] => [
  bind(listSuggestions, ({ params, query }) => suggestions.list(params.chapterId, query.state)),
  bind(countOpenSuggestions, async ({ caller }) =>
    [...(await suggestions.openCounts())]
      .filter(([chapterId]) => permit.allows(caller, 'chapter.write', chapterId))
      .map(([chapterId, count]) => ({ chapterId, count })),
  ),
  bind(makeSuggestion, ({ caller, params, body }) =>
    suggestions.make(params.chapterId, caller.personId, body),
  ),
  bind(changeSuggestion, async ({ caller, params, body }) => {
    permit.demand(caller, 'chapter.suggest', await suggestions.chapterOf(params.suggestionId));
    return suggestions.change(params.suggestionId, caller.personId, body.operations);
  }),
  bind(withdrawSuggestion, async ({ caller, params }) => {
    permit.demand(caller, 'chapter.suggest', await suggestions.chapterOf(params.suggestionId));
    return suggestions.withdraw(params.suggestionId, caller.personId);
  }),
  bind(decideSuggestion, async ({ caller, params, body }) => {
    permit.demand(caller, 'chapter.write', await suggestions.chapterOf(params.suggestionId));
    return suggestions.decideOne(params.suggestionId, caller.personId, body.decision, body.at);
  }),
  bind(decideSuggestions, ({ caller, params, body }) =>
    suggestions.decideMany(params.chapterId, caller.personId, body.decision, body.suggestionIds),
  ),
  bind(undoDecision, ({ caller, params }) =>
    suggestions.undo(params.chapterId, caller.personId, params.decisionId),
  ),
];
