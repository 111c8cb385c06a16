import { isTextBlockType } from './blocks';
import type { MarkJson, NodeJson } from './document';
import {
  calloutKind,
  isOwnImage,
  MAX_COLSPAN,
  MAX_COLUMN,
  MAX_ROWSPAN,
  MIN_COLUMN,
  safeHref,
  wholeNumber,
} from './safe';

/**
 * Brings any JSON a raw Yjs client can leave behind into the form of the schema, for reading only: unknown nodes give way
 * to their text, unknown marks and attributes go, addresses are judged, stray items and cells find a place. All text
 * stays. What it returns can be rendered without looking back.
 */
export function cleanDocument(document: NodeJson): NodeJson {
  return { type: 'doc', content: new Cleaner().blocks(document.content ?? [], 0) };
}

/** Nodes whose children are blocks. */
const CONTAINERS = new Set(['blockquote', 'callout', 'listItem', 'taskItem', 'tableCell', 'tableHeader']);
/** Nodes with one kind of children, and what a stray child is wrapped in. */
const WRAPPERS: Readonly<Record<string, readonly string[]>> = {
  bulletList: ['listItem'],
  orderedList: ['listItem'],
  taskList: ['taskItem'],
  table: ['tableRow'],
  tableRow: ['tableCell', 'tableHeader'],
};
/** Parts that mean nothing outside their whole; elsewhere only their contents stay. */
const PARTS = new Set(['listItem', 'taskItem', 'tableRow', 'tableCell', 'tableHeader']);
const INLINE = new Set(['text', 'hardBreak', 'footnoteReference']);
const MARKS = new Set(['bold', 'italic', 'underline', 'strike', 'superscript', 'subscript', 'code']);

/** Deeper than anybody writes; below, only text is kept, so that no forged depth exhausts the stack. */
const DEEPEST = 60;
const IDENTIFIER = /^[\w-]{1,64}$/;
const LINE_BREAKS = /[\n\r\u2028\u2029]+/g;

const isWrapper = (type: string): boolean => Object.hasOwn(WRAPPERS, type);

class Cleaner {
  private readonly ids = new Set<string>();

  /** Children of a container: blocks stay, inline nodes between them become paragraphs. */
  blocks(nodes: readonly NodeJson[], depth: number): NodeJson[] {
    const blocks: NodeJson[] = [];
    let loose: NodeJson[] = [];
    const settle = () => {
      if (loose.length > 0) blocks.push({ type: 'paragraph', attrs: { id: null }, content: loose });
      loose = [];
    };
    for (const node of nodes) {
      if (INLINE.has(node.type)) loose.push(...this.inline(node, false));
      else {
        settle();
        blocks.push(...this.block(node, depth));
      }
    }
    settle();
    return blocks;
  }

  private block(node: NodeJson, depth: number): NodeJson[] {
    const children = node.content ?? [];
    if (depth >= DEEPEST) return [{ type: 'paragraph', attrs: { id: null }, content: this.flat(node) }];
    if (isTextBlockType(node.type)) {
      const content = children.flatMap((child) => this.inline(child, node.type === 'codeBlock'));
      return [{ type: node.type, attrs: this.attributes(node), content }];
    }
    if (node.type === 'horizontalRule') {
      return [{ type: node.type, attrs: this.attributes(node) }, ...this.blocks(children, depth + 1)];
    }
    if (isWrapper(node.type) && !PARTS.has(node.type)) return [this.whole(node, depth)];
    if (CONTAINERS.has(node.type) && !PARTS.has(node.type)) {
      return [{ type: node.type, attrs: this.attributes(node), content: this.blocks(children, depth + 1) }];
    }
    return this.blocks(children, depth + 1);
  }

  /** A list, table or row: each child the part it should be. */
  private whole(node: NodeJson, depth: number): NodeJson {
    const parts = WRAPPERS[node.type] ?? [];
    const content = (node.content ?? []).map((child): NodeJson => {
      const fits = parts.includes(child.type);
      const part = fits ? child : { type: parts[0] ?? 'paragraph', content: [child] };
      if (isWrapper(part.type)) return this.whole(part, depth + 1);
      return {
        type: part.type,
        attrs: this.attributes(part),
        content: this.blocks(part.content ?? [], depth + 1),
      };
    });
    return { type: node.type, attrs: this.attributes(node), content };
  }

  /** An inline node, or the text of a block that strayed into a line. */
  private inline(node: NodeJson, verbatim: boolean): NodeJson[] {
    // Leaves have no children, but a forged one may, and they may hold words.
    if (node.content?.length) {
      return [
        ...this.inline({ ...node, content: [] }, verbatim),
        ...node.content.flatMap((child) => this.flat(child)),
      ];
    }
    if (node.type === 'hardBreak') return verbatim ? [{ type: 'text', text: '\n' }] : [{ type: 'hardBreak' }];
    if (node.type === 'footnoteReference') {
      const { noteId } = node.attrs ?? {};
      return typeof noteId === 'string' && !verbatim ? [{ type: node.type, attrs: { noteId } }] : [];
    }
    if (node.type !== 'text' || typeof node.text !== 'string' || node.text === '') return [];
    if (verbatim) return [{ type: 'text', text: node.text }];
    const text = node.text.replace(LINE_BREAKS, ' ');
    const marks = (node.marks ?? []).flatMap(cleanMark);
    return [marks.length > 0 ? { type: 'text', text, marks } : { type: 'text', text }];
  }

  /** All text below a node, without recursion. */
  private flat(node: NodeJson): NodeJson[] {
    const texts: string[] = [];
    const waiting: NodeJson[] = [node];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      if (typeof next.text === 'string') texts.push(next.text.replace(LINE_BREAKS, ' '));
      for (let index = (next.content?.length ?? 0) - 1; index >= 0; index -= 1) {
        const child = next.content?.[index];
        if (child) waiting.push(child);
      }
    }
    const text = texts.join(' ');
    return text === '' ? [] : [{ type: 'text', text }];
  }

  private attributes(node: NodeJson): Record<string, unknown> {
    const attrs = node.attrs ?? {};
    const id = this.uniqueId(attrs.id);
    switch (node.type) {
      case 'heading':
        return { id, level: wholeNumber(attrs.level, 1, 4, 1) };
      case 'orderedList':
        return { id, start: wholeNumber(attrs.start, 0, 100_000, 1) };
      case 'taskItem':
        return { id, checked: attrs.checked === true };
      case 'callout':
        return { id, kind: calloutKind(attrs.kind) };
      case 'tableCell':
      case 'tableHeader':
        return {
          id,
          colspan: wholeNumber(attrs.colspan, 1, MAX_COLSPAN, 1),
          rowspan: wholeNumber(attrs.rowspan, 1, MAX_ROWSPAN, 1),
          width: wholeNumber(attrs.width, MIN_COLUMN, MAX_COLUMN, null),
        };
      case 'figure':
        return {
          id,
          src: isOwnImage(attrs.src) ? attrs.src : null,
          alt: typeof attrs.alt === 'string' ? attrs.alt.replace(LINE_BREAKS, ' ') : '',
          width: wholeNumber(attrs.width, 1, 20_000, null),
          height: wholeNumber(attrs.height, 1, 20_000, null),
        };
      case 'footnote':
        return { id, noteId: typeof attrs.noteId === 'string' ? attrs.noteId : null };
      case 'codeBlock':
        return {
          id,
          language:
            typeof attrs.language === 'string' && /^[\w+#.-]{1,30}$/.test(attrs.language)
              ? attrs.language
              : null,
        };
      default:
        return { id };
    }
  }

  /** An id serves as an anchor only where it is the first of its kind. */
  private uniqueId(id: unknown): string | null {
    if (typeof id !== 'string' || !IDENTIFIER.test(id) || this.ids.has(id)) return null;
    this.ids.add(id);
    return id;
  }
}

function cleanMark({ type, attrs }: MarkJson): MarkJson[] {
  if (MARKS.has(type)) return [{ type }];
  const href = type === 'link' ? safeHref(attrs?.href) : null;
  return href === null ? [] : [{ type, attrs: { href } }];
}
