import { isTextBlockType } from '../manuscript/blocks';
import type { NodeJson } from '../manuscript/document';
import { inlineText, partsCharacter, sliceInline, textOfInline } from '../manuscript/inline-text';
import { isOwnImage, safeHref } from '../manuscript/safe';
import { manuscriptSchema } from '../manuscript/schema';
import { type Alignment, align } from './alignment';
import type { HintOf } from './place';
import { sameInline } from './sameness';
import type { Operation } from './suggestions';
import { findStretch, type Range, touchedRange } from './text-place';
import type { Tree } from './tree';
import { wordsOf } from './words';

/** Where new inline content goes in a text block of now, and the words it touches there. */
export interface TextEdit extends Range {
  readonly blockId: string;
  readonly content: readonly NodeJson[];
  readonly touched: Range;
}

/** Alignments of the texts that changes were made against with those of now, each worked out once. */
export type Alignments = (blockId: string, oldText: string, newText: string) => Alignment;

export function rememberedAlignments(): Alignments {
  const known = new Map<string, Alignment>();
  return (blockId, oldText, newText) => {
    const key = `${blockId} ${oldText}`;
    const alignment = known.get(key) ?? align(oldText, newText);
    known.set(key, alignment);
    return alignment;
  };
}

/**
 * Finds what a change of text means in the text of now; null when it does not fit.
 * @param type what the block becomes by the same suggestion
 */
export function placeChange(
  { anchor, blockText, before, after }: Extract<Operation, { kind: 'change' }>,
  tree: Tree,
  hintOf: HintOf,
  alignments: Alignments,
  type?: string,
): TextEdit | null {
  const { blockId } = anchor.start;
  const block = tree.get(blockId)?.node;
  if (!block || !isTextBlockType(block.type) || anchor.end.blockId !== blockId) return null;
  const text = inlineText(block);
  const come = textOfInline(after);
  const old = { from: anchor.start.offset, to: anchor.end.offset };
  if (old.from > old.to || old.to > blockText.length) return null;
  const range =
    text === blockText
      ? old
      : findStretch(
          blockText,
          old,
          text,
          come,
          hintIn(blockId, hintOf(anchor)),
          alignments(blockId, blockText, text),
        );
  if (!range || partsCharacter(text, range.from) || partsCharacter(text, range.to)) return null;
  if (!sameInline(sliceInline(block.content ?? [], range.from, range.to), before)) return null;
  if (!mayBeIn(type ?? block.type, after)) return null;
  return { blockId, ...range, content: after, touched: touchedRange(text, range, come, wordsOf(text)) };
}

function hintIn(blockId: string, hint: ReturnType<HintOf>): Range | null {
  if (hint?.start.blockId !== blockId || hint.end.blockId !== blockId) return null;
  return hint.start.offset <= hint.end.offset ? { from: hint.start.offset, to: hint.end.offset } : null;
}

/** Whether the schema lets inline nodes with their marks stand in a block of this type. */
export function mayBeIn(blockType: string, nodes: readonly NodeJson[]): boolean {
  const block = manuscriptSchema.nodes[blockType];
  return nodes.every((node) => {
    const type = manuscriptSchema.nodes[node.type];
    const marks = (node.marks ?? []).map((mark) => manuscriptSchema.marks[mark.type]);
    return (
      type !== undefined &&
      isSafe(node) &&
      block?.contentMatch.matchType(type) != null &&
      marks.every((mark) => mark !== undefined && block.allowsMarkType(mark))
    );
  });
}

/** Whether the addresses in a node are such as may stand in a chapter: proposals come from people who may not write. */
export function isSafe({ type, attrs, marks = [] }: NodeJson): boolean {
  const src = type === 'figure' ? (attrs?.src ?? null) : null;
  const hrefs = marks.filter((mark) => mark.type === 'link').map((mark) => mark.attrs?.href);
  return (src === null || isOwnImage(src)) && hrefs.every((href) => safeHref(href) !== null);
}
