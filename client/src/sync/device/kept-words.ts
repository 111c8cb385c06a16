import { FRAGMENT } from '@accord/shared/manuscript/document';
import type { CloseReason } from '@accord/shared/sync/wire';
import * as Y from 'yjs';
import type { UnsavedUpdate } from './unsaved-update';

/** A run of text; `mine`: written by me and never taken by the server. */
export interface KeptPart {
  readonly text: string;
  readonly mine: boolean;
}

/** A block that holds words of mine, whole, so that the words can be understood and pasted. */
export interface KeptBlock {
  /** The block's id; null for words whose block others have deleted. */
  readonly blockId: string | null;
  readonly parts: readonly KeptPart[];
}

/** Words the server would not take, kept so that their author can copy them. */
export interface KeptWords {
  readonly id: string;
  readonly chapterId: string;
  readonly title: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly reason: CloseReason;
  /** How many changes, deletions included, were not taken. */
  readonly changes: number;
  readonly blocks: readonly KeptBlock[];
  /** The changes themselves. */
  readonly updates: readonly UnsavedUpdate[];
}

/** Client id -> sorted runs `[from, to)` of clocks. */
type Runs = Map<number, [from: number, to: number][]>;

function addRun(runs: Runs, client: number, from: number, to: number): void {
  const list = runs.get(client) ?? [];
  list.push([from, to]);
  runs.set(client, list);
}

/** Cuts `[from, to)` into stretches that lie inside or outside the runs of a client. */
function cut(
  runs: Runs,
  client: number,
  from: number,
  to: number,
): [from: number, to: number, inside: boolean][] {
  const stretches: [number, number, boolean][] = [];
  let at = from;
  for (const [start, end] of [...(runs.get(client) ?? [])].sort((a, b) => a[0] - b[0])) {
    const left = Math.max(start, at);
    const right = Math.min(end, to);
    if (left >= right) continue;
    if (left > at) stretches.push([at, left, false]);
    stretches.push([left, right, true]);
    at = right;
  }
  if (at < to) stretches.push([at, to, false]);
  return stretches;
}

/** The blocks of `doc` that hold text inserted by `updates`, and the text of `updates` that others have deleted. */
export function wordsIn(doc: Y.Doc, updates: readonly Uint8Array[]): KeptBlock[] {
  const inserted: Runs = new Map();
  const takenBack: Runs = new Map();
  const texts: { client: number; clock: number; text: string }[] = [];
  for (const update of updates) {
    const { structs, ds } = Y.decodeUpdate(update);
    for (const struct of structs) {
      addRun(inserted, struct.id.client, struct.id.clock, struct.id.clock + struct.length);
      if (struct instanceof Y.Item && struct.content instanceof Y.ContentString) {
        texts.push({
          ...struct.id,
          client: struct.id.client,
          clock: struct.id.clock,
          text: struct.content.str,
        });
      }
    }
    for (const [client, items] of ds.clients) {
      for (const item of items) addRun(takenBack, client, item.clock, item.clock + item.len);
    }
  }
  const live: Runs = new Map();
  const blocks: KeptBlock[] = [];
  collect(doc.getXmlFragment(FRAGMENT), null, inserted, live, blocks);
  const orphaned: KeptPart[] = [];
  for (const { client, clock, text } of texts) {
    for (const [from, to, isLive] of cut(live, client, clock, clock + text.length)) {
      if (isLive) continue;
      for (const [start, end, mineDeleted] of cut(takenBack, client, from, to)) {
        if (!mineDeleted) orphaned.push({ text: text.slice(start - clock, end - clock), mine: true });
      }
    }
  }
  if (orphaned.length > 0) blocks.push({ blockId: null, parts: joined(orphaned) });
  return blocks;
}

function collect(
  node: Y.XmlFragment | Y.XmlElement,
  blockId: string | null,
  inserted: Runs,
  live: Runs,
  blocks: KeptBlock[],
): void {
  const parts: KeptPart[] = [];
  for (const child of node.toArray()) {
    if (child instanceof Y.XmlText) parts.push(...partsOf(child, inserted, live));
    else if (child instanceof Y.XmlElement) {
      const id: unknown = child.getAttribute('id');
      collect(child, typeof id === 'string' ? id : blockId, inserted, live, blocks);
    }
  }
  if (parts.some((part) => part.mine)) blocks.push({ blockId, parts: joined(parts) });
}

function partsOf(text: Y.XmlText, inserted: Runs, live: Runs): KeptPart[] {
  const parts: KeptPart[] = [];
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentString)) continue;
    const { client, clock } = item.id;
    addRun(live, client, clock, clock + item.length);
    for (const [from, to, mine] of cut(inserted, client, clock, clock + item.length)) {
      parts.push({ text: item.content.str.slice(from - clock, to - clock), mine });
    }
  }
  return parts;
}

function joined(parts: readonly KeptPart[]): KeptPart[] {
  const result: KeptPart[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (last && last.mine === part.mine)
      result[result.length - 1] = { text: last.text + part.text, mine: part.mine };
    else result.push(part);
  }
  return result;
}

/** Kept words as plain text to copy, a blank line between blocks. */
export const keptText = (words: Pick<KeptWords, 'blocks'>): string =>
  words.blocks.map((block) => block.parts.map((part) => part.text).join('')).join('\n\n');
