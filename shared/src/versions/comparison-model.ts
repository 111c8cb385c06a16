import type { LineFate } from '../manuscript/difference/table';
import type { NodeJson } from '../manuscript/document';
import type { BlockAuthors } from './attribution';

/**
 * What differs between two texts, as a person would tell it: kinds and facts, no words of any language. Rows stand in the order of
 * the newer text; what was removed stands behind what it followed. Every block of either text appears.
 */
export interface Comparison {
  readonly rows: readonly Row[];
  /** How much of what happened, the weightiest first; empty when the texts are the same. */
  readonly summary: readonly Tally[];
  /** Number of each footnote in either text, by its note id. */
  readonly noteNumbers: { readonly before: NumberOfNote; readonly after: NumberOfNote };
}
export type NumberOfNote = Readonly<Record<string, number>>;

export type Row = TextRow | TableRow | MovedAwayRow;

/**
 * The strongest of what happened to a block; it may be moved and changed at once. `retyped`: its words stand, but not what it is or
 * where it belongs; `unshown`: it differs in a way that can't be shown.
 */
export type RowFate =
  | 'unchanged'
  | 'changed'
  | 'retyped'
  | 'moved'
  | 'added'
  | 'removed'
  | 'split'
  | 'merged'
  | 'copied';

interface AnyRow {
  /** Unique within a comparison. */
  readonly id: string;
  readonly fate: RowFate;
  readonly moved: boolean;
  /** In the order in which a person would mention them. */
  readonly facts: readonly Fact[];
}

/** A block of text, an image, a rule. `before` and `after` are empty where it was not there, several where it was split or merged. */
export interface TextRow extends AnyRow {
  readonly kind: 'text';
  readonly before: readonly Look[];
  readonly after: readonly Look[];
  readonly pieces: readonly AuthoredPiece[];
}

export interface TableRow extends AnyRow {
  readonly kind: 'table';
  readonly before: readonly Look[];
  readonly after: readonly Look[];
  /** Every cell of either table once. */
  readonly cells: readonly ComparedCell[];
  /** The tables themselves; null where there was or is none. */
  readonly tables: { readonly before: TableGrid | null; readonly after: TableGrid | null };
  /** Both as one table; null where cells were merged or parted so that one table can't show both. */
  readonly together: TableGrid | null;
}

/** Where blocks stood that stand elsewhere now. */
export interface MovedAwayRow {
  readonly kind: 'moved-away';
  readonly id: string;
  /** The row that shows the first of them. */
  readonly to: string;
  readonly count: number;
  readonly excerpt: string;
}

export type LineKind = LineFate['kind'];

export interface TableGrid {
  readonly rows: readonly { readonly line: LineKind; readonly cells: readonly GridCell[] }[];
  /** Of each column. */
  readonly columns: readonly LineKind[];
}

export interface GridCell {
  /** Index in `cells`; null for a place where neither table has a cell. */
  readonly cell: number | null;
  readonly across: number;
  readonly down: number;
  readonly header: boolean;
  readonly line: LineKind;
}

export interface ComparedCell {
  readonly fate: 'unchanged' | 'changed' | 'added' | 'removed' | 'merged';
  readonly rows: readonly Row[];
}

/** What a block is, and where it stands: all that is needed to draw it. */
export interface Look {
  readonly type: string;
  /** Id of the block in its document, when it has one. */
  readonly id: string | null;
  /** Of a heading. */
  readonly level: number | null;
  /** Of code. */
  readonly language: string | null;
  readonly image: Picture | null;
  /** Of a footnote. */
  readonly noteId: string | null;
  /** How many lists it stands in, one within the other. */
  readonly depth: number;
  /** Of the first block of a list item. */
  readonly marker: Marker | null;
  readonly quoted: boolean;
  /** The call-out around it; `first`: with it the call-out begins. */
  readonly callout: { readonly kind: string; readonly first: boolean } | null;
}

export interface Picture {
  readonly src: string | null;
  readonly alt: string | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly pending: string | null;
}

export type ListKind = 'bulletList' | 'orderedList' | 'taskList';

export interface Marker {
  readonly list: ListKind;
  /** Of a numbered item. */
  readonly number: number;
  /** Of a task. */
  readonly checked: boolean;
}

/** A stretch of the text. Who inserted or deleted it is null where the server does not know. */
export type AuthoredPiece =
  | { readonly kind: 'kept'; readonly content: readonly NodeJson[] }
  | { readonly kind: 'inserted'; readonly content: readonly NodeJson[]; readonly by: string | null }
  | { readonly kind: 'deleted'; readonly content: readonly NodeJson[]; readonly by: string | null }
  | {
      readonly kind: 'reformatted';
      readonly before: readonly NodeJson[];
      readonly after: readonly NodeJson[];
    }
  | {
      readonly kind: 'break';
      readonly change: 'inserted' | 'deleted';
      readonly before: readonly NodeJson[];
      readonly after: readonly NodeJson[];
    };

/** What a block is called: its type, for a heading with its level. */
export interface BlockName {
  readonly type: string;
  readonly level: number | null;
}

/** Something that happened besides words that came and went. */
export type Fact =
  | { readonly kind: 'type'; readonly before: BlockName; readonly after: BlockName }
  /** The blocks it became or was made of. */
  | { readonly kind: 'split' | 'merged'; readonly count: number }
  /** Behind which words it stood; null: at the beginning. `run`: how many blocks moved together, told at the first of them. */
  | { readonly kind: 'moved'; readonly behind: string | null; readonly run: number }
  | { readonly kind: 'copied'; readonly of: string }
  | {
      readonly kind: 'marks';
      readonly on: readonly string[];
      readonly off: readonly string[];
      readonly words: string;
    }
  | {
      readonly kind: 'link';
      readonly before: string | null;
      readonly after: string | null;
      readonly words: string;
    }
  | { readonly kind: 'list-level'; readonly before: number; readonly after: number }
  | { readonly kind: 'list-kind'; readonly before: ListKind; readonly after: ListKind }
  | { readonly kind: 'list-start'; readonly before: number; readonly after: number }
  | { readonly kind: 'task'; readonly done: boolean }
  | { readonly kind: 'put-into' | 'taken-out'; readonly container: 'blockquote' | 'callout' | ListKind }
  | { readonly kind: 'callout-kind'; readonly before: string; readonly after: string }
  /** It has the same block above, but no longer (or only now) belongs with it. */
  | { readonly kind: 'parted' | 'joined'; readonly container: string }
  | { readonly kind: 'image' }
  | { readonly kind: 'image-size' }
  | { readonly kind: 'alt'; readonly before: string | null; readonly after: string | null }
  | { readonly kind: 'decorative'; readonly now: boolean; readonly alt: string | null }
  | { readonly kind: 'caption' }
  | { readonly kind: 'note-mark'; readonly change: 'added' | 'removed'; readonly noteId: string | null }
  | { readonly kind: 'note-target' }
  | { readonly kind: 'code-language'; readonly before: string | null; readonly after: string | null }
  | { readonly kind: TableLineFact; readonly count: number }
  /** Columns count from 1. */
  | {
      readonly kind: 'column-width';
      readonly column: number;
      readonly before: number | null;
      readonly after: number | null;
    }
  | { readonly kind: 'header-row' | 'header-column'; readonly now: boolean }
  | { readonly kind: 'header-cells' | 'cells-merged' | 'cells-parted'; readonly count: number }
  /** It differs, and there is no way to show how. */
  | { readonly kind: 'unshown' };

export type TableLineFact =
  | 'rows-added'
  | 'rows-removed'
  | 'rows-moved'
  | 'columns-added'
  | 'columns-removed'
  | 'columns-moved';

export type Noun = 'paragraph' | 'heading' | 'image' | 'table' | 'footnote';
export type TallyKind =
  | `${Noun}-${'changed' | 'added' | 'removed'}`
  | TableLineFact
  | 'cells-changed'
  | 'moved'
  | 'copied'
  | 'split'
  | 'joined'
  | 'reformatted'
  | 'restructured'
  | 'unshown';

export interface Tally {
  readonly kind: TallyKind;
  readonly count: number;
}

/** Who wrote what stands in the newer text, and who deleted what stands in the older one. */
export interface Authors {
  readonly inserted: readonly BlockAuthors[];
  readonly deleted: readonly BlockAuthors[];
}
