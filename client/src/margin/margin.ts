import type { ReactNode } from 'react';

/** A card of the margin: something that is said about a place in the text, or about no place. */
export interface MarginItem {
  /** Unlike every other card's in the margin. */
  readonly id: string;
  readonly kind: 'thread' | 'suggestion';
  /** ProseMirror position of the place it is about; null: the whole chapter, or nowhere any more. */
  readonly from: number | null;
  /** Draws the card; `active`: it is the one that is being looked at. */
  render(active: boolean): ReactNode;
}
