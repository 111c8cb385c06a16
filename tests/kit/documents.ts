import type { MarkJson, NodeJson } from '@accord/shared/manuscript/document';
import fc from 'fast-check';

/**
 * Whole chapters as people write them, for property tests: every kind of block and mark, all that the schema allows and nothing
 * else. Words are few, so that paragraphs repeat; some ids are missing or stand twice, as copies and old clients leave them.
 */

const WORDS = [
  ...[
    'the',
    'school',
    'teacher',
    'guidance',
    'not',
    'Ääni',
    'straße',
    'élève',
    "l'école",
    'e\u0301tude',
    '5,5',
    '2026',
  ],
  ...[
    'a',
    'of',
    'and',
    'we',
    'pupils',
    'families',
    'plan',
    'week',
    'vous',
    'perché',
    'kuntoutus',
    'well-being',
  ],
];
const MARKS: readonly MarkJson[] = [
  ...['bold', 'italic', 'underline', 'strike', 'superscript', 'subscript', 'code'].map((type) => ({ type })),
  ...['https://example.org/', 'mailto:us@example.org'].map((href) => ({ type: 'link', attrs: { href } })),
];

/** Some words with the spaces and signs between them; never empty. */
export const wordings: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .array(
        fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(' ', ' ', ' ', ' ', ', ', '. ', '\u00a0', '-')),
        {
          minLength: 1,
          maxLength: 14,
        },
      )
      .map((parts) => parts.flat().join('')),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }).map(oneLine) },
  { weight: 1, arbitrary: fc.constantFrom('👩‍🏫 ', '😀', '…', '\u00a0', '«', ' – ') },
);
function oneLine(text: string): string {
  const line = text.replace(/[\n\r\u2028\u2029\ufffc]/g, ' ');
  return line === '' ? ' ' : line;
}

const texts: fc.Arbitrary<NodeJson> = fc
  .tuple(
    wordings,
    fc.oneof(
      { weight: 4, arbitrary: fc.constant<MarkJson[]>([]) },
      fc.uniqueArray(fc.constantFrom(...MARKS), { minLength: 1, maxLength: 2, selector: ({ type }) => type }),
    ),
  )
  .map(([text, marks]) => ({ type: 'text', text, ...(marks.length > 0 ? { marks } : {}) }));
const lineBreaks = fc.constant<NodeJson>({ type: 'hardBreak' });
const noteMarks = fc
  .constantFrom('note1', 'note2')
  .map((noteId): NodeJson => ({ type: 'footnoteReference', attrs: { noteId } }));

/** The inline nodes of a text block, as ProseMirror has them: neighbouring texts differ in their marks. */
export const inlineContents: fc.Arbitrary<NodeJson[]> = fc
  .array(
    fc.oneof(
      { weight: 8, arbitrary: texts },
      { weight: 1, arbitrary: lineBreaks },
      { weight: 1, arbitrary: noteMarks },
    ),
    { maxLength: 5 },
  )
  .map((nodes) => {
    const content: NodeJson[] = [];
    for (const node of nodes) {
      const last = content.at(-1);
      const same = last?.text !== undefined && JSON.stringify(last.marks) === JSON.stringify(node.marks);
      if (same && node.text !== undefined) last.text += node.text;
      else content.push(structuredClone(node));
    }
    return content;
  });

const block = (
  type: string,
  attrs: Record<string, unknown>,
  content: readonly NodeJson[] = [],
): NodeJson => ({
  type,
  attrs: { id: null, ...attrs },
  ...(content.length > 0 ? { content: [...content] } : {}),
});

const paragraphs = inlineContents.map((content) => block('paragraph', {}, content));
const codeBlocks = fc
  .tuple(fc.constantFrom(null, 'xml'), fc.array(wordings, { maxLength: 3 }))
  .map(([language, lines]) =>
    block('codeBlock', { language }, lines.length > 0 ? [{ type: 'text', text: lines.join('\n') }] : []),
  );
const figures = fc
  .tuple(
    inlineContents,
    fc.record({
      src: fc.constantFrom(null, '/api/images/abcd1234', '/api/images/efgh5678'),
      alt: fc.constantFrom(null, '', 'a classroom', 'a chart'),
      width: fc.constantFrom(null, 640),
      height: fc.constantFrom(null, 480),
      pending: fc.constantFrom(null, null, 'photo.jpg'),
    }),
  )
  .map(([caption, attrs]) => block('figure', attrs, caption));
const footnotes = fc
  .tuple(fc.constantFrom('note1', 'note2'), inlineContents)
  .map(([noteId, content]) => block('footnote', { noteId }, content));
const headings = fc
  .tuple(fc.integer({ min: 1, max: 4 }), inlineContents)
  .map(([level, content]) => block('heading', { level }, content));

const { blocks: anyBlocks } = fc.letrec<{
  blocks: NodeJson;
  inside: NodeJson[];
  items: NodeJson[];
  tables: NodeJson;
}>((tie) => ({
  inside: fc.array(tie('blocks'), { minLength: 1, maxLength: 2, depthIdentifier: 'documents' }),
  items: fc
    .array(tie('inside'), { minLength: 1, maxLength: 4, depthIdentifier: 'documents' })
    .map((items) => items.map((content) => block('listItem', {}, content))),
  tables: fc
    .tuple(
      fc.integer({ min: 1, max: 3 }),
      fc.integer({ min: 1, max: 3 }),
      fc.boolean(),
      fc.array(paragraphs, { minLength: 9, maxLength: 9 }),
      fc.constantFrom(null, 120),
    )
    .map(([rows, columns, header, cells, width]) =>
      block(
        'table',
        {},
        Array.from({ length: rows }, (_, row) =>
          block(
            'tableRow',
            {},
            Array.from({ length: columns }, (_, column) =>
              block(
                header && row === 0 ? 'tableHeader' : 'tableCell',
                { colspan: 1, rowspan: 1, width: column === 0 ? width : null },
                [structuredClone(cells[row * 3 + column] as NodeJson)],
              ),
            ),
          ),
        ),
      ),
    ),
  blocks: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'documents' },
    { weight: 8, arbitrary: paragraphs },
    { weight: 2, arbitrary: headings },
    figures,
    footnotes,
    codeBlocks,
    fc.constant(block('horizontalRule', {})),
    tie('items').map((items) => block('bulletList', {}, items)),
    fc
      .tuple(tie('items'), fc.constantFrom(1, 1, 4))
      .map(([items, start]) => block('orderedList', { start }, items)),
    fc.array(fc.tuple(fc.boolean(), tie('inside')), { minLength: 1, maxLength: 3 }).map((items) =>
      block(
        'taskList',
        {},
        items.map(([checked, content]) => block('taskItem', { checked }, content)),
      ),
    ),
    tie('inside').map((content) => block('blockquote', {}, content)),
    fc
      .tuple(fc.constantFrom('note', 'tip', 'warning', 'example'), tie('inside'))
      .map(([kind, content]) => block('callout', { kind }, content)),
    tie('tables'),
  ),
}));

/** One block of any kind, without ids. */
export const blocks: fc.Arbitrary<NodeJson> = anyBlocks;

/** The same with ids for all blocks that have none: `prefix` and a number in the order of the text. */
export function withIds(node: NodeJson, prefix: string): NodeJson {
  let count = 0;
  const name = ({ attrs, content, ...rest }: NodeJson): NodeJson => ({
    ...rest,
    ...(attrs && {
      attrs: 'id' in attrs && attrs.id === null ? { ...attrs, id: `${prefix}${count++}` } : attrs,
    }),
    ...(content && { content: content.map(name) }),
  });
  return name(node);
}

/** Chapters with at least one block; ids are `block0`, `block1` … in the order of the text, each once. */
export const chapters: fc.Arbitrary<NodeJson> = fc
  .array(anyBlocks, { minLength: 1, maxLength: 8, size: 'max' })
  .map((content) => withIds({ type: 'doc', content: structuredClone(content) }, 'block'));

/** Chapters whose ids have suffered: some are missing, some stand two or three times. */
export const chaptersWithPoorIds: fc.Arbitrary<NodeJson> = fc
  .tuple(
    chapters,
    fc.array(fc.constantFrom('own', 'own', 'own', 'none', 'same', 'same2'), { minLength: 1, maxLength: 24 }),
  )
  .map(([chapter, fates]) => {
    let count = 0;
    const spoil = ({ attrs, content, ...rest }: NodeJson): NodeJson => {
      const fate = attrs && 'id' in attrs ? fates[count++ % fates.length] : 'own';
      const id = fate === 'own' ? attrs?.id : fate === 'none' ? null : fate;
      return {
        ...rest,
        ...(attrs && { attrs: 'id' in attrs ? { ...attrs, id } : attrs }),
        ...(content && { content: content.map(spoil) }),
      };
    };
    return spoil(chapter);
  });
