import { walk } from '@accord/shared/manuscript/blocks';
import { manuscriptSchema } from '@accord/shared/manuscript/schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chapters, chaptersWithPoorIds } from '../../kit/documents';

describe('chapters made for tests', () => {
  it('are what the schema allows, letter by letter', () => {
    fc.assert(
      fc.property(fc.oneof(chapters, chaptersWithPoorIds), (chapter) => {
        const node = manuscriptSchema.nodeFromJSON(chapter);
        node.check();
        expect(manuscriptSchema.nodeFromJSON(node.toJSON()).eq(node)).toBe(true);
      }),
    );
  });

  it('have every kind of block and mark among them, and an id for each block', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(chapters, (chapter) => {
        const ids: unknown[] = [];
        walk(chapter, (node) => {
          seen.add(node.type);
          for (const { type } of node.marks ?? []) seen.add(type);
          if (node.attrs && 'id' in node.attrs) ids.push(node.attrs.id);
        });
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 300 },
    );
    const all = [...Object.keys(manuscriptSchema.nodes), ...Object.keys(manuscriptSchema.marks)];
    expect(all.filter((name) => !seen.has(name))).toEqual([]);
  });
});
