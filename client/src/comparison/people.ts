import type { PersonCard } from '@accord/shared/people/people';
import type { Row } from '@accord/shared/versions/comparison-model';
import css from './comparison.module.css';

/** Everybody whose words came or went, in the order of the text; null: words of which nobody is known. */
export function authorsIn(rows: readonly Row[]): (string | null)[] {
  const found = new Set<string | null>();
  const visit = (row: Row): void => {
    if (row.kind === 'table') for (const cell of row.cells) for (const inner of cell.rows) visit(inner);
    if (row.kind !== 'text') return;
    for (const piece of row.pieces)
      if (piece.kind === 'inserted' || piece.kind === 'deleted') found.add(piece.by);
  };
  for (const row of rows) visit(row);
  return [...found];
}

/** The class that gives a person's words the hue of their country. */
export const hueOf = (person: PersonCard | undefined): string =>
  (person && css[person.country]) ?? css.elsewhere ?? '';
