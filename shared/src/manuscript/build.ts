import { newId } from '../kernel/id';
import type { DocumentJson, MarkJson, NodeJson } from './document';

/**
 * A small language for writing documents in code: templates, the demo, tests. Every block gets an id, as the editor
 * would give it. Inline content is a string or a list of strings and inline nodes.
 */
export type Inline = string | readonly (string | NodeJson)[];

/** Inline nodes of `content`; empty strings make no text node (ProseMirror forbids them). */
export function inline(content: Inline): NodeJson[] {
  const parts = typeof content === 'string' ? [content] : content;
  return parts.flatMap((part) => {
    if (typeof part !== 'string') return [part];
    return part === '' ? [] : [{ type: 'text', text: part }];
  });
}

const block = (type: string, attrs: Record<string, unknown>, content?: NodeJson[]): NodeJson => ({
  type,
  attrs: { id: newId(10), ...attrs },
  ...(content && content.length > 0 ? { content } : {}),
});

const marked =
  (type: string, attrs?: Record<string, unknown>) =>
  (text: string): NodeJson => {
    const mark: MarkJson = attrs ? { type, attrs } : { type };
    return { type: 'text', text, marks: [mark] };
  };

export const bold = marked('bold');
export const italic = marked('italic');
export const code = marked('code');
export const superscript = marked('superscript');
export const subscript = marked('subscript');
export const link = (text: string, href: string): NodeJson => marked('link', { href })(text);
export const hardBreak = (): NodeJson => ({ type: 'hardBreak' });

export const paragraph = (content: Inline = ''): NodeJson => block('paragraph', {}, inline(content));
export const heading = (level: 1 | 2 | 3 | 4, content: Inline): NodeJson =>
  block('heading', { level }, inline(content));
export const quote = (...blocks: NodeJson[]): NodeJson => block('blockquote', {}, blocks);
export const rule = (): NodeJson => block('horizontalRule', {});
export const codeBlock = (language: string | null, text: string): NodeJson =>
  block('codeBlock', { language }, inline(text));
export const callout = (
  kind: 'note' | 'tip' | 'warning' | 'example',
  ...blocks: (NodeJson | string)[]
): NodeJson => block('callout', { kind }, blocks.map(asBlock));

const asBlock = (part: NodeJson | string): NodeJson => (typeof part === 'string' ? paragraph(part) : part);

/** One item: its text, and blocks that hang under it (a nested list, a further paragraph). */
export type Item = Inline | { readonly text: Inline; readonly under: readonly NodeJson[] };

const itemBlocks = (item: Item): NodeJson[] =>
  typeof item === 'object' && 'under' in item
    ? [paragraph(item.text), ...item.under]
    : [paragraph(item as Inline)];

const items = (list: readonly Item[]): NodeJson[] =>
  list.map((item) => block('listItem', {}, itemBlocks(item)));

export const bullets = (...list: Item[]): NodeJson => block('bulletList', {}, items(list));
export const steps = (...list: Item[]): NodeJson => block('orderedList', {}, items(list));
export const tasks = (...list: { readonly done: boolean; readonly text: Inline }[]): NodeJson =>
  block(
    'taskList',
    {},
    list.map(({ done, text }) => block('taskItem', { checked: done }, [paragraph(text)])),
  );

/** A table cell: inline content, or one that spans columns and rows or is a header below the first row. */
export type Cell =
  | Inline
  | { readonly cell: Inline; readonly across?: number; readonly down?: number; readonly header?: true };

const isInline = (content: Cell): content is Inline => typeof content === 'string' || Array.isArray(content);

const cell =
  (type: 'tableHeader' | 'tableCell') =>
  (content: Cell): NodeJson => {
    const spec = isInline(content) ? { cell: content } : content;
    const { across = 1, down = 1, header = false } = spec;
    return block(header ? 'tableHeader' : type, { colspan: across, rowspan: down }, [paragraph(spec.cell)]);
  };

/** A table whose first row is its header. */
export const table = (header: readonly Cell[], ...rows: (readonly Cell[])[]): NodeJson =>
  block('table', {}, [
    block('tableRow', {}, header.map(cell('tableHeader'))),
    ...rows.map((row) => block('tableRow', {}, row.map(cell('tableCell')))),
  ]);

export const figure = (
  image: { readonly src: string; readonly alt: string; readonly width: number; readonly height: number },
  caption: Inline,
): NodeJson => block('figure', { ...image }, inline(caption));

/** A footnote mark in the text; its note is a `footnote` with the same `noteId` at the document's end. */
export const noteMark = (noteId: string): NodeJson => ({ type: 'footnoteReference', attrs: { noteId } });
export const note = (noteId: string, content: Inline): NodeJson =>
  block('footnote', { noteId }, inline(content));

export const document = (...blocks: NodeJson[]): DocumentJson => ({ type: 'doc', content: blocks });
