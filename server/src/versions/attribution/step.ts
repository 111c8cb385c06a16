import * as Y from 'yjs';
import type { ClockRange } from '../../storage/ports';
import { blockOf, eachLetters, staysOf } from './block-letters';
import { add, type Passage } from './letters';
import { Stretches } from './stretch';

/** A text block that a step wrote in or deleted from. */
export interface TouchedBlock {
  readonly block: Y.XmlElement;
  /** As it stood; open is what the step deleted and nothing has taken along. */
  readonly before: Stretches;
  /** Letters deleted earlier, by where they would stand in `before`: the writer of the step may not have known. */
  readonly ghosts: ReadonlyMap<number, readonly ClockRange[]>;
  /** As it stands; open is what the step inserted and nothing has explained. */
  readonly after: Stretches;
  /** Offsets in `after` of what the step inserted. */
  readonly inserted: readonly (readonly [from: number, to: number])[];
  /** What of it has been explained, by what. */
  readonly links: { from: number; to: number; passage: Passage; offset: number }[];
  /** Letters inserted, each item with its offset in `after`. */
  readonly fresh: readonly { readonly item: Y.Item; readonly text: string; readonly from: number }[];
  /** The block itself came with the step. */
  readonly isNew: boolean;
}

/** The items a step brought and those it deleted; must be asked before Yjs forgets what was deleted. */
function itemsOf({ beforeState, afterState, deleteSet, doc }: Y.Transaction): {
  inserted: Y.Item[];
  deleted: Y.Item[];
} {
  const [inserted, deleted]: [Y.Item[], Y.Item[]] = [[], []];
  const between = (client: number, from: number, to: number, into: Y.Item[]) => {
    const structs = doc.store.clients.get(client) ?? [];
    for (let index = Y.findIndexSS(structs, from); index < structs.length; index++) {
      const struct = structs[index];
      if (!struct || struct.id.clock >= to) return;
      if (struct instanceof Y.Item) into.push(struct);
    }
  };
  for (const [client, to] of afterState) {
    const from = beforeState.get(client) ?? 0;
    if (to > from) between(client, from, to, inserted);
  }
  for (const [client, ranges] of deleteSet.clients)
    for (const { clock, len } of ranges) between(client, clock, clock + len, deleted);
  return { inserted, deleted };
}

/** What a step did to the text blocks, letter by letter. */
export function stepOf(transaction: Y.Transaction): TouchedBlock[] {
  const items = itemsOf(transaction);
  const blocks = new Set<Y.XmlElement>();
  for (const item of [...items.inserted, ...items.deleted]) {
    const block = blockOf(item);
    if (block) blocks.add(block);
  }
  const stay = staysOf(transaction);
  const isNew = ({ client, clock }: Y.ID) => clock >= (transaction.beforeState.get(client) ?? 0);
  return [...blocks].map((block) => touched(block, stay, isNew));
}

function touched(
  block: Y.XmlElement,
  stay: ReturnType<typeof staysOf>,
  isNew: (id: Y.ID) => boolean,
): TouchedBlock {
  const [before, after] = [new Gathered(), new Gathered()];
  const fresh: { item: Y.Item; text: string; from: number }[] = [];
  const ghosts = new Map<number, ClockRange[]>();
  eachLetters(
    block,
    (item, text) => {
      const stays = stay(item);
      const here = isNew(item.id);
      if (stays.after && here) fresh.push({ item, text, from: after.text.length });
      if (stays.before) before.put(item, text, !stays.after);
      if (stays.after) after.put(item, text, here);
    },
    ({ id, length }) => {
      const range: ClockRange = [id.client, id.clock, length];
      const there = ghosts.get(before.text.length);
      if (there) there.push(range);
      else ghosts.set(before.text.length, [range]);
    },
  );
  return {
    block,
    before: before.stretches(),
    ghosts,
    after: after.stretches(),
    inserted: after.open,
    links: [],
    fresh,
    isNew: block._item !== null && isNew(block._item.id),
  };
}

class Gathered {
  text = '';
  readonly letters: ClockRange[] = [];
  readonly open: [number, number][] = [];

  put({ id, length }: Y.Item, text: string, open: boolean): void {
    if (open) {
      const last = this.open.at(-1);
      if (last && last[1] === this.text.length) last[1] += text.length;
      else this.open.push([this.text.length, this.text.length + text.length]);
    }
    this.text += text;
    add(this.letters, [id.client, id.clock, length]);
  }

  stretches(): Stretches {
    const passage: Passage = { text: this.text, letters: this.letters };
    return new Stretches(passage, this.open);
  }
}

/** A text block as it stood before a step, whether or not the step touched it. */
export function standingBefore(block: Y.XmlElement, stay: ReturnType<typeof staysOf>): Passage {
  const gathered = new Gathered();
  eachLetters(block, (item, text) => {
    if (stay(item).before) gathered.put(item, text, false);
  });
  return gathered;
}
