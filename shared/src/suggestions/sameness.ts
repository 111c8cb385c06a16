import type { MarkJson, NodeJson } from '../manuscript/document';
import { joinInline } from '../manuscript/inline-text';

/**
 * When two pieces of text count as the same: attributes that are null, missing or in another order make no difference, nor
 * does the order of marks or how a run of letters is cut.
 */

/** A block's id, null when it has none. */
export function idOf(node: NodeJson): string | null {
  const id = node.attrs?.id;
  return typeof id === 'string' && id !== '' ? id : null;
}

/** A block's attributes without its id and without those that are not set. */
export function attributesOf(node: NodeJson): Record<string, unknown> {
  const attrs: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(node.attrs ?? {}))
    if (name !== 'id' && value !== null && value !== undefined) attrs[name] = value;
  return attrs;
}

export function sameAttributes(
  one: Readonly<Record<string, unknown>>,
  other: Readonly<Record<string, unknown>>,
): boolean {
  return namesOf(one, other).every((name) => sameValue(one[name], other[name]));
}

/** Names of the attributes that differ, in alphabetical order. */
export function changedAttributes(
  one: Readonly<Record<string, unknown>>,
  other: Readonly<Record<string, unknown>>,
): string[] {
  return namesOf(one, other)
    .filter((name) => !sameValue(one[name], other[name]))
    .sort();
}

const namesOf = (one: object, other: object) => [...new Set([...Object.keys(one), ...Object.keys(other)])];

function sameValue(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if ((one ?? null) === null && (other ?? null) === null) return true;
  return (
    typeof one === 'object' && typeof other === 'object' && JSON.stringify(one) === JSON.stringify(other)
  );
}

const PLAIN = '';

/** One spelling of a set of marks, to compare by. */
export function marksKey(marks: readonly MarkJson[] | undefined): string {
  if (!marks || marks.length === 0) return PLAIN;
  return marks
    .map(({ type, attrs }) => {
      const set = Object.entries(attrs ?? {}).filter(([, value]) => value !== null && value !== undefined);
      return set.length > 0 ? `${type}${JSON.stringify(set.sort(([a], [b]) => (a < b ? -1 : 1)))}` : type;
    })
    .sort()
    .join('+');
}

/** Whether two lists of inline nodes are the same letters with the same marks, breaks and footnotes (which carry no marks). */
export function sameInline(one: readonly NodeJson[], other: readonly NodeJson[]): boolean {
  const [left, right] = [joinInline(one), joinInline(other)];
  return (
    left.length === right.length &&
    left.every((node, index) => {
      const twin = right[index] as NodeJson;
      return (
        node.type === twin.type &&
        node.text === twin.text &&
        (node.type !== 'text' || marksKey(node.marks) === marksKey(twin.marks)) &&
        sameAttributes(node.attrs ?? {}, twin.attrs ?? {})
      );
    })
  );
}

/** How two blocks are compared. */
export interface Comparison {
  /** Whether their ids, and those of the blocks in them, count. */
  readonly ids: boolean;
  /** Text blocks (by the id in the first) whose words are not looked at. */
  readonly except?: ReadonlySet<string>;
}

/** Whether two blocks are the same with all they hold. */
export function sameBlock(one: NodeJson, other: NodeJson, how: Comparison): boolean {
  if (one === other) return true;
  if (one.type !== other.type) return false;
  if (!sameAttributes(attributesOf(one), attributesOf(other))) return false;
  const id = idOf(one);
  if (how.ids && id !== idOf(other)) return false;
  const [left, right] = [one.content ?? [], other.content ?? []];
  if (isBlock(left[0]) || isBlock(right[0]))
    return (
      left.length === right.length &&
      left.every((child, index) => sameBlock(child, right[index] as NodeJson, how))
    );
  return (id !== null && how.except?.has(id) === true) || sameInline(left, right);
}

const INLINE = new Set(['text', 'hardBreak', 'footnoteReference']);
const isBlock = (node: NodeJson | undefined) => node !== undefined && !INLINE.has(node.type);
