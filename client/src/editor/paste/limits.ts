/** Characters of HTML that are read at most; a long report from Word with its styles has about 3 million. */
export const MAX_HTML = 12_000_000;

/** Characters of text and markup that one paste may bring into a chapter. */
export const MAX_KEPT = 1_000_000;

/** Depth of elements below which the structure is given up and only the text is kept. */
export const MAX_DEPTH = 80;

/** Cells of one table; beyond, its rows come in as paragraphs. */
export const MAX_CELLS = 5_000;

/** Columns of one table. */
export const MAX_COLUMNS = 60;
