import type { BlockAnchor, Located } from '../anchor';
import { blockQuote } from '../anchoring';
import { walk } from '../blocks';
import type { NodeJson } from '../document';

/** Shorter quotes of a block don't tell it from others. */
const TELLING_BLOCK = 16;

/** The block of the anchor's id; else, when it was cut and pasted, the only one of its kind with its text or image. */
export function blockIn(document: NodeJson, anchor: BlockAnchor): Located {
  const alike: string[] = [];
  let there = false;
  walk(document, (node) => {
    const id = node.attrs?.id;
    if (there || typeof id !== 'string') return;
    if (id === anchor.blockId) there = true;
    else if (isAlike(node, anchor)) alike.push(id);
  });
  if (there) return { found: 'block', blockId: anchor.blockId };
  const [only, another] = alike;
  return only !== undefined && another === undefined
    ? { found: 'block', blockId: only }
    : { found: 'nowhere' };
}

function isAlike(node: NodeJson, { type, src, quote }: BlockAnchor): boolean {
  if (type === undefined || node.type !== type) return false;
  if (src !== undefined && node.attrs?.src !== src) return false;
  return (src !== undefined || quote.length >= TELLING_BLOCK) && blockQuote(node) === quote;
}
