import { type Marks, NO_MARKS } from './marks';
import type { PasteReport } from './report';
import type { Sink, TextBlock } from './sink';

/** Where the walk stands: how the text looks and what kind of place it is in. */
export interface Look {
  readonly marks: Marks;
  readonly tag: TextBlock;
  /** White space counts (`white-space: pre…`): line ends become breaks. */
  readonly keepsLines: boolean;
  readonly inTable: boolean;
}

export const PLAIN: Look = { marks: NO_MARKS, tag: 'p', keepsLines: false, inTable: false };

/** The walk over pasted markup, as those who write one kind of block go on with it for what is inside. */
export interface Walk {
  readonly document: Document;
  readonly report: PasteReport;
  children(parent: Node, sink: Sink, look: Look): void;
  element(element: Element, sink: Sink, look: Look): void;
  text(text: string, sink: Sink, look: Look): void;
}
