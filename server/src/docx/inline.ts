import type { MarkJson, NodeJson } from '@accord/shared/manuscript/document';
import {
  ExternalHyperlink,
  InternalHyperlink,
  type IRunOptions,
  type ParagraphChild,
  Tab,
  TextRun,
} from 'docx';
import { xmlText } from './xml-text';

type Look = Omit<IRunOptions, 'text' | 'children' | 'break'>;

/** What inline text needs to know of its chapter. */
export interface InlineSurroundings {
  /** Word's name of the language, where it is not the document's. */
  readonly language: string | null;
  /** The bookmark of the block with this id; null where there is no such block. */
  readonly bookmarkOf: (blockId: string) => string | null;
  /** The mark of a footnote. */
  readonly noteMark: (noteId: string) => readonly ParagraphChild[];
}

/** Writes inline nodes of a cleaned document. Neighbours with one address become one link. */
export function inlineRuns(
  nodes: readonly NodeJson[],
  around: InlineSurroundings,
  look: Look = {},
): ParagraphChild[] {
  const children: ParagraphChild[] = [];
  for (let index = 0; index < nodes.length; ) {
    const href = linkOf(nodes[index]);
    let end = index + 1;
    while (end < nodes.length && linkOf(nodes[end]) === href) end += 1;
    const runs = nodes.slice(index, end);
    children.push(...(href === null ? runs.flatMap((node) => leaf(node, around, look)) : link(href, runs)));
    index = end;
  }
  return children;

  function link(href: string, runs: readonly NodeJson[]): ParagraphChild[] {
    const anchor = href.startsWith('#') ? around.bookmarkOf(href.slice(1)) : null;
    // To a block that is not there: words without a way are better than a way to an error.
    if (href.startsWith('#') && anchor === null) return runs.flatMap((node) => leaf(node, around, look));
    const linked = runs.flatMap((node) => leaf(node, around, { ...look, style: 'Hyperlink' }));
    return [
      anchor === null
        ? new ExternalHyperlink({ link: xmlText(href), children: linked })
        : new InternalHyperlink({ anchor, children: linked }),
    ];
  }
}

function leaf(node: NodeJson, around: InlineSurroundings, look: Look): readonly ParagraphChild[] {
  if (node.type === 'hardBreak') return [new TextRun({ break: 1 })];
  if (node.type === 'footnoteReference') return around.noteMark(String(node.attrs?.noteId));
  const language = around.language === null ? {} : { language: { value: around.language } };
  return textRuns(node.text ?? '', { ...look, ...language, ...looks(node.marks ?? [], look) });
}

/** Plain text in runs: a new run where a tab or a line end is. */
export function textRuns(text: string, look: Look = {}): TextRun[] {
  return xmlText(text)
    .split('\n')
    .flatMap((line, number) => [
      ...(number > 0 ? [new TextRun({ break: 1 })] : []),
      ...line.split('\t').flatMap((words, tab) => [
        ...(tab > 0 ? [new TextRun({ ...look, children: [new Tab()] })] : []),
        // As `text`, never among `children`: there the library takes some words for fields.
        ...(words === '' ? [] : [new TextRun({ ...look, text: words })]),
      ]),
    ]);
}

function looks(marks: readonly MarkJson[], look: Look): Look {
  const has = (type: string) => marks.some((mark) => mark.type === type);
  return {
    ...(has('bold') && { bold: true }),
    ...(has('italic') && { italics: true }),
    ...(has('underline') && { underline: {} }),
    ...(has('strike') && { strike: true }),
    // Both at once can't be drawn.
    ...(has('superscript') && { superScript: true }),
    ...(has('subscript') && !has('superscript') && { subScript: true }),
    // A run has one style: in a link, the link's; the typeface then stands by itself.
    ...(has('code') && (look.style ? { font: CODE_FONT, noProof: true } : { style: 'CodeText' })),
  };
}

export const CODE_FONT = 'Consolas';

const linkOf = (node: NodeJson | undefined): string | null => {
  const href = node?.marks?.find(({ type }) => type === 'link')?.attrs?.href;
  return typeof href === 'string' ? href : null;
};
