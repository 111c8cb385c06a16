import type { Fact, Noun, Row, TableLineFact, Tally, TallyKind, TextRow } from './comparison-model';

const ORDER: readonly TallyKind[] = [
  ...(['changed', 'added', 'removed'] as const).flatMap((what) =>
    (['paragraph', 'heading', 'image', 'table', 'footnote'] as const).map(
      (noun): TallyKind => `${noun}-${what}`,
    ),
  ),
  'moved',
  'copied',
  'split',
  'joined',
  'rows-added',
  'rows-removed',
  'rows-moved',
  'columns-added',
  'columns-removed',
  'columns-moved',
  'cells-changed',
  'restructured',
  'reformatted',
  'unshown',
];

/** Counts what happened, for one sentence about the whole. */
export function summaryOf(rows: readonly Row[]): Tally[] {
  const counts = new Map<TallyKind, number>();
  for (const row of rows)
    for (const { kind, count } of talliesOf(row)) counts.set(kind, (counts.get(kind) ?? 0) + count);
  return ORDER.flatMap((kind) => {
    const count = counts.get(kind) ?? 0;
    return count > 0 ? [{ kind, count }] : [];
  });
}

function talliesOf(row: Row): Tally[] {
  if (row.kind === 'moved-away') return [];
  const noun = nounOf(row.after[0]?.type ?? row.before[0]?.type ?? '');
  if (row.fate === 'added' || row.fate === 'removed') return [{ kind: `${noun}-${row.fate}`, count: 1 }];
  if (row.fate === 'copied') return [{ kind: 'copied', count: 1 }];
  const tallies: Tally[] = row.moved ? [{ kind: 'moved', count: 1 }] : [];
  for (const fact of row.facts) {
    if (fact.kind === 'split') tallies.push({ kind: 'split', count: 1 });
    if (fact.kind === 'merged') tallies.push({ kind: 'joined', count: fact.count });
    if (isLineFact(fact)) tallies.push({ kind: fact.kind, count: fact.count });
  }
  const own = row.kind === 'table' ? tableTally(row.cells, row.facts) : textTally(row, noun);
  if (own) return [...tallies, own];
  // Whatever it was, the sentence about the whole may not pass over it.
  const missed = tallies.length === 0 && row.fate !== 'unchanged';
  return missed ? [{ kind: row.kind === 'table' ? 'table-changed' : 'unshown', count: 1 }] : tallies;
}

function tableTally(cells: readonly { readonly fate: string }[], facts: readonly Fact[]): Tally | null {
  const changed = cells.filter(({ fate }) => fate === 'changed').length;
  if (changed > 0) return { kind: 'cells-changed', count: changed };
  if (facts.some(({ kind }) => kind === 'unshown')) return { kind: 'unshown', count: 1 };
  const others = facts.some((fact) => !isLineFact(fact) && fact.kind !== 'moved' && fact.kind !== 'copied');
  return others ? { kind: 'table-changed', count: 1 } : null;
}

function textTally({ pieces, facts }: TextRow, noun: Noun): Tally | null {
  const has = (...kinds: readonly Fact['kind'][]) => facts.some(({ kind }) => kinds.includes(kind));
  const words = pieces.some(({ kind }) => kind === 'inserted' || kind === 'deleted');
  const picture = has('image', 'image-size', 'alt', 'decorative', 'caption');
  if (words || picture || has('note-target', 'code-language')) return { kind: `${noun}-changed`, count: 1 };
  if (has(...STRUCTURE)) return { kind: 'restructured', count: 1 };
  if (has('marks', 'link')) return { kind: 'reformatted', count: 1 };
  return has('unshown') ? { kind: 'unshown', count: 1 } : null;
}

const STRUCTURE: readonly Fact['kind'][] = [
  'type',
  'list-level',
  'list-kind',
  'list-start',
  'task',
  'put-into',
  'taken-out',
  'callout-kind',
  'parted',
  'joined',
];

const LINE_FACTS: ReadonlySet<string> = new Set<TableLineFact>([
  'rows-added',
  'rows-removed',
  'rows-moved',
  'columns-added',
  'columns-removed',
  'columns-moved',
]);
const isLineFact = (fact: Fact): fact is Extract<Fact, { kind: TableLineFact }> => LINE_FACTS.has(fact.kind);

const NOUNS: Readonly<Record<string, Noun>> = {
  heading: 'heading',
  figure: 'image',
  table: 'table',
  footnote: 'footnote',
};
const nounOf = (type: string): Noun => NOUNS[type] ?? 'paragraph';
