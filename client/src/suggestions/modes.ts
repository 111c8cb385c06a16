import type { Doc, UndoManager } from 'yjs';
import type { EditorFeature } from '../editor/feature';
import type { WritableFact } from '../sync/fact';
import type { SavingBeside } from '../sync/saved-state';

/** What happens to what somebody types: it is the text at once, or a suggestion. */
export type Mode = 'writing' | 'suggesting';
export const VIEWS = ['with', 'accepted', 'original'] as const;
/** How suggestions are looked at: in the text, as if all were accepted, or not at all (S11). */
export type View = (typeof VIEWS)[number];

/** The text an editor is to be bound to in place of the chapter's own, and whether it may be typed in. */
export interface OtherText {
  readonly doc: Doc;
  readonly editable: boolean;
}

export interface ModeChoice {
  readonly mode: Mode;
  /** Whether there is a choice: a reviewer always suggests, a reader can't. */
  readonly mayWrite: boolean;
  /** Who writes chooses; in a locked text whoever may suggest does: there it is a change for the coordinator to declare (R5). */
  readonly mayChoose: boolean;
  readonly maySuggest: boolean;
}

/**
 * The place of suggestions in an editor. It is there from the beginning, since an editor can't be given more later without
 * being made anew, but holds next to nothing: what draws, sends and decides comes once the text can be written in.
 */
export interface SuggestionLayer {
  readonly feature: EditorFeature;
  readonly choice: WritableFact<ModeChoice>;
  readonly view: WritableFact<View>;
  readonly text: WritableFact<OtherText | null>;
  readonly saving: WritableFact<SavingBeside>;
  /** Chooses a mode, for whoever may. */
  choose: (mode: Mode) => void;
  /** The suggestion that is open again since I took its decision back, until it has been gone to. */
  readonly reopened: WritableFact<string | null>;
  /** Somebody pressed on a suggestion. */
  onPress: ((id: string) => void) | null;
  /**
   * Undoing what is no edit of the text, a decision, when its turn has come (S6).
   * @param dry only say whether there is something to undo
   * @returns whether it was (or would be) done
   */
  undoInstead: ((manager: UndoManager, dry: boolean) => boolean) | null;
}
