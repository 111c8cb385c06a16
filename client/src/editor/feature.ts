import type { AnyExtension, Editor } from '@tiptap/core';
import type { ComponentType } from 'react';

/** Something a person can put into the text, from the Insert menu or by typing `/` and part of its name. */
export interface Insertion {
  /** Stable name, e.g. `figure`; its icon is found by it in `blocks/insertion-icons.ts`. */
  id: string;
  /** Its name in the language of the interface. */
  label: string;
  /** Further words under which `/` finds it, in the language of the interface. */
  words?: readonly string[];
  /** Whether it can be inserted where the caret is; absent: wherever the editor is editable. */
  isPossible?: (editor: Editor) => boolean;
  /** Inserts it at the selection; `/` and its query are gone already. */
  insert: (editor: Editor) => void;
}

/**
 * What a part of the product adds to the editor without the editor knowing it: figures, footnotes, find, carets,
 * comments. Keep the object the same from render to render (useMemo): another object makes another editor.
 */
export interface EditorFeature {
  /** Extensions to add. One that has the name of a node of the manuscript's schema takes that node's place. */
  extensions?: readonly AnyExtension[];
  insertions?: readonly Insertion[];
  /** Further controls at the end of the toolbar. */
  Tools?: ComponentType<{ editor: Editor }>;
  /** Dialogs, bars and pop-overs that live beside the text, also when it is read-only. */
  Beside?: ComponentType<{ editor: Editor }>;
}
