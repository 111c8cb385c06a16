import { isTextBlockType, walk } from '../blocks';
import type { NodeJson } from '../document';
import { inlineText } from '../inline-text';
import { blockKey } from './block';

/** A block that holds text itself, or nothing (a rule), at its place in a document; or a table, where tables are taken as one. */
export interface Leaf {
  readonly node: NodeJson;
  /** Null when the block has none. An id that stands twice is the id of both: which of them goes on is found by comparing. */
  readonly id: string | null;
  /** Its number in the order of the text, from 0. */
  readonly index: number;
  /** The containers around it, the outermost first. */
  readonly around: readonly NodeJson[];
  /** Types and attributes of the containers around it, the outermost first, each in one spelling. */
  readonly containers: readonly string[];
  /** How many containers it shares with the leaf before it. */
  readonly shared: number;
  /** What it says and how, without ids: equal for equal blocks. */
  readonly key: string;
  readonly text: string;
}

/** How a document is cut into leaves: `whole` takes a table with all in it as one leaf, `opened` the blocks in its cells. */
export type TablesAs = 'opened' | 'whole';

/** The leaves of a document in the order of the text. */
export function leavesOf(document: NodeJson, tables: TablesAs = 'opened'): Leaf[] {
  const leaves: Leaf[] = [];
  let previous: readonly NodeJson[] = [];
  const visit = (node: NodeJson, around: readonly NodeJson[]): void => {
    const inside = node.content ?? [];
    const whole = node.type === 'table' && tables === 'whole';
    if (node.type !== 'doc' && (whole || isTextBlockType(node.type) || inside.length === 0)) {
      const differs = around.findIndex((container, depth) => container !== previous[depth]);
      leaves.push({
        node,
        id: typeof node.attrs?.id === 'string' ? node.attrs.id : null,
        index: leaves.length,
        around,
        containers: around.map((container) => blockKey({ ...container, content: [] })),
        shared: differs < 0 ? around.length : differs,
        key: blockKey(node),
        text: whole ? textInside(node) : inlineText(node),
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

/** The texts of all text blocks in a node, one after the other. */
function textInside(node: NodeJson): string {
  const texts: string[] = [];
  walk(node, (child) => {
    if (isTextBlockType(child.type)) texts.push(inlineText(child));
  });
  return texts.join(' ').trim();
}
