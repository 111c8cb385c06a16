import type { NodeJson } from '@accord/shared/manuscript/document';
import { manuscriptSchema } from '@accord/shared/manuscript/schema';
import { withBlockOf } from '@accord/shared/versions/restore-block';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chapters, withIds } from '../../kit/documents';
import '../../kit/seed';

const paragraph = (id: string, text: string): NodeJson => ({
  type: 'paragraph',
  attrs: { id },
  content: [{ type: 'text', text }],
});
const doc = (...content: NodeJson[]): NodeJson => ({ type: 'doc', content });
const item = (id: string, text: string): NodeJson => ({
  type: 'listItem',
  attrs: { id },
  content: [paragraph(`${id}p`, text)],
});
const list = (...content: NodeJson[]): NodeJson => ({ type: 'bulletList', attrs: { id: 'list' }, content });
const ids = (node: NodeJson | null) => (node?.content ?? []).map(({ attrs }) => attrs?.id);

describe('[V7] one block of a version', () => {
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id) => paragraph(id, `Block ${id}`)) as [
    NodeJson,
    NodeJson,
    NodeJson,
    NodeJson,
  ];

  it('takes the place of what became of it; nothing else changes', () => {
    const now = doc(a, paragraph('b', 'Something else'), c);
    expect(withBlockOf(now, doc(b), 'b')).toEqual(doc(a, b, c));
  });

  it('that is gone comes back after the nearest block that stood before it, else before the one after', () => {
    expect(ids(withBlockOf(doc(d, a), doc(a, b, c, d), 'c'))).toEqual(['d', 'a', 'c']);
    expect(ids(withBlockOf(doc(paragraph('x', ''), c), doc(a, b, c), 'b'))).toEqual(['x', 'b', 'c']);
    expect(ids(withBlockOf(doc(paragraph('x', 'Alone')), doc(a, b), 'b'))).toEqual(['x', 'b']);
  });

  it('comes back into its list, and with a list around it when that is gone', () => {
    const version = doc(a, list(item('one', 'One'), item('two', 'Two')));
    const into = withBlockOf(doc(a, list(item('one', 'First'))), version, 'two');
    expect(into).toEqual(doc(a, list(item('one', 'First'), item('two', 'Two'))));
    expect(withBlockOf(doc(a, b), version, 'two')).toEqual(doc(a, list(item('two', 'Two')), b));
  });

  it('[E2] has other ids inside where its own went on standing elsewhere', () => {
    const version = doc(a, list(item('one', 'One')));
    const now = withBlockOf(doc(paragraph('onep', 'Moved out'), a), version, 'list');
    const [first, , brought] = now?.content ?? [];
    expect(first?.attrs?.id).toBe('onep');
    expect(JSON.stringify(brought)).not.toContain('onep');
    expect(JSON.stringify(brought)).toContain('One');
  });

  it('that the version has not is none', () => {
    expect(withBlockOf(doc(a), doc(a, b), 'c')).toBeNull();
  });

  it('of any chapter goes into any other, and every id stands once', () => {
    fc.assert(
      fc.property(chapters, chapters, fc.nat(), (now, version, pick) => {
        const all: string[] = [];
        const gather = (node: NodeJson, into: string[]) => {
          if (typeof node.attrs?.id === 'string') into.push(node.attrs.id);
          for (const child of node.content ?? []) gather(child, into);
        };
        for (const block of version.content ?? [])
          if (typeof block.attrs?.id === 'string') all.push(block.attrs.id);
        const other = withIds(
          JSON.parse(JSON.stringify(now).replaceAll(/"block(?=\d)/g, '"now')) as NodeJson,
          'now',
        );
        const result = withBlockOf(other, version, all[pick % all.length] ?? '') as NodeJson;
        manuscriptSchema.nodeFromJSON(result).check();
        const standing: string[] = [];
        gather(result, standing);
        expect(new Set(standing).size).toBe(standing.length);
      }),
      { numRuns: 60 },
    );
  });
});
