import type { NodeJson } from './document';

/** Every node type that is a block and carries an `id`: containers and parts of tables too. */
export const BLOCK_TYPES = [
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'listItem',
  'taskList',
  'taskItem',
  'blockquote',
  'callout',
  'table',
  'tableRow',
  'tableHeader',
  'tableCell',
  'figure',
  'footnote',
  'codeBlock',
  'horizontalRule',
] as const;
export type BlockType = (typeof BLOCK_TYPES)[number];

/** The blocks that hold text themselves: the units that comments, differences and translation work on. */
export const TEXT_BLOCK_TYPES = ['paragraph', 'heading', 'figure', 'footnote', 'codeBlock'] as const;

const blockTypes: ReadonlySet<string> = new Set(BLOCK_TYPES);
const textBlockTypes: ReadonlySet<string> = new Set(TEXT_BLOCK_TYPES);

/** Whether nodes of this type carry an `id`. */
export function isBlockType(type: string): type is BlockType {
  return blockTypes.has(type);
}

/** Whether nodes of this type hold text themselves. */
export function isTextBlockType(type: string): boolean {
  return textBlockTypes.has(type);
}

/** Calls `visit` for `node` and everything in it, in the order of the text. */
export function walk(node: NodeJson, visit: (node: NodeJson) => void): void {
  visit(node);
  for (const child of node.content ?? []) walk(child, visit);
}

/** The plain text of one text block: a hard break is a line feed, a footnote's mark is nothing. */
export function textOf(block: NodeJson): string {
  let text = '';
  walk(block, (node) => {
    if (node.type === 'hardBreak') text += '\n';
    else if (node.text !== undefined) text += node.text;
  });
  return text;
}

const BETWEEN_WORDS = /[\s\u2013\u2014]+/u;
const HAS_A_WORD = /[\p{L}\p{N}]/u;

/** Number of words in a text: what stands between spaces or dashes and has a letter or digit in it. */
export function countWords(text: string): number {
  let count = 0;
  for (const piece of text.split(BETWEEN_WORDS)) if (HAS_A_WORD.test(piece)) count += 1;
  return count;
}

/** Number of words in a whole chapter or any part of it, captions and footnotes included. */
export function countWordsIn(node: NodeJson): number {
  let count = 0;
  walk(node, (child) => {
    if (isTextBlockType(child.type)) count += countWords(textOf(child));
  });
  return count;
}

/** One heading of a chapter: its block id, level 1 to 4 and text, with empty headings left in as ''. */
export interface OutlineEntry {
  id: string | null;
  level: number;
  text: string;
}

/** The headings of a chapter in order. */
export function outlineOf(doc: NodeJson): OutlineEntry[] {
  const entries: OutlineEntry[] = [];
  walk(doc, (node) => {
    if (node.type !== 'heading') return;
    const { id, level } = node.attrs ?? {};
    entries.push({
      id: typeof id === 'string' ? id : null,
      level: typeof level === 'number' ? Math.min(Math.max(level, 1), 4) : 1,
      text: textOf(node).replace(/\s+/g, ' ').trim(),
    });
  });
  return entries;
}
