import type { BlockAnchor, TextAnchor } from '../manuscript/anchor';
import type { MarkJson } from '../manuscript/document';
import type { Operation } from './suggestions';

/** What a suggestion does, as facts for the page to put into words. */
export interface Description {
  readonly kind: /** Words. `replace` has both `before` and `after`. */
    | 'insert'
    | 'delete'
    | 'replace'
    /** The letters stay; `marksOn` and `marksOff` say what their formatting becomes. */
    | 'format'
    /** One block becomes another type: `blockType` to `toType`; or only attributes change: `attributes`. */
    | 'retype'
    | 'attributes'
    | 'add-blocks'
    | 'remove-blocks'
    | 'replace-blocks'
    | 'move-blocks'
    /** One paragraph becomes two, or two become one. */
    | 'split'
    | 'merge'
    /** Rows or columns of a table. */
    | 'add-rows'
    | 'remove-rows'
    | 'add-columns'
    | 'remove-columns'
    /** Several of these that belong together. */
    | 'several';
  /** Plain text that goes and that comes, cut to `MAX_DESCRIBED` letters; blocks joined by line feeds. */
  readonly before: string;
  readonly after: string;
  readonly marksOn: readonly MarkJson[];
  readonly marksOff: readonly MarkJson[];
  /** Type of the (first) block concerned, when it is about blocks, and the type it becomes. */
  readonly blockType: string | null;
  readonly toType: string | null;
  /** Attributes that change, with what they were and become (null: not set). */
  readonly attributes: readonly {
    readonly name: string;
    readonly before: unknown;
    readonly after: unknown;
  }[];
  /** How many blocks, rows or columns are concerned; 0 when it is about words. */
  readonly count: number;
}

export const MAX_DESCRIBED = 2000;

export function describeSuggestion(operations: readonly Operation[]): Description {
  throw new Error(`not built: ${operations.length}`);
}

/** Where a suggestion is, to show it and to hang its discussion on: of its first operation; null for an empty list. */
export function operationsAnchor(operations: readonly Operation[]): TextAnchor | BlockAnchor | null {
  throw new Error(`not built: ${operations.length}`);
}
