import type { MarkJson, NodeJson } from '@accord/shared/manuscript/document';
import { safeHref } from '@accord/shared/manuscript/safe';
import type { NumberOfNote } from '@accord/shared/versions/comparison-model';
import { createElement } from 'react';

const MARK_TAGS: Readonly<Record<string, string>> = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strike: 's',
  superscript: 'sup',
  subscript: 'sub',
  code: 'code',
};

/** Words with their formatting, line breaks and marks of footnotes; whatever else strayed in is left out. */
export function inlineElements(content: readonly NodeJson[], notes: NumberOfNote): React.ReactNode[] {
  return content.map((node, index) => {
    if (node.type === 'hardBreak') return createElement('br', { key: index });
    if (node.type === 'footnoteReference') {
      const number = notes[String(node.attrs?.noteId)] ?? '*';
      return createElement('sup', { key: index }, number);
    }
    if (typeof node.text !== 'string') return null;
    return marked(node.text, node.marks ?? [], index);
  });
}

function marked(text: string, marks: readonly MarkJson[], key: number): React.ReactNode {
  const inner = marks.reduceRight<React.ReactNode>((children, { type, attrs }) => {
    if (type !== 'link') return MARK_TAGS[type] ? createElement(MARK_TAGS[type], {}, children) : children;
    const href = safeHref(attrs?.href);
    if (href === null || href.startsWith('#')) return children;
    return createElement('a', { href, target: '_blank', rel: 'noopener noreferrer' }, children);
  }, text);
  return createElement('span', { key }, inner);
}
