import { type Mark, Node } from '@tiptap/pm/model';
import { MarkdownSerializer, type MarkdownSerializerState } from 'prosemirror-markdown';
import type { Language } from '../access/role';
import { cleanDocument } from './clean';
import type { NodeJson } from './document';
import { missingImage } from './export-words';
import { numberFootnotes } from './footnotes';
import { writeHtml } from './markup';
import { withImages } from './markup-images';
import { renderMarkup } from './render-html';
import { RENDER_WORDS } from './render-words';
import { manuscriptSchema } from './schema';

/** How Markdown differs where it leaves the workspace; without any of it, it is as for reading here. */
export interface MarkdownOptions {
  /** Of the text, for the few words rendering adds. */
  readonly language?: Language;
  /** Added to heading levels. */
  readonly headingShift?: number;
  /** Put before the numbers of footnotes, so that several chapters can stand in one file. */
  readonly notePrefix?: string;
  /** Where the images stand: under a label at the end of the file, and as an address. Others are said to be missing. */
  readonly images?: ReadonlyMap<string, { readonly label: string; readonly url: string }>;
}

/**
 * Renders a chapter's ProseMirror JSON as Markdown: CommonMark with GitHub's tables, task lists, alerts, strikethrough and
 * footnotes. What Markdown has no sign for (underline, sub- and superscript, tables with merged cells or several blocks in
 * a cell) stands as HTML, so that nothing is lost.
 */
export function renderMarkdown(document: NodeJson, options: MarkdownOptions = {}): string {
  const clean = cleanDocument(document);
  const numbers = numberFootnotes(clean);
  const root = Node.fromJSON(manuscriptSchema, clean);
  return `${serializer(numbers, options).serialize(root, { tightLists: true }).trimEnd()}\n`;
}

/** `<` would begin HTML, `&…;` an entity; `|` would end a table's cell. */
const ALSO_ESCAPED = /[<|]|&(?=#?\w+;)/g;

const ALERTS: Readonly<Record<string, string>> = { note: '[!NOTE]', tip: '[!TIP]', warning: '[!WARNING]' };

type Serialize = (state: MarkdownSerializerState, node: Node, parent: Node, index: number) => void;

function serializer(
  numbers: ReadonlyMap<string, number>,
  { language = 'en', headingShift = 0, notePrefix = '', images }: MarkdownOptions,
): MarkdownSerializer {
  const numberOf = (node: Node) => `${notePrefix}${numbers.get(String(node.attrs.noteId)) ?? '*'}`;
  const line: Serialize = (state, node) => {
    state.renderInline(node);
    state.closeBlock(node);
  };
  const contents: Serialize = (state, node) => state.renderContent(node);

  const nodes: Record<string, Serialize> = {
    text: (state, node) => state.text(node.text ?? ''),
    paragraph: line,
    heading(state, node) {
      state.write(`${'#'.repeat(Math.min(6, Number(node.attrs.level) + headingShift))} `);
      state.renderInline(node, false);
      state.closeBlock(node);
    },
    bulletList: (state, node) => state.renderList(node, '  ', () => '- '),
    orderedList(state, node) {
      const start = Number(node.attrs.start);
      const width = String(start + node.childCount - 1).length + 2;
      state.renderList(node, ' '.repeat(width), (index) => `${start + index}. `.padEnd(width));
    },
    taskList: (state, node) =>
      state.renderList(node, '  ', (index) => (node.child(index).attrs.checked ? '- [x] ' : '- [ ] ')),
    listItem: contents,
    taskItem: contents,
    blockquote: (state, node) => state.wrapBlock('> ', null, node, () => state.renderContent(node)),
    callout(state, node) {
      const kind = String(node.attrs.kind);
      state.wrapBlock('> ', null, node, () => {
        state.write(ALERTS[kind] ?? `**${RENDER_WORDS[language].example}**`);
        state.ensureNewLine();
        if (!(kind in ALERTS)) state.write('\n');
        state.renderContent(node);
      });
    },
    table(state, node) {
      state.write(pipeTable(node) ?? htmlTable(node));
      state.closeBlock(node);
    },
    figure(state, node) {
      state.write(
        image(String(node.attrs.src ?? ''), String(node.attrs.alt ?? ''), (text) => state.esc(text)),
      );
      state.closeBlock(node);
      if (node.childCount > 0) line(state, node, node, 0);
    },
    codeBlock(state, node) {
      const longest = Math.max(2, ...[...node.textContent.matchAll(/`+/g)].map(([ticks]) => ticks.length));
      const fence = '`'.repeat(longest + 1);
      state.write(`${fence}${node.attrs.language ?? ''}\n`);
      state.text(node.textContent, false);
      state.ensureNewLine();
      state.write(fence);
      state.closeBlock(node);
    },
    horizontalRule(state, node) {
      state.write('---');
      state.closeBlock(node);
    },
    hardBreak: (state) => state.write('\\\n'),
    footnoteReference: (state, node) => state.write(`[^${numberOf(node)}]`),
    footnote: (state, node) =>
      state.wrapBlock('    ', `[^${numberOf(node)}]: `, node, () => state.renderInline(node, false)),
  };

  const made = new MarkdownSerializer(
    nodes,
    {
      bold: { open: '**', close: '**', mixable: true, expelEnclosingWhitespace: true },
      italic: { open: '*', close: '*', mixable: true, expelEnclosingWhitespace: true },
      strike: { open: '~~', close: '~~', mixable: true, expelEnclosingWhitespace: true },
      underline: { open: '<u>', close: '</u>' },
      superscript: { open: '<sup>', close: '</sup>' },
      subscript: { open: '<sub>', close: '</sub>' },
      link: { open: '[', close: (_state, mark: Mark) => `](${linkTarget(mark)})` },
      code: {
        open: (_state, _mark, parent, index) => codeFence(parent.child(index), 'open'),
        close: (_state, _mark, parent, index) => codeFence(parent.child(index - 1), 'close'),
        escape: false,
      },
    },
    { hardBreakNodeName: 'hardBreak', escapeExtraCharacters: ALSO_ESCAPED },
  );

  function image(src: string, alt: string, escaped: (text: string) => string): string {
    if (!images) return src ? `![${escaped(alt)}](${src})` : escaped(alt);
    const label = images.get(src)?.label;
    return label === undefined ? escaped(missingImage(language, alt)) : `![${escaped(alt)}][${label}]`;
  }

  /** Null where a pipe table can't hold the cells: spans, or more than one line of text in a cell. */
  function pipeTable(table: Node): string | null {
    const rows = table.children.map((row) => row.children);
    const width = rows[0]?.length ?? 0;
    const simple = (cell: Node) =>
      cell.attrs.colspan === 1 &&
      cell.attrs.rowspan === 1 &&
      cell.childCount <= 1 &&
      (cell.firstChild?.type.name ?? 'paragraph') === 'paragraph';
    const fits = rows.every((row, index) => {
      const kind = index === 0 ? 'tableHeader' : 'tableCell';
      return row.length === width && row.every((cell) => simple(cell) && cell.type.name === kind);
    });
    if (!fits || width === 0) return null;
    const cellText = (cell: Node) => made.serialize(cell).trim().replace(/\\?\n/g, '<br>');
    const lines = rows.map((row) => `| ${row.map(cellText).join(' | ')} |`);
    return [lines[0], `|${' --- |'.repeat(width)}`, ...lines.slice(1)].join('\n');
  }

  /** Footnotes in it are numbered as in the whole chapter, by hand: Markdown's marks mean nothing inside HTML. */
  function htmlTable(table: Node): string {
    const plain = JSON.parse(JSON.stringify(table.toJSON()), (key, value) => {
      if (key === 'id') return null;
      if (value?.type !== 'footnoteReference') return value;
      const number = numbers.get(String(value.attrs?.noteId)) ?? '*';
      return { type: 'text', text: `[${number}]`, marks: [{ type: 'superscript' }] };
    });
    const markup = renderMarkup({ type: 'doc', content: [plain] }, { language });
    const shown = images
      ? withImages(
          markup,
          (src) => images.get(src)?.url ?? null,
          (alt) => missingImage(language, alt),
        )
      : markup;
    return writeHtml(shown).replace(/\n+/g, ' ');
  }

  return made;
}

/** Signs that would end the link early, as a URL writes them. */
const linkTarget = (mark: Mark): string =>
  String(mark.attrs.href).replace(
    /[()"\\<>]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** Back ticks enough for the code's own, with a space where the code begins or ends with one. */
function codeFence(node: Node, side: 'open' | 'close'): string {
  const text = node.text ?? '';
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const space = longest > 0 ? ' ' : '';
  return side === 'open' ? '`'.repeat(longest + 1) + space : space + '`'.repeat(longest + 1);
}
