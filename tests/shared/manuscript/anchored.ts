import type { Located, TextAnchor, TextPoint } from '@accord/shared/manuscript/anchor';
import { textAnchor } from '@accord/shared/manuscript/anchoring';
import { walk } from '@accord/shared/manuscript/blocks';
import type { NodeJson } from '@accord/shared/manuscript/document';
import { inlineText, isTextBlock } from '@accord/shared/manuscript/inline-text';
import { locate } from '@accord/shared/manuscript/locate';

/**
 * Texts in which brackets stand round the words that an anchor means: `The [quick] fox`. One line is one paragraph; it is
 * called by its number (`p0`), or by a name before a colon (`new: The fox`). Over several paragraphs each part has its own.
 */
export function chapter(...lines: string[]): {
  document: NodeJson;
  start: TextPoint | null;
  end: TextPoint | null;
} {
  let start: TextPoint | null = null;
  let end: TextPoint | null = null;
  const content = lines.map((line, index): NodeJson => {
    const [, name, marked = ''] = /^(?:([a-z]\w*): ?)?(.*)$/s.exec(line) ?? [];
    const id = name ?? `p${index}`;
    const opens = marked.indexOf('[');
    if (opens >= 0 && !start) start = { blockId: id, offset: opens };
    const closes = marked.replace('[', '').indexOf(']');
    if (closes >= 0) end = { blockId: id, offset: closes };
    const text = marked.replace(/[[\]]/g, '');
    return {
      type: 'paragraph',
      attrs: { id },
      ...(text === '' ? {} : { content: [{ type: 'text', text }] }),
    };
  });
  return { document: { type: 'doc', content }, start, end };
}

/** The anchor of the bracketed words. */
export function anchored(...lines: string[]): TextAnchor {
  const { document, start, end } = chapter(...lines);
  const anchor = start && end && textAnchor(document, start, end);
  if (!anchor) throw new Error('no words in brackets');
  return anchor;
}

/** The text with brackets round the words found, block by block; the names of blocks that are not called by their number. */
export function shown(document: NodeJson, located: Located): string[] {
  const ranges = located.found === 'text' ? located.ranges : [];
  const lines: string[] = [];
  walk(document, (node) => {
    if (!isTextBlock(node.type)) return;
    const id = String(node.attrs?.id);
    let text = inlineText(node);
    for (const { from, to } of ranges.filter(({ blockId }) => blockId === id).reverse())
      text = `${text.slice(0, from)}[${text.slice(from, to)}]${text.slice(to)}`;
    lines.push(id === `p${lines.length}` ? text : `${id}: ${text}`);
  });
  return lines;
}

/** What stands in brackets after the text has become `lines` (brackets in them, the wanted ones, are not looked at). */
export function follow(anchor: TextAnchor, ...lines: string[]): string[] {
  const { document } = chapter(...lines.map((line) => line.replace(/[[\]]/g, '')));
  return shown(document, locate(anchor, document));
}
