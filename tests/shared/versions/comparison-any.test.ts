import { applyEdits } from '@accord/shared/manuscript/apply-edits';
import { isTextBlockType, walk } from '@accord/shared/manuscript/blocks';
import { blockKey } from '@accord/shared/manuscript/difference/block';
import type { NodeJson } from '@accord/shared/manuscript/document';
import { inlineText, textOfInline } from '@accord/shared/manuscript/inline-text';
import type { BlockAuthors } from '@accord/shared/versions/attribution';
import { compareDocuments, isChanged } from '@accord/shared/versions/comparison';
import type { AuthoredPiece, Row } from '@accord/shared/versions/comparison-model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chapters, chaptersWithPoorIds } from '../../kit/documents';
import { documents, editOf, intents } from '../manuscript/edited';

/** All rows, those in cells too; cells shown twice because they were merged count where they stand in the table after. */
function allRows(rows: readonly Row[]): Row[] {
  return rows.flatMap((row) => [
    row,
    ...(row.kind === 'table' ? row.cells.flatMap((cell) => allRows(cell.rows)) : []),
  ]);
}

const contentOn = (side: 'before' | 'after', piece: AuthoredPiece): readonly NodeJson[] => {
  if (piece.kind === 'reformatted' || piece.kind === 'break') return piece[side];
  const other = side === 'before' ? 'inserted' : 'deleted';
  return piece.kind === other ? [] : piece.content;
};

/** The text of every block that a side of the comparison shows, sorted: parts of what was split or joined as one. */
function textsShown(rows: readonly Row[], side: 'before' | 'after'): string {
  return allRows(rows)
    .flatMap((row) => (row.kind === 'text' && row[side].length > 0 ? [row.pieces] : []))
    .map((pieces) => pieces.map((piece) => textOfInline(contentOn(side, piece))).join(''))
    .sort()
    .join('');
}

/** Units, not characters: an author's stretch may part the halves of one. */
const letters = (text: string) => text.split('').sort().join('');

function textsOf(document: NodeJson): string {
  const texts: string[] = [];
  walk(document, (node) => {
    if (isTextBlockType(node.type)) texts.push(inlineText(node));
  });
  return texts.join('');
}

function expectHonest(before: NodeJson, after: NodeJson): void {
  const { rows, summary } = compareDocuments(before, after);
  const same = blockKey(before) === blockKey(after);
  expect(rows.some(isChanged)).toBe(!same);
  expect(summary.length === 0).toBe(same);
  const everything = allRows(rows);
  expect(new Set(everything.map(({ id }) => id)).size).toBe(everything.length);
  if (everything.some((row) => row.kind === 'table' && row.cells.some(({ fate }) => fate === 'merged')))
    return;
  expect(letters(textsShown(rows, 'before'))).toBe(letters(textsOf(before)));
  expect(letters(textsShown(rows, 'after'))).toBe(letters(textsOf(after)));
}

describe('any two texts', () => {
  it('[V4] are told to be the same exactly when they are; every letter of both is shown', () => {
    fc.assert(
      fc.property(chapters, chaptersWithPoorIds, (one, other) => {
        expectHonest(one, other);
        expectHonest(other, other);
      }),
      { numRuns: 300 },
    );
  });

  it('[V4] the same holds after edits, one of which may be all there is', () => {
    fc.assert(
      fc.property(documents, fc.array(intents, { minLength: 1, maxLength: 5 }), (before, wishes) => {
        let after = before;
        for (const [number, wish] of wishes.entries()) {
          try {
            after = applyEdits(after, [editOf(after, wish, number)]);
          } catch {
            // Not every wish fits every text.
          }
        }
        expectHonest(before, after);
      }),
      { numRuns: 400 },
    );
  });

  it('[V4] one attribute changed anywhere is never “no change”', () => {
    const values = fc.constantFrom<unknown>(null, 1, 2, 3, 7, true, false, '', 'other', 'tip', '#there');
    const names = fc.constantFrom(
      'level',
      'start',
      'checked',
      'kind',
      'src',
      'alt',
      'width',
      'height',
      'pending',
      'noteId',
      'colspan',
      'rowspan',
      'language',
      'odd',
    );
    fc.assert(
      fc.property(chapters, fc.nat(60), names, values, (before, which, name, value) => {
        const after = structuredClone(before);
        const nodes: NodeJson[] = [];
        walk(after, (node) => nodes.push(node));
        const node = nodes[which % nodes.length];
        if (node) node.attrs = { ...node.attrs, [name]: value };
        expectHonest(before, after);
        expectHonest(after, before);
      }),
      { numRuns: 500 },
    );
  });

  it('[V3] each inserted and deleted letter has the author that the attribution names, and no other', () => {
    const people = ['aino', 'jean', null, 'greta'] as const;
    // Who wrote a unit is told by where it stands, so that each can be asked for again.
    const authorOf = (block: number, at: number) =>
      people[(block * 7 + Math.floor(at / 3)) % people.length] ?? null;
    const authorsOf = (document: NodeJson): BlockAuthors[] => {
      const blocks: BlockAuthors[] = [];
      walk(document, (node) => {
        if (!isTextBlockType(node.type)) return;
        const block = blocks.length;
        const units = Array.from({ length: inlineText(node).length }, (_, at) => ({
          from: at,
          to: at + 1,
          personId: authorOf(block, at),
        }));
        blocks.push({ block, id: null, runs: units });
      });
      return blocks;
    };
    const tallyOf = (pairs: readonly (readonly [string | null, string])[]) => {
      const tally: Record<string, string> = {};
      for (const [person, words] of pairs)
        tally[String(person)] = letters((tally[String(person)] ?? '') + words);
      return tally;
    };
    fc.assert(
      fc.property(chapters, (text) => {
        const nothing: NodeJson = { type: 'doc', content: [] };
        const { rows } = compareDocuments(nothing, text, { inserted: authorsOf(text), deleted: [] });
        const shown = allRows(rows).flatMap((row) =>
          row.kind === 'text'
            ? row.pieces.flatMap((piece) =>
                piece.kind === 'inserted' ? [[piece.by, textOfInline(piece.content)] as const] : [],
              )
            : [],
        );
        const wanted: [string | null, string][] = [];
        let block = 0;
        walk(text, (node) => {
          if (!isTextBlockType(node.type)) return;
          for (const [at, unit] of inlineText(node).split('').entries())
            wanted.push([authorOf(block, at), unit]);
          block += 1;
        });
        expect(tallyOf(shown)).toEqual(tallyOf(wanted));
      }),
      { numRuns: 200 },
    );
  });
});
