import { Failure } from '@accord/shared/kernel/failure';
import { newId } from '@accord/shared/kernel/id';
import { noticesOfDecision } from '@accord/shared/notices/concerned';
import type { AddNotices } from '@accord/shared/notices/notices';
import { describeSuggestion } from '@accord/shared/suggestions/describe';
import type { DecisionResult, Operation, Suggestion } from '@accord/shared/suggestions/suggestions';
import { createChapterIndex } from '../chapter-index';
import type { Clock } from '../clock';
import { createInTurn } from '../in-turn';
import type { LiveChapters } from '../rooms/live-chapters';
import type { Records, Scope } from '../storage/ports';
import { createWriters } from '../writers';
import { recordAccepted, recordUndone } from './outcome';
import { type Place, type Planned, planAcceptance, planUndo, type Text } from './plan';
import { checkProposal } from './proposal';
import {
  type Decision,
  type Outcome,
  SUGGESTIONS_FILE,
  type SuggestionsFile,
  type Underway,
} from './records';
import { createRecovery } from './recovery';
import { createStandings } from './standing';

/** Most open suggestions of one chapter. */
export const MAX_OPEN = 2000;

type Verb = 'accept' | 'reject';

/** Proposed changes of chapters' text, and what became of them. Who may, has been asked before. */
export interface Suggestions {
  /** The chapter of a suggestion. @throws Failure('not-found') */
  chapterOf(suggestionId: string): Promise<string>;
  /** Null when the chapter has no such suggestion. */
  proposerOf(chapterId: string, suggestionId: string): Promise<string | null>;
  /** Oldest first. */
  list(chapterId: string, state: 'open' | 'all'): Promise<Suggestion[]>;
  /** How many are open, by chapter; chapters without are left out. */
  openCounts(): Promise<ReadonlyMap<string, number>>;
  /** @throws Failure('conflict') when the id is taken, and as `checkProposal` */
  make(
    chapterId: string,
    personId: string,
    proposal: { readonly id?: string | undefined; readonly operations: Operation[] },
  ): Promise<Suggestion>;
  /** @throws Failure('not-allowed') for somebody else's, Failure('already-decided'), and as `checkProposal` */
  change(suggestionId: string, personId: string, operations: Operation[]): Promise<Suggestion>;
  /** @throws Failure('not-allowed') for somebody else's, Failure('already-decided') */
  withdraw(suggestionId: string, personId: string): Promise<Suggestion>;
  /** @throws Failure('already-decided' | 'conflicts-with-text' | 'chapter-locked') */
  decideOne(suggestionId: string, personId: string, verb: Verb, at?: Place): Promise<DecisionResult>;
  /** As one step (S10). @throws Failure('not-found') for ids of no suggestion of the chapter, Failure('chapter-locked') */
  decideMany(
    chapterId: string,
    personId: string,
    verb: Verb,
    ids: readonly string[],
  ): Promise<DecisionResult>;
  /**
   * Accepts them on a text that is locked: all, or nothing is changed (R5).
   * @throws Failure('not-found' | 'already-decided' | 'conflicts-with-text')
   */
  acceptLocked(chapterId: string, personId: string, ids: readonly string[]): Promise<void>;
  /** @throws Failure('not-found' | 'already-decided' | 'conflicts-with-text' | 'chapter-locked') */
  undo(chapterId: string, personId: string, decisionId: string): Promise<Suggestion[]>;
}

export function createSuggestions(needs: {
  readonly records: Records;
  readonly clock: Clock;
  readonly chapters: Pick<LiveChapters, 'read' | 'edit' | 'notify'>;
  readonly addNotices: AddNotices;
  /** Stores the text as a version before many suggestions are accepted at once (V1). */
  readonly beforeBulk: (chapterId: string, personId: string) => Promise<unknown>;
  /** Told of what went wrong without harm to what was asked for. */
  readonly warn: (error: unknown) => void;
}): Suggestions {
  const { records, clock, chapters } = needs;
  const now = () => new Date(clock.now()).toISOString();
  const writers = createWriters();
  const standings = createStandings(chapters);
  const index = createChapterIndex(
    records,
    SUGGESTIONS_FILE,
    ({ suggestions }) => suggestions.map(({ id }) => id),
    needs.warn,
  );
  const oneByOne = createInTurn();
  const recover = createRecovery(chapters);

  /** What concerns one chapter's suggestions happens one after the other: what is read is what is changed. */
  const inTurn = <T>(chapterId: string, work: (scope: Scope<SuggestionsFile>) => Promise<T>): Promise<T> =>
    oneByOne(chapterId, async () => {
      const scope = await records.open(SUGGESTIONS_FILE, chapterId);
      await recover(chapterId, scope);
      return work(scope);
    });

  /** Finishes what the last end interrupted, without waiting until somebody asks for the chapter. */
  async function finishInterrupted(): Promise<void> {
    for (const chapterId of await records.list(SUGGESTIONS_FILE))
      if ((await records.open(SUGGESTIONS_FILE, chapterId)).read().underway)
        await inTurn(chapterId, async () => undefined);
  }
  finishInterrupted().catch(needs.warn);

  /** Changes one's own open suggestion. */
  async function changeOwn(
    suggestionId: string,
    personId: string,
    how: (suggestion: Suggestion) => void,
    look: (suggestion: Suggestion, chapterId: string) => Promise<void> = async () => undefined,
  ): Promise<Suggestion> {
    const chapterId = await index.chapterOf(suggestionId);
    return inTurn(chapterId, async (scope) => {
      const current = byId(scope.read(), suggestionId);
      if (current.personId !== personId)
        throw new Failure('not-allowed', 'It is somebody else’s suggestion.');
      if (current.state !== 'open') throw new Failure('already-decided', `It is ${current.state} already.`);
      await look(current, chapterId);
      await scope.commit((draft) => {
        const suggestion = byId(draft, suggestionId);
        how(suggestion);
        suggestion.revision++;
        suggestion.editedAt = now();
      });
      chapters.notify(chapterId, 'suggestions');
      return standings.one(chapterId, scope.read(), suggestionId);
    });
  }

  /** Rejects open suggestions. */
  async function reject(scope: Scope<SuggestionsFile>, decision: Decision): Promise<void> {
    const ids = new Set(decision.suggestionIds);
    await scope.commit((draft) => {
      for (const suggestion of draft.suggestions) {
        if (!ids.has(suggestion.id)) continue;
        suggestion.state = 'rejected';
        suggestion.decision = { id: decision.id, personId: decision.personId, at: decision.at };
        suggestion.revision++;
      }
      draft.decisions.push(decision);
    });
  }

  /**
   * Changes the text and then the record of it. What it comes to is worked out twice: before, so that the record can be finished
   * after a crash, and in the turn of the text, which may have moved on by then.
   */
  async function carryOut(
    chapterId: string,
    scope: Scope<SuggestionsFile>,
    what: Pick<Underway, 'what' | 'decision' | 'personId'>,
    plan: (text: Text) => Planned,
    finish: (draft: SuggestionsFile, underway: Underway) => void,
    how: { readonly despiteLock?: boolean } = {},
  ): Promise<Outcome & { conflicts: readonly string[] }> {
    // Nothing is written here: it only looks, at the text of its turn and with the means of it.
    const expected = await chapters.edit(chapterId, (text) => plan(text), how);
    const [first] = expected.groups;
    if (!first) return { ...expected.outcome, conflicts: expected.conflicts };
    const underway: Underway = {
      ...what,
      written: { ...writers.of(chapterId, first.personId) },
      outcome: expected.outcome,
    };
    await scope.commit((draft) => {
      draft.underway = underway;
    });
    try {
      const { outcome, conflicts } = await chapters.edit(
        chapterId,
        (text) => {
          const really = plan(text);
          if (really.groups.length > 0 && really.groups[0]?.personId !== first.personId)
            throw new Failure('conflicts-with-text', 'The text changed while it was decided.');
          for (const { personId, edits } of really.groups) {
            const { clientId } = writers.of(chapterId, personId);
            writers.wrote(chapterId, personId, text.write({ personId, clientId }, edits));
          }
          return really;
        },
        how,
      );
      await scope.commit((draft) => {
        if (outcome.done.length > 0) finish(draft, { ...underway, outcome });
        else draft.underway = null;
      });
      return { ...outcome, conflicts };
    } catch (error) {
      writers.forget(chapterId);
      // Refused for certain, or not known: then the text tells.
      await recover(chapterId, scope).catch(needs.warn);
      throw error;
    }
  }

  const newDecision = (what: Verb, personId: string, chosen: readonly Suggestion[]): Decision => ({
    id: newId(),
    what,
    personId,
    at: now(),
    suggestionIds: chosen.map(({ id }) => id),
    undo: [],
    undone: null,
  });

  async function decide(
    chapterId: string,
    scope: Scope<SuggestionsFile>,
    verb: Verb,
    personId: string,
    chosen: readonly Suggestion[],
    at?: Place,
  ): Promise<{ decisionId: string | null; conflicts: readonly string[] }> {
    if (chosen.length === 0) return { decisionId: null, conflicts: [] };
    const decision = newDecision(verb, personId, chosen);
    if (verb === 'reject') {
      await reject(scope, decision);
      return { decisionId: decision.id, conflicts: [] };
    }
    const ids = new Set(decision.suggestionIds);
    const others = scope.read().suggestions.filter(({ id, state }) => state === 'open' && !ids.has(id));
    const { done, conflicts } = await carryOut(
      chapterId,
      scope,
      { what: 'accept', decision, personId },
      (text) => planAcceptance(text, chosen, others, at),
      recordAccepted,
    );
    return { decisionId: done.length > 0 ? decision.id : null, conflicts };
  }

  async function tell(
    chapterId: string,
    what: 'accepted' | 'rejected' | 'reopened',
    byId: string,
    concerned: readonly Suggestion[],
  ): Promise<void> {
    chapters.notify(chapterId, 'suggestions');
    const suggestions = concerned.map(({ id, personId, operations }) => {
      const { before, after } = describeSuggestion(operations);
      return { id, personId, text: after || before };
    });
    // The decision stands, whether or not anybody can be told of it.
    await needs.addNotices(noticesOfDecision({ what, byId, chapterId, suggestions })).catch(needs.warn);
  }

  async function result(
    chapterId: string,
    scope: Scope<SuggestionsFile>,
    decided: { decisionId: string | null; conflicts: readonly string[] },
    already: readonly Suggestion[],
    verb: Verb,
    personId: string,
  ): Promise<DecisionResult> {
    const { decisionId, conflicts } = decided;
    const { suggestions } = scope.read();
    const news = decisionId ? suggestions.filter(({ decision }) => decision?.id === decisionId) : [];
    if (news.length > 0) await tell(chapterId, verb === 'accept' ? 'accepted' : 'rejected', personId, news);
    else if (conflicts.length > 0) chapters.notify(chapterId, 'suggestions');
    return { decisionId, decided: [...news], conflicts: [...conflicts], already: [...already] };
  }

  return {
    chapterOf: index.chapterOf,

    async proposerOf(chapterId, suggestionId) {
      const { suggestions } = (await records.open(SUGGESTIONS_FILE, chapterId)).read();
      return suggestions.find(({ id }) => id === suggestionId)?.personId ?? null;
    },

    list: async (chapterId, state) =>
      inTurn(chapterId, async (scope) => {
        const all = await standings.all(chapterId, scope.read());
        return state === 'all' ? all : all.filter((suggestion) => suggestion.state === 'open');
      }),

    async openCounts() {
      const counts = new Map<string, number>();
      for (const chapterId of await records.list(SUGGESTIONS_FILE)) {
        const { suggestions } = (await records.open(SUGGESTIONS_FILE, chapterId)).read();
        const open = suggestions.filter(({ state }) => state === 'open').length;
        if (open > 0) counts.set(chapterId, open);
      }
      return counts;
    },

    async make(chapterId, personId, { id = newId(), operations }) {
      await index.ready;
      return inTurn(chapterId, async (scope) => {
        const { suggestions } = scope.read();
        const same = suggestions.find((suggestion) => suggestion.id === id);
        if (same?.personId === personId) return standings.one(chapterId, scope.read(), id);
        if (same || index.get(id)) throw new Failure('conflict', 'There is another suggestion of this id.');
        if (suggestions.filter(({ state }) => state === 'open').length >= MAX_OPEN)
          throw new Failure('too-large', `A chapter has at most ${MAX_OPEN} open suggestions.`);
        checkProposal(operations, (await chapters.read(chapterId)).json);
        await scope.commit((draft) => {
          draft.suggestions.push({
            id,
            chapterId,
            personId,
            at: now(),
            editedAt: null,
            revision: 1,
            operations,
            state: 'open',
            standing: 'applies',
            needsLook: null,
            decision: null,
          });
        });
        index.add(id, chapterId);
        chapters.notify(chapterId, 'suggestions');
        return standings.one(chapterId, scope.read(), id);
      });
    },

    change: (suggestionId, personId, operations) =>
      changeOwn(
        suggestionId,
        personId,
        (suggestion) => {
          suggestion.operations = operations;
          suggestion.needsLook = null;
        },
        async (suggestion, chapterId) =>
          checkProposal(operations, (await chapters.read(chapterId)).json, suggestion.operations),
      ),

    withdraw: (suggestionId, personId) =>
      changeOwn(suggestionId, personId, (suggestion) => {
        suggestion.state = 'withdrawn';
      }),

    async decideOne(suggestionId, personId, verb, at) {
      const chapterId = await index.chapterOf(suggestionId);
      return inTurn(chapterId, async (scope) => {
        const suggestion = byId(scope.read(), suggestionId);
        if (suggestion.state !== 'open')
          throw new Failure('already-decided', `It is ${suggestion.state} already.`);
        const decided = await decide(chapterId, scope, verb, personId, [suggestion], at);
        if (!decided.decisionId)
          throw new Failure('conflicts-with-text', 'The text it changes is not there as it was.');
        return result(chapterId, scope, decided, [], verb, personId);
      });
    },

    decideMany: (chapterId, personId, verb, ids) =>
      inTurn(chapterId, async (scope) => {
        const wanted = new Set(ids);
        const all = scope.read().suggestions.filter(({ id }) => wanted.has(id));
        if (all.length < wanted.size) throw new Failure('not-found', 'No such suggestion in this chapter.');
        const open = all.filter(({ state }) => state === 'open');
        const already = all.filter(({ state }) => state !== 'open');
        if (verb === 'accept' && open.length > 1) await needs.beforeBulk(chapterId, personId);
        const decided = await decide(chapterId, scope, verb, personId, open);
        return result(chapterId, scope, decided, already, verb, personId);
      }),

    acceptLocked: (chapterId, personId, ids) =>
      inTurn(chapterId, async (scope) => {
        const wanted = new Set(ids);
        const chosen = scope.read().suggestions.filter(({ id }) => wanted.has(id));
        if (chosen.length < wanted.size)
          throw new Failure('not-found', 'No such suggestion in this chapter.');
        if (chosen.some(({ state }) => state !== 'open'))
          throw new Failure('already-decided', 'One of them is decided already.');
        const others = scope
          .read()
          .suggestions.filter(({ id, state }) => state === 'open' && !wanted.has(id));
        const decision = newDecision('accept', personId, chosen);
        await carryOut(
          chapterId,
          scope,
          { what: 'accept', decision, personId },
          (text) => {
            const planned = planAcceptance(text, chosen, others, undefined);
            if (planned.conflicts.length > 0)
              throw new Failure(
                'conflicts-with-text',
                'The text one of them changes is not there as it was.',
              );
            return planned;
          },
          recordAccepted,
          { despiteLock: true },
        );
        await tell(chapterId, 'accepted', personId, chosen);
      }),

    undo: (chapterId, personId, decisionId) =>
      inTurn(chapterId, async (scope) => {
        const decision = scope.read().decisions.find(({ id }) => id === decisionId);
        if (!decision) throw new Failure('not-found', 'No such decision.');
        if (decision.undone) throw new Failure('already-decided', 'It was taken back already.');
        const by = { personId, at: now() };
        if (decision.what === 'reject') await scope.commit((draft) => recordUndone(draft, decisionId, by));
        else {
          const others = scope.read().suggestions.filter(({ state }) => state === 'open');
          const { done } = await carryOut(
            chapterId,
            scope,
            { what: 'undo', decision, personId },
            (text) => planUndo(text, decision, personId, others),
            (draft, { outcome }) => recordUndone(draft, decisionId, by, outcome),
          );
          if (done.length === 0)
            throw new Failure('conflicts-with-text', 'The text has moved on since it was decided.');
        }
        const ids = new Set(decision.suggestionIds);
        const reopened = (await standings.all(chapterId, scope.read())).filter(({ id }) => ids.has(id));
        await tell(chapterId, 'reopened', personId, reopened);
        return reopened;
      }),
  };
}

function byId({ suggestions }: SuggestionsFile, suggestionId: string): Suggestion {
  const suggestion = suggestions.find(({ id }) => id === suggestionId);
  if (!suggestion) throw new Failure('not-found', 'No such suggestion.');
  return suggestion;
}
