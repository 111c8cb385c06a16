import type { Language } from '../access/role';
import { walk } from './blocks';
import { cleanDocument } from './clean';
import type { MarkJson, NodeJson } from './document';
import { numberFootnotes } from './footnotes';
import { element, escapeHtml, type Markup, writeHtml } from './markup';
import { tableMarkup } from './render-table';
import { RENDER_WORDS, type RenderWords } from './render-words';
import type { CalloutKind } from './safe';

export interface RenderOptions {
  /** Language of the text, for the few words rendering adds. */
  readonly language: Language;
  /** Put before every id, so that several chapters can stand on one page. */
  readonly prefix?: string;
  /** Added to heading levels: 2 makes a level 1 heading an `h3`. */
  readonly headingShift?: number;
}

/** Renders a chapter's ProseMirror JSON, whatever a client left in it, as safe markup (K8); footnotes come last. */
export function renderMarkup(document: NodeJson, options: RenderOptions): Markup[] {
  const clean = cleanDocument(document);
  return new Rendering(clean, options).all();
}

/** The same as an HTML fragment. */
export const renderHtml = (document: NodeJson, options: RenderOptions): string =>
  writeHtml(renderMarkup(document, options));

/** The same as a complete HTML page. */
export const renderHtmlPage = (
  document: NodeJson,
  { title, language }: { title: string; language: Language },
): string =>
  `<!doctype html>\n<html lang="${language}"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head>\n` +
  `<body>${renderHtml(document, { language })}</body></html>\n`;

const MARK_TAGS: Readonly<Record<string, string>> = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strike: 's',
  superscript: 'sup',
  subscript: 'sub',
  code: 'code',
};

class Rendering {
  private readonly words: RenderWords;
  private readonly prefix: string;
  private readonly numbers: ReadonlyMap<string, number>;
  private readonly notes: readonly NodeJson[];
  /** How often each note was referred to so far: only the first mark can be led back to. */
  private readonly referred = new Set<number>();
  private tasks = 0;

  constructor(
    private readonly document: NodeJson,
    private readonly options: RenderOptions,
  ) {
    this.words = RENDER_WORDS[options.language];
    this.prefix = options.prefix ?? '';
    this.numbers = numberFootnotes(document);
    const notes: NodeJson[] = [];
    walk(document, (node) => {
      if (node.type === 'footnote') notes.push(node);
    });
    this.notes = notes.sort((one, other) => this.numberOf(one) - this.numberOf(other));
  }

  all(): Markup[] {
    const body = this.blocks(this.document);
    return this.notes.length > 0 ? [...body, this.footnotes()] : body;
  }

  private blocks(parent: NodeJson): Markup[] {
    return (parent.content ?? []).flatMap((node) => this.block(node));
  }

  private block(node: NodeJson): Markup[] {
    const attrs = node.attrs ?? {};
    const id = this.anchor(attrs.id);
    switch (node.type) {
      case 'heading':
        return [element(this.headingTag(attrs.level), { id }, this.inline(node))];
      case 'bulletList':
        return [element('ul', {}, this.blocks(node))];
      case 'orderedList':
        return [element('ol', { start: attrs.start === 1 ? null : String(attrs.start) }, this.blocks(node))];
      case 'taskList':
        return [element('ul', { class: 'tasks' }, this.blocks(node))];
      case 'taskItem':
        return [this.task(node)];
      case 'listItem':
        return [element('li', {}, this.blocks(node))];
      case 'blockquote':
        return [element('blockquote', {}, this.blocks(node))];
      case 'callout': {
        const kind = attrs.kind as CalloutKind;
        const label = element('p', { class: 'callout-label' }, [this.words[kind]]);
        return [
          element('div', { class: `callout callout-${kind}`, role: 'note' }, [label, ...this.blocks(node)]),
        ];
      }
      case 'table':
        return [tableMarkup(node, id, (cell) => this.blocks(cell))];
      case 'figure':
        return [this.figure(node, id)];
      case 'codeBlock': {
        const language = attrs.language === null ? null : `language-${attrs.language}`;
        return [element('pre', { id }, [element('code', { class: language }, this.inline(node))])];
      }
      case 'horizontalRule':
        return [element('hr', {})];
      case 'footnote':
        return [];
      default:
        return [element('p', { id }, this.inline(node))];
    }
  }

  private headingTag(level: unknown): string {
    return `h${Math.min(6, Number(level) + (this.options.headingShift ?? 0))}`;
  }

  private task(node: NodeJson): Markup {
    this.tasks += 1;
    const label = `${this.prefix}task-${this.tasks}`;
    const box = {
      type: 'checkbox',
      disabled: true,
      checked: node.attrs?.checked === true,
      'aria-labelledby': label,
    };
    return element('li', {}, [element('input', box), element('div', { id: label }, this.blocks(node))]);
  }

  private figure(node: NodeJson, id: string | null): Markup {
    const { src, alt, width, height } = node.attrs as {
      src: string | null;
      alt: string;
      width: number;
      height: number;
    };
    const image = src
      ? element('img', { src, alt, width, height, loading: 'lazy' })
      : element('p', { class: 'missing-image' }, [`[${alt}]`]);
    const caption = this.inline(node);
    return element(
      'figure',
      { id },
      caption.length > 0 ? [image, element('figcaption', {}, caption)] : [image],
    );
  }

  private inline(node: NodeJson): Markup[] {
    return this.nest(node.content ?? []);
  }

  /** Neighbours that share their outermost mark go into one element. */
  private nest(nodes: readonly NodeJson[]): Markup[] {
    const markup: Markup[] = [];
    for (let index = 0; index < nodes.length; ) {
      const node = nodes[index] as NodeJson;
      const mark = node.marks?.[0];
      if (!mark) {
        markup.push(this.leaf(node));
        index += 1;
        continue;
      }
      let end = index;
      while (end < nodes.length && sameMark(nodes[end]?.marks?.[0], mark)) end += 1;
      const inner = nodes
        .slice(index, end)
        .map((child) => ({ ...child, marks: child.marks?.slice(1) ?? [] }));
      markup.push(this.marked(mark, this.nest(inner)));
      index = end;
    }
    return markup;
  }

  private marked({ type, attrs }: MarkJson, children: Markup[]): Markup {
    if (type !== 'link') return element(MARK_TAGS[type] ?? 'span', {}, children);
    const href = String(attrs?.href);
    const target = href.startsWith('#') ? `#${this.prefix}${href.slice(1)}` : href;
    return element('a', { href: target, rel: href.startsWith('#') ? null : 'noopener noreferrer' }, children);
  }

  private leaf(node: NodeJson): Markup {
    if (node.type === 'hardBreak') return element('br', {});
    if (node.type !== 'footnoteReference') return node.text ?? '';
    const number = this.numberOf(node);
    const first = !this.referred.has(number);
    this.referred.add(number);
    const known = this.notes.some((note) => note.attrs?.noteId === node.attrs?.noteId);
    const attributes = {
      href: known ? `#${this.prefix}note-${number}` : null,
      id: first ? `${this.prefix}note-mark-${number}` : null,
    };
    return element('sup', { class: 'note-mark' }, [
      element(known ? 'a' : 'span', attributes, [String(number)]),
    ]);
  }

  /** A note without an id that can be referred to stands after all others. */
  private numberOf(node: NodeJson): number {
    return this.numbers.get(String(node.attrs?.noteId)) ?? this.numbers.size + 1;
  }

  private footnotes(): Markup {
    const listed = new Set<number>();
    const items = this.notes.map((note) => {
      const number = this.numberOf(note);
      const id = listed.has(number) ? null : `${this.prefix}note-${number}`;
      listed.add(number);
      const back = element(
        'a',
        {
          class: 'note-back',
          href: `#${this.prefix}note-mark-${number}`,
          'aria-label': `${this.words.back} (${number})`,
        },
        ['↩'],
      );
      const text = this.inline(note);
      return element('li', { id, value: number }, [
        element('p', {}, this.referred.has(number) ? [...text, ' ', back] : text),
      ]);
    });
    return element('div', { class: 'footnotes', role: 'group', 'aria-label': this.words.footnotes }, [
      element('ol', {}, items),
    ]);
  }

  private anchor(id: unknown): string | null {
    return typeof id === 'string' ? this.prefix + id : null;
  }
}

const sameMark = (one: MarkJson | undefined, other: MarkJson): boolean =>
  one?.type === other.type && one.attrs?.href === other.attrs?.href;
