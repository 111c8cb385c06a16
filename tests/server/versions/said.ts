import { walk } from '@accord/shared/manuscript/blocks';
import type { NodeJson } from '@accord/shared/manuscript/document';
import { inlineText, isTextBlock } from '@accord/shared/manuscript/inline-text';
import type { BlockAuthors } from '@accord/shared/versions/attribution';

/** The inline text of each text block. */
export function textsOf(document: NodeJson): string[] {
  const texts: string[] = [];
  walk(document, (node) => {
    if (isTextBlock(node.type)) texts.push(inlineText(node));
  });
  return texts;
}

export const saidIn = (texts: readonly string[], authors: readonly BlockAuthors[]): string[] =>
  authors.map(({ block, runs }) =>
    runs.map(({ from, to, personId }) => `${personId}:${texts[block]?.slice(from, to)}`).join('|'),
  );
