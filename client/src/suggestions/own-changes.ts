import type { NodeJson } from '@accord/shared/manuscript/document';
import { acceptSuggestions } from '@accord/shared/suggestions/accept';
import { suggestionsBetween, type Unsupported } from '@accord/shared/suggestions/difference';
import type { Operation } from '@accord/shared/suggestions/suggestions';
import { sameText } from './text-reader';

interface Change {
  readonly id?: string;
  readonly operations: readonly Operation[];
}

/**
 * What a proposer's copy adds up to as suggestions that can be carried out beside each other: where two that the text's
 * difference tells apart touch the same blocks, they are one.
 * @param previous the proposer's suggestions that the copy was made of so far
 */
export function ownChanges(
  base: NodeJson,
  copy: NodeJson,
  previous: readonly Change[],
): { readonly changes: readonly Change[]; readonly unsupported: readonly Unsupported[] } {
  const { suggestions, unsupported } = suggestionsBetween(base, copy, previous);
  let changes: readonly Change[] = suggestions.map(({ id, operations }) => ({
    ...(id === undefined ? {} : { id }),
    operations,
  }));
  for (let round = 0; round < suggestions.length; round += 1) {
    const named = changes.map(({ operations }, index) => ({ id: String(index), operations }));
    const { needsLook, accepted } = acceptSuggestions(named, base);
    const [clash] = needsLook;
    if (!clash) {
      if (accepted.length === changes.length || unsupported.length > 0) return { changes, unsupported };
      break;
    }
    changes = joined(changes, Number(clash.by), Number(clash.id));
  }
  const named = changes.map(({ operations }, index) => ({ id: String(index), operations }));
  if (unsupported.length > 0 || sameText(acceptSuggestions(named, base).document, copy))
    return { changes, unsupported };
  return { changes: [wholeBlocks(base, copy, changes[0]?.id)], unsupported };
}

function joined(changes: readonly Change[], one: number, other: number): Change[] {
  const [first, second] = [Math.min(one, other), Math.max(one, other)];
  const [keeps, goes] = [changes[first], changes[second]];
  if (!keeps || !goes) return [...changes];
  const id = keeps.id ?? goes.id;
  const both: Change = {
    ...(id === undefined ? {} : { id }),
    operations: [...keeps.operations, ...goes.operations],
  };
  return changes.flatMap((change, index) => (index === first ? [both] : index === second ? [] : [change]));
}

/** The coarsest way to say it: these blocks in the place of those. */
function wholeBlocks(base: NodeJson, copy: NodeJson, id: string | undefined): Change {
  const [old, now] = [base.content ?? [], copy.content ?? []];
  let from = 0;
  while (from < old.length && from < now.length && old[from] === now[from]) from += 1;
  let behind = 0;
  const most = Math.min(old.length, now.length) - from;
  while (behind < most && old.at(-1 - behind) === now.at(-1 - behind)) behind += 1;
  const idAt = (index: number) => {
    const found: unknown = old[index]?.attrs?.id;
    return typeof found === 'string' ? found : null;
  };
  return {
    ...(id === undefined ? {} : { id }),
    operations: [
      {
        kind: 'blocks',
        place: { parentId: null, previousId: idAt(from - 1), nextId: idAt(old.length - behind) },
        before: old.slice(from, old.length - behind),
        after: now.slice(from, now.length - behind),
      },
    ],
  };
}
