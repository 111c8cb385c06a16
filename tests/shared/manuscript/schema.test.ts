import { createHash } from 'node:crypto';
import { BLOCK_TYPES, TEXT_BLOCK_TYPES } from '@accord/shared/manuscript/blocks';
import { SCHEMA_VERSION } from '@accord/shared/manuscript/document';
import { columnWidths } from '@accord/shared/manuscript/nodes/table';
import { safeHref } from '@accord/shared/manuscript/safe';
import { manuscriptSchema, schemaShape } from '@accord/shared/manuscript/schema';
import { describe, expect, it } from 'vitest';

describe('the schema of a chapter', () => {
  it('[U9] has a new number whenever its shape changes', () => {
    const shape = createHash('sha256').update(JSON.stringify(schemaShape())).digest('hex').slice(0, 16);
    // Changed the schema? Raise SCHEMA_VERSION in manuscript/document.ts, then pin the new pair here.
    expect({ version: SCHEMA_VERSION, shape }).toEqual({ version: 1, shape: 'b152bd9ebb731675' });
  });

  it('gives every block, and nothing else, an id', () => {
    const withId = Object.values(manuscriptSchema.nodes)
      .filter((type) => type.spec.attrs && 'id' in type.spec.attrs)
      .map((type) => type.name);
    expect(withId.sort()).toEqual([...BLOCK_TYPES].sort());
    const blocks = Object.values(manuscriptSchema.nodes).filter(
      (type) => type.isBlock && type.name !== 'doc',
    );
    expect(blocks.map((type) => type.name).sort()).toEqual([...BLOCK_TYPES].sort());
    expect(TEXT_BLOCK_TYPES.filter((name) => !manuscriptSchema.nodes[name]?.isTextblock)).toEqual([]);
  });

  it('has primitive attributes only, each with a default', () => {
    const types = [...Object.values(manuscriptSchema.nodes), ...Object.values(manuscriptSchema.marks)];
    for (const { name, spec } of types) {
      for (const [attribute, { default: value }] of Object.entries(spec.attrs ?? {})) {
        expect(value, `${name}.${attribute}`).toSatisfy((v: unknown) => v !== undefined && Object(v) !== v);
      }
    }
  });

  it('makes a paragraph wherever a block has to be invented', () => {
    for (const name of ['doc', 'listItem', 'taskItem', 'blockquote', 'callout', 'tableCell', 'tableHeader']) {
      expect(manuscriptSchema.nodes[name]?.contentMatch.defaultType?.name, name).toBe('paragraph');
    }
  });
});

describe('addresses of links', () => {
  it.each(['https://example.org/', 'http://example.org/a?b#c', 'mailto:a@example.org', '#n7'])(
    'takes %s',
    (href) => {
      expect(safeHref(href)).toBe(href);
    },
  );

  it.each([
    'javascript:alert(1)',
    ' java\nscript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'vbscript:x',
    '//example.org',
    'example.org',
    '/relative',
    '# spaced out',
    '',
    null,
    7,
  ])('refuses %j', (href) => {
    expect(safeHref(href)).toBeNull();
  });
});

describe('widths of columns', () => {
  const { table, tableRow, tableCell, paragraph } = manuscriptSchema.nodes;
  const cell = (attrs: Record<string, unknown> = {}) =>
    tableCell?.create(attrs, paragraph?.create()) as never;
  const rows = (...cells: never[][]) =>
    table?.create(
      null,
      cells.map((row) => tableRow?.create(null, row) as never),
    ) as never;

  it('come from the topmost cell that spans just that column', () => {
    const merged = cell({ colspan: 2, width: 300 });
    expect(columnWidths(rows([merged, cell()], [cell({ width: 90 }), cell(), cell({ width: 70 })]))).toEqual([
      90,
      null,
      70,
    ]);
  });

  it('step over cells that reach down from a row above', () => {
    const tall = cell({ rowspan: 2, width: 50 });
    expect(columnWidths(rows([tall, cell()], [cell({ width: 80 })], [cell(), cell({ width: 99 })]))).toEqual([
      50, 80,
    ]);
  });

  it('stay sane when a forged span asks for a million columns', () => {
    expect(columnWidths(rows([cell({ colspan: 1_000_000, rowspan: 1e9 })]))).toHaveLength(60);
  });
});
