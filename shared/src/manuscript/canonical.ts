import * as buffer from 'lib0/buffer';
import * as sha256 from 'lib0/hash/sha256';
import * as string from 'lib0/string';
import type { MarkJson, NodeJson } from './document';

/**
 * The one spelling of a text as JSON, on which its hash rests: two replicas that hold the same text give the same string,
 * whatever order attributes and marks were set in, however a run of letters is cut, and whether "nothing" is written as
 * null, as empty or not at all. Keys are sorted; letters are left as they are (no Unicode normalisation).
 */
export function canonicalJson(document: NodeJson): string {
  return JSON.stringify(canonicalNode(document));
}

/** SHA-256 of the canonical JSON in UTF-8, as 64 hex digits. */
export function canonicalHash(document: NodeJson): string {
  return hashOfCanonicalJson(canonicalJson(document));
}

/** As `canonicalHash`, for a text that is already in its canonical spelling. */
export const hashOfCanonicalJson = (json: string): string => sha256Of(json);

/** SHA-256 of a string in UTF-8, as 64 hex digits. */
export function sha256Of(text: string): string {
  return buffer.toHexString(sha256.digest(string.encodeUtf8(text)));
}

function canonicalNode(node: NodeJson): NodeJson {
  const attrs = canonicalAttributes(node.attrs);
  const content = canonicalContent(node.content ?? []);
  const marks = canonicalMarks(node.marks ?? []);
  return {
    ...(attrs && { attrs }),
    ...(content.length > 0 && { content }),
    ...(marks.length > 0 && { marks }),
    ...(node.text !== undefined && { text: node.text }),
    type: node.type,
  };
}

/** Neighbouring texts with the same marks are one; empty ones are none. */
function canonicalContent(content: readonly NodeJson[]): NodeJson[] {
  const nodes: NodeJson[] = [];
  let lastMarks: string | null = null;
  for (const child of content) {
    if (child.type === 'text' && !child.text) continue;
    const node = canonicalNode(child);
    const marks: string | null = child.type === 'text' ? JSON.stringify([node.marks, node.attrs]) : null;
    const last = nodes.at(-1);
    if (last && marks !== null && marks === lastMarks) last.text = `${last.text ?? ''}${node.text ?? ''}`;
    else nodes.push(node);
    lastMarks = marks;
  }
  return nodes;
}

function canonicalMarks(marks: readonly MarkJson[]): MarkJson[] {
  const spelled = new Map<string, MarkJson>();
  for (const { type, attrs: given } of marks) {
    const attrs = canonicalAttributes(given);
    const mark = { ...(attrs && { attrs }), type };
    spelled.set(`${type} ${JSON.stringify(mark)}`, mark);
  }
  return [...spelled].sort(([one], [other]) => order(one, other)).map(([, mark]) => mark);
}

function canonicalAttributes(
  attrs: Readonly<Record<string, unknown>> | undefined,
): Record<string, unknown> | null {
  const kept = sortedEntries(attrs ?? {}).filter(([, value]) => value !== null);
  return kept.length > 0 ? Object.fromEntries(kept) : null;
}

function sortedEntries(value: object): [string, unknown][] {
  return Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .sort(([one], [other]) => order(one, other))
    .map(([key, part]) => [key, canonicalValue(part)]);
}

function canonicalValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonicalValue);
  if (typeof value === 'object' && value !== null) return Object.fromEntries(sortedEntries(value));
  return value;
}

/** By code unit, the same in every language and on every machine. */
const order = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
