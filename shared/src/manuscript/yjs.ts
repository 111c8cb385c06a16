import { Fragment, Mark, Node, type Schema } from '@tiptap/pm/model';
import * as buffer from 'lib0/buffer';
import * as sha256 from 'lib0/hash/sha256';
import * as Y from 'yjs';
import type { MarkJson, NodeJson } from './document';
import { manuscriptSchema } from './schema';

/**
 * The text between Yjs and JSON, as @tiptap/y-tiptap 3.0.9 keeps it: an element for each node, one text for each run of text
 * nodes, marks as formatting attributes. y-tiptap's own readers delete what the schema does not know and join texts while
 * they read; these never write.
 */

/** Reads a chapter's fragment as a `doc`. Attributes are those stored; what a schema adds as defaults is not there. */
export function yjsToJson(fragment: Y.XmlFragment): NodeJson {
  const content = childrenOf(fragment);
  return content.length > 0 ? { type: 'doc', content } : { type: 'doc' };
}

function childrenOf(parent: Y.XmlFragment): NodeJson[] {
  const children: NodeJson[] = [];
  for (const child of parent.toArray()) {
    if (child instanceof Y.XmlElement) children.push(elementToJson(child));
    else if (child instanceof Y.XmlText) for (const text of textToJson(child)) append(children, text);
  }
  return children;
}

/** Reads one element with all it holds, as `yjsToJson` does. */
export function elementToJson(element: Y.XmlElement): NodeJson {
  const node: NodeJson = { type: element.nodeName };
  const attrs = element.getAttributes() as Record<string, unknown>;
  if (Object.keys(attrs).length > 0) node.attrs = attrs;
  const content = childrenOf(element);
  if (content.length > 0) node.content = content;
  return node;
}

function textToJson(text: Y.XmlText): NodeJson[] {
  const runs: NodeJson[] = [];
  for (const run of text.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[]) {
    if (typeof run.insert !== 'string' || run.insert === '') continue;
    const marks = Object.entries(run.attributes ?? {}).map(([name, attrs]) => markOf(name, attrs));
    runs.push({ type: 'text', text: run.insert, ...(marks.length > 0 ? { marks } : {}) });
  }
  return runs;
}

/** Marks that may stand twice on one text are stored as `name--hash of the mark`. */
const HASHED = /^(.*)--[a-zA-Z0-9+/=]{8}$/;

function markOf(name: string, attrs: unknown): MarkJson {
  const type = HASHED.exec(name)?.[1] ?? name;
  const given = typeof attrs === 'object' && attrs !== null ? (attrs as Record<string, unknown>) : {};
  return Object.keys(given).length > 0 ? { type, attrs: given } : { type };
}

/** Neighbouring texts with the same marks are one, as in ProseMirror. */
function append(nodes: NodeJson[], text: NodeJson): void {
  const last = nodes.at(-1);
  if (last?.text !== undefined && JSON.stringify(last.marks) === JSON.stringify(text.marks))
    last.text += text.text ?? '';
  else nodes.push(text);
}

/**
 * Makes the Yjs types of blocks, just as y-tiptap would if they were typed: an editor that opens them has nothing to correct.
 * @throws RangeError when the schema does not allow the blocks
 */
export function blocksToYjs(blocks: readonly NodeJson[], schema: Schema = manuscriptSchema): Y.XmlElement[] {
  const content = Fragment.from(blocks.map((block) => Node.fromJSON(schema, block)));
  schema.topNodeType.createChecked(null, content).check();
  return content.content.map(elementOf);
}

/** Makes the Yjs type of an inline node that is no text. @throws RangeError when the schema does not know it */
export function elementOfInline(node: NodeJson, schema: Schema = manuscriptSchema): Y.XmlElement {
  return elementOf(Node.fromJSON(schema, node)) as unknown as Y.XmlElement;
}

function elementOf(node: Node): Y.XmlElement {
  const element = new Y.XmlElement<Record<string, never>>(node.type.name);
  for (const [name, value] of Object.entries(node.attrs)) {
    if (value !== null) element.setAttribute(name, value as never);
  }
  const children: (Y.XmlElement | Y.XmlText)[] = [];
  let run: Node[] = [];
  node.forEach((child) => {
    if (child.isText) {
      run.push(child);
      return;
    }
    if (run.length > 0) children.push(textOf(run));
    run = [];
    children.push(elementOf(child));
  });
  if (run.length > 0) children.push(textOf(run));
  element.insert(0, children);
  return element as unknown as Y.XmlElement;
}

/**
 * Makes the Yjs type of a block with exactly the attributes and the content it has, nothing added, as `elementToJson` read it.
 * @throws RangeError when the schema does not know one of its marks
 */
export function exactElement(block: NodeJson): Y.XmlElement {
  const element = new Y.XmlElement(block.type);
  for (const [name, value] of Object.entries(block.attrs ?? {}))
    if (value !== null && value !== undefined) element.setAttribute(name, value as string);
  element.insert(0, exactInline(block.content ?? []));
  return element;
}

/** The Yjs types of a block's content: an element for each node, one text for each run of text. */
export function exactInline(content: readonly NodeJson[]): (Y.XmlElement | Y.XmlText)[] {
  const made: (Y.XmlElement | Y.XmlText)[] = [];
  let run: { insert: string; attributes: Record<string, unknown> }[] = [];
  const end = () => {
    if (run.length === 0) return;
    const text = new Y.XmlText();
    text.applyDelta(run);
    made.push(text);
    run = [];
  };
  for (const node of content) {
    if (node.type === 'text')
      run.push({ insert: node.text ?? '', attributes: markAttributes(node.marks ?? []) });
    else {
      end();
      made.push(exactElement(node));
    }
  }
  end();
  return made;
}

function textOf(run: readonly Node[]): Y.XmlText {
  const text = new Y.XmlText();
  text.applyDelta(run.map((node) => ({ insert: node.text, attributes: attributesOf(node.marks) })));
  return text;
}

/** The formatting attributes by which Yjs keeps these marks. @throws RangeError when the schema does not know one */
export function markAttributes(
  marks: readonly MarkJson[],
  schema: Schema = manuscriptSchema,
): Record<string, unknown> {
  return attributesOf(marks.map((mark) => Mark.fromJSON(schema, mark)));
}

function attributesOf(marks: readonly Mark[]): Record<string, unknown> {
  const attributes: Record<string, unknown> = {};
  for (const mark of marks) {
    const twice = !mark.type.excludes(mark.type);
    attributes[twice ? `${mark.type.name}--${hashOf(mark)}` : mark.type.name] = mark.attrs;
  }
  return attributes;
}

/** SHA-256 of the mark, folded to 6 bytes, in base64 (y-tiptap `hashOfJSON`). */
function hashOf(mark: Mark): string {
  const digest = sha256.digest(buffer.encodeAny(mark.toJSON()));
  const folded = digest.slice(0, 6);
  for (let index = 6; index < digest.length; index++)
    folded[index % 6] = (folded[index % 6] ?? 0) ^ (digest[index] ?? 0);
  return buffer.toBase64(folded);
}
