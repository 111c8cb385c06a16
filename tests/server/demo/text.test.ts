import { drawCycle } from '@accord/server/demo/cycle-figure';
import { workingWithSchools } from '@accord/server/demo/text/working-with-schools/chapters';
import { templateOf } from '@accord/server/outputs/templates';
import { countWordsIn, walk } from '@accord/shared/manuscript/blocks';
import type { NodeJson } from '@accord/shared/manuscript/document';
import { manuscriptSchema } from '@accord/shared/manuscript/schema';
import { Node } from '@tiptap/pm/model';
import { TableMap } from '@tiptap/pm/tables';
import { beforeAll, describe, expect, it } from 'vitest';

let chapters: { title: string; document: NodeJson }[];
const nodes: NodeJson[] = [];
const ofType = (type: string) => nodes.filter((node) => node.type === type);

beforeAll(async () => {
  const placed = async () => ({ src: '/api/images/demo1234', width: 880, height: 560 });
  chapters = await Promise.all(
    workingWithSchools(placed).map(async ({ title, document }) => ({
      title,
      document: await document('chapter'),
    })),
  );
  for (const { document } of chapters) walk(document, (node) => nodes.push(node));
});

describe('the guidance tool of the demo', () => {
  it('is a real one: the chapters of the template, at least six, well over 4,000 words', () => {
    expect(chapters.map(({ title }) => title)).toEqual(templateOf('guidance-tool').map(({ title }) => title));
    const words = chapters.map(({ document }) => countWordsIn(document));
    expect(Math.min(...words)).toBeGreaterThan(200);
    expect(words.reduce((sum, count) => sum + count)).toBeGreaterThan(5000);
  });
  it('fits the schema, every block with an id of its own', () => {
    for (const { document } of chapters) {
      const root = Node.fromJSON(manuscriptSchema, document);
      expect(() => root.check()).not.toThrow();
      const ids: string[] = [];
      root.descendants((node) => {
        if (node.isBlock) ids.push(node.attrs.id);
      });
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids).not.toContain(null);
    }
  });
  it('has tables without holes, some with header rows and merged cells', () => {
    const tables = ofType('table').map((table) => Node.fromJSON(manuscriptSchema, table));
    expect(tables.length).toBeGreaterThan(8);
    for (const table of tables) expect(TableMap.get(table).problems).toBeNull();
    const cells = [...ofType('tableCell'), ...ofType('tableHeader')];
    expect(cells.some(({ attrs }) => Number(attrs?.colspan) > 1)).toBe(true);
    expect(cells.some(({ attrs }) => Number(attrs?.rowspan) > 1)).toBe(true);
    expect(ofType('tableHeader').length).toBeGreaterThan(20);
  });
  it('has nested lists, tasks, all four call-outs, quotes and a figure with its text', () => {
    const nested = ofType('listItem').filter(({ content }) =>
      content?.some(({ type }) => type.endsWith('List')),
    );
    expect(nested.length).toBeGreaterThan(3);
    expect(ofType('taskItem').length).toBeGreaterThan(5);
    expect(new Set(ofType('callout').map(({ attrs }) => attrs?.kind))).toEqual(
      new Set(['note', 'tip', 'warning', 'example']),
    );
    expect(ofType('blockquote').length).toBeGreaterThan(1);
    const [figure] = ofType('figure');
    expect(String(figure?.attrs?.alt).length).toBeGreaterThan(40);
    expect(figure?.content?.length).toBeGreaterThan(0);
  });
  it('has a note for each footnote mark, and a mark for each note', () => {
    for (const { document } of chapters) {
      const marks: unknown[] = [];
      const notes: unknown[] = [];
      walk(document, ({ type, attrs }) => {
        if (type === 'footnoteReference') marks.push(attrs?.noteId);
        if (type === 'footnote') notes.push(attrs?.noteId);
      });
      expect(notes).toEqual(marks);
    }
    expect(ofType('footnote').length).toBeGreaterThan(6);
  });
  it('links only to safe addresses', () => {
    const links = nodes.flatMap(({ marks }) => (marks ?? []).filter(({ type }) => type === 'link'));
    expect(links.length).toBeGreaterThan(5);
    for (const { attrs } of links) expect(attrs?.href).toMatch(/^(https:\/\/|mailto:)/);
  });
  it('draws its figure as PNG', async () => {
    const png = await drawCycle();
    expect([...png.subarray(1, 4)].map((byte) => String.fromCharCode(byte)).join('')).toBe('PNG');
    expect(png.readUInt32BE(16)).toBe(880);
    expect(png.readUInt32BE(20)).toBe(560);
  });
});
