import type { BlockAnchor, Located, TextAnchor, TextPoint } from './anchor';
import { walk } from './blocks';
import type { NodeJson } from './document';
import { inlineText, isTextBlock } from './inline-text';

/** Finds where the text or block of anchors stands in one document. */
export interface Locator {
  locate(anchor: TextAnchor | BlockAnchor, hint?: { start: TextPoint; end: TextPoint } | null): Located;
}

export function createLocator(document: NodeJson): Locator {
  const texts = new Map<string, string>();
  const ids = new Set<string>();
  walk(document, (node) => {
    const id = node.attrs?.id;
    if (typeof id !== 'string') return;
    ids.add(id);
    if (isTextBlock(node.type)) texts.set(id, inlineText(node));
  });
  return {
    locate(anchor) {
      if (anchor.kind === 'block')
        return ids.has(anchor.blockId) ? { found: 'block', blockId: anchor.blockId } : { found: 'nowhere' };
      const text = texts.get(anchor.start.blockId);
      const from = text?.indexOf(anchor.quote, 0) ?? -1;
      if (from < 0) return { found: 'nowhere' };
      const range = { blockId: anchor.start.blockId, from, to: from + anchor.quote.length };
      return { found: 'text', ranges: [range] };
    },
  };
}

/** As `createLocator(document).locate`, for one anchor. */
export function locate(
  anchor: TextAnchor | BlockAnchor,
  document: NodeJson,
  hint: { start: TextPoint; end: TextPoint } | null = null,
): Located {
  return createLocator(document).locate(anchor, hint);
}
