import { cleanDocument } from './clean';
import type { NodeJson } from './document';
import { numberFootnotes } from './footnotes';

/**
 * Renders a chapter's ProseMirror JSON as plain text: blocks apart by an empty line, lists with `-`, `1.` or `[x]`, table
 * rows as lines with cells apart by tabs, footnotes as `[1]` and listed at the end.
 */
export function renderText(document: NodeJson): string {
  const clean = cleanDocument(document);
  const numbers = numberFootnotes(clean);
  const number = (node: NodeJson): string => String(numbers.get(String(node.attrs?.noteId)) ?? '*');
  const notes: NodeJson[] = [];

  const inline = (node: NodeJson): string =>
    (node.content ?? [])
      .map((child) => {
        if (child.type === 'hardBreak') return '\n';
        return child.type === 'footnoteReference' ? `[${number(child)}]` : (child.text ?? '');
      })
      .join('');

  const blocks = (parent: NodeJson, apart = '\n\n'): string =>
    (parent.content ?? [])
      .map(block)
      .filter((text) => text !== null)
      .join(apart);

  /** Blocks of an item, its first line after the marker and the others under it. */
  const item = (node: NodeJson, marker: string): string =>
    marker + blocks(node, '\n').replaceAll('\n', `\n${' '.repeat(marker.length)}`);

  function block(node: NodeJson): string | null {
    const children = node.content ?? [];
    switch (node.type) {
      case 'bulletList':
        return children.map((child) => item(child, '- ')).join('\n');
      case 'orderedList':
        return children
          .map((child, index) => item(child, `${Number(node.attrs?.start) + index}. `))
          .join('\n');
      case 'taskList':
        return children.map((child) => item(child, child.attrs?.checked ? '[x] ' : '[ ] ')).join('\n');
      case 'table':
        return children.map(tableLine).join('\n');
      case 'blockquote':
      case 'callout':
        return blocks(node);
      case 'figure':
        return [node.attrs?.alt ? `[${node.attrs.alt}]` : '', inline(node)].filter(Boolean).join('\n');
      case 'horizontalRule':
        return '* * *';
      case 'footnote':
        notes.push(node);
        return null;
      default:
        return inline(node);
    }
  }

  const tableLine = (row: NodeJson): string =>
    (row.content ?? []).map((cell) => blocks(cell, ' ').replaceAll('\n', ' ')).join('\t');

  const body = blocks(clean);
  const order = (note: NodeJson) => numbers.get(String(note.attrs?.noteId)) ?? numbers.size + 1;
  const listed = notes
    .sort((one, other) => order(one) - order(other))
    .map((note) => `[${number(note)}] ${inline(note)}`);
  return [body, listed.join('\n')].filter((part) => part !== '').join('\n\n');
}
