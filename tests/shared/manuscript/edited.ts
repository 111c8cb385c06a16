import { isBlockType, walk } from '@accord/shared/manuscript/blocks';
import type { NodeJson } from '@accord/shared/manuscript/document';
import type { Edit } from '@accord/shared/manuscript/edits';
import { inlineText, isTextBlock } from '@accord/shared/manuscript/inline-text';
import fc from 'fast-check';

const LINK = { type: 'link', attrs: { href: 'https://example.org/' } };
const marks = fc
  .subarray(['bold', 'italic', 'code', 'link'] as const)
  .map((names) => names.map((type) => (type === 'link' ? LINK : { type })));
const words = fc.oneof(
  fc.constantFrom('the ', 'fox ', 'quick ', 'a', 'aa', ' ', '😀', 'é', 'word'),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
);
const text = fc
  .record({ words, marks })
  .map(
    ({ words, marks }): NodeJson => ({ type: 'text', text: words, ...(marks.length > 0 ? { marks } : {}) }),
  );

/** Inline content: words with marks, line breaks and marks of footnotes. */
export const inlines = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: text },
    { weight: 1, arbitrary: fc.constant<NodeJson>({ type: 'hardBreak' }) },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom('n1', 'n2')
        .map((noteId): NodeJson => ({ type: 'footnoteReference', attrs: { noteId } })),
    },
  ),
  { maxLength: 6 },
);

type Make = (id: () => string) => NodeJson;
const block = (
  type: string,
  content: readonly (NodeJson | Make)[] = [],
  attrs: Record<string, unknown> = {},
): Make => {
  return (id) => {
    const own = id();
    const made = content.map((part) => (typeof part === 'function' ? part(id) : part));
    return { type, attrs: { id: own, ...attrs }, ...(made.length > 0 ? { content: made } : {}) };
  };
};

const paragraph = inlines.map((content) => block('paragraph', content));
const { blocks } = fc.letrec<{ blocks: Make; item: Make; cell: Make }>((tie) => ({
  item: fc.array(tie('blocks'), { minLength: 1, maxLength: 2 }).map((content) => block('listItem', content)),
  cell: fc
    .array(paragraph, { minLength: 1, maxLength: 2 })
    .map((content) => block('tableCell', content, { colspan: 1, rowspan: 1 })),
  blocks: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'blocks' },
    { weight: 5, arbitrary: paragraph },
    fc
      .tuple(inlines, fc.constantFrom(1, 2, 3))
      .map(([content, level]) => block('heading', content, { level })),
    inlines.map((content) => block('figure', content, { src: null, alt: 'a picture' })),
    inlines.map((content) => block('footnote', content, { noteId: 'n1' })),
    words.map((code) => block('codeBlock', [{ type: 'text', text: code }])),
    fc.constant(block('horizontalRule')),
    fc.array(tie('item'), { minLength: 1, maxLength: 3 }).map((items) => block('bulletList', items)),
    fc.array(tie('blocks'), { minLength: 1, maxLength: 2 }).map((content) => block('blockquote', content)),
    fc
      .array(fc.array(tie('cell'), { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 2 })
      .map((rows) =>
        block(
          'table',
          rows.map((cells) => block('tableRow', cells)),
        ),
      ),
  ),
}));

/** Blocks named `name` and a number, each other than all others. */
const named = (makes: readonly Make[], name: string): NodeJson[] => {
  let count = 0;
  return makes.map((make) => make(() => `${name}${count++}`));
};

/** Whole chapters with every kind of block; ids are `b0`, `b1` … in the order of the text. */
export const documents = fc
  .array(blocks, { minLength: 1, maxLength: 5 })
  .map((makes): NodeJson => ({ type: 'doc', content: named(makes, 'b') }));

/** A change somebody could think of, still without the text it is made to. */
export const intents = fc.record({
  kind: fc.constantFrom<Edit['kind'][]>(
    'replace-text',
    'replace-text',
    'replace-text',
    'retype',
    'insert-block',
    'remove-block',
    'move-block',
  ),
  at: fc.nat(1000),
  from: fc.nat(40),
  length: fc.nat(12),
  content: inlines,
  keeps: fc.boolean(),
  block: blocks,
  type: fc.constantFrom('paragraph', 'heading', 'codeBlock', 'orderedList', 'callout', 'blockquote'),
});
export type Intent = typeof intents extends fc.Arbitrary<infer T> ? T : never;

/** The intent as an edit of this text. It need not be one that the schema allows. */
export function editOf(document: NodeJson, intent: Intent, number: number): Edit {
  const all: NodeJson[] = [];
  walk(document, (node) => {
    if (isBlockType(node.type)) all.push(node);
  });
  const pick = (among: readonly NodeJson[]) => among[intent.at % Math.max(among.length, 1)];
  const idOf = (node: NodeJson | undefined) => String(node?.attrs?.id ?? 'none');
  const containers = all.filter(({ type }) => !isTextBlock(type));
  const container = intent.keeps ? undefined : pick(containers);
  const place = {
    parentId: container ? idOf(container) : null,
    index: intent.from % ((container ?? document).content?.length ?? 1),
  };
  switch (intent.kind) {
    case 'replace-text': {
      const target = pick(all.filter(({ type }) => isTextBlock(type)));
      const size = target ? inlineText(target).length : 0;
      const from = Math.min(intent.from, size);
      const to = Math.min(from + intent.length, size);
      return { kind: 'replace-text', blockId: idOf(target), from, to, content: intent.content };
    }
    case 'retype':
      return {
        kind: 'retype',
        blockId: idOf(pick(all)),
        type: intent.keeps ? (pick(all)?.type ?? 'paragraph') : intent.type,
        attrs: { level: (intent.from % 4) + 1, kind: 'tip', alt: 'new' },
      };
    case 'insert-block':
      return { kind: 'insert-block', ...place, block: named([intent.block], `n${number}x`)[0] ?? document };
    case 'remove-block':
      return { kind: 'remove-block', blockId: idOf(pick(all)) };
    case 'move-block':
      return { kind: 'move-block', blockId: idOf(pick(all)), ...place };
  }
}
