import type { UndoManager } from 'yjs';

/**
 * Remembers what somebody decided about suggestions among their edits of the text, so that undo reaches each in its turn (S6).
 * A decision is not an edit of this tab: the server carries it out, and takes it back.
 */
export class OwnDecisions {
  /** How many edits could be undone when it was made: as long as there are more, those come first. */
  #made: { readonly decisionId: string; readonly edits: number }[] = [];

  /** @param manager the undo of the editor it was made in, if it has one */
  made(decisionId: string, manager: UndoManager | null): void {
    // What is typed from now on is a step of its own.
    manager?.stopCapturing();
    this.#made.push({ decisionId, edits: manager?.undoStack.length ?? 0 });
  }

  /** The decision whose turn it is to be undone, or null when an edit is. */
  next(manager: UndoManager): string | null {
    const last = this.#made.at(-1);
    return last && manager.undoStack.length <= last.edits ? last.decisionId : null;
  }

  /** It was taken back, or can't be any more. */
  done(decisionId: string): void {
    this.#made = this.#made.filter((each) => each.decisionId !== decisionId);
  }

  /** Edits from before can't be undone any more: those that are left come behind every decision. */
  forgetEdits(): void {
    this.#made = this.#made.map(({ decisionId }) => ({ decisionId, edits: 0 }));
  }
}
