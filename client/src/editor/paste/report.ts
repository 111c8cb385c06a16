/**
 * What can't be taken along on a paste. Each kind has a sentence in the `paste` catalogue; the person sees one
 * line per kind with its count, so that nothing goes missing in silence.
 */
export const PASTE_KINDS = [
  'pictures',
  'drawings',
  'icons',
  'deletions',
  'comments',
  'footnotesWithoutText',
  'embeds',
  'fields',
  'links',
  'formulas',
  'highlights',
  'hidden',
  'headingNumbers',
  'nestedTables',
  'largeTables',
  'deepNesting',
  'tooLarge',
] as const;

export type PasteKind = (typeof PASTE_KINDS)[number];

/** How often something of one kind was left out or changed. */
export interface PasteLine {
  readonly kind: PasteKind;
  readonly count: number;
}

/** Collects, while a paste is cleaned, what could not be taken along. */
export class PasteReport {
  readonly #counts = new Map<PasteKind, number>();

  add(kind: PasteKind, count = 1): void {
    if (count > 0) this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + count);
  }

  /** One line per kind, in the fixed order of `PASTE_KINDS`. */
  lines(): PasteLine[] {
    return PASTE_KINDS.flatMap((kind) => {
      const count = this.#counts.get(kind);
      return count === undefined ? [] : [{ kind, count }];
    });
  }
}
