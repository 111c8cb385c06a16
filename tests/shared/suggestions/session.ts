import { canonicalJson } from '@accord/shared/manuscript/canonical';
import type { NodeJson } from '@accord/shared/manuscript/document';
import { manuscriptSchema } from '@accord/shared/manuscript/schema';
import type { Open } from '@accord/shared/suggestions/accept';
import type { Operation } from '@accord/shared/suggestions/suggestions';
import { Node } from '@tiptap/pm/model';
import { vi } from 'vitest';
import { FIRST_SEED } from '../../kit/seed';
import { chapter, randomFrom } from './random';
import { edited } from './random-edits';

// Hundreds of chapters each: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 240_000 });

export const SEEDS = Array.from(
  { length: Number(process.env.ACCORD_SEEDS ?? 500) },
  (_, index) => index + FIRST_SEED,
);

/** As Yjs keeps a text: with the schema's defaults, and marks on letters only. */
export const stored = (json: NodeJson): NodeJson =>
  bare(Node.fromJSON(manuscriptSchema, json).toJSON() as NodeJson);

function bare({ marks, content, ...node }: NodeJson): NodeJson {
  return {
    ...node,
    ...(marks && node.type === 'text' && { marks }),
    ...(content && { content: content.map(bare) }),
  };
}

/** A block that went and came back as it was has another id in the copy; nobody sees that, and it is no suggestion. */
function withoutIds({ attrs, content, ...node }: NodeJson): NodeJson {
  const { id: _, ...kept } = attrs ?? {};
  return { ...node, attrs: kept, ...(content && { content: content.map(withoutIds) }) };
}

/** The order of footnotes that stand together means nothing: they are numbered by their marks. */
export function notesSorted(document: NodeJson): NodeJson {
  const content = [...(document.content ?? [])];
  const isNote = (node: NodeJson | undefined) => node?.type === 'footnote';
  for (let from = 0; from < content.length; from++) {
    let to = from;
    while (isNote(content[to])) to++;
    const notes = content
      .slice(from, to)
      .sort((a, b) => (String(a.attrs?.noteId) < String(b.attrs?.noteId) ? -1 : 1));
    content.splice(from, to - from, ...notes);
    from = Math.max(from, to - 1);
  }
  return { ...document, content };
}

/** Where two texts differ, to be read in a failing test. */
export function differs(one: NodeJson, other: NodeJson): string {
  const [a, b] = [one, other].map((text) => canonicalJson(withoutIds(notesSorted(text)))) as [string, string];
  if (a === b) return '';
  let at = 0;
  while (a[at] === b[at]) at++;
  return `${a.slice(Math.max(0, at - 150), at + 150)}\n instead of \n${b.slice(Math.max(0, at - 150), at + 150)}`;
}

/** A chapter, and a copy of it in which somebody has made some edits. */
export function session(seed: number) {
  const random = randomFrom(seed);
  const base = stored(chapter(random));
  const { document, done } = edited(base, random, 1 + random.below(8));
  return { random, base, fork: stored(document), done };
}

export const named = (suggestions: readonly { operations: readonly Operation[] }[]): Open[] =>
  suggestions.map(({ operations }, index) => ({ id: `s${index}-suggestion`, operations }));
