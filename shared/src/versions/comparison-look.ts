import type { Leaf } from '../manuscript/difference/leaves';
import type { NodeJson } from '../manuscript/document';
import type { BlockName, ListKind, Look, Marker, Picture } from './comparison-model';

const LISTS: ReadonlySet<string> = new Set(['bulletList', 'orderedList', 'taskList']);
export const isList = ({ type }: NodeJson): boolean => LISTS.has(type);

const textOr = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const numberOr = (value: unknown): number | null => (typeof value === 'number' ? value : null);

/** How a leaf looks at its place. */
export function lookOf({ node, around, id, shared }: Leaf): Look {
  const attrs = node.attrs ?? {};
  const callout = around.findLastIndex(({ type }) => type === 'callout');
  return {
    type: node.type,
    id,
    level: levelOf(node),
    language: node.type === 'codeBlock' ? textOr(attrs.language) : null,
    image: node.type === 'figure' ? pictureOf(attrs) : null,
    noteId: node.type === 'footnote' ? textOr(attrs.noteId) : null,
    depth: around.filter(isList).length,
    marker: markerOf(around, shared),
    quoted: around.some(({ type }) => type === 'blockquote'),
    callout:
      callout < 0 ? null : { kind: textOr(around[callout]?.attrs?.kind) ?? 'note', first: shared <= callout },
  };
}

const levelOf = (node: NodeJson): number | null =>
  node.type === 'heading' ? (numberOr(node.attrs?.level) ?? 1) : null;

export const nameOf = (node: NodeJson): BlockName => ({ type: node.type, level: levelOf(node) });

export const pictureOf = (attrs: Readonly<Record<string, unknown>>): Picture => ({
  src: textOr(attrs.src),
  alt: textOr(attrs.alt),
  width: numberOr(attrs.width),
  height: numberOr(attrs.height),
  pending: textOr(attrs.pending),
});

/** The item's sign, for the leaf with which the innermost item begins. */
function markerOf(around: readonly NodeJson[], shared: number): Marker | null {
  const at = around.findLastIndex(isList);
  const [list, item] = [around[at], around[at + 1]];
  if (!list || !item || shared > at + 1) return null;
  const start = numberOr(list.attrs?.start) ?? 1;
  return {
    list: list.type as ListKind,
    number: start + (list.content ?? []).indexOf(item),
    checked: item.attrs?.checked === true,
  };
}

const EXCERPT = 60;

/** The beginning of a leaf's words, cut at a word; of an image its description. */
export function excerptOf({ node, text }: Leaf): string {
  const words = text.replaceAll('\uFFFC', ' ').replace(/\s+/g, ' ').trim();
  const said = words === '' ? (textOr(node.attrs?.alt) ?? '') : words;
  if (said.length <= EXCERPT) return said;
  const cut = said.lastIndexOf(' ', EXCERPT);
  return `${said.slice(0, cut > EXCERPT / 2 ? cut : EXCERPT)}…`;
}
