import { newId } from '@accord/shared/kernel/id';
import { FRAGMENT, type NodeJson } from '@accord/shared/manuscript/document';
import { acceptSuggestions } from '@accord/shared/suggestions/accept';
import { suggestionsBetween, type Unsupported } from '@accord/shared/suggestions/difference';
import type { Spot } from '@accord/shared/suggestions/spot';
import type { Operation } from '@accord/shared/suggestions/suggestions';
import * as Y from 'yjs';
import { ownChanges } from './own-changes';
import { rewrite } from './rewrite';
import { sameText, sharing, TextReader } from './text-reader';

/** An own open suggestion. */
export interface Own {
  readonly id: string;
  readonly operations: readonly Operation[];
}

/** An own suggestion as it stands in the fork; `spots`: for each operation, where its new content is. */
export interface Standing extends Own {
  readonly spots: readonly Spot[];
}

export interface ForkEvents {
  /** The proposer has begun to change something that is not among their suggestions yet; false: now it is. */
  readonly onTouched: (touched: boolean) => void;
  /** The proposer has changed something: these are all own suggestions now, in place of those before. */
  readonly onOwn: (own: readonly Own[]) => void;
  /** Something that can't be suggested was taken back. */
  readonly onTakenBack: (what: readonly Unsupported[]) => void;
  /** The fork's text was changed by other means than the proposer's hand: what undo remembers is no longer sound. */
  readonly onMended: () => void;
}

/** What comes from the synced text. */
const FORWARDED = Symbol('forwarded');
/** What brings the fork back to what it has to be. */
const MENDED = Symbol('mended');

/** How long the proposer rests before it is looked what they have changed, in milliseconds. */
const REST = 80;

/**
 * The copy of a chapter's text in which somebody makes suggestions. It follows the synced text and is never sent. At rest
 * it always is the synced text with the proposer's open suggestions carried out on it; those that conflict stand aside.
 */
export class Fork {
  readonly doc = new Y.Doc();
  readonly #synced: Y.Doc;
  readonly #events: ForkEvents;
  readonly #base: TextReader;
  readonly #copy: TextReader;
  #own: readonly Own[];
  #standing: ReadonlySet<string> = new Set();
  /** The synced text as the fork holds it. */
  #text: NodeJson;
  #touched = false;
  #stopped = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #drawn: {
    readonly base: NodeJson;
    readonly fork: NodeJson;
    readonly own: readonly Own[];
    readonly standing: readonly Standing[];
  } | null = null;

  constructor(synced: Y.Doc, own: readonly Own[], events: ForkEvents) {
    this.#synced = synced;
    this.#events = events;
    this.#own = own;
    Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(synced), FORWARDED);
    this.#base = new TextReader(synced.getXmlFragment(FRAGMENT));
    this.#copy = new TextReader(this.doc.getXmlFragment(FRAGMENT));
    this.#text = this.#base.read();
    this.#mend();
    synced.on('update', this.#forward);
    this.doc.on('update', this.#noticed);
  }

  /** All own open suggestions, also those that conflict. */
  get own(): readonly Own[] {
    return this.#own;
  }

  /** Ids of the own suggestions that conflict with the text, or with an earlier own one: the fork is without them. */
  get aside(): ReadonlySet<string> {
    return new Set(this.#own.flatMap(({ id }) => (this.#standing.has(id) ? [] : [id])));
  }

  /** The synced text as the fork knows it. */
  get base(): NodeJson {
    return this.#text;
  }

  /** The fork's own text. */
  get text(): NodeJson {
    return sharing(this.#copy.read(), this.#text);
  }

  /** Where the own suggestions stand in the fork. What was typed this very moment counts already. */
  get standing(): readonly Standing[] {
    const [base, fork, own] = [this.#text, this.text, this.#own];
    const last = this.#drawn;
    if (last && last.base === base && last.fork === fork && last.own === own) return last.standing;
    const { suggestions } = suggestionsBetween(base, fork, this.#ownStanding());
    const standing = suggestions.map(({ id, operations, spots }) => ({ id: id ?? '', operations, spots }));
    this.#drawn = { base, fork, own, standing };
    return standing;
  }

  /**
   * Replaces the own suggestions by what is known elsewhere (the server decided one, another tab withdrew one), and brings
   * the fork's text along. What the proposer has changed up to this moment must have been read (`settle`) and be among them.
   */
  setOwn(own: readonly Own[]): void {
    if (this.#touched) throw new Error('what was typed has to be read first');
    this.#own = own;
    this.#mend();
  }

  /** Reads at once what the proposer has changed. */
  settle(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (!this.#touched) return;
    this.#touched = false;
    const fork = this.text;
    const before = this.#ownStanding();
    const { changes, unsupported } = ownChanges(this.#text, fork, before);
    const former = new Map(before.map((own) => [own.id, own]));
    const standing = changes.map(({ id = newId(), operations }) => {
      const was = former.get(id);
      return was && sameOperations(was.operations, operations) ? was : { id, operations };
    });
    const aside = this.#own.filter(({ id }) => !this.#standing.has(id));
    const own = [...standing, ...aside];
    const changed = own.length !== this.#own.length || own.some((each, index) => each !== this.#own[index]);
    this.#own = own;
    // Takes back what can't be suggested; and a block that was made anew and is as before gets its former id back.
    this.#mend();
    if (unsupported.length > 0) this.#events.onTakenBack(unsupported);
    if (changed) this.#events.onOwn(own);
    this.#events.onTouched(false);
  }

  /** Ends following the synced text. */
  stop(): void {
    if (this.#stopped) return;
    this.settle();
    this.#stopped = true;
    this.#synced.off('update', this.#forward);
    this.doc.off('update', this.#noticed);
    this.#base.stop();
    this.#copy.stop();
  }

  readonly #noticed = (_update: Uint8Array, origin: unknown): void => {
    if (origin === FORWARDED || origin === MENDED) return;
    this.#touched = true;
    this.#events.onTouched(true);
    this.#timer ??= setTimeout(() => this.settle(), REST);
  };

  readonly #forward = (update: Uint8Array): void => {
    // What was typed before this came is read against the text it was typed into.
    this.settle();
    Y.applyUpdate(this.doc, update, FORWARDED);
    this.#text = this.#base.read();
    this.#mend();
  };

  #ownStanding(): readonly Own[] {
    return this.#own.filter(({ id }) => this.#standing.has(id));
  }

  /** Brings the fork to the synced text with the own suggestions carried out. */
  #mend(): void {
    const { accepted, document: wanted } = acceptSuggestions(this.#own, this.#text);
    this.#standing = new Set(accepted);
    if (sameText(wanted, this.text)) return;
    this.doc.transact(() => rewrite(this.#copy.fragment, wanted), MENDED);
    this.#events.onMended();
  }
}

const sameOperations = (one: readonly Operation[], other: readonly Operation[]): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
