import type { Language } from '@accord/shared/access/role';
import type { Bookmarks } from './bookmarks';
import type { Footnotes } from './footnotes';
import type { Numberings } from './numberings';

/** An image as Word takes it. */
export interface DocxPicture {
  readonly bytes: Uint8Array;
  readonly type: 'png' | 'jpg';
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** What the chapters of one Word document share while it is written. */
export interface Writing {
  /** Language of the whole; chapters may have their own. */
  readonly language: Language;
  /** By the address in the text, e.g. `/api/images/…`. */
  readonly pictures: ReadonlyMap<string, DocxPicture>;
  readonly bookmarks: Bookmarks;
  readonly footnotes: Footnotes;
  readonly numberings: Numberings;
  /** A number no other drawing of the document has. */
  readonly nextDrawing: () => number;
}

/** Where a block stands. Lengths are twentieths of a point. */
export interface Place {
  /** How far text is set in from the edge of the page's text, or of the cell. */
  readonly left: number;
  /** Width of the page's text, or of the cell. */
  readonly width: number;
  /** How many lists are around it, and how many of them are numbered. */
  readonly depth: number;
  readonly numbered: number;
  /** Style of its paragraphs, where not the plain one. */
  readonly style: 'Quote' | 'TableText' | 'TableHead' | 'TableSide' | null;
}

/** How far each list sets its items in. */
export const LIST_STEP = 425;

/** Word's names for the languages, with the country it wants for spelling. */
export const WORD_LANGUAGES: Readonly<Record<Language, string>> = {
  en: 'en-GB',
  fi: 'fi-FI',
  fr: 'fr-FR',
  de: 'de-DE',
  it: 'it-IT',
};
