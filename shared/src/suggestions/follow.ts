import { blockQuote, textAnchor } from '../manuscript/anchoring';
import type { NodeJson } from '../manuscript/document';
import { inlineText, sliceInline, textOfInline } from '../manuscript/inline-text';
import type { Arrangement } from './arrangement';
import type { TextEdit } from './place-change';
import type { Placement } from './placement';
import { attributesOf, idOf } from './sameness';
import type { Step } from './step';
import type { Operation, Place } from './suggestions';
import type { Tree } from './tree';

/** A decision that was carried out. */
export interface Decided {
  readonly accepted: readonly Pick<Placement, 'steps'>[];
  /** The blocks as they stand after it. */
  readonly arrangement: Arrangement;
  readonly before: Tree;
  readonly after: Tree;
}

/** Nobody's number: finds blocks as the document had them. */
const NOBODY = -1;

/**
 * The operations of a suggestion that was not touched, as they read against the text after the decision. Null when nothing
 * about them changed.
 */
export function reanchor({ steps }: Placement, decided: Decided): Operation[] | null {
  const own = new Set(steps.flatMap(arriving));
  const operations = steps.map((step) => stillMeant(step, own, decided));
  const before = steps.map(({ operation }) => operation);
  return JSON.stringify(operations) === JSON.stringify(before) ? null : operations;
}

function stillMeant(step: Step, own: ReadonlySet<string>, decided: Decided): Operation {
  switch (step.kind) {
    case 'change':
      return changeAt(step.text, decided, step.operation.before, step.operation.after);
    case 'retype':
      return step.operation;
    case 'blocks':
      return step.removed.length > 0
        ? step.operation
        : { ...step.operation, place: placeNow(step.operation.place, null, own, decided) };
    case 'move':
      return {
        ...step.operation,
        from: decided.arrangement.placeOf(step.operation.blockId) ?? step.operation.from,
        to: placeNow(step.operation.to, null, own, decided),
      };
  }
}

/** What turns an accepted suggestion round, against the text after the decision. */
export function undoOf({ steps }: Pick<Placement, 'steps'>, decided: Decided): Operation[] {
  const back = new Set(steps.flatMap(leaving));
  return steps.map((step) => turnedRound(step, back, decided));
}

function turnedRound(step: Step, back: ReadonlySet<string>, decided: Decided): Operation {
  const { arrangement, before, after } = decided;
  switch (step.kind) {
    case 'change': {
      const { blockId, from, to } = step.text;
      const old = sliceInline(before.get(blockId)?.node.content ?? [], from, to);
      return changeAt(step.text, decided, null, old);
    }
    case 'retype': {
      const now = after.get(step.blockId)?.node ?? step.old.node;
      return {
        kind: 'retype',
        blockId: step.blockId,
        before: { type: now.type, attrs: attributesOf(now) },
        after: { type: step.old.node.type, attrs: attributesOf(step.old.node) },
        quote: blockQuote(now),
      };
    }
    case 'blocks': {
      const { place } = step.operation;
      const removed = step.removed[0]?.id ?? null;
      return {
        kind: 'blocks',
        place: removed === null ? place : placeNow(place, removed, back, decided),
        before: step.added.map((block) => after.get(idOf(block) ?? '')?.node ?? block),
        after: step.removed.map(({ node }) => node),
      };
    }
    case 'move': {
      const { blockId, from, to, quote } = step.operation;
      return {
        kind: 'move',
        blockId,
        from: arrangement.placeOf(blockId) ?? to,
        to: placeNow(from, blockId, back, decided),
        quote,
      };
    }
  }
}

/** A change of the text after the decision; `gone` is null where the decision itself has put its new content. */
function changeAt(
  text: TextEdit,
  { accepted, after }: Decided,
  gone: readonly NodeJson[] | null,
  come: readonly NodeJson[],
): Operation {
  const { blockId } = text;
  let from = text.from;
  for (const { steps } of accepted)
    for (const step of steps) {
      const other =
        step.kind === 'change' && step.text !== text && step.text.blockId === blockId ? step.text : null;
      if (other && other.to <= text.from)
        from += textOfInline(other.content).length - (other.to - other.from);
    }
  const to = from + (gone ? text.to - text.from : textOfInline(text.content).length);
  const block = after.get(blockId)?.node as NodeJson;
  const anchor = textAnchor(block, { blockId, offset: from }, { blockId, offset: to });
  if (!anchor) throw new RangeError(`${from} to ${to} are not in block ${blockId} after the decision`);
  return {
    kind: 'change',
    anchor,
    blockText: inlineText(block),
    before: gone ? [...gone] : sliceInline(block.content ?? [], from, to),
    after: [...come],
  };
}

/** The place meant, named by what stands around it now; beside blocks of the same suggestion, by these. */
function placeNow(
  place: Place,
  removed: string | null,
  own: ReadonlySet<string>,
  { arrangement }: Decided,
): Place {
  const around = arrangement.around(place, removed, NOBODY, own);
  if (!around) return place;
  return place.previousId !== null && own.has(place.previousId)
    ? { ...around, previousId: place.previousId }
    : around;
}

const arriving = (step: Step): string[] => {
  if (step.kind === 'blocks') return step.added.flatMap((block) => idOf(block) ?? []);
  return step.kind === 'move' ? [step.operation.blockId] : [];
};

const leaving = (step: Step): string[] => {
  if (step.kind === 'blocks') return step.removed.flatMap(({ id }) => id ?? []);
  return step.kind === 'move' ? [step.operation.blockId] : [];
};
