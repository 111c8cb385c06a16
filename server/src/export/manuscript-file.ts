import type { Language } from '@accord/shared/access/role';
import type { NodeJson } from '@accord/shared/manuscript/document';

/** One chapter on its way out. */
export interface ExportedChapter {
  readonly title: string;
  readonly language: Language;
  /** Null where the text can't be read, which the file then says. */
  readonly document: NodeJson | null;
}

/** What a file is made of, whatever its format. */
export interface ExportedText {
  readonly title: string;
  readonly language: Language;
  /** Lines under the title: of what, of when. */
  readonly lines: readonly string[];
  /** A whole output, with a title and contents of its own; else one chapter. */
  readonly book: boolean;
  readonly chapters: readonly ExportedChapter[];
}
