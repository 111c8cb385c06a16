import { newId } from '@accord/shared/kernel/id';
import { commonRuns } from '@accord/shared/manuscript/common-runs';
import { FRAGMENT } from '@accord/shared/manuscript/document';
import { inlineText } from '@accord/shared/manuscript/inline-text';
import { blocksToYjs, elementToJson } from '@accord/shared/manuscript/yjs';
import { replaceText } from '@accord/shared/manuscript/yjs-text';
import * as Y from 'yjs';
import type { Overtaken } from './overtaken';

/** Shorter stretches that two texts have in common say nothing. */
const MIN_COMMON = 3;
/** As of the blocks that the editor makes. */
const ID_LENGTH = 10;

/**
 * Writes the words of this tab that went with their block into the block that took its place (of the same id), unless they
 * are in it. A block that nobody wrote anew was deleted on purpose, but not words in it that nobody else had seen: they get
 * a paragraph of their own where it stood.
 */
export function carryOver(doc: Y.Doc, blocks: readonly Overtaken[]): void {
  const fragment = doc.getXmlFragment(FRAGMENT);
  for (const { blockId, index, pieces } of blocks) {
    const heir = findBlock(fragment, blockId);
    if (!heir) {
      const unseen = pieces.flatMap(({ text, seen }) => (seen === 'no' ? [text] : [])).join('');
      if (unseen.trim() !== '') putParagraph(fragment, index, unseen);
      continue;
    }
    const missing = missingWords(pieces, inlineText(elementToJson(heir)));
    if (missing.length === 0) continue;
    doc.transact(() => {
      // From the end, so that the places before stay what they are.
      for (const { at, text } of missing.reverse()) replaceText(heir, at, at, [{ type: 'text', text }]);
    });
  }
}

/** Footnotes stay at the end. */
function putParagraph(fragment: Y.XmlFragment, index: number, text: string): void {
  const isNote = (block: unknown) => block instanceof Y.XmlElement && block.nodeName === 'footnote';
  const notes = fragment.toArray().findIndex(isNote);
  const end = notes < 0 ? fragment.length : notes;
  const paragraph = { type: 'paragraph', attrs: { id: newId(ID_LENGTH) }, content: [{ type: 'text', text }] };
  fragment.insert(Math.min(index, end), blocksToYjs([paragraph]));
}

/** What of the pieces that nobody else can have seen, or maybe not, is not in `now`, and where it belongs there, in order. */
export function missingWords(pieces: Overtaken['pieces'], now: string): { at: number; text: string }[] {
  const parts = markMissing(pieces, now);
  const kept = parts.flatMap(({ text, missing }) => (missing ? [] : [text])).join('');
  const runs = kept === now ? [{ a: 0, b: 0, length: now.length }] : commonRuns(kept, now, MIN_COMMON);
  let passed = 0;
  return parts.flatMap(({ text, missing }) => {
    if (missing) return [{ at: placeOf(passed, runs, now.length), text }];
    passed += text.length;
    return [];
  });
}

interface Part {
  readonly text: string;
  readonly missing: boolean;
}
type Runs = ReturnType<typeof commonRuns>;

function markMissing(pieces: Overtaken['pieces'], now: string): Part[] {
  const others = pieces.flatMap(({ text, seen }) => (seen === 'yes' ? [text] : [])).join('');
  if (others === now) return pieces.map(({ text, seen }) => ({ text, missing: seen !== 'yes' }));
  const before = pieces.map(({ text }) => text).join('');
  const exact = rest(before, now);
  const runs = exact ?? commonRuns(before, now, MIN_COMMON);
  let from = 0;
  return pieces.flatMap(({ text, seen }) => {
    const start = from;
    from += text.length;
    if (seen !== 'maybe') return [{ text, missing: seen === 'no' }];
    const parts = partsOf(text, start, runs);
    const there = parts.reduce((sum, part) => sum + (part.missing ? 0 : part.text.length), 0);
    // A few letters that happen to stand there as well are not these words.
    return !exact && there * 2 < text.length ? [{ text, missing: true }] : parts;
  });
}

/** What stayed, when `now` is the text before but for one stretch. */
function rest(before: string, now: string): Runs | null {
  let head = 0;
  while (head < now.length && before[head] === now[head]) head += 1;
  const tail = now.length - head;
  if (before.length < now.length || !before.endsWith(now.slice(head))) return null;
  return [
    { a: 0, b: 0, length: head },
    { a: before.length - tail, b: head, length: tail },
  ];
}

/** A text that begins at `start`, in the parts that a run covers and those that none does. */
function partsOf(text: string, start: number, runs: Runs): Part[] {
  const parts: Part[] = [];
  const end = start + text.length;
  let at = start;
  const upTo = (to: number, missing: boolean) => {
    if (to > at) parts.push({ text: text.slice(at - start, to - start), missing });
    at = Math.max(at, to);
  };
  for (const { a, length } of runs) {
    if (a + length <= at || a >= end) continue;
    upTo(a, true);
    upTo(Math.min(a + length, end), false);
  }
  upTo(end, true);
  return parts;
}

/** Where the place `offset` is now: inside what stayed, or behind what stood before it, or before what stood behind it. */
function placeOf(offset: number, runs: Runs, end: number): number {
  const around = runs.findLast(({ a, length }) => a <= offset && offset <= a + length);
  if (around) return around.b + offset - around.a;
  const before = runs.findLast(({ a, length }) => a + length <= offset);
  if (before) return before.b + before.length;
  return runs.find(({ a }) => a >= offset)?.b ?? end;
}

function findBlock(parent: Y.XmlFragment, id: string): Y.XmlElement | null {
  for (const child of parent.toArray()) {
    if (!(child instanceof Y.XmlElement)) continue;
    const found = child.getAttribute('id') === id ? child : findBlock(child, id);
    if (found) return found;
  }
  return null;
}
