import {
  type BlockAnchor,
  CONTEXT,
  MAX_QUOTE,
  MAX_TWINS,
  QUOTE_GAP,
  type TextAnchor,
  type TextPoint,
} from './anchor';
import { textOf, walk } from './blocks';
import type { NodeJson } from './document';
import { inlineText, isTextBlock, partsCharacter } from './inline-text';
import { type ChapterText, chapterText, partsOf } from './locating/chapter-text';
import { contextAt, isTelling, wantedOf } from './locating/quote-context';

/** Characters of a block's text that are kept to show when the block is gone. */
const BLOCK_QUOTE = 200;

/**
 * Makes the anchor of the text between two points, given in either order. Ends that stand before or behind nothing but a
 * block's edge are drawn in to the words (a triple click selects into the next block). `hint` is left null.
 * Null when a point is in no text block of the document, or beyond its end.
 */
export function textAnchor(document: NodeJson, start: TextPoint, end: TextPoint): TextAnchor | null {
  const blocks = textBlocks(document);
  const [one, other] = [placeOf(blocks, start), placeOf(blocks, end)];
  if (!one || !other) return null;
  const swapped = one.index > other.index || (one.index === other.index && one.offset > other.offset);
  const [first, last] = swapped ? [other, one] : [one, other];
  while (first.index < last.index && first.offset === textAt(blocks, first.index).length) {
    first.index += 1;
    first.offset = 0;
  }
  while (first.index < last.index && last.offset === 0) {
    last.index -= 1;
    last.offset = textAt(blocks, last.index).length;
  }
  const [head, tail] = [textAt(blocks, first.index), textAt(blocks, last.index)];
  const between = blocks.slice(first.index + 1, last.index).map(({ text }) => text);
  const quote =
    first.index === last.index
      ? head.slice(first.offset, last.offset)
      : [head.slice(first.offset), ...between, tail.slice(0, last.offset)].join('\n');
  const anchor: TextAnchor = {
    kind: 'text',
    start: { blockId: blocks[first.index]?.id ?? start.blockId, offset: first.offset },
    end: { blockId: blocks[last.index]?.id ?? end.blockId, offset: last.offset },
    quote: shortened(quote),
    prefix: lastOf(head.slice(0, first.offset), CONTEXT),
    suffix: firstOf(tail.slice(last.offset), CONTEXT),
    hint: null,
  };
  const twins = twinsOf(chapterText(document), anchor);
  return twins.length > 0 ? { ...anchor, twins } : anchor;
}

/** Blocks in which the same words stand: long ones anywhere, short ones in the same context; in their own block any. */
function twinsOf(chapter: ChapterText, anchor: TextAnchor): string[] {
  const wanted = wantedOf(anchor);
  const own = chapter.spansOf(anchor.start.blockId)[0];
  const twins = new Set<string>();
  if (!own || wanted.quote.trim() === '') return [];
  const telling = isTelling(wanted.quote);
  let at = chapter.text.indexOf(wanted.quote);
  for (; at >= 0 && twins.size < MAX_TWINS; at = chapter.text.indexOf(wanted.quote, at + 1)) {
    const to = at + wanted.quote.length;
    const [part] = partsOf(chapter, at, to);
    if (!part || at === own.from + anchor.start.offset) continue;
    const { firmBefore, firmAfter } = contextAt(chapter, wanted, at, to);
    if (telling || (firmBefore && firmAfter) || part.blockId === own.id) twins.add(part.blockId);
  }
  return [...twins];
}

/** Makes the anchor of a whole block; null when the document has none of this id. */
export function blockAnchor(document: NodeJson, blockId: string): BlockAnchor | null {
  let found: NodeJson | null = null;
  walk(document, (node) => {
    if (found === null && node.attrs?.id === blockId) found = node;
  });
  return found && anchorOf(found, blockId);
}

function anchorOf(block: NodeJson, blockId: string): BlockAnchor {
  const src = block.attrs?.src;
  return {
    kind: 'block',
    blockId,
    quote: blockQuote(block),
    type: block.type,
    ...(typeof src === 'string' && src.length <= 300 ? { src } : {}),
  };
}

/** The beginning of a block's text, for an image without a caption of its description. */
export function blockQuote(block: NodeJson): string {
  const texts: string[] = [];
  walk(block, (node) => {
    if (!isTextBlock(node.type)) return;
    const { alt } = node.attrs ?? {};
    const text = textOf(node).replace(/\s+/g, ' ').trim();
    texts.push(text === '' && typeof alt === 'string' ? alt : text);
  });
  return firstOf(texts.filter((text) => text !== '').join(' '), BLOCK_QUOTE);
}

interface TextBlock {
  readonly id: string;
  readonly text: string;
}

function textBlocks(document: NodeJson): TextBlock[] {
  const blocks: TextBlock[] = [];
  walk(document, (node) => {
    const id = node.attrs?.id;
    if (isTextBlock(node.type) && typeof id === 'string') blocks.push({ id, text: inlineText(node) });
  });
  return blocks;
}

const textAt = (blocks: readonly TextBlock[], index: number): string => blocks[index]?.text ?? '';

function placeOf(
  blocks: readonly TextBlock[],
  { blockId, offset }: TextPoint,
): { index: number; offset: number } | null {
  const index = blocks.findIndex(({ id }) => id === blockId);
  return index >= 0 && offset <= textAt(blocks, index).length ? { index, offset } : null;
}

function shortened(quote: string): string {
  if (quote.length <= MAX_QUOTE) return quote;
  return firstOf(quote, MAX_QUOTE / 2) + QUOTE_GAP + lastOf(quote, MAX_QUOTE / 2);
}

/** At most so many characters from the beginning, never half of one. */
function firstOf(text: string, most: number): string {
  return text.slice(0, partsCharacter(text, most) ? most - 1 : most);
}

function lastOf(text: string, most: number): string {
  const from = Math.max(0, text.length - most);
  return text.slice(partsCharacter(text, from) ? from + 1 : from);
}
