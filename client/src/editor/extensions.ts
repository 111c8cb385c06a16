import { calloutKind } from '@accord/shared/manuscript/safe';
import { manuscriptExtensions } from '@accord/shared/manuscript/schema';
import { type AnyExtension, mergeAttributes } from '@tiptap/core';
import { Dropcursor } from '@tiptap/extensions/drop-cursor';
import { Gapcursor } from '@tiptap/extensions/gap-cursor';
import { Placeholder } from '@tiptap/extensions/placeholder';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import type { TFunction } from 'i18next';
import type { Doc } from 'yjs';
import { BelowTheEnd } from './blocks/below-the-end';
import { BlockIds } from './blocks/block-ids';
import { EnterOverSelection } from './blocks/enter';
import { KeptSelection } from './blocks/kept-selection';
import { ListToggles } from './blocks/list-toggles';
import { MoveBlock } from './blocks/move-block';
import { PlainAtoms } from './blocks/plain-atoms';
import { collaboration } from './collaboration';
import type { Insertion } from './feature';
import { KnownKeys } from './keys/known-keys';
import { Links } from './link/links';
import { Slash } from './slash/slash';
import { ColumnWidths, manuscriptTable } from './tables/manuscript-table';

export interface EditorParts {
  doc: Doc;
  t: TFunction;
  /** What features add; one with the name of a node of the schema takes that node's place. */
  added: readonly AnyExtension[];
  insertions: readonly Insertion[];
  onLink: () => void;
  toToolbar: () => void;
}

/** Everything an editor of a chapter is made of. */
export function editorExtensions({
  doc,
  t,
  added,
  insertions,
  onLink,
  toToolbar,
}: EditorParts): AnyExtension[] {
  const own = new Map(added.map((extension) => [extension.name, extension]));
  const nodes = manuscriptExtensions.map((extension) => own.get(extension.name) ?? inEditor(extension, t));
  const names = new Set(manuscriptExtensions.map(({ name }) => name));
  return [
    ...nodes,
    ...collaboration(doc),
    BlockIds,
    PlainAtoms,
    MoveBlock,
    ListToggles,
    EnterOverSelection,
    BelowTheEnd,
    KeptSelection,
    ColumnWidths,
    Links.configure({ onAsk: onLink }),
    KnownKeys.configure({ toToolbar }),
    Slash.configure({ insertions }),
    Gapcursor,
    Dropcursor.configure({ width: 2, color: false, class: 'drop-cursor' }),
    Placeholder.configure({ placeholder: t(($) => $.editor.placeholder) }),
    ...added.filter(({ name }) => !names.has(name)),
  ];
}

/** A node of the schema as it behaves and is named while editing. The schema itself stays the same. */
function inEditor(extension: AnyExtension, t: TFunction): AnyExtension {
  switch (extension.name) {
    case 'table':
      return manuscriptTable(extension);
    case 'taskItem':
      return extension.configure({
        nested: true,
        a11y: {
          checkboxLabel: ({ textContent }: ProseMirrorNode, checked: boolean) => {
            const text = textContent || t(($) => $.editor.task.empty);
            return checked ? t(($) => $.editor.task.done, { text }) : t(($) => $.editor.task.open, { text });
          },
        },
      });
    case 'callout':
      return extension.extend({
        renderHTML({
          node,
          HTMLAttributes,
        }: {
          node: ProseMirrorNode;
          HTMLAttributes: Record<string, unknown>;
        }) {
          const name = t(($) => $.editor.callouts[calloutKind(node.attrs.kind)]);
          return [
            'aside',
            mergeAttributes(HTMLAttributes, { role: 'note', 'aria-label': name, 'data-label': name }),
            0,
          ];
        },
      });
    case 'codeBlock':
      return extension.extend({
        renderHTML({ HTMLAttributes }: { HTMLAttributes: Record<string, unknown> }) {
          const name = t(($) => $.editor.blocks.codeBlock);
          return [
            'pre',
            mergeAttributes(HTMLAttributes, { 'aria-label': name, role: 'group' }),
            ['code', { spellcheck: 'false' }, 0],
          ];
        },
      });
    default:
      return extension;
  }
}
