import type { BlockDifference } from '../manuscript/difference/block';
import type { Leaf } from '../manuscript/difference/leaves';
import type { Piece } from '../manuscript/difference/words';
import type { MarkJson, NodeJson } from '../manuscript/document';
import { sliceInline, textOfInline } from '../manuscript/inline-text';
import { isList, nameOf } from './comparison-look';
import type { Fact, ListKind } from './comparison-model';

/** What happened to a block itself, besides its words: its type, what it shows, its formatting. */
export function factsOfBlock(before: NodeJson, after: NodeJson, difference: BlockDifference): Fact[] {
  const facts: Fact[] = [];
  const { pieces, type, attributes } = difference;
  if (type) facts.push({ kind: 'type', before: nameOf(before), after: nameOf(after) });
  else facts.push(...factsOfAttributes(before, after, attributes));
  if (after.type === 'figure' && !type && pieces.some(wordsDiffer)) facts.push({ kind: 'caption' });
  facts.push(...factsOfPieces(pieces));
  return facts.length === 0 && !pieces.some(({ kind }) => kind !== 'kept') ? [{ kind: 'unshown' }] : facts;
}

export const wordsDiffer = ({ kind }: { readonly kind: string }): boolean =>
  kind === 'inserted' || kind === 'deleted';

function factsOfAttributes(
  before: NodeJson,
  after: NodeJson,
  attributes: BlockDifference['attributes'],
): Fact[] {
  const facts: Fact[] = [];
  const changed = new Map(attributes.map((change) => [change.name, change]));
  const take = (name: string) => {
    const change = changed.get(name);
    changed.delete(name);
    return change;
  };
  const text = (value: unknown) => (typeof value === 'string' ? value : null);
  if (after.type === 'heading' && take('level'))
    facts.push({ kind: 'type', before: nameOf(before), after: nameOf(after) });
  if (after.type === 'figure') {
    const [src, pending, width, height, alt] = ['src', 'pending', 'width', 'height', 'alt'].map(take);
    if (src || pending) facts.push({ kind: 'image' });
    else if (width || height) facts.push({ kind: 'image-size' });
    if (alt) {
      const [old, now] = [text(alt.before), text(alt.after)];
      if (now === '') facts.push({ kind: 'decorative', now: true, alt: old });
      else if (old === '') facts.push({ kind: 'decorative', now: false, alt: now });
      else facts.push({ kind: 'alt', before: old, after: now });
    }
  }
  if (after.type === 'codeBlock') {
    const language = take('language');
    if (language)
      facts.push({ kind: 'code-language', before: text(language.before), after: text(language.after) });
  }
  if (after.type === 'footnote' && take('noteId')) facts.push({ kind: 'note-target' });
  if (changed.size > 0) facts.push({ kind: 'unshown' });
  return facts;
}

/** Formatting that changed, and marks of footnotes that came or went. */
export function factsOfPieces(pieces: readonly Piece[]): Fact[] {
  const facts: Fact[] = [];
  for (const piece of pieces) {
    if (piece.kind === 'reformatted') facts.push(...factsOfFormatting(piece.before, piece.after));
    if (piece.kind !== 'inserted' && piece.kind !== 'deleted') continue;
    for (const { type, attrs } of piece.content)
      if (type === 'footnoteReference')
        facts.push({
          kind: 'note-mark',
          change: piece.kind === 'inserted' ? 'added' : 'removed',
          noteId: typeof attrs?.noteId === 'string' ? attrs.noteId : null,
        });
  }
  return facts;
}

/** The same letters with other marks: what came on and went off, stretch by stretch. */
function factsOfFormatting(before: readonly NodeJson[], after: readonly NodeJson[]): Fact[] {
  const ends = [...new Set([...endsOf(before), ...endsOf(after)])].sort((one, other) => one - other);
  const stretches: { readonly key: string; readonly facts: Fact[]; words: string }[] = [];
  let from = 0;
  for (const to of ends) {
    const [old, now] = [sliceInline(before, from, to), sliceInline(after, from, to)];
    from = to;
    const facts = factsOfMarks(old[0]?.marks ?? [], now[0]?.marks ?? []);
    const words = textOfInline(now).replaceAll('\uFFFC', ' ');
    const key = JSON.stringify(facts);
    const last = stretches.at(-1);
    if (last?.key === key) last.words += words;
    else stretches.push({ key, facts, words });
  }
  return stretches.flatMap(({ facts, words }) =>
    facts.map((fact) => ('words' in fact ? { ...fact, words: words.trim() } : fact)),
  );
}

function factsOfMarks(before: readonly MarkJson[], after: readonly MarkJson[]): Fact[] {
  const typesOf = (marks: readonly MarkJson[]) => new Set(marks.map(({ type }) => type));
  const [were, are] = [typesOf(before), typesOf(after)];
  const on = [...are].filter((type) => type !== 'link' && !were.has(type));
  const off = [...were].filter((type) => type !== 'link' && !are.has(type));
  const target = (marks: readonly MarkJson[]): string | null => {
    const href = marks.find(({ type }) => type === 'link')?.attrs?.href;
    return typeof href === 'string' ? href : null;
  };
  const [old, now] = [target(before), target(after)];
  const facts: Fact[] = [];
  if (on.length > 0 || off.length > 0) facts.push({ kind: 'marks', on, off, words: '' });
  if (old !== now) facts.push({ kind: 'link', before: old, after: now, words: '' });
  return facts.length > 0 ? facts : [{ kind: 'unshown' }];
}

function endsOf(nodes: readonly NodeJson[]): number[] {
  let at = 0;
  return nodes.map((node) => (at += textOfInline([node]).length));
}

/** A fact about containers, and what it is about: of neighbouring blocks only the first tells it. */
export interface ContainerFact {
  readonly fact: Fact;
  readonly about: readonly (NodeJson | undefined)[];
}

/** What happened to the lists, quotes and call-outs around a block. */
export function factsOfContainers(before: Leaf, after: Leaf): ContainerFact[] {
  const facts: ContainerFact[] = [];
  const say = (fact: Fact, ...about: (NodeJson | undefined)[]) => facts.push({ fact, about });
  const [old, now] = [before.around, after.around];
  const [lists, listsNow] = [old.filter(isList), now.filter(isList)];
  const [list, listNow] = [lists.at(-1), listsNow.at(-1)];
  if (list && listNow) {
    if (lists.length !== listsNow.length)
      say({ kind: 'list-level', before: lists.length, after: listsNow.length }, before.node);
    if (list.type !== listNow.type)
      say(
        { kind: 'list-kind', before: list.type as ListKind, after: listNow.type as ListKind },
        list,
        listNow,
      );
    else if (startOf(list) !== startOf(listNow) && lists.length === listsNow.length)
      say({ kind: 'list-start', before: startOf(list), after: startOf(listNow) }, list, listNow);
    const [item, itemNow] = [old[old.lastIndexOf(list) + 1], now[now.lastIndexOf(listNow) + 1]];
    const [done, doneNow] = [item?.attrs?.checked === true, itemNow?.attrs?.checked === true];
    if (item?.type === itemNow?.type && done !== doneNow) say({ kind: 'task', done: doneNow }, item, itemNow);
  } else if (listNow) say({ kind: 'put-into', container: listNow.type as ListKind }, listNow);
  else if (list) say({ kind: 'taken-out', container: list.type as ListKind }, list);
  for (const type of ['blockquote', 'callout'] as const) {
    const [ours, oursNow] = [
      old.filter((node) => node.type === type),
      now.filter((node) => node.type === type),
    ];
    if (ours.length < oursNow.length) say({ kind: 'put-into', container: type }, oursNow.at(-1));
    else if (ours.length > oursNow.length) say({ kind: 'taken-out', container: type }, ours.at(-1));
    else if (kindOf(ours.at(-1)) !== kindOf(oursNow.at(-1)))
      say(
        { kind: 'callout-kind', before: kindOf(ours.at(-1)), after: kindOf(oursNow.at(-1)) },
        ours.at(-1),
        oursNow.at(-1),
      );
  }
  if (facts.length === 0 && before.containers.join() !== after.containers.join())
    say({ kind: 'unshown' }, old.at(-1), now.at(-1));
  return facts;
}

const startOf = (list: NodeJson): number => (typeof list.attrs?.start === 'number' ? list.attrs.start : 1);
const kindOf = (callout: NodeJson | undefined): string => String(callout?.attrs?.kind ?? 'note');

/** Whether a block stands with the one above it in other containers than it did, though in containers of the same kinds. */
export function regrouped(before: Leaf, after: Leaf): ContainerFact[] {
  if (before.shared === after.shared) return [];
  const parted = after.shared < before.shared;
  const container = parted ? after.around[after.shared] : before.around[before.shared];
  return [
    { fact: { kind: parted ? 'parted' : 'joined', container: container?.type ?? '' }, about: [after.node] },
  ];
}
