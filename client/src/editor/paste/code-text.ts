import { isElement, isText, tagOf } from './dom';
import { BLOCKS, EMBEDS, FIELDS, INVISIBLE } from './element-kinds';
import type { PasteReport } from './report';

/** Text of preformatted code: line breaks kept, invisible parts left out. */
export function codeText(node: Node, report: PasteReport): string {
  let text = '';
  for (const child of node.childNodes) {
    if (isText(child)) text += child.data;
    else if (isElement(child)) {
      const tag = tagOf(child);
      if (tag === 'br') text += '\n';
      else if (tag === 'img' || tag === 'svg') report.add('drawings');
      else if (EMBEDS.has(tag)) report.add('embeds');
      else if (FIELDS.has(tag)) report.add('fields');
      else if (!INVISIBLE.has(tag)) {
        const block = BLOCKS.has(tag) || /^(li|ul|ol|table)$/.test(tag);
        if (block && text !== '' && !text.endsWith('\n')) text += '\n';
        text += codeText(child, report);
        if (block && !text.endsWith('\n')) text += '\n';
      }
    }
  }
  return text;
}
