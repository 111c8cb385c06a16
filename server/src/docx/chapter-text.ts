import type { Language } from '@accord/shared/access/role';
import { walk } from '@accord/shared/manuscript/blocks';
import type { NodeJson } from '@accord/shared/manuscript/document';
import { EXPORT_WORDS } from '@accord/shared/manuscript/export-words';
import { RENDER_WORDS } from '@accord/shared/manuscript/render-words';
import type { CalloutKind } from '@accord/shared/manuscript/safe';
import {
  BorderStyle,
  CheckBox,
  FootnoteReferenceRun,
  InternalHyperlink,
  type IParagraphOptions,
  Paragraph,
  type ParagraphChild,
  Tab,
  type Table,
  TextRun,
} from 'docx';
import { figureBlocks } from './figure';
import { type ChapterNotes, notesOf } from './footnotes';
import { type InlineSurroundings, inlineRuns, textRuns } from './inline';
import { BULLETS, DEEPEST_LEVEL } from './numberings';
import { calloutTable, manuscriptTable } from './tables';
import { LIST_STEP, type Place, WORD_LANGUAGES, type Writing } from './writing';

export type Block = Paragraph | Table;

/** One heading, for the contents. */
export interface WrittenHeading {
  readonly level: number;
  readonly text: string;
  readonly bookmark: string;
}

/** Writes the cleaned text of one chapter as Word's paragraphs and tables. Nothing of it is left out. */
export class ChapterText {
  readonly headings: WrittenHeading[] = [];
  private readonly notes: ChapterNotes;
  private readonly around: InlineSurroundings;
  /** Bookmarks of blocks that something in the chapter leads to, by block id. */
  private readonly targets = new Map<string, string>();
  /** Bookmarks that wait for the next paragraph. */
  private waiting: string[] = [];
  /** Notes that stand in the document already. */
  private readonly written = new Set<string>();
  private inNote = false;
  private readonly noteBookmarks = new Map<string, string>();
  private readonly firstNote: number;

  constructor(
    private readonly writing: Writing,
    private readonly document: NodeJson,
    private readonly language: Language,
    /** Added to the level of headings. */
    private readonly headingShift: number,
  ) {
    this.notes = notesOf(document);
    this.firstNote = writing.footnotes.length;
    this.nameTargets();
    this.around = {
      language: language === writing.language ? null : WORD_LANGUAGES[language],
      bookmarkOf: (blockId) => this.targets.get(blockId) ?? null,
      noteMark: (noteId) => this.noteMark(noteId),
    };
  }

  /** The whole chapter, with the notes that no mark leads to at the end. */
  all(width: number): Block[] {
    const place: Place = { left: 0, width, depth: 0, numbered: 0, style: null };
    const blocks = this.blocks(this.document.content ?? [], place);
    this.inNote = true;
    const { loose } = this.notes;
    if (loose.length > 0) {
      const title = textRuns(EXPORT_WORDS[this.language].looseNotes);
      blocks.push(this.paragraph(place, title, { style: 'LooseNotes' }));
      for (const note of loose)
        blocks.push(this.paragraph(place, this.inline(note), { style: 'FootnoteText' }));
    }
    // What leads to a block without any paragraph (an empty list at the end) leads to the end.
    if (this.waiting.length > 0) blocks.push(this.paragraph(place, []));
    return blocks;
  }

  blocks(nodes: readonly NodeJson[], place: Place): Block[] {
    return nodes.flatMap((node) => this.block(node, place));
  }

  private block(node: NodeJson, place: Place): Block[] {
    const attrs = node.attrs ?? {};
    const target = this.targets.get(String(attrs.id));
    if (target !== undefined) this.waiting.push(target);
    switch (node.type) {
      case 'heading':
        return [this.heading(node, place)];
      case 'bulletList':
      case 'orderedList':
      case 'taskList':
        return this.list(node, place);
      case 'blockquote':
        return this.blocks(node.content ?? [], { ...place, left: place.left + LIST_STEP, style: 'Quote' });
      case 'callout': {
        const label = this.paragraph(
          { ...place, left: 0 },
          textRuns(RENDER_WORDS[this.language][attrs.kind as CalloutKind]),
          { style: 'CalloutLabel' },
        );
        return calloutTable(place, label, (inner) => this.blocks(node.content ?? [], inner));
      }
      case 'table':
        return manuscriptTable(node, place, (content, inner) => this.blocks(content, inner));
      case 'figure':
        return figureBlocks(node, this.inline(node), {
          place,
          language: this.language,
          writing: this.writing,
          paragraph: (children, options) => this.paragraph(place, children, options),
        });
      case 'codeBlock':
        return [this.paragraph(place, textRuns(textOfCode(node)), { style: 'CodeBlock' })];
      case 'horizontalRule':
        return [
          this.paragraph(place, [], {
            border: { bottom: { style: BorderStyle.SINGLE, size: 6, color: '9AA5A3', space: 1 } },
          }),
        ];
      case 'footnote':
        return [];
      default:
        return [this.paragraph(place, this.inline(node))];
    }
  }

  /** A paragraph where `place` says; the bookmarks that wait stand at its beginning. */
  private paragraph(
    place: Place,
    children: readonly ParagraphChild[],
    options: Omit<IParagraphOptions, 'children'> = {},
  ): Paragraph {
    const marks = this.waiting.map((name) => this.writing.bookmarks.at(name));
    this.waiting = [];
    return new Paragraph({
      ...(place.style && { style: place.style }),
      ...(place.left > 0 && { indent: { left: place.left } }),
      ...options,
      children: [...marks, ...children],
    });
  }

  private heading(
    node: NodeJson,
    place: Place,
    options: Omit<IParagraphOptions, 'children'> = {},
  ): Paragraph {
    const level = Math.min(9, Number(node.attrs?.level) + this.headingShift);
    const bookmark = this.writing.bookmarks.name('Toc');
    this.headings.push({ level, text: plainText(node), bookmark });
    this.waiting.push(bookmark);
    return this.paragraph(place, this.inline(node), { ...options, style: `Heading${level}` });
  }

  private list(node: NodeJson, place: Place): Block[] {
    const level = Math.min(place.depth, DEEPEST_LEVEL);
    const isNumbered = node.type === 'orderedList';
    const reference = isNumbered
      ? this.writing.numberings.newList(Number(node.attrs?.start), place.numbered)
      : BULLETS;
    const inner: Place = {
      ...place,
      left: place.left + LIST_STEP,
      depth: place.depth + 1,
      numbered: place.numbered + (isNumbered ? 1 : 0),
    };
    const hanging = { left: inner.left, hanging: LIST_STEP };
    return (node.content ?? []).flatMap((item) => {
      const target = this.targets.get(String(item.attrs?.id));
      if (target !== undefined) this.waiting.push(target);
      const task = node.type === 'taskList';
      const options: Omit<IParagraphOptions, 'children'> = {
        style: place.style ?? 'ListParagraph',
        indent: hanging,
        ...(!task && { numbering: { reference, level } }),
      };
      const sign = task
        ? [checkBox(item.attrs?.checked === true), new TextRun({ children: [new Tab()] })]
        : [];
      const [first, ...rest] = item.content ?? [];
      const ownLine = first?.type === 'paragraph';
      const firstTarget = ownLine ? this.targets.get(String(first.attrs?.id)) : undefined;
      if (firstTarget !== undefined) this.waiting.push(firstTarget);
      // An item that begins with something else gets a line of its own for its sign.
      const line = this.paragraph(inner, [...sign, ...(ownLine ? this.inline(first) : [])], options);
      return [line, ...this.blocks(ownLine ? rest : (item.content ?? []), inner)];
    });
  }

  private inline(node: NodeJson): ParagraphChild[] {
    return inlineRuns(node.content ?? [], this.around);
  }

  /** The first mark of a note makes it; further ones, and marks within notes, lead to the first. */
  private noteMark(noteId: string): readonly ParagraphChild[] {
    const place = this.notes.order.get(noteId);
    // Only another note refers to it, so that it stands among the loose ones.
    if (place === undefined) return [new TextRun({ text: '*', superScript: true })];
    const bookmark = this.noteBookmark(noteId);
    if (this.inNote || this.written.has(noteId)) {
      const number = new TextRun({ text: String(this.firstNote + place), superScript: true });
      return [new InternalHyperlink({ anchor: bookmark, children: [number] })];
    }
    const note = this.notes.texts.get(noteId);
    this.written.add(noteId);
    this.inNote = true;
    const text = note ? this.inline(note) : textRuns(EXPORT_WORDS[this.language].missingNote);
    this.inNote = false;
    const mark = new FootnoteReferenceRun(this.writing.footnotes.add([new TextRun({ text: ' ' }), ...text]));
    return this.notes.repeated.has(noteId) ? [this.writing.bookmarks.at(bookmark), mark] : [mark];
  }

  private noteBookmark(noteId: string): string {
    const known = this.noteBookmarks.get(noteId) ?? this.writing.bookmarks.name('Note');
    this.noteBookmarks.set(noteId, known);
    return known;
  }

  /** Only what something leads to gets a bookmark. */
  private nameTargets(): void {
    const wanted = new Set<string>();
    walk(this.document, ({ marks }) => {
      for (const { type, attrs } of marks ?? []) {
        if (type === 'link' && String(attrs?.href).startsWith('#')) wanted.add(String(attrs?.href).slice(1));
      }
    });
    walk(this.document, ({ type, attrs }) => {
      const id = attrs?.id;
      // A note is not in the text; nothing in Word leads into one.
      if (type !== 'footnote' && typeof id === 'string' && wanted.has(id))
        this.targets.set(id, this.writing.bookmarks.name('Block'));
    });
  }
}

const checkBox = (checked: boolean): CheckBox =>
  new CheckBox({
    checked,
    checkedState: { value: '2611', font: 'Segoe UI Symbol' },
    uncheckedState: { value: '2610', font: 'Segoe UI Symbol' },
  });

const textOfCode = (node: NodeJson): string => (node.content ?? []).map(({ text }) => text ?? '').join('');

const plainText = (node: NodeJson): string =>
  (node.content ?? []).map(({ type, text }) => (type === 'hardBreak' ? ' ' : (text ?? ''))).join('');
