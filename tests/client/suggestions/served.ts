import type { SuggestionCalls } from '@accord/client/suggestions/suggestion-calls';
import { Failure, type FailureCode } from '@accord/shared/kernel/failure';
import { newId } from '@accord/shared/kernel/id';
import { FRAGMENT } from '@accord/shared/manuscript/document';
import { yjsToJson } from '@accord/shared/manuscript/yjs';
import { writeEdits } from '@accord/shared/manuscript/yjs-edits';
import { acceptSuggestions } from '@accord/shared/suggestions/accept';
import { Operation, type Suggestion } from '@accord/shared/suggestions/suggestions';
import type * as Y from 'yjs';

/** A server's side of a chapter's suggestions, in memory: as much of it as the page can notice. */
export class Served {
  readonly records: Suggestion[] = [];
  /** What was called, in order: `make`, `change`, `withdraw`. */
  readonly calls: string[] = [];
  /** While set, every call fails with it. */
  failing: FailureCode | null = null;
  /** Called when a suggestion of somebody has changed. */
  onNotice: () => void = () => undefined;
  /** Work that a call waits for before it answers. */
  hold: Promise<unknown> = Promise.resolve();

  constructor(readonly doc: Y.Doc) {}

  /** The calls as one person makes them. */
  of(personId: string): SuggestionCalls {
    const reach = async (what: string): Promise<void> => {
      this.calls.push(what);
      if (this.failing) throw new Failure(this.failing);
      await this.hold;
    };
    const own = (id: string): Suggestion => {
      const record = this.records.find((each) => each.id === id);
      if (!record) throw new Failure('not-found');
      if (record.personId !== personId) throw new Failure('not-allowed');
      if (record.state !== 'open') throw new Failure('already-decided');
      return record;
    };
    const answer = (record: Suggestion): Suggestion => structuredClone(record);
    return {
      list: async (state) => {
        if (this.failing) throw new Failure(this.failing);
        return this.records.filter((record) => state === 'all' || record.state === 'open').map(answer);
      },
      make: async (id, operations) => {
        await reach('make');
        const known = this.records.find((record) => record.id === id);
        if (known) return answer(known);
        const record: Suggestion = {
          id,
          chapterId: 'chapter-1',
          personId,
          at: new Date().toISOString(),
          editedAt: null,
          revision: 1,
          operations: checked(operations),
          state: 'open',
          standing: 'applies',
          needsLook: null,
          decision: null,
        };
        this.records.push(record);
        this.onNotice();
        return answer(record);
      },
      change: async (id, operations) => {
        await reach('change');
        const record = own(id);
        record.operations = checked(operations);
        record.revision += 1;
        this.onNotice();
        return answer(record);
      },
      withdraw: async (id) => {
        await reach('withdraw');
        const record = own(id);
        record.state = 'withdrawn';
        record.revision += 1;
        this.onNotice();
        return answer(record);
      },
      decide: async (id, decision) => this.decide([id], decision, personId),
      decideAll: async (ids, decision) => this.decide(ids, decision, personId),
      undo: async () => [],
    };
  }

  /** Decides, and changes the text as accepting does. */
  decide(ids: readonly string[], verdict: 'accept' | 'reject', personId: string) {
    const chosen = this.records.filter(({ id }) => ids.includes(id));
    if (chosen.some(({ state }) => state !== 'open')) throw new Failure('already-decided');
    const fragment = this.doc.getXmlFragment(FRAGMENT);
    const { edits, accepted } = acceptSuggestions(verdict === 'accept' ? chosen : [], yjsToJson(fragment));
    const done = verdict === 'accept' ? chosen.filter(({ id }) => accepted.includes(id)) : chosen;
    const decision = { id: newId(), personId, at: new Date().toISOString() };
    for (const record of done) {
      record.state = verdict === 'accept' ? 'accepted' : 'rejected';
      record.decision = decision;
      record.revision += 1;
    }
    writeEdits(fragment, edits);
    this.onNotice();
    return { decisionId: decision.id, decided: structuredClone(done), conflicts: [], already: [] };
  }
}

/** As they arrive over the wire. */
const checked = (operations: readonly Operation[]): Operation[] =>
  Operation.array().parse(JSON.parse(JSON.stringify(operations)));
