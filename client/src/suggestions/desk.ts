import { newId } from '@accord/shared/kernel/id';
import { FRAGMENT } from '@accord/shared/manuscript/document';
import type { Unsupported } from '@accord/shared/suggestions/difference';
import type { DecisionResult, Operation, Suggestion } from '@accord/shared/suggestions/suggestions';
import type * as Y from 'yjs';
import { createFact, type Fact } from '../sync/fact';
import { Fork, type Own, type Standing } from './fork';
import type { KeptSuggestions } from './kept-suggestions';
import { createProposals, type Proposal, type Proposals, sameOperations } from './proposals';
import type { Here, SuggestionCalls, Verdict } from './suggestion-calls';
import { TextReader } from './text-reader';

/** An open suggestion as the page shows it: others' as the server has it, own ones as they are here. */
export interface OpenSuggestion {
  readonly id: string;
  readonly personId: string;
  readonly at: string;
  readonly operations: readonly Operation[];
  readonly needsLook: Suggestion['needsLook'];
  /** Null for others'. */
  readonly mine: Pick<Proposal, 'arrived' | 'refused'> | null;
}

/** Everything about the suggestions of one chapter that is open in one tab. No React in here. */
export interface SuggestionDesk {
  readonly open: Fact<readonly OpenSuggestion[]>;
  /** Whether the server's list has come; `error`: why it can't. */
  readonly loaded: Fact<boolean>;
  readonly error: Fact<unknown>;
  /** The proposer's copy of the text, while they are suggesting. */
  readonly fork: Fact<Fork | null>;
  readonly unsent: Fact<number>;
  readonly away: Fact<boolean>;
  /** Begins or ends suggesting in a text. */
  suggestIn(synced: Y.Doc | null): void;
  /** Follows a text without suggesting in it. */
  follow(synced: Y.Doc | null): void;
  refresh(): Promise<void>;
  withdraw(id: string): void;
  /** Suggests anew what conflicts: `operations` in the place of those of `id`. */
  replace(id: string, operations: readonly Operation[]): void;
  discard(id: string): void;
  retry(): void;
  /** @throws Failure */
  decide(ids: readonly string[], verdict: Verdict, at?: Here): Promise<DecisionResult>;
  /** @throws Failure */
  undo(decisionId: string): Promise<readonly Suggestion[]>;
  /** Decided suggestions too, newest first. @throws Failure */
  history(): Promise<Suggestion[]>;
  close(): void;
}

export interface DeskOptions {
  readonly chapterId: string;
  readonly title: string;
  readonly personId: string;
  readonly calls: SuggestionCalls;
  readonly kept: KeptSuggestions;
  readonly otherTabs?: () => Promise<ReadonlySet<string>>;
  readonly tab?: string;
  readonly onTakenBack?: (what: readonly Unsupported[]) => void;
  /** The fork's text was changed under the proposer's hands. */
  readonly onMended?: () => void;
  readonly onTrouble?: () => void;
}

export function openDesk(options: DeskOptions): SuggestionDesk {
  const { chapterId, title, personId, calls, kept, tab = newId() } = options;
  const open = createFact<readonly OpenSuggestion[]>([]);
  const loaded = createFact(false);
  const error = createFact<unknown>(null);
  const fork = createFact<Fork | null>(null);
  const touched = createFact(false);
  const unsent = createFact(0);
  let records: readonly Suggestion[] = [];
  let reader: TextReader | null = null;
  let endReading: () => void = () => undefined;
  let closed = false;
  let asking = 0;

  const proposals: Proposals = createProposals({
    chapterId,
    title,
    personId,
    calls,
    kept,
    tab,
    text: () => reader?.read() ?? null,
    otherTabs: options.otherTabs ?? (async () => new Set()),
    onTrouble: options.onTrouble ?? (() => undefined),
    onRecord: (record) => noted([record]),
  });

  // What was typed this moment is on no list yet, and not safe either (U3).
  const count = () => unsent.set(proposals.unsent.get() + (touched.get() ? 1 : 0));
  const endCounting = [touched.subscribe(count), proposals.unsent.subscribe(count)];
  count();

  const show = () => {
    const mine = proposals.all.get();
    const others = records.filter((record) => record.personId !== personId);
    open.set(
      [
        ...others.map((record) => ({ ...record, mine: null })),
        ...mine.map(({ id, operations, record, arrived, refused, at }) => ({
          id,
          personId,
          at: record?.at ?? at,
          operations,
          needsLook: record?.needsLook ?? null,
          mine: { arrived, refused },
        })),
      ].sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0)),
    );
  };

  /** Takes over records as a call left them, whatever was listed before. */
  const noted = (changed: readonly Suggestion[]) => {
    const ids = new Set(changed.map(({ id }) => id));
    records = [
      ...records.filter(({ id }) => !ids.has(id)),
      ...changed.filter(({ state }) => state === 'open'),
    ];
    keepSeen();
    show();
  };
  const keepSeen = () => void kept.see(chapterId, records).catch(options.onTrouble ?? (() => undefined));

  const refresh = async () => {
    const mark = proposals.mark();
    const asked = ++asking;
    try {
      const listed = await calls.list('open');
      // An answer that was overtaken by a later one says nothing any more.
      if (closed || asked < asking) return;
      records = listed;
      keepSeen();
      error.set(null);
      loaded.set(true);
      proposals.known(listed, mark);
      show();
    } catch (cause) {
      if (!closed && asked === asking) error.set(cause);
    }
  };

  /** The fork follows what became of the own suggestions elsewhere. */
  const bringAlong = () => {
    show();
    const current = fork.get();
    if (!current) return;
    current.settle();
    const own = proposals.all.get();
    if (!sameOwn(current.own, own)) current.setOwn(own.map(({ id, operations }) => ({ id, operations })));
  };
  const endOwn = proposals.all.subscribe(bringAlong);

  const follow = (synced: Y.Doc | null) => {
    endReading();
    reader?.stop();
    reader = null;
    endReading = () => undefined;
    if (!synced) return;
    reader = new TextReader(synced.getXmlFragment(FRAGMENT));
    const news = () => proposals.textChanged();
    synced.on('update', news);
    endReading = () => synced.off('update', news);
  };

  // What was there when the server last answered: enough to go on with while it can't be reached.
  void kept.lastSeen(chapterId).then(
    (seen) => {
      if (closed || loaded.get() || records.length > 0) return;
      records = seen;
      proposals.known(seen, 0);
      show();
    },
    options.onTrouble ?? (() => undefined),
  );
  void refresh();

  return {
    open,
    loaded,
    error,
    fork,
    unsent,
    away: proposals.away,
    follow,
    suggestIn(synced) {
      fork.get()?.stop();
      fork.set(null);
      if (!synced || closed) return;
      const own = proposals.all.get().map(({ id, operations }) => ({ id, operations }));
      fork.set(
        new Fork(synced, own, {
          onTouched: touched.set,
          onOwn: (changed) => proposals.propose(changed),
          onTakenBack: (what) => options.onTakenBack?.(what),
          onMended: () => options.onMended?.(),
        }),
      );
    },
    refresh,
    withdraw: (id) => {
      fork.get()?.settle();
      proposals.withdraw(id);
    },
    replace(id, operations) {
      fork.get()?.settle();
      proposals.propose(
        proposals.all
          .get()
          .map((own) => (own.id === id ? { id, operations } : { id: own.id, operations: own.operations })),
      );
    },
    discard: (id) => proposals.discard(id),
    retry: () => {
      proposals.retry();
      void refresh();
    },
    async decide(ids, verdict, at) {
      const [only] = ids;
      const result =
        ids.length === 1 && only !== undefined
          ? await calls.decide(only, verdict, at)
          : await calls.decideAll(ids, verdict);
      noted([...result.decided, ...result.already]);
      void refresh();
      return result;
    },
    async undo(decisionId) {
      const reopened = await calls.undo(decisionId);
      noted(reopened);
      await refresh();
      return reopened;
    },
    async history() {
      const decided = (await calls.list('all')).filter(({ state }) => state !== 'open');
      noted(decided);
      return decided.reverse();
    },
    close() {
      closed = true;
      fork.get()?.stop();
      fork.set(null);
      endOwn();
      for (const end of endCounting) end();
      follow(null);
      proposals.close();
    },
  };
}

function sameOwn(one: readonly Own[], other: readonly Own[]): boolean {
  if (one.length !== other.length) return false;
  const byId = new Map(one.map(({ id, operations }) => [id, operations]));
  return other.every(({ id, operations }) => {
    const known = byId.get(id);
    return known !== undefined && sameOperations(known, operations);
  });
}

export type { Standing };
