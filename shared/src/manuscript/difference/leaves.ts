import { isTextBlockType } from '../blocks';
import type { NodeJson } from '../document';
import { inlineText } from '../inline-text';
import { blockKey } from './block';

/** A block that holds text itself, or nothing (a rule), at its place in a document. */
export interface Leaf {
  readonly node: NodeJson;
  /** Null when the block has none. An id that stands twice is the id of both: which of them goes on is found by comparing. */
  readonly id: string | null;
  /** Its number in the order of the text, from 0. */
  readonly index: number;
  /** Types and attributes of the containers around it, the outermost first, each in one spelling. */
  readonly containers: readonly string[];
  /** How many containers it shares with the leaf before it. */
  readonly shared: number;
  /** What it says and how, without ids: equal for equal blocks. */
  readonly key: string;
  readonly text: string;
}

/** The leaves of a document in the order of the text. */
export function leavesOf(document: NodeJson): Leaf[] {
  const leaves: Leaf[] = [];
  let previous: readonly NodeJson[] = [];
  const visit = (node: NodeJson, around: readonly NodeJson[]): void => {
    const inside = node.content ?? [];
    if (node.type !== 'doc' && (isTextBlockType(node.type) || inside.length === 0)) {
      const differs = around.findIndex((container, depth) => container !== previous[depth]);
      leaves.push({
        node,
        id: typeof node.attrs?.id === 'string' ? node.attrs.id : null,
        index: leaves.length,
        containers: around.map((container) => blockKey({ ...container, content: [] })),
        shared: differs < 0 ? around.length : differs,
        key: blockKey(node),
        text: inlineText(node),
      });
      previous = around;
      return;
    }
    const within = node.type === 'doc' ? around : [...around, node];
    for (const child of inside) visit(child, within);
  };
  visit(document, []);
  return leaves;
}
