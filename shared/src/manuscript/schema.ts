import { type AnyExtension, getSchema } from '@tiptap/core';
import { Blockquote } from '@tiptap/extension-blockquote';
import { Bold } from '@tiptap/extension-bold';
import { Code } from '@tiptap/extension-code';
import { CodeBlock } from '@tiptap/extension-code-block';
import { Document } from '@tiptap/extension-document';
import { HardBreak } from '@tiptap/extension-hard-break';
import { Heading } from '@tiptap/extension-heading';
import { HorizontalRule } from '@tiptap/extension-horizontal-rule';
import { Italic } from '@tiptap/extension-italic';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Strike } from '@tiptap/extension-strike';
import { Subscript } from '@tiptap/extension-subscript';
import { Superscript } from '@tiptap/extension-superscript';
import { Text } from '@tiptap/extension-text';
import { Underline } from '@tiptap/extension-underline';
import type { Schema } from '@tiptap/pm/model';
import { BlockId } from './nodes/block-id';
import { Callout } from './nodes/callout';
import { Figure } from './nodes/figure';
import { Footnote, FootnoteReference } from './nodes/footnote';
import { Link } from './nodes/link';
import { listNodes } from './nodes/lists';
import { tableNodes } from './nodes/table';

const ChapterHeading = Heading.extend({
  parseHTML() {
    const deeper = [5, 6].map((level) => ({ tag: `h${level}`, attrs: { level: 4 } }));
    return [...(this.parent?.() ?? []), ...deeper];
  },
}).configure({ levels: [1, 2, 3, 4] });

/**
 * What a chapter can be made of: the same for every role, for the server and for exports. Attributes are primitive
 * and marks stand on text only (the binding to Yjs compares and carries nothing else soundly). Content expressions
 * ask for as little as possible, because what two people's edits add up to must never be refused: the binding
 * deletes, for everyone, a node the schema refuses. Any change here raises SCHEMA_VERSION (document.ts).
 */
export const manuscriptExtensions: readonly AnyExtension[] = [
  Document,
  Paragraph,
  Text,
  ChapterHeading,
  ...listNodes,
  Blockquote,
  Callout,
  ...tableNodes,
  Figure,
  FootnoteReference,
  Footnote,
  CodeBlock,
  HorizontalRule,
  HardBreak,
  Bold,
  Italic,
  Underline,
  Strike,
  Superscript,
  Subscript,
  // Code may stand together with bold or a link; by default it drives them out.
  Code.extend({ excludes: 'code' }),
  Link,
  BlockId,
];

/** The ProseMirror schema of a chapter. */
export const manuscriptSchema: Schema = getSchema([...manuscriptExtensions]);

/**
 * The schema's shape as plain data: what each node may contain, its groups, marks and attributes with their defaults.
 * Two schemas of the same shape read each other's documents.
 */
export function schemaShape(schema: Schema = manuscriptSchema): Record<string, unknown> {
  const attributes = (attrs: Record<string, { default?: unknown }> | undefined) =>
    Object.entries(attrs ?? {})
      .map(([name, spec]) => [name, spec.default ?? null])
      .sort();
  const nodes = Object.values(schema.nodes).map(({ name, spec }) => ({
    name,
    content: spec.content ?? '',
    group: spec.group ?? '',
    inline: spec.inline ?? false,
    atom: spec.atom ?? false,
    marks: spec.marks ?? null,
    attributes: attributes(spec.attrs as Record<string, { default?: unknown }> | undefined),
  }));
  const marks = Object.values(schema.marks).map(({ name, spec }) => ({
    name,
    excludes: spec.excludes ?? null,
    attributes: attributes(spec.attrs as Record<string, { default?: unknown }> | undefined),
  }));
  return { nodes, marks };
}
