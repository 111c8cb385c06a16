import { isChanged } from '@accord/shared/versions/comparison';
import type { Row } from '@accord/shared/versions/comparison-model';

/** What is shown of the rows: a row, or so many unchanged ones folded away under the id of the first. */
export type Shown =
  | { readonly kind: 'row'; readonly row: Row }
  | { readonly kind: 'fold'; readonly id: string; readonly rows: readonly Row[] };

/** Folds away what did not change, but for the heading above a change: it says where one is. */
export function folded(rows: readonly Row[]): Shown[] {
  const shown: Shown[] = [];
  let quiet: Row[] = [];
  const fold = (some: readonly Row[]) => {
    const [first] = some;
    if (first) shown.push({ kind: 'fold', id: first.id, rows: some });
  };
  for (const row of rows) {
    if (!isChanged(row)) {
      quiet.push(row);
      continue;
    }
    const heading = quiet.findLastIndex((each) => each.kind === 'text' && each.after[0]?.type === 'heading');
    const above = quiet[heading];
    if (above) {
      fold(quiet.slice(0, heading));
      shown.push({ kind: 'row', row: above });
    }
    fold(quiet.slice(heading + 1));
    quiet = [];
    shown.push({ kind: 'row', row });
  }
  fold(quiet);
  return shown;
}
