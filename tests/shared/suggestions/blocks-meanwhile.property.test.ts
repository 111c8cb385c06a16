import { isTextBlockType, walk } from '@accord/shared/manuscript/blocks';
import { canonicalJson } from '@accord/shared/manuscript/canonical';
import type { NodeJson } from '@accord/shared/manuscript/document';
import { manuscriptSchema } from '@accord/shared/manuscript/schema';
import { acceptSuggestions } from '@accord/shared/suggestions/accept';
import { suggestionsBetween } from '@accord/shared/suggestions/difference';
import type { Operation } from '@accord/shared/suggestions/suggestions';
import { Node } from '@tiptap/pm/model';
import { describe, expect, it } from 'vitest';
import { edited } from './random-edits';
import { named, SEEDS, session, stored } from './session';

/** The words of each text block, by its id. */
function textsOf(...nodes: readonly NodeJson[]): Map<string, string> {
  const texts = new Map<string, string>();
  for (const root of nodes)
    walk(root, (node) => {
      if (isTextBlockType(node.type))
        texts.set(String(node.attrs?.id), canonicalJson({ type: 'words', content: node.content ?? [] }));
    });
  return texts;
}

/** Text blocks that an operation names as changed, gone or new. */
function concerned(operation: Operation): string[] {
  if (operation.kind === 'change') return [operation.anchor.start.blockId];
  if (operation.kind !== 'blocks') return [];
  return [...textsOf(...operation.before, ...operation.after).keys()];
}

describe('accepting while others edit all over the chapter', () => {
  it('[S5] changes no word of a block that the accepted suggestions do not name, and leaves a sound text', () => {
    let accepted = 0;
    for (const seed of SEEDS) {
      const { random, base, fork, done } = session(seed);
      const author = edited(base, random, 1 + random.below(6));
      const meanwhile = stored(author.document);
      const open = named(suggestionsBetween(base, fork, []).suggestions);
      const result = acceptSuggestions(open, meanwhile);
      const label = `seed ${seed}: ${done.join(', ')} | ${author.done.join(', ')}`;
      accepted += result.accepted.length;
      expect(result.accepted.length + result.conflicts.length + result.needsLook.length, label).toBe(
        open.length,
      );
      Node.fromJSON(manuscriptSchema, result.document).check();
      const took = open
        .filter(({ id }) => result.accepted.includes(id))
        .flatMap(({ operations }) => operations);
      const named_ = new Set(took.flatMap(concerned));
      const after = textsOf(result.document);
      for (const [id, text] of textsOf(meanwhile))
        if (!named_.has(id)) expect(after.get(id), `${label} ${id}`).toBe(text);
      for (const id of after.keys()) if (!textsOf(meanwhile).has(id)) expect(named_, label).toContain(id);
    }
    expect(accepted).toBeGreaterThan(SEEDS.length);
  });

  it('[S5] a block that only the proposer touched reads as proposed, wherever others have moved it', () => {
    for (const seed of SEEDS) {
      const { random, base, fork, done } = session(seed);
      const author = edited(base, random, 1 + random.below(6), [
        'adds a block',
        'moves a block',
        'types words',
        'changes a type',
        'splits a block',
      ]);
      const meanwhile = stored(author.document);
      const open = named(suggestionsBetween(base, fork, []).suggestions);
      const result = acceptSuggestions(open, meanwhile);
      const [was, is, proposed, after] = [base, meanwhile, fork, result.document].map((text) =>
        textsOf(text),
      ) as [Map<string, string>, Map<string, string>, Map<string, string>, Map<string, string>];
      const changes = open.filter(({ operations }) => operations.every(({ kind }) => kind === 'change'));
      const alone = changes.filter(({ operations }) =>
        operations.flatMap(concerned).every((id) => was.get(id) === is.get(id)),
      );
      for (const { id } of alone) {
        const label = `seed ${seed}: ${done.join(', ')} | ${author.done.join(', ')}`;
        expect(result.conflicts, label).not.toContain(id);
      }
      for (const [id, text] of proposed) {
        const about = open.filter(({ operations }) => operations.flatMap(concerned).includes(id));
        if (about.length > 0 && about.every((one) => alone.includes(one) && result.accepted.includes(one.id)))
          expect(after.get(id), `seed ${seed}`).toBe(text);
      }
    }
  });
});
