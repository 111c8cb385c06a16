import type * as Y from 'yjs';
import * as yjs from 'yjs';
import type { ClockRange } from '../../storage/ports';
import { blockOf, eachLetters, staysOf } from './block-letters';
import { add, type Passage } from './letters';
import { Stretches } from './stretch';

/** A text block that a step wrote in or deleted from. */
export interface TouchedBlock {
  readonly block: Y.XmlElement;
  /** As it stood; open is what the step deleted and nothing has taken along. */
  readonly before: Stretches;
  /** As it stands; open is what the step inserted and nothing has explained. */
  readonly after: Stretches;
  /** Letters inserted, each item with its offset in `after`. */
  readonly fresh: readonly { readonly item: Y.Item; readonly text: string; readonly from: number }[];
  /** The block itself came with the step. */
  readonly isNew: boolean;
}

export interface Step {
  readonly blocks: readonly TouchedBlock[];
  /** How much was inserted, and whether anything was deleted. */
  readonly inserted: number;
  readonly deletes: boolean;
}

/** The items a step brought and those it deleted; must be asked before Yjs forgets what was deleted. */
function itemsOf({ beforeState, afterState, deleteSet, doc }: Y.Transaction): {
  inserted: Y.Item[];
  deleted: Y.Item[];
} {
  const [inserted, deleted]: [Y.Item[], Y.Item[]] = [[], []];
  const between = (client: number, from: number, to: number, into: Y.Item[]) => {
    const structs = doc.store.clients.get(client) ?? [];
    for (let index = yjs.findIndexSS(structs, from); index < structs.length; index++) {
      const struct = structs[index];
      if (!struct || struct.id.clock >= to) return;
      if (struct instanceof yjs.Item) into.push(struct);
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
export function stepOf(transaction: Y.Transaction): Step {
  const items = itemsOf(transaction);
  const blocks = new Set<Y.XmlElement>();
  let inserted = 0;
  for (const item of items.inserted) {
    const block = blockOf(item);
    if (!block) continue;
    blocks.add(block);
    if (item.content instanceof yjs.ContentString) inserted += item.length;
  }
  for (const item of items.deleted) {
    const block = blockOf(item);
    if (block) blocks.add(block);
  }
  const stay = staysOf(transaction);
  const isNew = ({ client, clock }: Y.ID) => clock >= (transaction.beforeState.get(client) ?? 0);
  return {
    inserted,
    deletes: items.deleted.length > 0,
    blocks: [...blocks].map((block) => touched(block, stay, isNew)),
  };
}

function touched(
  block: Y.XmlElement,
  stay: ReturnType<typeof staysOf>,
  isNew: (id: Y.ID) => boolean,
): TouchedBlock {
  const [before, after] = [new Gathered(), new Gathered()];
  const fresh: { item: Y.Item; text: string; from: number }[] = [];
  eachLetters(block, (item, text) => {
    const stays = stay(item);
    const here = isNew(item.id);
    if (stays.after && here) fresh.push({ item, text, from: after.text.length });
    if (stays.before) before.put(item, text, !stays.after);
    if (stays.after) after.put(item, text, here);
  });
  return {
    block,
    before: before.stretches(),
    after: after.stretches(),
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
