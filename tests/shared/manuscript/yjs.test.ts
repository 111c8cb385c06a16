// @vitest-environment jsdom
import type { NodeJson } from '@accord/shared/manuscript/document';
import { manuscriptSchema } from '@accord/shared/manuscript/schema';
import { blocksToYjs, yjsToJson } from '@accord/shared/manuscript/yjs';
import { Node, Schema } from '@tiptap/pm/model';
import { EditorState } from '@tiptap/pm/state';
import { EditorView } from '@tiptap/pm/view';
import { initProseMirrorDoc, prosemirrorToYXmlFragment, ySyncPlugin } from '@tiptap/y-tiptap';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';

const ID = fc.stringMatching(/^[a-z0-9]{6}$/);
const marks = fc
  .subarray(['bold', 'italic', 'underline', 'strike', 'link'] as const)
  .map((names) =>
    names.map((type) => (type === 'link' ? { type, attrs: { href: 'https://example.org/' } } : { type })),
  );
const text = fc
  .record({ words: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), marks })
  .map(
    ({ words, marks }): NodeJson => ({ type: 'text', text: words, ...(marks.length > 0 ? { marks } : {}) }),
  );
const inline = fc.array(
  fc.oneof({ weight: 5, arbitrary: text }, fc.constant<NodeJson>({ type: 'hardBreak' })),
  { maxLength: 5 },
);
const block =
  (type: string, attrs: Record<string, unknown> = {}) =>
  (id: string, content: NodeJson[]): NodeJson => ({
    type,
    attrs: { id, ...attrs },
    ...(content.length > 0 ? { content } : {}),
  });
const { blocks } = fc.letrec<{
  blocks: NodeJson;
  paragraph: NodeJson;
  item: NodeJson;
  cell: NodeJson;
  row: NodeJson;
}>((tie) => ({
  paragraph: fc.tuple(ID, inline).map(([id, content]) => block('paragraph')(id, content)),
  item: fc
    .tuple(ID, fc.array(tie('paragraph'), { minLength: 1, maxLength: 2 }))
    .map(([id, content]) => block('listItem')(id, content)),
  cell: fc
    .tuple(ID, fc.array(tie('paragraph'), { minLength: 1, maxLength: 2 }))
    .map(([id, content]) => block('tableCell')(id, content)),
  row: fc
    .tuple(ID, fc.array(tie('cell'), { minLength: 1, maxLength: 3 }))
    .map(([id, content]) => block('tableRow')(id, content)),
  blocks: fc.oneof(
    { maxDepth: 3 },
    tie('paragraph'),
    fc
      .tuple(ID, inline, fc.constantFrom(1, 2, 3))
      .map(([id, content, level]) => block('heading', { level })(id, content)),
    fc
      .tuple(ID, fc.array(tie('item'), { minLength: 1, maxLength: 3 }))
      .map(([id, content]) => block('bulletList')(id, content)),
    fc
      .tuple(ID, fc.array(tie('row'), { minLength: 1, maxLength: 2 }))
      .map(([id, content]) => block('table')(id, content)),
    fc
      .tuple(ID, fc.array(tie('paragraph'), { minLength: 1, maxLength: 2 }))
      .map(([id, content]) => block('blockquote')(id, content)),
    ID.map((id) => block('horizontalRule')(id, [])),
  ),
}));
const documents = fc.array(blocks, { minLength: 1, maxLength: 6 });

/** A schema in which comments may overlap themselves, as y-tiptap stores under hashed names. */
const overlapping = new Schema({
  nodes: { doc: { content: 'paragraph+' }, paragraph: { content: 'text*' }, text: {} },
  marks: { comment: { attrs: { id: {} }, excludes: '' }, bold: {} },
});

const filled = (content: readonly NodeJson[], schema = manuscriptSchema): Y.XmlFragment => {
  const fragment = new Y.Doc().getXmlFragment('default');
  fragment.insert(0, blocksToYjs(content, schema));
  return fragment;
};

const asNode = (json: NodeJson, schema = manuscriptSchema) => Node.fromJSON(schema, json);

describe('text between Yjs and JSON', () => {
  it('writes what y-tiptap would write, and reads what y-tiptap reads', () => {
    fc.assert(
      fc.property(documents, (content) => {
        const expected = asNode({ type: 'doc', content });
        const ours = filled(content);
        const theirs = prosemirrorToYXmlFragment(expected, new Y.Doc().getXmlFragment('default'));
        expect(ours.toJSON()).toBe(theirs.toJSON());
        expect(yjsToJson(ours)).toEqual(yjsToJson(theirs));
        expect(asNode(yjsToJson(ours)).toJSON()).toEqual(
          initProseMirrorDoc(ours, manuscriptSchema).doc.toJSON(),
        );
        expect(asNode(yjsToJson(ours)).eq(expected)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('reading never writes, and equals y-tiptap’s reading after anybody’s edits', () => {
    const edit = fc.record({
      block: fc.nat(),
      at: fc.nat(),
      words: fc.string({ minLength: 1, maxLength: 5 }),
      remove: fc.nat(4),
    });
    fc.assert(
      fc.property(documents, fc.array(edit, { maxLength: 10 }), (content, edits) => {
        const fragment = filled(content);
        for (const { block, at, words, remove } of edits) {
          const texts = [...fragment.createTreeWalker((node) => node instanceof Y.XmlText)] as Y.XmlText[];
          const run = texts[block % Math.max(texts.length, 1)];
          if (!run) continue;
          const place = at % (run.length + 1);
          run.insert(place, words);
          run.format(0, place, { bold: {} });
          run.delete(0, Math.min(remove, run.length - 1));
        }
        let updates = 0;
        fragment.doc?.on('update', () => updates++);
        const read = yjsToJson(fragment);
        expect(updates).toBe(0);
        expect(asNode(read).toJSON()).toEqual(initProseMirrorDoc(fragment, manuscriptSchema).doc.toJSON());
      }),
      { numRuns: 100 },
    );
  });

  it('[U2] an editor opens written blocks without emitting any update, also when somebody types', () => {
    fc.assert(
      fc.property(documents, (content) => {
        const fragment = filled(content);
        const updates: Uint8Array[] = [];
        fragment.doc?.on('update', (update: Uint8Array) => updates.push(update));
        const view = open(fragment);
        expect(updates).toEqual([]);
        view.dispatch(
          view.state.tr.insert(
            0,
            manuscriptSchema.node('paragraph', { id: 'typed1' }, manuscriptSchema.text('x')),
          ),
        );
        // The one new paragraph, and nothing about the others.
        const added = updates
          .flatMap((update) => Y.decodeUpdate(update).structs)
          .filter((struct) => struct instanceof Y.Item && struct.content instanceof Y.ContentType);
        expect(added.length).toBe(2);
        view.destroy();
      }),
      { numRuns: 25 },
    );
  });

  it('keeps marks that overlap themselves apart, under y-tiptap’s hashed names', () => {
    const content: NodeJson[] = [
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'one', marks: [{ type: 'comment', attrs: { id: 'a' } }] },
          {
            type: 'text',
            text: 'both',
            marks: [
              { type: 'comment', attrs: { id: 'a' } },
              { type: 'comment', attrs: { id: 'b' } },
              { type: 'bold' },
            ],
          },
        ],
      },
    ];
    const ours = filled(content, overlapping);
    const theirs = prosemirrorToYXmlFragment(
      asNode({ type: 'doc', content }, overlapping),
      new Y.Doc().getXmlFragment('default'),
    );
    expect(ours.toJSON()).toBe(theirs.toJSON());
    expect(yjsToJson(ours)).toEqual({ type: 'doc', content });
  });

  it('passes over what is no text', () => {
    const fragment = new Y.Doc().getXmlFragment('default');
    const paragraph = new Y.XmlElement('paragraph');
    const run = new Y.XmlText('words');
    fragment.insert(0, [paragraph, new Y.XmlText('loose')]);
    paragraph.insert(0, [run, new Y.XmlText(' and more'), new Y.XmlText('')]);
    run.insertEmbed(0, { picture: true });
    expect(yjsToJson(fragment)).toEqual({
      type: 'doc',
      content: [
        { type: 'paragraph', content: [{ type: 'text', text: 'words and more' }] },
        { type: 'text', text: 'loose' },
      ],
    });
  });

  it('refuses blocks the schema does not allow', () => {
    expect(() => blocksToYjs([{ type: 'unheard-of' }])).toThrow(RangeError);
    expect(() => blocksToYjs([{ type: 'text', text: 'loose' }])).toThrow(RangeError);
    expect(() => blocksToYjs([{ type: 'table', content: [{ type: 'paragraph' }] }])).toThrow(RangeError);
  });
});

function open(fragment: Y.XmlFragment): EditorView {
  const { doc, mapping } = initProseMirrorDoc(fragment, manuscriptSchema);
  const state = EditorState.create({
    doc,
    schema: manuscriptSchema,
    plugins: [ySyncPlugin(fragment, { mapping })],
  });
  return new EditorView(document.createElement('div'), { state });
}
