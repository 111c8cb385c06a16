import { Bookmark, BookmarkEnd, BookmarkStart } from 'docx';

/**
 * A bookmark with a number of its own: those the library makes all have the same, and Word keeps only one bookmark of a
 * number. It is a point, put before what it leads to.
 */
class NumberedBookmark extends Bookmark {
  override readonly start: BookmarkStart;
  override readonly end: BookmarkEnd;

  constructor(name: string, number: number) {
    super({ id: name, children: [] });
    this.start = new BookmarkStart(name, number);
    this.end = new BookmarkEnd(number);
  }
}

/** The places of a Word document that something leads to. */
export class Bookmarks {
  private names = 0;
  private placed = 0;

  /** A name Word takes (letters, digits, at most 40), used nowhere else; `_` in front hides it from Word's list. */
  name(kind: 'Toc' | 'Block' | 'Note'): string {
    this.names += 1;
    return `_${kind}${String(this.names).padStart(6, '0')}`;
  }

  /** The bookmark itself, once for each name. */
  at(name: string): Bookmark {
    this.placed += 1;
    return new NumberedBookmark(name, this.placed);
  }
}
