import { walk } from '../blocks';
import type { NodeJson } from '../document';
import { inlineText, isTextBlock } from '../inline-text';

/** Where one text block stands in the text of its chapter. */
export interface BlockSpan {
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

/**
 * The inline texts of all text blocks with an id one after the other, with nothing between them: where a block was split or
 * two were joined, this text is as before.
 */
export interface ChapterText {
  readonly text: string;
  readonly spans: readonly BlockSpan[];
  /** The blocks of this id; more than one where an id stands twice. */
  spansOf(id: string): readonly BlockSpan[];
  /** Whether a block begins or ends here. */
  isEdge(at: number): boolean;
  /** Where words of four letters and more stand. */
  wordPlaces(word: string): readonly number[];
}

export function chapterText(document: NodeJson): ChapterText {
  const spans: BlockSpan[] = [];
  const texts: string[] = [];
  let at = 0;
  walk(document, (node) => {
    const id = node.attrs?.id;
    if (!isTextBlock(node.type) || typeof id !== 'string') return;
    const text = inlineText(node);
    spans.push({ id, from: at, to: at + text.length });
    texts.push(text);
    at += text.length;
  });
  const text = texts.join('');
  const byId = new Map<string, BlockSpan[]>();
  for (const span of spans) {
    const same = byId.get(span.id);
    if (same) same.push(span);
    else byId.set(span.id, [span]);
  }
  const edges = new Set(spans.map(({ to }) => to)).add(0);
  let words: Map<string, number[]> | null = null;
  return {
    text,
    spans,
    spansOf: (id) => byId.get(id) ?? [],
    isEdge: (place) => edges.has(place),
    wordPlaces(word) {
      words ??= placesOfWords(text);
      return words.get(word) ?? [];
    },
  };
}

/** Words that tell places apart. */
const TELLING_WORD = /[\p{L}\p{N}]{4,}/gu;

/** The telling words of a text with where each begins. */
export function tellingWords(text: string): { word: string; at: number }[] {
  return [...text.matchAll(TELLING_WORD)].map((match) => ({ word: match[0], at: match.index }));
}

function placesOfWords(text: string): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const { word, at } of tellingWords(text)) {
    const found = places.get(word);
    if (found) found.push(at);
    else places.set(word, [at]);
  }
  return places;
}

/** The parts of a stretch of the chapter's text, block by block; empty ones left out. */
export function partsOf(
  { spans }: ChapterText,
  from: number,
  to: number,
): { blockId: string; from: number; to: number }[] {
  const parts: { blockId: string; from: number; to: number }[] = [];
  for (let index = spanAt(spans, from); index < spans.length; index += 1) {
    const span = spans[index];
    if (!span || span.from >= to) break;
    const [left, right] = [Math.max(from, span.from), Math.min(to, span.to)];
    if (right > left) parts.push({ blockId: span.id, from: left - span.from, to: right - span.from });
  }
  return parts;
}

/** Number of the first span that ends behind `at`. */
function spanAt(spans: readonly BlockSpan[], at: number): number {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.to ?? 0) > at) high = middle;
    else low = middle + 1;
  }
  return low;
}
