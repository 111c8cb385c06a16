import { Failure, type FailureCode } from '@accord/shared/kernel/failure';
import { newId } from '@accord/shared/kernel/id';
import type { NodeJson } from '@accord/shared/manuscript/document';
import type { Operation, Suggestion } from '@accord/shared/suggestions/suggestions';
import { createFact, type Fact } from '../sync/fact';
import { carriedOver } from './carried-over';
import type { Own } from './fork';
import type { KeptSuggestions, UnsentSuggestion } from './kept-suggestions';
import type { SuggestionCalls } from './suggestion-calls';

/** An own suggestion on this device. */
export interface Proposal extends Own {
  /** As the server has it; null while it has not arrived there. */
  readonly record: Suggestion | null;
  /** Whether the server has it as it is here; `refused`: it would not have it. */
  readonly arrived: 'yes' | 'not-yet' | 'refused';
  readonly refused: FailureCode | null;
  readonly at: string;
}

/** Brings the proposer's own suggestions to the server, and keeps each on the device until it is there. */
export interface Proposals {
  /** All own open suggestions as the proposer wants them. */
  readonly all: Fact<readonly Proposal[]>;
  /** How many changes of own suggestions the server does not have, withdrawals among them. */
  readonly unsent: Fact<number>;
  /** Whether the last attempt found no server. */
  readonly away: Fact<boolean>;
  /** What the proposer made of them: these are all own open suggestions now. */
  propose(own: readonly Own[]): void;
  withdraw(id: string): void;
  /** The server's open suggestions, own ones and others'. @param mark `mark()` of when they were asked for */
  known(open: readonly Suggestion[], mark: number): void;
  mark(): number;
  /** The text has changed, or what was decided is in it now. */
  textChanged(): void;
  /** Tries everything again at once, refused ones too. */
  retry(): void;
  /** Gives up a refused one. */
  discard(id: string): void;
  close(): void;
}

export interface ProposalsOptions {
  readonly chapterId: string;
  readonly title: string;
  readonly personId: string;
  readonly calls: SuggestionCalls;
  readonly kept: KeptSuggestions;
  /** The synced text, or null while there is none. */
  readonly text: () => NodeJson | null;
  /** This tab, unlike every other. */
  readonly tab: string;
  /** Other tabs that are still at work: what they keep is theirs to send. */
  readonly otherTabs: () => Promise<ReadonlySet<string>>;
  /** The device refused to keep something. */
  readonly onTrouble: () => void;
  /** The server has a suggestion as a call left it. */
  readonly onRecord: (record: Suggestion) => void;
  readonly now?: () => number;
}

interface Item {
  readonly id: string;
  server: Suggestion | null;
  /** What it is to become; undefined: what the server has. Null: withdrawn. */
  wanted: readonly Operation[] | null | undefined;
  refused: FailureCode | null;
  at: string;
  stamp: number;
  /** It was decided while it was still being changed; waits for the text that came of it. */
  decided: Suggestion | null;
}

/** While one goes on writing, at most one call in this time, in milliseconds: the others see it within a second. */
const PACE = 400;
/** Pauses before trying again, in milliseconds; the last one from then on. */
const PAUSES = [1_000, 3_000, 10_000, 30_000];
/** How long the text that came of a decision is waited for, in milliseconds. */
const PATIENCE = 5_000;

/** Refusals that pass: nobody has looked at the suggestion itself. */
const PASSING: ReadonlySet<FailureCode> = new Set([
  'unavailable',
  'internal',
  'too-many-requests',
  'read-only-storage',
  'not-signed-in',
]);

export function createProposals(options: ProposalsOptions): Proposals {
  const { chapterId, title, personId, calls, kept, text, tab, onTrouble, onRecord, now = Date.now } = options;
  const items = new Map<string, Item>();
  const all = createFact<readonly Proposal[]>([]);
  const unsent = createFact(0);
  const away = createFact(false);
  let clock = 0;
  let failures = 0;
  let busy = false;
  let closed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let patience: ReturnType<typeof setTimeout> | undefined;

  const told = () => {
    const proposals: Proposal[] = [];
    let waiting = 0;
    for (const { id, wanted, server, refused, at } of items.values()) {
      if (wanted !== undefined) waiting += 1;
      const operations = wanted === undefined ? server?.operations : wanted;
      if (!operations) continue;
      const arrived = refused !== null ? 'refused' : wanted === undefined ? 'yes' : 'not-yet';
      proposals.push({ id, operations, record: server, arrived, refused, at });
    }
    all.set(proposals);
    unsent.set(waiting);
  };

  const keep = (item: Item) => {
    const row: UnsentSuggestion = {
      id: item.id,
      chapterId,
      title,
      operations: item.wanted ? [...item.wanted] : null,
      known: item.server !== null,
      at: item.at,
      tab,
      refused: item.refused,
    };
    kept.keep(row).catch(onTrouble);
  };
  const forget = (id: string) => void kept.drop(id).catch(onTrouble);

  const want = (id: string, operations: readonly Operation[] | null) => {
    const known = items.get(id);
    if (!known && operations === null) return;
    const item: Item = known ?? {
      id,
      server: null,
      wanted: undefined,
      refused: null,
      at: new Date(now()).toISOString(),
      stamp: 0,
      decided: null,
    };
    items.set(id, item);
    item.refused = null;
    if (operations === null && item.server === null && !inFlight.has(id)) {
      items.delete(id);
      forget(id);
      return;
    }
    item.wanted = operations;
    keep(item);
  };

  /** Those being sent at this moment: the server may have them. */
  const inFlight = new Set<string>();

  const soon = (pause: number) => {
    if (closed) return;
    timer ??= setTimeout(() => {
      timer = undefined;
      void work();
    }, pause);
  };

  async function work(): Promise<void> {
    if (busy || closed) return;
    busy = true;
    try {
      for (;;) {
        const next = [...items.values()].find(
          ({ wanted, refused, decided }) => wanted !== undefined && refused === null && decided === null,
        );
        if (!next || closed) return;
        if (!(await send(next))) return;
      }
    } finally {
      busy = false;
      told();
    }
  }

  /** @returns false when nothing more can be sent now */
  async function send(item: Item): Promise<boolean> {
    const { id, wanted, server } = item;
    if (wanted === undefined) return true;
    inFlight.add(id);
    try {
      const record =
        wanted === null
          ? await calls.withdraw(id)
          : server
            ? await calls.change(id, wanted)
            : await calls.make(id, wanted);
      inFlight.delete(id);
      failures = 0;
      away.set(false);
      arrived(item, wanted, record);
      onRecord(record);
      return true;
    } catch (error) {
      inFlight.delete(id);
      const code = error instanceof Failure ? error.code : 'internal';
      return refused(item, wanted, code);
    }
  }

  function arrived(item: Item, sent: readonly Operation[] | null, record: Suggestion): void {
    item.stamp = ++clock;
    if (record.state !== 'open') {
      // Withdrawn as asked for; or the same id was sent before and somebody has decided meanwhile.
      if (sent === null || item.wanted === null) remove(item);
      else decidedElsewhere(item, record);
      return;
    }
    // The very operations that were sent, as long as the server has them so: whoever holds them sees that nothing changed.
    item.server =
      sent && sameOperations(record.operations, sent) ? { ...record, operations: [...sent] } : record;
    if (item.wanted === sent) {
      item.wanted = undefined;
      forget(item.id);
    } else keep(item);
    told();
  }

  async function refused(item: Item, sent: readonly Operation[] | null, code: FailureCode): Promise<boolean> {
    if (PASSING.has(code)) {
      failures += 1;
      away.set(true);
      soon(PAUSES[Math.min(failures, PAUSES.length) - 1] ?? PACE);
      return false;
    }
    failures = 0;
    away.set(false);
    if (sent === null) {
      // Decided or gone: there is nothing left to withdraw.
      remove(item);
      return true;
    }
    if (code === 'already-decided') {
      await lookUp(item);
      return true;
    }
    if ((code === 'not-found' && item.server) || (code === 'conflict' && !item.server)) {
      // The server does not have it any more, or has another under its id: it is a new one.
      replace(item, item.wanted ? [item.wanted] : []);
      return true;
    }
    item.refused = code;
    keep(item);
    told();
    return true;
  }

  async function lookUp(item: Item): Promise<void> {
    try {
      const record = (await calls.list('all')).find(({ id }) => id === item.id);
      if (record?.state === 'open') {
        item.server = record;
        return;
      }
      if (record) decidedElsewhere(item, record);
      else replace(item, item.wanted ? [item.wanted] : []);
    } catch {
      // Asked again with the next attempt to send it.
      failures += 1;
      away.set(true);
      soon(PAUSES[Math.min(failures, PAUSES.length) - 1] ?? PACE);
    }
  }

  /** Somebody decided about a suggestion whose proposer had gone on with it: what is new in it is not lost. */
  function decidedElsewhere(item: Item, record: Suggestion): void {
    const { wanted } = item;
    if (!wanted || sameOperations(wanted, record.operations)) {
      remove(item);
      return;
    }
    const current = text();
    const rest =
      record.state === 'accepted' ? current && carriedOver(record.operations, wanted, current) : [wanted];
    if (rest) {
      replace(item, rest);
      return;
    }
    item.decided = record;
    // The text that came of it is on its way.
    patience ??= setTimeout(() => {
      patience = undefined;
      for (const each of [...items.values()]) if (each.decided && each.wanted) replace(each, [each.wanted]);
    }, PATIENCE);
    told();
  }

  function replace(item: Item, by: readonly (readonly Operation[])[]): void {
    items.delete(item.id);
    for (const operations of by) want(newId(), operations);
    forget(item.id);
    told();
    if (by.length > 0) soon(0);
  }

  function remove(item: Item): void {
    items.delete(item.id);
    forget(item.id);
    told();
  }

  const wake = () => {
    clearTimeout(timer);
    timer = undefined;
    void work();
  };
  if (typeof window !== 'undefined') window.addEventListener('online', wake);

  void Promise.all([kept.unsent(chapterId), options.otherTabs()]).then(([rows, others]) => {
    for (const row of rows) {
      if (others.has(row.tab) || items.get(row.id)?.wanted !== undefined || closed) continue;
      const known = items.get(row.id);
      const item: Item = {
        id: row.id,
        server: known?.server ?? null,
        wanted: row.operations,
        refused: row.refused,
        at: row.at,
        stamp: 0,
        decided: null,
      };
      items.set(row.id, item);
      // From now on this tab is at it.
      keep(item);
      if (row.known && !known) resumed.add(row.id);
    }
    told();
    soon(0);
  }, onTrouble);
  /** Taken up from an earlier tab, and known to the server then: what became of them shows when its list comes. */
  const resumed = new Set<string>();

  return {
    all,
    unsent,
    away,
    propose(own) {
      const there = new Set(own.map(({ id }) => id));
      for (const { id, operations } of own) {
        const item = items.get(id);
        const now = item && (item.wanted === undefined ? item.server?.operations : item.wanted);
        if (!now || !sameOperations(now, operations)) want(id, operations);
      }
      for (const { id } of all.get()) if (!there.has(id)) want(id, null);
      told();
      soon(PACE);
    },
    withdraw(id) {
      want(id, null);
      told();
      wake();
    },
    mark: () => ++clock,
    known(open, mark) {
      const mine = new Map(open.filter((each) => each.personId === personId).map((each) => [each.id, each]));
      for (const [id, record] of mine) {
        const item = items.get(id);
        if (!item)
          items.set(id, {
            id,
            server: record,
            wanted: undefined,
            refused: null,
            at: record.at,
            stamp: 0,
            decided: null,
          });
        else if (!item.server || record.revision > item.server.revision) item.server = record;
      }
      for (const item of [...items.values()]) {
        const wasKnown = item.server !== null || resumed.has(item.id);
        if (mine.has(item.id) || !wasKnown || item.stamp > mark || inFlight.has(item.id)) continue;
        if (item.wanted === undefined || item.wanted === null) remove(item);
        else if (!item.decided) void lookUp(item);
      }
      resumed.clear();
      told();
    },
    textChanged() {
      for (const item of [...items.values()]) if (item.decided) decidedElsewhere(item, item.decided);
    },
    retry() {
      for (const item of items.values()) item.refused = null;
      told();
      wake();
    },
    discard(id) {
      const item = items.get(id);
      if (!item) return;
      // What the server has stays; only the change it would not have is given up.
      if (item.server) {
        item.wanted = undefined;
        item.refused = null;
        forget(id);
        told();
      } else remove(item);
    },
    close() {
      closed = true;
      clearTimeout(timer);
      clearTimeout(patience);
      if (typeof window !== 'undefined') window.removeEventListener('online', wake);
    },
  };
}

export const sameOperations = (one: readonly Operation[], other: readonly Operation[]): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other);
