import type { NodeJson } from './document';

/**
 * A change of a chapter's text in terms of named blocks: the only form in which the server itself writes (accepting a
 * suggestion, undoing that, restoring a block). Edits of a list are carried out one after the other, each on what the former
 * left. The same list gives the same text as JSON (`applyEdits`) and in Yjs (`writeEdits`).
 */
export type Edit =
  /** Replaces the inline nodes from `from` to `to` of a text block (offsets as in TextPoint) by `content`. */
  | {
      readonly kind: 'replace-text';
      readonly blockId: string;
      readonly from: number;
      readonly to: number;
      readonly content: readonly NodeJson[];
    }
  /** Gives a block another type or other attributes (the complete set, `id` excepted, which stays); its content stays. */
  | {
      readonly kind: 'retype';
      readonly blockId: string;
      readonly type: string;
      readonly attrs: Readonly<Record<string, unknown>>;
    }
  /** Puts a block, with the ids it has, into a container (null: the chapter) before its child number `index`. */
  | {
      readonly kind: 'insert-block';
      readonly parentId: string | null;
      readonly index: number;
      readonly block: NodeJson;
    }
  | { readonly kind: 'remove-block'; readonly blockId: string }
  /** Takes a block from where it is and puts it elsewhere; `index` counts the container's children without it. */
  | {
      readonly kind: 'move-block';
      readonly blockId: string;
      readonly parentId: string | null;
      readonly index: number;
    };
