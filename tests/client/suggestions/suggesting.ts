import { forgetUndo } from '@accord/client/suggestions/forget-undo';
import { Fork, type Own } from '@accord/client/suggestions/fork';
import { sameText } from '@accord/client/suggestions/text-reader';
import { FRAGMENT, type NodeJson } from '@accord/shared/manuscript/document';
import { yjsToJson } from '@accord/shared/manuscript/yjs';
import { acceptSuggestions } from '@accord/shared/suggestions/accept';
import type { Unsupported } from '@accord/shared/suggestions/difference';
import type { Editor } from '@tiptap/core';
import { afterEach } from 'vitest';
import type * as Y from 'yjs';
import { openEditor } from '../editor/open-editor';

const forks = new Set<Fork>();
afterEach(() => {
  for (const fork of forks) fork.stop();
  forks.clear();
});

export interface Suggesting {
  readonly fork: Fork;
  readonly editor: Editor;
  /** Own suggestions as they were last told. */
  readonly told: () => readonly Own[];
  readonly takenBack: Unsupported[];
  readonly mended: () => number;
}

/** Somebody who suggests in a text, in an editor as the page makes it. */
export function suggestIn(synced: Y.Doc, own: readonly Own[] = []): Suggesting {
  let told: readonly Own[] = own;
  let mended = 0;
  let editor: Editor | null = null;
  const takenBack: Unsupported[] = [];
  const fork = new Fork(synced, own, {
    onTouched: () => undefined,
    onOwn: (all) => {
      told = all;
    },
    onTakenBack: (what) => takenBack.push(...what),
    onMended: () => {
      mended += 1;
      if (editor) forgetUndo(editor);
    },
  });
  forks.add(fork);
  editor = openEditor(fork.doc);
  return { fork, editor, told: () => told, takenBack, mended: () => mended };
}

export const jsonOf = (doc: Y.Doc): NodeJson => yjsToJson(doc.getXmlFragment(FRAGMENT));

/** The words of a text, block by block. */
export function words(text: NodeJson): string {
  const blocks: string[] = [];
  const inline = (node: NodeJson): string =>
    node.type === 'hardBreak' ? '\n' : (node.text ?? (node.content ?? []).map(inline).join(''));
  const visit = (node: NodeJson) => {
    if (['paragraph', 'heading', 'figure', 'codeBlock', 'footnote'].includes(node.type))
      blocks.push(inline(node));
    else for (const child of node.content ?? []) visit(child);
  };
  visit(text);
  return blocks.join('|');
}

/** Whether the fork is the synced text with the own suggestions carried out. */
export function holds(synced: Y.Doc, fork: Fork): boolean {
  fork.settle();
  const { document } = acceptSuggestions(fork.own, jsonOf(synced));
  return sameText(document, jsonOf(fork.doc));
}
