// @vitest-environment jsdom
import { folded } from '@accord/client/comparison/folding';
import { authorsIn } from '@accord/client/comparison/people';
import { partsOf } from '@accord/client/comparison/pieces';
import { document, heading, paragraph, table } from '@accord/shared/manuscript/build';
import type { NodeJson } from '@accord/shared/manuscript/document';
import { compareDocuments } from '@accord/shared/versions/comparison';
import type { AuthoredPiece } from '@accord/shared/versions/comparison-model';
import { describe, expect, it } from 'vitest';

const text = (words: string): NodeJson[] => [{ type: 'text', text: words }];
const kept = (words: string): AuthoredPiece => ({ kind: 'kept', content: text(words) });

describe('[V3] the two sides of a split paragraph', () => {
  const pieces: AuthoredPiece[] = [
    kept('One.'),
    { kind: 'break', change: 'inserted', before: text(' '), after: [] },
    kept('Two.'),
  ];
  it('are one block before, with the space that stood at the seam, and two after and in one text', () => {
    expect(partsOf(pieces, 'before')).toEqual([[kept('One.'), kept(' '), kept('Two.')]]);
    expect(partsOf(pieces, 'after')).toHaveLength(2);
    expect(partsOf(pieces, 'both')).toHaveLength(2);
  });
  it('of a join are the other way round', () => {
    const joined: AuthoredPiece[] = [
      kept('One.'),
      { kind: 'break', change: 'deleted', before: [], after: text(' ') },
      kept('Two.'),
    ];
    expect(partsOf(joined, 'before')).toHaveLength(2);
    expect(partsOf(joined, 'after')).toEqual([[kept('One.'), kept(' '), kept('Two.')]]);
  });
});

describe('only what changed', () => {
  const blocks = [heading(1, 'Start'), paragraph('a'), heading(2, 'Middle'), paragraph('b'), paragraph('c')];
  const rowsWith = (at: number) => {
    const after = structuredClone(blocks);
    after[at] = { ...(after[at] as NodeJson), content: text('new words') };
    return compareDocuments(document(...blocks), document(...after)).rows;
  };
  it('folds the rest away, but for the heading above a change', () => {
    const shown = folded(rowsWith(4)).map((each) => {
      if (each.kind === 'fold') return each.rows.length;
      return each.row.kind === 'moved-away' ? 'moved-away' : each.row.fate;
    });
    expect(shown).toEqual([2, 'unchanged', 1, 'changed']);
  });
  it('folds what follows the last change, and loses no row', () => {
    const rows = rowsWith(1);
    const shown = folded(rows);
    expect(shown.map(({ kind }) => kind)).toEqual(['row', 'row', 'fold']);
    expect(shown.flatMap((each) => (each.kind === 'fold' ? each.rows : [each.row]))).toEqual(rows);
  });
});

it('[V3] the legend names everybody whose words came or went, those in cells too', () => {
  const cell = (words: string) => document(table(['Country'], [words]));
  const one = cell('Finland');
  const other = structuredClone(one);
  const inner = other.content?.[0]?.content?.[1]?.content?.[0]?.content?.[0];
  if (inner) inner.content = text('Italy');
  const run = (personId: string) => [{ block: 1, id: null, runs: [{ from: 0, to: 99, personId }] }];
  const { rows } = compareDocuments(one, other, { inserted: run('giulia'), deleted: run('aino') });
  expect(authorsIn(rows).sort()).toEqual(['aino', 'giulia']);
});
