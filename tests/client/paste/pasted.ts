import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CleanPaste, cleanPastedHtml } from '@accord/client/editor/paste/clean';
import { manuscriptSchema } from '@accord/shared/manuscript/schema';
import { type Node as ProseMirrorNode, DOMParser as ProseMirrorParser } from '@tiptap/pm/model';

/** Clipboard HTML as the program produced it. */
export const fixture = (name: string): string =>
  readFileSync(join(import.meta.dirname, `../../fixtures/paste/${name}.html`), 'utf8');

/** The clean markup as a chapter would hold it; throws when the schema refuses it. */
export function asDocument(clean: CleanPaste): ProseMirrorNode {
  const body = new DOMParser().parseFromString(clean.html, 'text/html').body;
  const document = ProseMirrorParser.fromSchema(manuscriptSchema).parse(body);
  document.check();
  return document;
}

/**
 * A document as a short outline: one line a block, indented by depth, `*bold*` and the like for marks, `[^]` for a
 * footnote's mark.
 */
export function outline(document: ProseMirrorNode): string {
  const lines: string[] = [];
  const signs: Record<string, string> = {
    bold: '*',
    italic: '_',
    underline: '=',
    strike: '~',
    superscript: '^',
    subscript: ',',
    code: '`',
  };
  const inline = (node: ProseMirrorNode) => {
    let text = '';
    node.forEach((child) => {
      if (child.type.name === 'footnoteReference') text += '[^]';
      else if (child.type.name === 'hardBreak') text += ' / ';
      else {
        const sign = child.marks.map((mark) => signs[mark.type.name] ?? '').join('');
        const href = child.marks.find((mark) => mark.type.name === 'link')?.attrs.href;
        text += `${sign}${child.text}${[...sign].reverse().join('')}${href ? `<${href}>` : ''}`;
      }
    });
    return text;
  };
  const attributes = (node: ProseMirrorNode) => {
    const { level, start, checked, colspan, rowspan, pending, alt, src } = node.attrs;
    return [
      level && `${level}`,
      start > 1 && `from ${start}`,
      checked === true && 'done',
      colspan > 1 && `${colspan} wide`,
      rowspan > 1 && `${rowspan} high`,
      typeof pending === 'string' && `awaits ${JSON.stringify(pending)}`,
      alt && `alt ${JSON.stringify(alt)}`,
      src,
    ]
      .filter(Boolean)
      .map((part) => ` ${part}`)
      .join('');
  };
  const walk = (node: ProseMirrorNode, depth: number) => {
    const text = node.inlineContent ? inline(node) : '';
    lines.push(`${'  '.repeat(depth)}${node.type.name}${attributes(node)}${text ? `: ${text}` : ''}`);
    if (!node.inlineContent) for (const child of node.children) walk(child, depth + 1);
  };
  for (const child of document.children) walk(child, 0);
  return lines.join('\n');
}

/** Cleans HTML and gives the outline of the result. */
export const pasted = (html: string, plainText = ''): string =>
  outline(asDocument(cleanPastedHtml(html, plainText)));

/** What the person is told, as `kind: count`. */
export const told = (html: string): Record<string, number> =>
  Object.fromEntries(cleanPastedHtml(html).report.map(({ kind, count }) => [kind, count]));
